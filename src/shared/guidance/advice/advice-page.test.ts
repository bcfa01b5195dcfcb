/** docs/advice.md against the register: the same checks, in the same order, on the same sources. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ROLE_CHECKS, SCENARIO_CHECKS } from "./register.ts";

const page = readFileSync(new URL("../../../../docs/advice.md", import.meta.url), "utf8");

function rows(heading: string): readonly { readonly id: string; readonly guardrails: readonly string[] }[] {
  const section = page.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `([a-z-]+)` \| .+ \| (.+) \|$/gmu)].map(([, id = "", sources = ""]) => ({ id, guardrails: sources.match(/G\d+/gu) ?? [] }));
}

it.each([
  ["Of a role", ROLE_CHECKS],
  ["Of the scenario", SCENARIO_CHECKS],
] as const)("%s", (heading, checks) => {
  const byNumber = (one: string, other: string): number => Number(one.slice(1)) - Number(other.slice(1));
  expect(rows(heading)).toEqual(checks.map(({ id, guardrails }) => ({ id, guardrails: guardrails.toSorted(byNumber) })));
});
