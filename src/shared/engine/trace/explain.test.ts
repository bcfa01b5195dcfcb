import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { Scenario } from "../../model/scenario.ts";
import { NO_MONEY, roundMoney } from "../../units/money.ts";
import { compileCurve, costAtAverage, dealTiming, evaluateRole, evaluateRoleYear, evaluateScenario, expectedCcos, expectedCost, explain, factorAt, headline, marginalPay, marginalPayLine, payoutFactorAt, periodsOf, recompute, upside } from "../index.ts";
import type { AttainmentInput, Question, TraceNode } from "../index.ts";

const attainment = fc.double({ min: 0, max: 3, noNaN: true });

/** As a scenario most often is: nothing in it that takes simulated years. */
function inClosedForm(scenario: Scenario): Scenario {
  return { ...scenario, payments: { ...scenario.payments, basis: "cumulative" }, roles: scenario.roles.map((role) => ({ ...role, links: [], payoutCap: null, draw: null })) };
}

/** The root of a trace, proven to be found again from its inputs. */
function valueOf(scenario: Scenario, question: Question): number | null {
  const explanation = explain(scenario, question);
  if (explanation === null) return null;
  for (const node of nodesIn(explanation.root)) {
    expect(recompute(node)).toBe(node.value);
    if (node.kind === "step") expect(node.formula.signs.length).toBe(Math.max(0, node.parts.length - 1));
    expect(node.name).not.toBe("");
  }
  return explanation.root.value;
}

function nodesIn(node: TraceNode): readonly TraceNode[] {
  switch (node.kind) {
    case "input":
      return [node];
    case "curve":
      return [node, ...nodesIn(node.at)];
    case "step":
      return [node, ...node.parts.flatMap(nodesIn)];
  }
}

