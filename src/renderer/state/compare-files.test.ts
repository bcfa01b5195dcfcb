import { beforeEach, expect, it } from "vitest";
import { sampleScenario } from "#shared/library/index.ts";
import { FORMAT_VERSION, serializeScenario } from "#shared/scenario-file/index.ts";
import { readDropped } from "./compare-files.ts";
import { comparisonStore } from "./comparison-store.ts";

const PLAN = serializeScenario(sampleScenario(), "1.0.0");
const NEWER = PLAN.replace(/"version": \d+/, `"version": ${FORMAT_VERSION + 1}`);

beforeEach(() => comparisonStore.setState(comparisonStore.getInitialState(), true));

it("a file of a newer format that is dragged into Compare is refused with a clear word, and those beside it come in", async () => {
  await readDropped([new File([NEWER], "newer.paymix"), new File([PLAN], "plan.paymix")]);
  const { files, problem } = comparisonStore.getState();
  expect(files.map(({ fileName }) => fileName)).toEqual(["plan"]);
  expect(problem).toMatchObject({ kind: "refused", fileName: "newer", problems: [{ path: "version", message: expect.stringMatching(/^Made by a newer version \(\d+\); .* Not opened\.$/) as string }] });
});

it("of several refused files each is named", async () => {
  await readDropped([new File(["damaged"], "one.paymix"), new File([NEWER], "two.paymix")]);
  const { problem } = comparisonStore.getState();
  expect(problem).toMatchObject({ message: "“one” is no scenario that Paymix can read. “two” is no scenario that Paymix can read." });
  expect(problem?.kind === "refused" ? problem.problems.map(({ path }) => path) : []).toEqual([expect.stringMatching(/^one/), "two: version"]);
});
