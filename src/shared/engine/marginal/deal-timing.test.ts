import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { roleArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { Payments, Role } from "../../model/scenario.ts";
import { basisPoints } from "../../units/basis-points.ts";
import { dealTiming, worstTiming, type DealInput } from "./deal-timing.ts";

const yearly = plainScenario();
const DEAL = 100_000;

function quarterly(basis: Payments["basis"], seasonality: Payments["seasonality"] = "equal") {
  return plainScenario({ payments: { frequency: "quarterly", basis, seasonality } });
}

/** One KPI on a target of $1,000,000 that pays $50,000 there. */
function paidBy(curve: Parameters<typeof points>[0], changes: Parameters<typeof points>[1] = {}): Role {
  return plainRole({ kpis: [plainKpi({ curve: points(curve, changes) })] });
}

const KNEE = paidBy([[0, 0], [1, 1], [2, 3]], { above: "extend" });

function input(changes: Partial<DealInput> = {}): DealInput {
  return { kpiId: "sales", deal: DEAL, attained: () => 1, period: 0, ...changes };
}

describe("across the year's end", () => {
  it("a deal pays more where the curve is steeper", () => {
    // Held, it gives up 0.1 this year and gets 0.1 × 2; pulled, it gets 0.05 × 1 + 0.05 × 2 and gives up 0.1.
    const timing = dealTiming(KNEE, yearly, input({ attained: (_, period) => (period === 0 ? 0.95 : 1) }));
    expect(timing).toEqual({ share: 0.1, asItFalls: 9_750_000, held: 10_250_000, pulled: 10_000_000, gainFromHolding: 500_000, gainFromPulling: 250_000 });
  });

  it("holding gains what is beyond a cap, pulling what is under a threshold next year", () => {
    const capped = paidBy([[0.5, 0], [1, 1]], { above: "extend", cap: 1.5 });
    expect(dealTiming(capped, yearly, input({ attained: (_, period) => (period === 0 ? 1.4 : 1) })).gainFromHolding).toBe(1_000_000);
    expect(dealTiming(capped, yearly, input({ attained: (_, period) => (period === 0 ? 1 : 0.4) })).gainFromPulling).toBe(1_000_000);
  });

  it("no more is moved than there is", () => {
    const small = dealTiming(KNEE, yearly, input({ attained: (_, period) => (period === 0 ? 0.09 : 1) }));
    expect(small).toMatchObject({ gainFromHolding: 0, held: small.asItFalls });
    expect(dealTiming(KNEE, yearly, input({ attained: (_, period) => (period === 0 ? 0.1 : 1) })).held).toBe(0 + 6_000_000);
    expect(dealTiming(KNEE, yearly, input({ attained: (_, period) => (period === 0 ? 1 : 0.05) })).gainFromPulling).toBe(0);
  });

  it("there are no deals where less is better, without a target and without such a KPI", () => {
    const none = { share: 0, gainFromHolding: 0, gainFromPulling: 0 };
    expect(dealTiming(plainRole({ kpis: [plainKpi({ direction: "lower" })] }), yearly, input())).toMatchObject(none);
    expect(dealTiming(plainRole({ kpis: [plainKpi({ target: 0 })] }), yearly, input())).toMatchObject(none);
    expect(dealTiming(KNEE, yearly, input({ kpiId: "other" }))).toMatchObject(none);
    expect(worstTiming(plainRole({ kpis: [plainKpi({ target: 0 })] }), yearly, { kpiId: "sales", deal: DEAL })).toBeNull();
  });

  it("a period pays by its own target, so the deal is a larger part of it", () => {
    const timing = dealTiming(KNEE, quarterly("discrete"), input({ period: 3, attained: (_, period) => (period === 3 ? 0.8 : 1) }));
    expect(timing.share).toBeCloseTo(0.4, 12);
    // A quarter at 80 % of $12,500 gives up 0.4 and the next one gets 0.4 × 2.
    expect(timing.gainFromHolding).toBe(500_000);
  });
});

describe("within a year", () => {
  it("discrete periods pay for moving a deal", () => {
    const timing = dealTiming(KNEE, quarterly("discrete"), input({ period: 1, attained: (_, period) => (period === 1 ? 0.8 : 1) }));
    expect(timing.gainFromHolding).toBe(500_000);
    expect(timing.asItFalls).toBe(4_750_000);
  });

  it("a deal keeps its size where seasons differ, and needs a target on both sides", () => {
    const context = quarterly("discrete", [0.1, 0.4, 0.5, 0]);
    const straight = dealTiming(plainRole(), context, input({ period: 0 }));
    expect(straight).toMatchObject({ gainFromHolding: 0, gainFromPulling: 0 });
    expect(straight.share).toBe(1);
    expect(dealTiming(KNEE, context, input({ period: 2 }))).toMatchObject({ share: 0, gainFromHolding: 0, gainFromPulling: 0 });
  });

  it("cumulative payment gains nothing, whatever the plan", () => {
    fc.assert(
      fc.property(withDeal(), fc.integer({ min: 0, max: 2 }), fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 4, maxLength: 4 }), ({ role, kpiId, deal }, period, quarters) => {
        // Halves of quarters are exact, so that the year's sum is the same to the last bit.
        const timing = dealTiming(role, quarterly("cumulative"), { kpiId, deal, period, attained: (_, each) => (quarters[each % 4] ?? 0) / 128 });
        expect([timing.gainFromHolding, timing.gainFromPulling]).toEqual([0, 0]);
      }),
    );
  });
});

