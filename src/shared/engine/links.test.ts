import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, points } from "../../../tests/helpers/plain-plan.ts";
import type { Curve, Kpi, Link, Role } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { evaluateRole, payoutFactorAt } from "./index.ts";

const STEP = 1e-10;
const CONTEXT = { currency: "USD", payments: PLAIN_PAYMENTS, cost: { burdenOnBase: 0, burdenOnVariable: 0, fixedPerHead: 0, budget: null, contributionMargin: null, bookedRevenue: null } };
/** Slope 2 up to target, 4 above. */
const ACCELERATED = points([[0.5, 0], [1, 1], [2, 5]], { above: "extend" });
const STEPS: Curve = { kind: "steps", cap: null, steps: [{ from: 0.5, payout: 0.5 }, { from: 1, payout: 1 }, { from: 1.25, payout: 2 }] };

/** One KPI with all the weight, and one that is only measured. */
function measured(curve: Curve, links: readonly Link[]): Role {
  return plainRole({ kpis: [plainKpi({ curve }), plainKpi({ id: "quality", weight: basisPoints(0), curve: null })], links });
}

/** The factor that pays when the KPI and the measured one stand at these attainments. */
function factor(role: Role, sales: number, quality: number): number | undefined {
  const outcome = evaluateRole(role, CONTEXT, (kpi: Kpi) => (kpi.id === "quality" ? quality : sales));
  return outcome.kpis.find((kpi) => kpi.id === "sales")?.payoutFactor;
}

const gate = (outcome: "no-payout" | "capped-at-target" | "accelerator-blocked", minimum = 0.8): Link => ({ kind: "gate", measuredBy: "quality", minimum, appliesTo: "all", otherwise: outcome });
const reduced = (by: number, minimum = 0.8): Link => ({ kind: "gate", measuredBy: "quality", minimum, appliesTo: "all", otherwise: "reduced", by });
const modifier = (curve: Curve): Link => ({ kind: "modifier", measuredBy: "quality", appliesTo: "all", curve });

describe("a gate", () => {
  it.each([
    { outcome: gate("no-payout"), missed: [0, 0, 0] },
    { outcome: reduced(0.25), missed: [0.125, 0.25, 0.75] },
    { outcome: gate("capped-at-target"), missed: [0.5, 1, 1] },
    { outcome: gate("accelerator-blocked"), missed: [0.5, 1, 2] },
  ])("$outcome.otherwise: at 75, 100 and 150 % of target, missed just below its minimum, passed from it on", ({ outcome, missed }) => {
    const role = measured(ACCELERATED, [outcome]);
    expect([0.75, 1, 1.5].map((sales) => factor(role, sales, 0.8 - STEP))).toEqual(missed);
    expect([0.75, 1, 1.5].map((sales) => factor(role, sales, 0.8))).toEqual([0.5, 1, 3]);
    expect([0.75, 1, 1.5].map((sales) => factor(role, sales, 0.8 + STEP))).toEqual([0.5, 1, 3]);
  });

  it("that blocks the accelerator pays what is paid at target on steps and levels", () => {
    const role = measured(STEPS, [gate("accelerator-blocked")]);
    expect([0.75, 1, 1.25].map((sales) => factor(role, sales, 0))).toEqual([0.5, 1, 1]);
  });

  it("that blocks the accelerator changes nothing up to target", () => {
    const role = measured(points([[0, 0.5], [0.75, 0.5], [1, 1], [2, 5]]), [gate("accelerator-blocked")]);
    expect([0, 0.5, 0.75, 1, 1.5].map((sales) => factor(role, sales, 0))).toEqual([0.5, 0.5, 0.5, 1, 2]);
  });

  it("that blocks the accelerator never pays more than the curve", () => {
    const role = measured(points([[0, 0], [1, 1], [2, 1.5]]), [gate("accelerator-blocked")]);
    expect([1.5, 2].map((sales) => factor(role, sales, 0))).toEqual([1.25, 1.5]);
  });

  it("that blocks the accelerator of a curve falling to target never takes money", () => {
    const role = measured(points([[0, 2], [1, 1], [2, 3]]), [gate("accelerator-blocked")]);
    expect([1, 1.5, 2, 3].map((sales) => factor(role, sales, 0))).toEqual([1, 0.5, 0, 0]);
  });

  it("keeps the KPI cap", () => {
    const role = measured(points([[0, 0], [1, 1]], { above: "extend", cap: 1.5 }), [gate("accelerator-blocked")]);
    expect(factor(role, 2, 0)).toBe(1.5);
  });

  it.each([
    { links: [reduced(0.5), gate("capped-at-target")], at: [0.75, 1.5], pays: [0.25, 1] },
    { links: [reduced(0.25), gate("capped-at-target")], at: [0.75, 1.5], pays: [0.125, 0.75] },
    { links: [reduced(0.5), reduced(0.25)], at: [0.75, 1.5], pays: [0.125, 0.75] },
    { links: [gate("no-payout", 0.5), reduced(0.5)], at: [0.75, 1.5], pays: [0.25, 1.5] },
    { links: [gate("no-payout", 0.7), reduced(0.5)], at: [0.75, 1.5], pays: [0, 0] },
  ])("of several, the lowest result holds ($links)", ({ links, at, pays }) => {
    const role = measured(ACCELERATED, links);
    expect(at.map((sales) => factor(role, sales, 0.6))).toEqual(pays);
  });

  it("acts on the KPIs it names, or on every weighted one but the measuring one", () => {
    const kpis = [plainKpi({ id: "a", weight: basisPoints(5_000) }), plainKpi({ id: "b", weight: basisPoints(3_000) }), plainKpi({ id: "c", weight: basisPoints(2_000) })];
    const paysWith = (appliesTo: Link["appliesTo"]) => {
      const role = plainRole({ kpis, links: [{ kind: "gate", measuredBy: "b", minimum: 1, appliesTo, otherwise: "no-payout" }] });
      return evaluateRole(role, CONTEXT, () => 0.5).kpis.map((kpi) => kpi.payoutFactor);
    };
    expect(paysWith("all")).toEqual([0, 0.5, 0]);
    expect(paysWith(["a"])).toEqual([0, 0.5, 0.5]);
    expect(paysWith(["b", "c"])).toEqual([0.5, 0, 0]);
    expect(paysWith([])).toEqual([0.5, 0.5, 0.5]);
  });

  it("on all leaves a KPI without weight alone", () => {
    const watched = plainKpi({ id: "watched", weight: basisPoints(0) });
    const role = plainRole({ kpis: [plainKpi(), watched, plainKpi({ id: "quality", weight: basisPoints(0), curve: null })], links: [gate("no-payout")] });
    expect(evaluateRole(role, CONTEXT, () => 0.5).kpis.map((kpi) => kpi.payoutFactor)).toEqual([0, 0.5, 0]);
  });

  it("reads attainment, never payout", () => {
    const unpaid = plainKpi({ id: "quality", weight: basisPoints(5_000), curve: points([[5, 1]]) });
    const role = plainRole({ kpis: [plainKpi({ weight: basisPoints(5_000) }), unpaid], links: [gate("no-payout")] });
    expect(factor(role, 1, 0.9)).toBe(1);
  });
});

