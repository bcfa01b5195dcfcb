import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { presetCurve } from "../library/index.ts";
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { SIMPLICITY_POINTS, simplicity, type SimplicityReading } from "./index.ts";

function reading(role: Partial<Role>, scenario: Partial<Scenario> = {}): SimplicityReading {
  return simplicity(plainRole(role), plainScenario(scenario));
}

function oneKpi(changes: Partial<Kpi>): Partial<Role> {
  return { kpis: [plainKpi(changes)] };
}

/** KPIs of equal weight with straight curves. */
function measures(count: number): readonly Kpi[] {
  return Array.from({ length: count }, (_, index) => plainKpi({ id: `kpi-${index}`, name: `Measure ${index}`, weight: basisPoints(10_000 / count) }));
}

const QUALITY = plainKpi({ id: "quality", name: "Quality", weight: basisPoints(0), curve: null });
const GATE = { kind: "gate", measuredBy: "quality", minimum: 1, appliesTo: "all", otherwise: "no-payout" } as const;
const MODIFIER = { kind: "modifier", measuredBy: "quality", appliesTo: "all", curve: presetCurve("steps") } as const;
const QUARTERLY = { ...PLAIN_PAYMENTS, frequency: "quarterly" } as const;

describe("simplicity", () => {
  it("counts nothing for one straight measure that is paid once a year", () => {
    expect(reading({})).toEqual({ points: 0, scale: "easy to explain", reasons: [] });
  });

  it.each<{ readonly what: string; readonly role: Partial<Role>; readonly scenario?: Partial<Scenario>; readonly points: number; readonly text: string }>([
    { what: "measures", role: { kpis: measures(4) }, points: 3 * SIMPLICITY_POINTS.measure, text: "Four measures share the pay" },
    { what: "a measure without pay", role: { kpis: [plainKpi(), QUALITY] }, points: SIMPLICITY_POINTS.unpaidMeasure, text: "Quality: measured, not paid" },
    { what: "corners beyond the third", role: oneKpi({ curve: points([[0, 0], [0.5, 0.4], [1, 1], [1.2, 1.5], [1.4, 1.7], [1.5, 1.75]]) }), points: 2 * SIMPLICITY_POINTS.corner, text: "Sales: five corners in the curve" },
    { what: "steps beyond the third", role: oneKpi({ curve: presetCurve("levels") }), points: SIMPLICITY_POINTS.corner, text: "Sales: four steps in the curve" },
    { what: "a jump", role: oneKpi({ curve: presetCurve("jump") }), points: SIMPLICITY_POINTS.jump, text: "Sales: 1 jump of pay" },
    { what: "two jumps", role: oneKpi({ curve: points([[0, 0], [0.5, 0.5], [0.5, 0.6], [1, 0.8], [1, 1]]) }), points: 2 * SIMPLICITY_POINTS.jump, text: "Sales: 2 jumps of pay" },
    { what: "tiers on everything", role: oneKpi({ curve: { kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1.2, rate: 1.25 }] } }), points: SIMPLICITY_POINTS.reachedRate, text: "Sales: the rate reached counts on everything" },
    { what: "tiers above target", role: oneKpi({ curve: presetCurve("tiers-excess") }), points: SIMPLICITY_POINTS.reachedRate, text: "Sales: the rate reached counts on everything above target" },
    { what: "a target that does not pay its share", role: oneKpi({ curve: points([[0, 0], [1, 0.9]]) }), points: SIMPLICITY_POINTS.offTarget, text: "Sales: target does not pay its share" },
    { what: "less that is better", role: oneKpi({ direction: "lower" }), points: SIMPLICITY_POINTS.lowerIsBetter, text: "Sales: less is better" },
    { what: "caps of two kinds", role: { ...oneKpi({ curve: presetCurve("capped") }), payoutCap: 2 }, points: SIMPLICITY_POINTS.mixedCaps, text: "Caps on measures and on the plan" },
    { what: "a recoverable draw", role: { draw: { kind: "recoverable", perPeriod: 1, periods: 1 } }, points: SIMPLICITY_POINTS.recoverableDraw, text: "A draw that is paid back" },
    { what: "a draw", role: { draw: { kind: "non-recoverable", perPeriod: 1, periods: 1 } }, points: SIMPLICITY_POINTS.draw, text: "A draw" },
    { what: "a guarantee", role: { draw: { kind: "guarantee", perPeriod: 1, periods: 1 } }, points: SIMPLICITY_POINTS.draw, text: "A guarantee" },
    { what: "a ramp", role: { newHires: [{ count: 1, startPeriod: 1, ramp: [0.5] }] }, points: SIMPLICITY_POINTS.ramp, text: "New hires start on a ramp" },
    { what: "cumulative payment", role: {}, scenario: { payments: { ...QUARTERLY, basis: "cumulative" } }, points: SIMPLICITY_POINTS.cumulative, text: "Payments follow the year to date" },
    { what: "seasons", role: {}, scenario: { payments: { ...QUARTERLY, seasonality: [0.1, 0.2, 0.3, 0.4] } }, points: SIMPLICITY_POINTS.seasonality, text: "Periods have different shares of the target" },
  ])("counts $what", ({ role, scenario = {}, points: count, text }) => {
    const { points: total, reasons } = reading(role, scenario);
    expect(reasons).toMatchObject([{ points: count, text }]);
    expect(total).toBe(count);
  });

  it("counts links on top of the measures they look at", () => {
    const kpis = [plainKpi(), QUALITY];
    expect(reading({ kpis, links: [GATE] }).points).toBe(SIMPLICITY_POINTS.unpaidMeasure + SIMPLICITY_POINTS.gate);
    expect(reading({ kpis, links: [GATE, MODIFIER] }).reasons.map((reason) => reason.text)).toEqual(["A modifier by Quality", "A gate on Quality", "Quality: measured, not paid"]);
  });

  it("counts kinds of curve beyond the first", () => {
    const [one, other] = measures(2);
    const kpis = [one!, { ...other!, curve: { kind: "steps", cap: null, steps: [{ from: 1, payout: 1 }] } } as const];
    expect(reading({ kpis }).reasons.map((reason) => reason.text)).toEqual(["Two measures share the pay", "Two kinds of payout curve"]);
  });

  it.each([
    { what: "two tiers of one rate reached", role: oneKpi({ curve: { kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0, rate: 1 }] } }) },
    { what: "a plan cap alone", role: { payoutCap: 2 } },
    { what: "new hires on the full target", role: { newHires: [{ count: 1, startPeriod: 1, ramp: [1, 1] }] } },
    { what: "a cap as a corner", role: oneKpi({ curve: points([[0, 0], [1, 1], [1.3, 2]], { above: "extend", cap: 3 }) }) },
  ])("does not count $what", ({ role }) => {
    expect(reading(role).points).toBe(0);
  });

  it("does not count how a yearly payment is cut", () => {
    expect(reading({}, { payments: { ...PLAIN_PAYMENTS, basis: "cumulative", seasonality: [1] } }).points).toBe(0);
  });

  it.each([
    { count: 1, scale: "easy to explain" },
    { count: 4, scale: "easy to explain" },
    { count: 5, scale: "takes a page" },
    { count: 8, scale: "takes a page" },
    { count: 10, scale: "needs a meeting" },
  ])("$count straight measures: $scale", ({ count, scale }) => {
    expect(reading({ kpis: measures(count) }).scale).toBe(scale);
  });

  it("totals its reasons, most points first, each with something to do", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (scenario) => {
        for (const role of scenario.roles) {
          const { points: total, reasons } = simplicity(role, scenario);
          expect(total).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0));
          expect(reasons.map((reason) => reason.points)).toEqual(reasons.map((reason) => reason.points).sort((one, other) => other - one));
          for (const { points: count, text, act, place } of reasons) {
            expect(Number.isInteger(count) && count > 0).toBe(true);
            expect(text.length * act.length).toBeGreaterThan(0);
            if (place?.kpiId != null) expect(role.kpis.map((kpi) => kpi.id)).toContain(place.kpiId);
          }
        }
      }),
    );
  });
});
