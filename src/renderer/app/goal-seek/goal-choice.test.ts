import { describe, expect, it } from "vitest";
import { solve } from "#shared/analysis/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { leverGroups, optionsOf, otherWeights, shortLabel, startChoice } from "./goal-choice.ts";

const SAMPLE = sampleScenario();

describe("what goal seek is asked", () => {
  it("starts with the expected cost at the budget, by the OTE of the role on screen", () => {
    expect(optionsOf(SAMPLE, startChoice(SAMPLE, "psm"))).toEqual({ lever: "roles.psm.onTargetEarnings", goal: { metric: "expectedCost", value: 9_300_000_00 }, locks: [] });
  });

  it("asks nothing without a value", () => {
    expect(optionsOf(SAMPLE, { ...startChoice(SAMPLE, "psm"), value: null })).toBeNull();
  });

  it("names the role of a figure of one role", () => {
    const choice = { ...startChoice(SAMPLE, "psm"), figure: "pay" as const, attainment: 1.2, value: 200_000 };
    expect(optionsOf(SAMPLE, choice)?.goal).toEqual({ metric: "pay@1.2", value: 200_000_00, roleId: "psm" });
    expect(optionsOf(SAMPLE, { ...choice, figure: "upside", value: 2.5 })?.goal).toEqual({ metric: "upside", value: 2.5, roleId: "psm" });
  });
});

describe("levers", () => {
  it("are offered by role, the company last, without those that no goal depends on", () => {
    const groups = leverGroups(SAMPLE);
    expect(groups.map(({ title }) => title)).toEqual([...SAMPLE.roles.map(({ title }) => title), "Company"]);
    const paths = groups.flatMap(({ levers }) => levers.map(({ path }) => path));
    expect(paths).toContain("cost.burdenOnBase");
    expect(paths).not.toContain("cost.budget");
    const [first] = groups;
    expect(first?.levers.slice(0, 3).map((lever) => shortLabel(lever, first))).toEqual(["Headcount", "OTE", "Base share"]);
  });

  it("left out are exactly some of those that move none of the figures", () => {
    const offered = new Set(leverGroups(SAMPLE).flatMap(({ levers }) => levers.map(({ path }) => path)));
    const left = ["cost.budget", "roles.cam.salesCycleMonths"].filter((path) => !offered.has(path));
    for (const lever of left) expect(solve(SAMPLE, { lever, goal: { metric: "expectedCost", value: 1 } }).reached).toBe(false);
  });

  it("name the weights that give and take, locked ones as locked", () => {
    const weights = otherWeights(SAMPLE, "roles.cam.kpis.sourced.weight");
    expect(weights.map(({ name }) => name)).toEqual(["Influenced revenue", "Enablement milestones", "Strategic objectives"]);
    expect(weights.filter(({ isLocked }) => isLocked).map(({ name }) => name)).toEqual(["Strategic objectives"]);
    expect(otherWeights(SAMPLE, "roles.cam.headcount")).toEqual([]);
  });
});