describe("a modifier", () => {
  const multiplier: Curve = { kind: "steps", cap: null, steps: [{ from: 0, payout: 0.9 }, { from: 0.95, payout: 1 }, { from: 1.1, payout: 1.1 }] };

  it.each([
    { quality: 0, times: 0.9 },
    { quality: 0.95 - STEP, times: 0.9 },
    { quality: 0.95, times: 1 },
    { quality: 1.1 - STEP, times: 1 },
    { quality: 1.1, times: 1.1 },
  ])("multiplies by $times at $quality", ({ quality, times }) => {
    expect(factor(measured(ACCELERATED, [modifier(multiplier)]), 1.5, quality)).toBe(3 * times);
  });

  it("multiplies with others, after gates, and may exceed the KPI cap", () => {
    const curve = points([[0, 0], [1, 1]], { above: "extend", cap: 1.5 });
    const twice = modifier(points([[0, 2]]));
    expect(factor(measured(curve, [twice]), 3, 1)).toBe(3);
    expect(factor(measured(curve, [twice, twice]), 3, 1)).toBe(6);
    expect(factor(measured(curve, [twice, gate("capped-at-target")]), 3, 0)).toBe(2);
  });

  it("never multiplies to infinity", () => {
    const steep: Curve = { kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0, rate: 1_000 }] };
    const role = measured(steep, Array.from({ length: 1_000 }, () => modifier(steep)));
    expect(factor(role, 100, 100)).toBe(1e15);
    expect(factor(role, 0, 100)).toBe(0);
  });
});

describe("the side of a corner", () => {
  it("belongs to KPIs that move with the line, not to one that is only measured", () => {
    const links: readonly Link[] = [gate("no-payout", 1), { kind: "gate", measuredBy: "sales", minimum: 1, appliesTo: ["other"], otherwise: "no-payout" }];
    const half = basisPoints(5_000);
    const role = plainRole({ kpis: [plainKpi({ weight: half }), plainKpi({ id: "other", weight: half }), plainKpi({ id: "quality", weight: basisPoints(0), curve: null })], links });
    expect([payoutFactorAt(role, 1, "below"), payoutFactorAt(role, 1, "at"), payoutFactorAt(role, 1)]).toEqual([0.5, 1, 1]);
  });
});