describe("explain, on any scenario", () => {
  it("has the figures of roles and of the company, and finds them again from the inputs", () => {
    fc.assert(fc.property(scenarioArbitrary(), attainment, (scenario, uniform) => {
      const at: AttainmentInput = { kind: "uniform", attainment: uniform };
      const outcome = evaluateScenario(scenario, at);
      for (const role of outcome.roles) {
        for (const figure of ["base", "targetIncentive", "incentive", "pay", "burden", "costPerHead"] as const) {
          expect(valueOf(scenario, { of: "role", figure, roleId: role.id, at })).toBe(role[figure]);
        }
        for (const figure of ["base", "incentive", "burden", "cost"] as const) expect(valueOf(scenario, { of: "role-cost", figure, roleId: role.id, at })).toBe(role.cost[figure]);
        expect(valueOf(scenario, { of: "role-cost", figure: "creditedRevenue", roleId: role.id, at })).toBe(role.creditedRevenue);
        for (const kpi of role.kpis) expect(valueOf(scenario, { of: "kpi-payout", roleId: role.id, kpiId: kpi.id, at })).toBe(kpi.payout);
      }
      for (const figure of ["base", "incentive", "burden", "cost", "creditedRevenue", "ccos"] as const) expect(valueOf(scenario, { of: "total", figure, at })).toBe(outcome.total[figure]);
    }), { numRuns: 60 });
  });

  it("has the headline and the upside", () => {
    fc.assert(fc.property(scenarioArbitrary(), (scenario) => {
      const figures = headline(scenario);
      for (const figure of ["people", "onTargetEarnings", "targetIncentive", "costAtTarget", "againstBudget", "ccos"] as const) expect(valueOf(scenario, { of: "headline", figure })).toBe(figures[figure]);
      for (const role of scenario.roles) {
        expect(valueOf(scenario, { of: "upside", figure: "multiple", roleId: role.id })).toBe(upside(role, scenario).multiple);
        expect(valueOf(scenario, { of: "upside", figure: "pay", roleId: role.id })).toBe(upside(role, scenario).pay);
      }
    }), { numRuns: 60 });
  });

  it("has the expected cost, its parts, what the spread adds and its share of revenue, wherever there is a closed form", () => {
    fc.assert(fc.property(scenarioArbitrary(), fc.boolean(), (drawn, keeps) => {
      const scenario = keeps ? drawn : inClosedForm(drawn);
      const expected = expectedCost(scenario);
      const budget = scenario.cost.budget === null ? null : roundMoney(scenario.cost.budget, scenario.currency);
      const total = expected.total;
      for (const figure of ["incentive", "burden", "cost"] as const) {
        expect(valueOf(scenario, { of: "expected", figure })).toBe(total?.[figure] ?? null);
        for (const [index, role] of scenario.roles.entries()) expect(valueOf(scenario, { of: "role-expected", figure, roleId: role.id })).toBe(expected.roles[index]?.[figure] ?? null);
      }
      expect(valueOf(scenario, { of: "expected", figure: "againstBudget" })).toBe(total === null || budget === null ? null : total.cost - budget);
      expect(valueOf(scenario, { of: "expected", figure: "gap" })).toBe(total === null ? null : total.cost - costAtAverage(scenario).cost);
      expect(valueOf(scenario, { of: "expected", figure: "ccos" })).toBe(total === null ? null : expectedCcos(scenario, total).ccos);
    }), { numRuns: 60 });
  });

  it("has the points of the curves", () => {
    fc.assert(fc.property(scenarioArbitrary(), attainment, (scenario, place) => {
      for (const role of scenario.roles) {
        expect(valueOf(scenario, { of: "role-curve", roleId: role.id, attainment: place })).toBe(payoutFactorAt(role, place));
        for (const kpi of role.kpis) expect(valueOf(scenario, { of: "curve", roleId: role.id, kpiId: kpi.id, attainment: place })).toBe(kpi.curve === null ? null : factorAt(compileCurve(kpi.curve), place));
      }
    }), { numRuns: 60 });
  });

  it("has every payment of the year", () => {
    fc.assert(fc.property(scenarioArbitrary(), fc.array(attainment, { minLength: 12, maxLength: 12 }), (scenario, path) => {
      for (const role of scenario.roles) {
        const attained = Object.fromEntries(role.kpis.map((kpi, index) => [kpi.id, path.map((_, period) => path[(period + index) % 12] ?? 1)]));
        const year = evaluateRoleYear(role, scenario, (kpiId, period) => attained[kpiId]?.[period] ?? 1);
        [year.staff, ...year.hires].forEach((person, group) => {
          const ask = (figure: "earned" | "drawn" | "recovered" | "paid" | "balance", period: number | null): number | null =>
            explain(scenario, { of: "period", figure, roleId: role.id, hires: group === 0 ? null : group - 1, period, attained })?.root.value ?? null;
          for (const period of person.periods) for (const figure of ["earned", "drawn", "recovered", "paid", "balance"] as const) expect(ask(figure, period.period - 1)).toBe(period[figure]);
          expect(ask("paid", null)).toBe(person.incentive);
        });
      }
    }), { numRuns: 12 });
  });

  it("has what a little more pays: a point, a unit, the next jump, and a point along each curve", () => {
    fc.assert(fc.property(scenarioArbitrary(), attainment, (scenario, uniform) => {
      const at: AttainmentInput = { kind: "uniform", attainment: uniform };
      for (const role of scenario.roles) {
        for (const pay of marginalPay(role, scenario, (kpi) => (kpi.weight > 0 ? uniform : 1))) {
          const of = { roleId: role.id, kpiId: pay.kpiId, at };
          expect(valueOf(scenario, { of: "next-point", ...of })).toBe(pay.perPoint);
          expect(valueOf(scenario, { of: "next-unit", ...of })).toBe(pay.perUnit);
          if (pay.nextCliff !== null) expect(valueOf(scenario, { of: "jump", ...of, attainment: pay.nextCliff.attainment })).toBe(pay.nextCliff.amount);
        }
        for (const { id, curve, target } of role.kpis) {
          if (curve === null) continue;
          const share = evaluateRole(role, scenario, () => 1).kpis.find((kpi) => kpi.id === id)?.targetIncentive ?? NO_MONEY;
          for (const piece of marginalPayLine(compileCurve(curve), share, target)) {
            // Attainments are told apart to ten decimals: a shorter piece has none inside.
            if (piece.to - piece.from < 1e-9) continue;
            const value = valueOf(scenario, { of: "per-point", roleId: role.id, kpiId: id, attainment: (piece.from + piece.to) / 2 });
            expect(Math.abs((value ?? Number.NaN) - piece.perPoint)).toBeLessThanOrEqual(Math.max(1, share, Math.abs(piece.perPoint)) * 1e-9);
          }
        }
      }
    }), { numRuns: 30 });
  });

  it("has what moving a deal gains, across the year's end and within the year", () => {
    fc.assert(fc.property(scenarioArbitrary(), fc.array(attainment, { minLength: 24, maxLength: 24 }), fc.nat(11), fc.double({ min: 0.01, max: 0.5, noNaN: true }), (scenario, path, place, size) => {
      const periods = periodsOf(scenario.payments);
      for (const role of scenario.roles) {
        const attained = Object.fromEntries(role.kpis.map((kpi, index) => [kpi.id, path.map((_, period) => path[(period + index) % 24] ?? 1)]));
        for (const kpi of role.kpis) {
          const input = { kpiId: kpi.id, deal: kpi.target * size, period: place % periods };
          const timing = dealTiming(role, scenario, { ...input, attained: (id, period) => attained[id]?.[period] ?? 1 });
          for (const [move, gain] of [["hold", timing.gainFromHolding], ["pull", timing.gainFromPulling]] as const) {
            const value = valueOf(scenario, { of: "deal", roleId: role.id, ...input, move, attained });
            expect(value ?? 0).toBe(gain);
          }
        }
      }
    }), { numRuns: 8 });
  });

  it("finds a payment again from its inputs", () => {
    fc.assert(fc.property(scenarioArbitrary(), attainment, (scenario, place) => {
      const role = scenario.roles[0];
      fc.pre(role !== undefined);
      const attained = Object.fromEntries(role.kpis.map((kpi) => [kpi.id, Array.from({ length: 12 }, (_, period) => place * (1 + period / 12))]));
      valueOf(scenario, { of: "period", figure: "paid", roleId: role.id, hires: null, period: periodsOf(scenario.payments) - 1, attained });
    }), { numRuns: 30 });
  });
});

