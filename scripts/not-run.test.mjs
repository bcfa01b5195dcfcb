import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { NEVER_RUN, WITHOUT_RUNTIME } from "./not-run.mjs";

it("README.md lists by name what no test has run, and nothing else", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, list = ""] = /^No test has run[^\n]*(?:\n[^\n-][^\n]*)*\n\n((?:- .*\n)+)/m.exec(readme) ?? [];
  const named = [...list.matchAll(/^- (.*?)[;.]$/gm)].map(([, name = ""]) => name.replaceAll("`", ""));
  expect(named).toEqual([...WITHOUT_RUNTIME, ...NEVER_RUN].map(({ what }) => what));
});
