/** Levers that move many numbers at once, and limits that a plan does not have yet; every value worked out by hand. */
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { averageOutlook, marketSwing, withAverage, withMarketSwing, withSpread } from "../../editing/index.ts";
import { basisPoints } from "../../units/basis-points.ts";
import type { Scenario } from "../../model/scenario.ts";
import { sensitivities } from "../sensitivity/sensitivities.ts";
import { headline } from "../../engine/index.ts";
import { leverAt, leversOf, withLever, type Lever } from "./lever.ts";
import { solve, usualRange } from "./solve.ts";
import { presentText } from "./words.ts";

function lever(scenario: Scenario, path: string, locks: readonly string[] = []): Lever {
  const found = leverAt(scenario, path, locks);
  if (!found.ok) throw new Error(found.message);
  return found.lever;
}

const certain = (mean: number) => ({ shape: "normal" as const, mean, spread: 0 });

/** One person, TI 50,000: 60 % on a curve with a threshold of 70 %, twice as much at 130 % as at target; 40 % on a straight line. */
const TWO = plainScenario({
  roles: [plainRole({ kpis: [plainKpi({ id: "kinked", name: "Kinked", weight: basisPoints(6_000), excellence: 1.3, curve: points([[0.7, 0], [1, 1], [1.3, 2]]) }), plainKpi({ id: "straight", name: "Straight", weight: basisPoints(4_000), excellence: 1.3 })] })],
});

describe("the sliders of the Cost place", () => {
  it("move as they do there", () => {
    expect(withLever(TWO, "outlook.average", 1.07)).toEqual(withAverage(TWO, 1.07));
    expect(withLever(TWO, "outlook.spread", 0.4)).toEqual(withSpread(TWO, 0.4));
    expect(withLever(TWO, "outlook.marketSwing", 0.2)).toEqual(withMarketSwing(TWO, 0.2));
    expect(averageOutlook(withLever(TWO, "outlook.average", 1.07))?.mean).toBe(1.07);
    expect(marketSwing(withLever(TWO, "outlook.marketSwing", 0.2))).toBeCloseTo(0.2, 9);
  });

  it("bring an expected cost to a value", () => {
    // Ten on 50,000 + 50,000 × average.
    const plan = plainScenario({ roles: [plainRole({ headcount: 10, kpis: [plainKpi({ outlook: certain(1) })] })] });
    expect(solve(plan, { lever: "outlook.average", goal: { metric: "expectedCost", value: 1_040_000_00 } })).toMatchObject({ value: 1.08, goal: 1_040_000_00, reached: true });
  });

  it("go as far as every KPI can follow", () => {
    const apart = plainScenario({ roles: [plainRole({ kpis: [plainKpi({ id: "one", weight: basisPoints(5_000), outlook: { shape: "normal", mean: 0.4, spread: 0.1 } }), plainKpi({ id: "two", weight: basisPoints(5_000), outlook: { shape: "normal", mean: 1, spread: 0.3 } })] })] });
    const average = lever(apart, "outlook.average");
    // Mean 0.7: 0.4 below it one stands at 0, 99 above it the other at 100. Spread 0.2: 50 times as wide the wider is 15, so 10 ÷ 1.5.
    expect([average.value, average.min, average.max].map((each) => Math.round(each * 1e9) / 1e9)).toEqual([0.7, 0.3, 99.7]);
    expect(lever(apart, "outlook.spread").max).toBeCloseTo(20 / 3, 9);
    // The seller correlation of 0.3 leaves 0.7.
    expect(lever(apart, "outlook.marketSwing").max).toBeCloseTo(Math.sqrt(0.7) * 0.2, 9);
  });

  it("say where there is nothing to move", () => {
    const nobody = plainScenario({ roles: [] });
    expect(lever(nobody, "outlook.average").held).toBe("No KPI with weight of a role that counts in cost has an average.");
    const steady = plainScenario({ roles: [plainRole({ kpis: [plainKpi({ outlook: certain(1) })] })] });
    expect(solve(steady, { lever: "outlook.marketSwing", goal: { metric: "costAtTarget", value: 1 } })).toMatchObject({ value: null, nearest: null, reached: false, reason: "Without a spread there is no market swing." });
  });
});

describe("shares of the periods", () => {
  const quarterly: Scenario = { ...TWO, payments: { frequency: "quarterly", basis: "discrete", seasonality: "equal" } };

  it("take from the others in proportion", () => {
    expect(lever(quarterly, "payments.seasonality[0]")).toMatchObject({ label: "Share of period 1 of 4", value: 0.25, min: 0, max: 1, stepsPerUnit: 10_000 });
    expect(withLever(quarterly, "payments.seasonality[0]", 0.4).payments.seasonality).toEqual([0.4, 0.2, 0.2, 0.2]);
    expect(leverAt(TWO, "payments.seasonality[0]").ok).toBe(false);
  });

  it("stay where one of the others is locked", () => {
    expect(lever(quarterly, "payments.seasonality[0]", ["payments.seasonality[2]"]).held).toBe("Share of period 1 of 4 would change “payments.seasonality[2]”, which is locked.");
  });
});

