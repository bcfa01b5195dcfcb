import { beforeEach, expect, it } from "vitest";
import { FORMAT_VERSION } from "#shared/scenario-file/index.ts";
import { FIXTURE, fixtureWith } from "../../../tests/helpers/changed-fixture.ts";
import { readDropped } from "./compare-files.ts";
import { comparisonStore } from "./comparison-store.ts";

beforeEach(() => comparisonStore.setState(comparisonStore.getInitialState(), true));

it("a file of a newer format that is dragged into Compare is refused with a clear word, and those beside it come in", async () => {
  const newer = fixtureWith({ version: FORMAT_VERSION + 1 });
  await readDropped([new File([newer], "newer.paymix"), new File([FIXTURE], "plan.paymix")]);
  const { files, problem } = comparisonStore.getState();
  expect(files.map(({ fileName }) => fileName)).toEqual(["plan"]);
  expect(problem).toMatchObject({ kind: "refused", fileName: "newer", problems: [{ path: "version", message: expect.stringMatching(/^Made by a newer version \(\d+\); .* Not opened\.$/) as string }] });
});

it("of several refused files each is named", async () => {
  await readDropped([new File(["damaged"], "one.paymix"), new File([fixtureWith({ version: FORMAT_VERSION + 1 })], "two.paymix")]);
  const { problem } = comparisonStore.getState();
  expect(problem).toMatchObject({ message: "“one” is no scenario that Paymix can read. “two” is no scenario that Paymix can read." });
  expect(problem?.kind === "refused" ? problem.problems.map(({ path }) => path) : []).toEqual([expect.stringMatching(/^one/), "two: version"]);
});