/** A role with a deal of a sixteenth to a half of a KPI's target, which is a power of two. */
function withDeal(): fc.Arbitrary<{ readonly role: Role; readonly kpiId: string; readonly deal: number }> {
  const target = 1_048_576;
  return fc.record({ draft: roleArbitrary(), sixteenths: fc.integer({ min: 1, max: 8 }) })
    .filter(({ draft }) => draft.kpis.some((kpi) => kpi.weight > 0))
    .map(({ draft, sixteenths }) => ({
      role: { ...draft, kpis: draft.kpis.map((kpi) => ({ ...kpi, direction: "higher" as const, target })) },
      kpiId: draft.kpis.find((kpi) => kpi.weight > 0)?.id ?? "",
      deal: (target * sixteenths) / 64,
    }));
}

describe("any plan", () => {
  it("pulling back what was held is as it fell", () => {
    fc.assert(
      fc.property(withDeal(), fc.integer({ min: 64, max: 250 }), fc.constantFrom<Payments["basis"]>("discrete", "cumulative"), ({ role, kpiId, deal }, stands, basis) => {
        const context = quarterly(basis);
        const attained = stands / 128;
        const falls = dealTiming(role, context, { kpiId, deal, period: 3, attained: () => attained });
        const moved = dealTiming(role, context, {
          kpiId, deal, period: 3,
          attained: (id, period) => attained + (id !== kpiId ? 0 : period === 3 ? -falls.share : period === 4 ? falls.share : 0),
        });
        if (attained < falls.share) return;
        expect(moved.asItFalls).toBe(falls.held);
        expect(moved.pulled).toBe(falls.asItFalls);
        expect(moved.gainFromPulling + falls.gainFromHolding).toBe(0);
      }),
    );
  });

  it("that stands the same in both years gains by holding what it gains by pulling", () => {
    fc.assert(
      fc.property(withDeal(), fc.integer({ min: 64, max: 250 }), ({ role, kpiId, deal }, stands) => {
        const timing = dealTiming(role, { ...yearly, payments: PLAIN_PAYMENTS }, { kpiId, deal, period: 0, attained: () => stands / 128 });
        expect(timing.gainFromHolding).toBe(timing.gainFromPulling);
      }),
    );
  });

  it("that is straight through the origin gains nothing but rounding", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 0, max: 250 }), fc.constantFrom(yearly, quarterly("discrete"), quarterly("discrete", [0.1, 0.2, 0.3, 0.4]), quarterly("cumulative")), (deal, stands, context) => {
        const role = plainRole({ kpis: [plainKpi({ id: "sales", weight: basisPoints(3_333) }), plainKpi({ id: "b", weight: basisPoints(6_667) })] });
        for (const period of context.payments.frequency === "annual" ? [0] : [0, 1, 2, 3]) {
          const timing = dealTiming(role, context, { kpiId: "sales", deal, period, attained: () => stands / 100 });
          expect(Math.abs(timing.gainFromHolding)).toBeLessThanOrEqual(2);
          expect(Math.abs(timing.gainFromPulling)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});

describe("the worst moment", () => {
  it("is where the year pays nothing more", () => {
    const capped = paidBy([[0.5, 0], [1, 1]], { above: "extend", cap: 1.5 });
    // The cap is reached at 125 %; with 135 % all of the deal is beyond it. Below 50 % nothing is lost either, but nearer is first.
    expect(worstTiming(capped, yearly, { kpiId: "sales", deal: DEAL })).toEqual({ attainment: 1.35, side: "at", move: "hold", gain: 1_000_000 });
  });

  it("is just below a jump that the pulled deal reaches", () => {
    const jump = paidBy([[0, 0], [1.2, 1.2], [1.2, 1.6], [2, 2.4]], { above: "extend" });
    expect(worstTiming(jump, yearly, { kpiId: "sales", deal: DEAL })).toEqual({ attainment: 1.1, side: "at", move: "pull", gain: 2_000_000 });
  });

  it("is just below a jump that is lost by holding", () => {
    const lump = paidBy([[0.7, 0.4], [1, 1], [1.3, 2.5], [1.8, 3]]);
    expect(worstTiming(lump, yearly, { kpiId: "sales", deal: DEAL })).toEqual({ attainment: 0.7, side: "below", move: "hold", gain: 2_500_000 });
  });

  it("finds where the plan cap begins", () => {
    expect(worstTiming({ ...plainRole(), payoutCap: 1.23 }, yearly, { kpiId: "sales", deal: DEAL })).toEqual({ attainment: 1.33, side: "at", move: "hold", gain: 500_000 });
  });

  it("there is none on a straight curve", () => {
    expect(worstTiming(plainRole(), yearly, { kpiId: "sales", deal: DEAL })).toBeNull();
  });

  it("gains what moving a deal there does", () => {
    fc.assert(
      fc.property(withDeal(), fc.constantFrom(yearly, quarterly("discrete"), quarterly("cumulative")), ({ role, kpiId, deal }, context) => {
        const worst = worstTiming(role, context, { kpiId, deal });
        if (worst === null) return;
        const last = context.payments.frequency === "annual" ? 0 : 3;
        const stands = worst.side === "at" ? worst.attainment : worst.attainment - 1e-10;
        const timing = dealTiming(role, context, { kpiId, deal, period: last, attained: (id, period) => (id === kpiId && period <= last ? stands : 1) });
        expect(worst.move === "hold" ? timing.gainFromHolding : timing.gainFromPulling).toBe(worst.gain);
        expect(worst.gain).toBeGreaterThan(0);
      }),
    );
  });

  it("gains at least what any attainment does", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 6 }), fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 0, max: 200 }), fc.constantFrom(yearly, quarterly("discrete"), quarterly("cumulative")), (payouts, deal, percent, context) => {
        const role = paidBy(payouts.map((payout, index) => [index / 2, payout / 100] as const));
        const last = context.payments.frequency === "annual" ? 0 : 3;
        const attained = (_: string, period: number): number => (period <= last ? percent / 100 : 1);
        const timing = dealTiming(role, context, { kpiId: "sales", deal, period: last, attained });
        const most = worstTiming(role, context, { kpiId: "sales", deal })?.gain ?? 0;
        // Between corners amounts are rounded where they happen to fall.
        expect(Math.max(timing.gainFromHolding, timing.gainFromPulling)).toBeLessThanOrEqual(most + 4);
      }),
    );
  });
});