describe("figures of all curves", () => {
  it("stand at their mean and move every curve that has them by the same points", () => {
    expect(lever(TWO, "roles.seller.curves.threshold")).toMatchObject({ label: "Threshold, every KPI, Seller", value: 0.7, note: "Moves 1 of 2 curves; without a threshold that moves: Straight." });
    expect(withLever(TWO, "roles.seller.curves.threshold", 0.8).roles[0]?.kpis.map((kpi) => kpi.curve)).toMatchObject([{ points: [{ attainment: 0.8 }, {}, {}] }, TWO.roles[0]?.kpis[1]?.curve ?? {}]);
    // Both pay at target and climb as fast above it as below: 1. At 130% they pay 2 and 1.3, 0.6 × 2 + 0.4 × 1.3 = 1.72.
    expect(lever(TWO, "roles.seller.curves.accelerator")).toMatchObject({ value: expect.closeTo(1, 12) as number, note: "Moves all 2 curves by the same points, each no further than it can." });
    expect(lever(TWO, "curves.excellencePayout")).toMatchObject({ label: "Excellence pays, every role", value: expect.closeTo(1.72, 12) as number, roleId: null });
  });

  it("go on where one of the curves cannot, as in what moves the cost", () => {
    const apart = plainScenario({ roles: [plainRole({ kpis: [0.1, 0.7].map((threshold, index) => plainKpi({ id: `k${index}`, weight: basisPoints(5_000), curve: points([[threshold, 0], [1, 1], [1.3, 2]]) })) })] });
    const threshold = lever(apart, "curves.threshold");
    expect(threshold).toMatchObject({ value: expect.closeTo(0.4, 12) as number, min: expect.closeTo(0.0001, 12) as number });
    const thresholds = withLever(apart, "curves.threshold", 0.2).roles[0]?.kpis.map(({ curve }) => (curve?.kind === "points" ? curve.points[0]?.attainment : null));
    // A threshold stays above 0: 0.1 has stopped there, 0.7 has gone on.
    expect(thresholds).toEqual([expect.closeTo(0.0001, 9), expect.closeTo(0.3999, 9)]);
    const moved = sensitivities(apart, { cost: (scenario) => headline(scenario).costAtTarget }).find(({ id }) => id === "threshold");
    expect(moved?.allowed).toEqual({ from: threshold.min, to: threshold.max });
  });

  it("bring pay to a value", () => {
    // Accelerator 1.5: 1 + 1 × 1.5 = 2.5 and 1 + 0.3 × 1.5 = 1.45 at 130%; 50,000 + 50,000 × (0.6 × 2.5 + 0.4 × 1.45) = 154,000.
    expect(solve(TWO, { lever: "roles.seller.curves.accelerator", goal: { metric: "pay@1.3", value: 154_000_00 } })).toMatchObject({ value: 1.5, goal: 154_000_00, reached: true });
    // 0.3 more at excellence in both: 50,000 + 50,000 × 2.02.
    const solved = solve(TWO, { lever: "curves.excellencePayout", goal: { metric: "pay@1.3", value: 151_000_00, roleId: "seller" } });
    expect(solved).toMatchObject({ value: 2.02, goal: 151_000_00, reached: true });
  });

  it("say where no curve has them, and stay where a curve is locked", () => {
    expect(solve(TWO, { lever: "roles.seller.curves.cap", goal: { metric: "upside", value: 2 } })).toMatchObject({ value: null, nearest: null, reached: false, reason: "No curve of Seller has a cap." });
    expect(lever(TWO, "curves.threshold", ["roles.seller.kpis.kinked"]).held).toBe("Threshold, every role would change “roles.seller.kpis.kinked”, which is locked.");
    expect(lever(TWO, "curves.threshold", ["roles.seller.kpis.kinked.curve.points[0].attainment"]).held).not.toBeNull();
    expect(lever(TWO, "curves.threshold", ["roles.seller.kpis.straight"]).held).toBeNull();
  });
});

describe("caps that a plan does not have", () => {
  const open = plainScenario({ roles: [plainRole()] });

  it.each(["roles.seller.payoutCap", "roles.seller.kpis.sales.curve.cap"])("%s can be moved from where it would bind", (path) => {
    const cap = lever(open, path);
    // One in 10,000 stands above e^(3.719 × 0.24622 − 0.03031): the line pays as much.
    expect(cap.value).toBeCloseTo(2.4241, 3);
    expect(usualRange(cap)).toEqual({ from: 0, to: cap.value });
    expect(presentText(cap, "USD")).toBe("none");
    // 50,000 + 50,000 × 1.2.
    expect(solve(open, { lever: path, goal: { metric: "pay@1.5", value: 110_000_00 } })).toMatchObject({ value: 1.2, goal: 110_000_00, reached: true, now: 125_000_00 });
    expect(solve(open, { lever: path, goal: { metric: "pay@1.5", value: 110_000_00 }, locks: ["roles.seller"] })).toMatchObject({ value: null, nearest: null, goal: 125_000_00 });
  });

  it("is the highest corner where that is more", () => {
    const flat = plainScenario({ roles: [plainRole({ kpis: [plainKpi({ curve: points([[0, 0], [1, 1], [5, 4]]) })] })] });
    expect(lever(flat, "roles.seller.kpis.sales.curve.cap").value).toBe(4);
    expect(lever(flat, "roles.seller.payoutCap").value).toBe(4);
  });

  it("moves no cost in the tornado", () => {
    const ids = sensitivities(open, { cost: (scenario) => headline(scenario).costAtTarget }).map(({ id }) => id);
    expect(ids.filter((id) => /cap/iu.test(id))).toEqual([]);
    expect(leversOf(open).filter(({ isEmpty, held }) => isEmpty && held === null).map(({ path }) => path)).toEqual(["roles.seller.payoutCap", "roles.seller.kpis.sales.curve.cap"]);
  });
});