describe("explain", () => {
  const curve = points([[0.7, 0.4], [1, 1], [1.3, 2.5]]);
  const role = plainRole({ onTargetEarnings: 165_000, baseShare: 0.6, kpis: [plainKpi({ id: "sourced", name: "Sourced revenue", curve })] });
  const scenario = plainScenario({ roles: [role] });
  const at: AttainmentInput = { kind: "each", byRole: { seller: { sourced: 1.08 } } };
  const asked = explain(scenario, { of: "kpi-payout", roleId: "seller", kpiId: "sourced", at });

  it("names what goes in, where it stands, and the segment that applied", () => {
    const root = asked?.root;
    if (root?.kind !== "step") throw new Error("A payout is worked out.");
    const [incentive, weight, factor] = root.parts;
    expect(incentive).toMatchObject({ value: 66_000_00, formula: { words: "OTE × incentive share" } });
    expect(weight).toMatchObject({ value: 1, place: { roleId: "seller", kpiId: "sourced", field: "weight" } });
    expect(factor).toMatchObject({ kind: "curve", segment: { from: 1, to: 1.3, payout: 1 }, at: { value: 1.08, place: null }, place: { roleId: "seller", kpiId: "sourced", field: "curve" } });
    expect(root.value).toBe(92_400_00);
    expect(nodesIn(root).flatMap((node) => (node.kind === "input" && node.place !== null ? [node.place.field] : []))).toEqual(["onTargetEarnings", "baseShare", "weight"]);
  });

  it("says the order, what applied, and what one more point pays", () => {
    expect(asked?.order).toEqual([expect.stringContaining("gates, modifiers"), "No gate or modifier acts here.", "The curve has no cap within reach."]);
    expect(asked?.next).toEqual({ sentence: "One more point of attainment pays", amount: 3_300_00 });
  });

  it("shows gates and modifiers with what they are measured by", () => {
    const linked = plainScenario({
      roles: [plainRole({
        kpis: [plainKpi({ id: "a", name: "Revenue" }), { ...plainKpi({ id: "b", name: "Satisfaction" }), weight: plainKpi().weight, curve: null }].map((kpi, index) => (index === 0 ? kpi : { ...kpi, weight: 0 as typeof kpi.weight })),
        links: [
          { kind: "gate", measuredBy: "b", minimum: 0.9, appliesTo: ["a"], otherwise: "reduced", by: 0.5 },
          { kind: "modifier", measuredBy: "b", appliesTo: "all", curve: { kind: "steps", cap: null, steps: [{ from: 0, payout: 0.8 }] } },
        ],
      })],
    });
    const answer = explain(linked, { of: "kpi-payout", roleId: "seller", kpiId: "a", at: { kind: "each", byRole: { seller: { a: 1, b: 0.8 } } } });
    expect(answer?.root.value).toBe(20_000_00);
    expect(nodesIn(answer?.root ?? { kind: "input", name: "", value: 0, unit: "count", place: null }).map((node) => node.name)).toEqual(expect.arrayContaining(["after gates", "gate on Satisfaction", "after modifiers", "modifier by Satisfaction"]));
    expect(answer?.order).toContain("Gates and modifiers act here.");
  });

  it("has no answer for what does not exist", () => {
    expect(explain(scenario, { of: "kpi-payout", roleId: "nobody", kpiId: "sourced", at })).toBeNull();
    expect(explain(scenario, { of: "kpi-payout", roleId: "seller", kpiId: "none", at })).toBeNull();
    expect(explain(scenario, { of: "headline", figure: "againstBudget" })).toBeNull();
    expect(explain(plainScenario({ roles: [] }), { of: "headline", figure: "ccos" })).toBeNull();
    expect(explain({ ...scenario, payments: PLAIN_PAYMENTS }, { of: "period", figure: "paid", roleId: "seller", hires: 3, period: 0, attained: {} })).toBeNull();
  });
});
