/** What goal seek says is true: looked at again, and against every step of a range. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../../tests/helpers/property-seed.ts";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { sampleScenario } from "../../library/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import { simulate } from "../../engine/index.ts";
import { metricReader, toleranceOf, type GoalMetric } from "./goal.ts";
import { leverAt, leverPaths, withLever } from "./lever.ts";
import { solve, usualRange, type Solution } from "./solve.ts";

type Case = { readonly scenario: Scenario; readonly lever: string; readonly metric: GoalMetric; readonly from: number; readonly steps: number; readonly stepsPerUnit: number; readonly value: number };

/** Checks an answer against all steps of its range, one by one. */
function check({ scenario, lever, metric, from, steps, stepsPerUnit, value }: Case): Solution {
  const found = leverAt(scenario, lever);
  const roleId = found.ok ? found.lever.roleId : null;
  const read = metricReader(metric, roleId);
  const at = (of: number): number | null => read(withLever(scenario, lever, of));
  const tolerance = toleranceOf({ metric, value }, scenario, roleId);
  const solved = solve(scenario, { lever, goal: { metric, value }, range: { from: from / stepsPerUnit, to: (from + steps) / stepsPerUnit } });
  expect(solved.reached).toBe(solved.value !== null);
  expect(solved.reason === null).toBe(solved.reached);
  if (solved.nearest === null || solved.goal === null) return solved;
  expect(at(solved.nearest)).toBe(solved.goal);
  const off = Math.abs(solved.goal - value);
  if (solved.reached) {
    expect(off).toBeLessThanOrEqual(tolerance);
    return solved;
  }
  if (solved.reason?.includes("does not move") === true) return solved;
  expect(off).toBeGreaterThan(tolerance);
  for (let step = 0; step <= steps; step += 1) {
    const there = at((from + step) / stepsPerUnit);
    if (there !== null) expect(Math.abs(there - value)).toBeGreaterThanOrEqual(off);
  }
  for (const tried of solved.neighbours ?? []) expect(at(tried.value)).toBe(tried.goal);
  if (solved.neighbours !== null) {
    const [lower, upper] = solved.neighbours;
    expect(Math.round((upper.value - lower.value) * stepsPerUnit)).toBe(1);
    expect((lower.goal - value) * (upper.goal - value)).toBeLessThan(0);
  }
  return solved;
}

describe("an answer of goal seek", () => {
  it("is at the goal within the bound, or names the nearest of all steps", () => {
    const METRICS = ["costAtTarget", "ccos", "upside", "pay@1.2"] as const;
    const counts = { reached: 0, refused: 0 };
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), fc.constantFrom(...METRICS), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 200 }), fc.double({ min: 0.8, max: 1.2, noNaN: true }), (scenario, pick, metric, place, length, times) => {
        const paths = leverPaths(scenario);
        const lever = paths[pick % paths.length] ?? "";
        const found = leverAt(scenario, lever);
        if (!found.ok || found.lever.held !== null) return;
        const { stepsPerUnit, roleId } = found.lever;
        const range = usualRange(found.lever);
        const [low, high] = [Math.ceil(range.from * stepsPerUnit), Math.floor(range.to * stepsPerUnit)];
        const from = low + Math.round(place * Math.max(0, high - low - length));
        const steps = Math.min(length, high - from);
        if (steps < 0) return;
        // A goal near what the middle of the range gives is about as often reached as not.
        const middle = metricReader(metric, roleId)(withLever(scenario, lever, (from + steps / 2) / stepsPerUnit));
        const value = (middle ?? 1) * (1 + (times - 1) * (steps < 100 ? 1 : 0.01));
        const solved = check({ scenario, lever, metric, from, steps, stepsPerUnit, value });
        counts[solved.reached ? "reached" : "refused"] += 1;
      }),
      { numRuns: 300 },
    );
    expect(counts.reached).toBeGreaterThan(10);
    expect(counts.refused).toBeGreaterThan(10);
  });

  it("is the same of simulated years, looked at on few of them first", () => {
    const plan = plainScenario({ roles: [plainRole({ headcount: 5, kpis: [plainKpi({ curve: points([[0.5, 0], [1, 1], [1.5, 2.5]]) })] })] });
    const scenario = { ...plan, outlook: { ...plan.outlook, trials: 2_000 } };
    fc.assert(
      fc.property(fc.constantFrom("p90", "expectedCost"), fc.integer({ min: 1, max: 25 }), fc.integer({ min: 10_000_00, max: 3_000_000_00 }), (metric, steps, value) => {
        check({ scenario: metric === "p90" ? scenario : { ...scenario, roles: [{ ...scenario.roles[0]!, payoutCap: 1.5 }] }, lever: "roles.seller.headcount", metric, from: 1, steps, stepsPerUnit: 1, value });
      }),
      { numRuns: 15 },
    );
    const reached = check({ scenario, lever: "roles.seller.headcount", metric: "p90", from: 1, steps: 20, stepsPerUnit: 1, value: simulate(withLever(scenario, "roles.seller.headcount", 9)).p90 });
    expect(reached).toMatchObject({ value: 9, reached: true });
  });

  it("names the end of the range that comes closest on all years, where the first ones would have reached the goal", () => {
    const scenario = sampleScenario();
    const lever = "roles.cam.curves.threshold";
    const end = leverAt(scenario, lever);
    // The last step of a hundredth of a percent in the range.
    const most = Math.floor((end.ok ? end.lever.max : 0) * 10_000 + 1e-6) / 10_000;
    const { p90 } = simulate(withLever(scenario, lever, most));
    const onFirst = simulate(withLever(scenario, lever, most), { trials: 1_000 }).p90;
    expect(onFirst).toBeLessThan(9_300_000_00);
    expect(solve(scenario, { lever, goal: { metric: "p90", value: 9_300_000_00 } })).toMatchObject({ reached: false, nearest: most, goal: p90, reason: "No value in this range; nearest is 99.99%." });
  });

  it("does not call 13 people for a P90 that they pass by 84,000 there, and simulates all years a few times only", () => {
    const asked: (number | undefined)[] = [];
    const solved = solve(sampleScenario(), {
      lever: "roles.cam.headcount",
      goal: { metric: "p90", value: 9_300_000_00 },
      metricOf: (metric, roleId) => {
        const read = metricReader(metric, roleId);
        return (scenario, years) => {
          asked.push(years);
          return read(scenario, years);
        };
      },
    });
    expect(solved).toMatchObject({ value: null, nearest: 13, goal: 9_383_688_57, reached: false, reason: "12 gives P90 $9,169,884, 13 gives $9,383,689; there is nothing between." });
    expect(asked.filter((years) => years === undefined).length).toBeLessThanOrEqual(5);
    expect(asked.length).toBeLessThanOrEqual(35);
  });
});
