import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIXTURE } from "../../../../tests/helpers/changed-fixture.ts";
import "../../../../tests/helpers/property-seed.ts";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { headline } from "../../engine/index.ts";
import { parseScenario } from "../../scenario-file/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import { isGoalMetric, metricReader, type GoalMetric } from "./goal.ts";
import { leverAt, leverPaths, withLever } from "./lever.ts";
import { solve, usualRange } from "./solve.ts";

function fixture(): Scenario {
  const read = parseScenario(new TextEncoder().encode(FIXTURE));
  if (!read.ok) throw new Error("refused");
  return read.scenario;
}

const PLAN = fixture();

describe("solve", () => {
  it("finds the OTE that a budget allows, to the cent", () => {
    // One person costs OTE × (0.5 × 1.25 + 0.5 × 1.0765) at target.
    const solved = solve(PLAN, { lever: "roles.cam.onTargetEarnings", goal: { metric: "costAtTarget", value: 2_400_000_00 } });
    expect(solved).toMatchObject({ lever: "roles.cam.onTargetEarnings", reached: true, reason: null });
    expect(solved.value).toBeCloseTo(200_000 / 1.16325, 1);
    expect(headline(withLever(PLAN, solved.lever, solved.value ?? 0)).costAtTarget).toBe(solved.goal);
    expect(Math.abs((solved.goal ?? 0) - 2_400_000_00)).toBeLessThanOrEqual(12);
  });

  it("takes whole people, and where the goal is between two numbers of them says what both give", () => {
    // One costs 180,000 × (0.5 × 1.25 + 0.5 × 1.0765) = 209,385.
    const perHead = headline(PLAN).costAtTarget / 12;
    expect(perHead).toBe(209_385_00);
    expect(solve(PLAN, { lever: "roles.cam.headcount", goal: { metric: "costAtTarget", value: perHead * 10 } })).toMatchObject({ value: 10, nearest: 10, reached: true, neighbours: null });
    expect(solve(PLAN, { lever: "roles.cam.headcount", goal: { metric: "costAtTarget", value: perHead * 10.3 } })).toEqual({
      lever: "roles.cam.headcount", value: null, nearest: 10, goal: perHead * 10, reached: false, now: perHead * 12,
      reason: "10 gives cost at target $2,093,850, 11 gives $2,303,235; there is nothing between.",
      neighbours: [{ value: 10, goal: perHead * 10 }, { value: 11, goal: perHead * 11 }],
    });
    expect(solve(PLAN, { lever: "roles.cam.headcount", goal: { metric: "costAtTarget", value: perHead * 10.7 } })).toMatchObject({ value: null, nearest: 11, goal: perHead * 11, neighbours: [{ value: 10 }, { value: 11 }] });
  });

  it("counts a ten-thousandth of the goal as there and no more", () => {
    // Each of ten costs 100,000 at target: 1,000,000. A ten-thousandth of 1,000,100.01 is 100.01.
    const plan = plainScenario({ roles: [plainRole({ headcount: 3 })] });
    const at = (value: number): boolean => solve(plan, { lever: "roles.seller.headcount", goal: { metric: "costAtTarget", value } }).reached;
    expect([at(1_000_100_00), at(1_000_100_01), at(1_000_100_02), at(999_900_02), at(999_900_00)]).toEqual([true, true, false, true, false]);
  });

  it("counts as there what the rounding of every head explains", () => {
    // A person on $0.50 with half of it base is paid 25 cents and 25 cents; four of them $2.00. A ten-thousandth of that is nothing.
    const plan = plainScenario({ roles: [plainRole({ headcount: 4, onTargetEarnings: 0.5 })] });
    const solved = (value: number): unknown => solve(plan, { lever: "roles.seller.onTargetEarnings", goal: { metric: "costAtTarget", value }, range: { from: 0.5, to: 0.5 } });
    expect(solved(204)).toMatchObject({ value: 0.5, goal: 200, reached: true });
    expect(solved(205)).toMatchObject({ value: null, nearest: 0.5, goal: 200, reached: false, reason: "No value in this range; nearest is $0.50." });
  });

  it("names the end of the range that comes closest", () => {
    const solved = solve(PLAN, { lever: "roles.cam.headcount", goal: { metric: "costAtTarget", value: 9_000_000_00 }, range: { from: 4, to: 20 } });
    expect(solved).toMatchObject({ value: null, nearest: 20, reached: false, reason: "No value in this range; nearest is 20." });
  });

  it("says where a figure jumps past the goal", () => {
    const kpi = plainKpi({ curve: { kind: "steps", cap: null, steps: [{ from: 0.7, payout: 1 }] } });
    const plan = plainScenario({ roles: [plainRole({ kpis: [kpi] })] });
    const solved = solve(plan, { lever: "roles.seller.kpis.sales.curve.steps[0].from", goal: { metric: "pay@0.8", value: 80_000_00 }, range: { from: 0.5, to: 1 } });
    expect(solved).toMatchObject({
      value: null, reached: false, reason: "80% gives pay at 80% $100,000, 80.01% gives $50,000; there is nothing between.",
      neighbours: [{ value: 0.8, goal: 100_000_00 }, { value: 0.8001, goal: 50_000_00 }],
    });
  });

  it("takes the root nearest to the present value", () => {
    const metricOf = () => (scenario: Scenario) => {
      const off = (scenario.roles[0]?.baseShare ?? 0) - 0.5;
      return off * off * 1_000_000;
    };
    const plan = (baseShare: number): Scenario => plainScenario({ roles: [plainRole({ baseShare })] });
    const goal = { metric: "costAtTarget" as const, value: 40_000 };
    expect(solve(plan(0.6), { lever: "roles.seller.baseShare", goal, metricOf }).value).toBe(0.7);
    expect(solve(plan(0.4), { lever: "roles.seller.baseShare", goal, metricOf }).value).toBe(0.3);
    expect(solve(plan(0.4), { lever: "roles.seller.baseShare", goal, metricOf, range: { from: 0.5, to: 1 } }).value).toBe(0.7);
  });

  it("finds the bottom of what never gets as low as the goal, and a bottom that touches it", () => {
    const metricOf = () => (scenario: Scenario) => {
      const off = (scenario.roles[0]?.baseShare ?? 0) - 0.4321;
      return 5_000 + off * off * 1_000_000;
    };
    const solved = (value: number): unknown => solve(plainScenario(), { lever: "roles.seller.baseShare", goal: { metric: "costAtTarget", value }, metricOf });
    expect(solved(4_000)).toMatchObject({ value: null, nearest: 0.4321, goal: 5_000, reached: false });
    expect(solved(5_000)).toMatchObject({ value: 0.4321, reached: true });
  });

  it.each<readonly [string, string, GoalMetric, number, number]>([
    ["the share of a weight", "roles.cam.kpis.sourced.weight", "pay@1.2", 195_000_00, 0.1],
    ["upside by the excellence payout", "roles.cam.kpis.sourced.curve.points[2].payout", "upside", 1.8, 0.0001],
    ["CCOS by OTE", "roles.cam.onTargetEarnings", "ccos", 0.08, 1e-8],
    ["expected CCOS by OTE", "roles.cam.onTargetEarnings", "expectedCcos", 0.08, 1e-8],
    ["expected CCOS by where people land", "outlook.average", "expectedCcos", 0.095, 1e-6],
    ["cost by the burden", "cost.burdenOnVariable", "costAtTarget", 2_550_000_00, 108_00],
  ])("solves for %s", (_, lever, metric, value, off) => {
    const solved = solve(PLAN, { lever, goal: { metric, value } });
    const read = metricReader(metric, "cam");
    expect(solved.reached).toBe(true);
    expect(Math.abs((read(withLever(PLAN, lever, solved.value ?? 0)) ?? 0) - value)).toBeLessThanOrEqual(Math.max(off, value * 1e-4));
  });

  it("refuses what does not exist, is locked, moves nothing or has no figure", () => {
    const goal = { metric: "costAtTarget" as const, value: 1 };
    expect(solve(PLAN, { lever: "roles.cam.pay", goal })).toMatchObject({ value: null, nearest: null, reason: "There is no input “roles.cam.pay”." });
    expect(solve(PLAN, { lever: "roles.cam.headcount", goal, locks: ["roles.cam.headcount"] })).toMatchObject({ value: null, nearest: 12, reached: false, reason: "Headcount, Channel Account Manager is locked." });
    expect(solve(PLAN, { lever: "roles.cam.headcount", goal, locks: ["roles.cam.heads"] }).reason).toBe("There is no input “roles.cam.heads” to lock.");
    expect(solve(PLAN, { lever: "outlook.marketCorrelation", goal })).toMatchObject({ value: null, nearest: 0.2, reached: false, reason: "Market correlation does not move cost at target." });
    expect(solve(PLAN, { lever: "cost.burdenOnBase", goal: { metric: "upside", value: 1 } }).reason).toBe("There is no upside here to set a goal for.");
    expect(solve(PLAN, { lever: "roles.cam.baseShare", goal, range: { from: 2, to: 3 } }).reason).toBe("No value in this range: Base share, Channel Account Manager goes from 0% to 100%.");
  });

  it("gives the goal where it is reached, and otherwise comes as close as a fine grid does", () => {
    const METRICS = ["costAtTarget", "ccos", "upside", "pay@1.2"] as const;
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), fc.constantFrom(...METRICS), fc.double({ min: 0.5, max: 1.5, noNaN: true }), (scenario, pick, metric, times) => {
        const before = JSON.stringify(scenario);
        const paths = leverPaths(scenario);
        const lever = paths[pick % paths.length] ?? "";
        const found = leverAt(scenario, lever);
        if (!found.ok) return;
        const read = metricReader(metric, found.lever.roleId);
        const now = read(scenario);
        const value = (now ?? 1) * times;
        const solved = solve(scenario, { lever, goal: { metric, value } });
        expect(JSON.stringify(scenario)).toBe(before);
        if (solved.nearest === null || solved.goal === null || found.lever.held !== null) return;
        if (solved.reason?.includes("does not move") === true) return;
        expect(read(withLever(scenario, lever, solved.nearest))).toBe(solved.goal);
        expect(solved.value).toBe(solved.reached ? solved.nearest : null);
        const off = Math.abs(solved.goal - value);
        const { from, to } = usualRange(found.lever);
        for (let part = 0; part <= 40; part += 1) {
          const there = read(withLever(scenario, lever, from + ((to - from) * part) / 40));
          // A grid place may be the better by what lies between two steps of the lever, or inside a narrow piece between two looks.
          if (there !== null && !solved.reached) expect(off).toBeLessThanOrEqual(Math.abs(there - value) * 1.001 + Math.abs(value) * 1e-3);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("metrics", () => {
  it.each([["pay@1.2", true], ["pay@1", true], ["pay@", false], ["pay@-1", false], ["pay@101", false], ["pay@1e1", false], ["cost", false], ["p90", true], ["ccos", true], ["", false]])("%s: %s", (text, is) => {
    expect(isGoalMetric(text)).toBe(is);
  });

  it("reads pay as base and incentive of one person, with a curve's own corners", () => {
    const plan = plainScenario({ roles: [plainRole({ kpis: [plainKpi({ curve: points([[0.5, 0], [1, 1], [1.5, 3]]) })] })] });
    expect(metricReader("pay@1.25", "seller")(plan)).toBe(50_000_00 + 100_000_00);
    expect(metricReader("pay@1.25", "nobody")(plan)).toBeNull();
  });
});
