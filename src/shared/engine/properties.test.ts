/** What holds for every valid document, not only for the examples. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS } from "../../../tests/helpers/plain-plan.ts";
import { curveArbitrary, roleArbitrary, scenarioArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import type { Curve, Kpi, Link, Matrix, Role, Scenario } from "../model/scenario.ts";
import { minorPerUnit } from "../units/currency.ts";
import { snapAttainment } from "./attainment.ts";
import type { AttainmentInput, CompiledCurve, RoleOutcome } from "./outcome.ts";
import {
  attainmentOf, budgetCrossing, compileCurve, costLine, curveLine, curveTraits, evaluateRole, evaluateScenario, factorAt, headline, notCalculated,
  payoutFactorAt, periodsOf, rolePayoutLine, upside,
} from "./index.ts";

const attainment = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map((points) => points / 100),
  fc.integer({ min: 0, max: 4e9 }).map((steps) => steps / 1e9),
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom(0, 1, 100),
);
const noCost = { burdenOnBase: 0, burdenOnVariable: 0, fixedPerHead: 0, budget: null, contributionMargin: null, bookedRevenue: null };
const dollars = { currency: "USD", payments: PLAIN_PAYMENTS, cost: noCost };

function neverFalls({ below, at, slope }: CompiledCurve): boolean {
  return slope.every((rise, index) => rise >= 0 && (at[index] ?? 0) >= (below[index] ?? 0) && (below[index + 1] ?? Infinity) >= (at[index] ?? 0));
}

function climbs({ factors }: Matrix): boolean {
  return factors.every((row, r) => row.every((factor, column) => factor >= (row[column - 1] ?? 0) && factor >= (factors[r - 1]?.[column] ?? 0)));
}

/** Attainments of every KPI of every role, from a list that is used round and round. */
function eachAt(scenario: Scenario, list: readonly number[]): AttainmentInput {
  let turn = 0;
  const next = (): number => list[turn++ % list.length] ?? 1;
  return { kind: "each", byRole: Object.fromEntries(scenario.roles.map((role) => [role.id, Object.fromEntries(role.kpis.map((kpi) => [kpi.id, next()]))])) };
}

/** Every number inside a value, with the path to it. */
function numbersIn(value: unknown, path = ""): readonly (readonly [string, number])[] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

function expectFinite(value: unknown): void {
  expect(numbersIn(value).filter(([, number]) => !Number.isFinite(number) || Object.is(number, -0))).toEqual([]);
}

describe("a curve", () => {
  it("never pays less as attainment rises, unless it says so", () => {
    fc.assert(
      fc.property(curveArbitrary(), attainment, attainment, (curve, one, other) => {
        const compiled = compileCurve(curve);
        fc.pre(neverFalls(compiled));
        expect(factorAt(compiled, Math.min(one, other))).toBeLessThanOrEqual(factorAt(compiled, Math.max(one, other)));
      }),
      { numRuns: 500 },
    );
  });

  it("never pays more than its cap, nor less than nothing", () => {
    fc.assert(
      fc.property(fc.oneof(curveArbitrary(), curveArbitrary("extreme")), attainment, fc.constantFrom("at" as const, "below" as const), (curve, place, side) => {
        const factor = factorAt(compileCurve(curve), place, side);
        expect(factor).toBeGreaterThanOrEqual(0);
        expect(factor).toBeLessThanOrEqual(curve.cap ?? Infinity);
      }),
      { numRuns: 500 },
    );
  });

  it("is itself without its cap, cut at the cap", () => {
    fc.assert(
      fc.property(curveArbitrary(), attainment, (curve, place) => {
        const uncapped: Curve = { ...curve, cap: null };
        expect(factorAt(compileCurve(curve), place)).toBeCloseTo(Math.min(factorAt(compileCurve(uncapped), place), curve.cap ?? Infinity), 6);
      }),
      { numRuns: 500 },
    );
  });

  it("has corners in ascending order, the first at 0, and meets each of them", () => {
    fc.assert(
      fc.property(fc.oneof(curveArbitrary(), curveArbitrary("extreme")), (curve) => {
        const compiled = compileCurve(curve);
        expect(compiled.x[0]).toBe(0);
        expect(compiled.x.every((place, index) => index === 0 || place > (compiled.x[index - 1] ?? Infinity))).toBe(true);
        expect(compiled.x.map((place) => factorAt(compiled, place))).toEqual(compiled.at);
        expect(compiled.x.map((place) => factorAt(compiled, place, "below"))).toEqual(compiled.below);
        expectFinite(compiled);
        expectFinite(curveTraits(compiled));
      }),
      { numRuns: 500 },
    );
  });

  it("is its line, between any two attainments", () => {
    fc.assert(
      fc.property(curveArbitrary(), attainment, attainment, fc.double({ min: 0, max: 1, noNaN: true }), (curve, one, other, share) => {
        const compiled = compileCurve(curve);
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const place = from + (to - from) * share;
        const line = curveLine(compiled, from, to);
        const after = line.findIndex((point) => point.attainment >= place);
        const [before, next] = [line[Math.max(0, after - 1)], line[after]];
        if (before === undefined || next === undefined || next.attainment === before.attainment) return;
        const drawn = before.payout + ((next.payout - before.payout) * (place - before.attainment)) / (next.attainment - before.attainment);
        const values = [factorAt(compiled, place, "below"), factorAt(compiled, place, "at")];
        // Attainments are told apart to ten decimals, so a steep line is as exact as its slope allows.
        const steepest = Math.max(...compiled.slope.map(Math.abs));
        expect(Math.min(...values.map((value) => Math.abs(value - drawn)))).toBeLessThanOrEqual(1e-9 * (1 + steepest));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a plan", () => {
  it("never pays less as attainment rises, unless a curve or matrix of it says so", () => {
    fc.assert(
      fc.property(roleArbitrary(), attainment, attainment, (role, one, other) => {
        fc.pre(curvesOf(role).every((curve) => neverFalls(compileCurve(curve))) && role.links.every((link) => link.kind !== "matrix" || climbs(link)));
        const pay = (place: number): number => evaluateRole(role, dollars, () => place).pay;
        expect(pay(Math.min(one, other))).toBeLessThanOrEqual(pay(Math.max(one, other)));
        // The slopes of a linear matrix multiply: its last bits may fall.
        expect(payoutFactorAt(role, Math.min(one, other))).toBeLessThanOrEqual(payoutFactorAt(role, Math.max(one, other)) * (1 + 1e-14));
      }),
      { numRuns: 500 },
    );
  });

  it("pays no KPI more than its cap without modifiers, and no person more than the plan cap", () => {
    fc.assert(
      fc.property(roleArbitrary(), attainment, (role, place) => {
        const plain = { ...role, links: role.links.filter((link) => link.kind === "gate") };
        evaluateRole(plain, dollars, () => place).kpis.forEach((kpi, index) => expect(kpi.payoutFactor).toBeLessThanOrEqual(plain.kpis[index]?.curve?.cap ?? Infinity));
        const outcome = evaluateRole(role, dollars, () => place);
        expect(outcome.incentive).toBeLessThanOrEqual(Math.ceil(outcome.targetIncentive * (role.payoutCap ?? Infinity) || 0));
      }),
      { numRuns: 300 },
    );
  });

  it("gives all of target incentive to its KPIs", () => {
    fc.assert(
      fc.property(roleArbitrary(), (role) => {
        const outcome = evaluateRole(role, dollars, () => 1);
        fc.pre(outcome.kpis.length > 0);
        expect(outcome.kpis.reduce((sum, kpi) => sum + kpi.targetIncentive, 0)).toBe(outcome.targetIncentive);
        outcome.kpis.forEach((kpi, index) => {
          const exact = (outcome.targetIncentive * (role.kpis[index]?.weight ?? 0)) / 10_000;
          expect(Math.abs(kpi.targetIncentive - exact)).toBeLessThan(1);
        });
      }),
    );
  });

  it("pays the same with a gate that is passed, and with a modifier of 1", () => {
    fc.assert(
      fc.property(roleArbitrary(), fc.array(attainment, { minLength: 1, maxLength: 5 }), fc.nat(), (role, list, pick) => {
        fc.pre(role.kpis.length > 0);
        const measuredBy = role.kpis[pick % role.kpis.length]?.id ?? "";
        const one: Curve = { kind: "points", below: "first", above: "flat", cap: null, points: [{ attainment: 1, payout: 1 }] };
        const same: readonly Link[] = [
          { kind: "gate", measuredBy, minimum: 0, appliesTo: "all", otherwise: "no-payout" },
          { kind: "gate", measuredBy, minimum: Math.min(...list), appliesTo: "all", otherwise: "reduced", by: 0.5 },
          { kind: "modifier", measuredBy, appliesTo: "all", curve: one },
        ];
        const stand = (kpi: Kpi): number => list[role.kpis.indexOf(kpi) % list.length] ?? 1;
        const linked: Role = { ...role, links: [...role.links, ...same] };
        expect(evaluateRole(linked, dollars, (kpi) => stand(role.kpis[linked.kpis.indexOf(kpi)] ?? kpi))).toEqual(evaluateRole(role, dollars, stand));
      }),
    );
  });

  it("pays in proportion to on-target earnings", () => {
    fc.assert(
      fc.property(roleArbitrary(), fc.array(attainment, { minLength: 1, maxLength: 5 }), (role, list) => {
        const stand = (index: number): number => list[index % list.length] ?? 1;
        const pay = (one: Role): RoleOutcome => evaluateRole(one, dollars, (kpi) => stand(one.kpis.indexOf(kpi)));
        const small = pay(role);
        const large = pay({ ...role, onTargetEarnings: role.onTargetEarnings * 1_000 });
        // One minor unit of target incentive moves by at most half a unit, and each KPI by its factor as much.
        const slack = 2 + small.kpis.reduce((sum, kpi) => sum + 2 * kpi.payoutFactor + 1, 0) + (role.payoutCap ?? 0);
        expect(Math.abs(large.base / 1_000 - small.base)).toBeLessThanOrEqual(2);
        expect(Math.abs(large.incentive / 1_000 - small.incentive)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  it("pays the same amounts in a currency with more decimals", () => {
    fc.assert(
      fc.property(roleArbitrary(), attainment, (role, place) => {
        const inCurrency = (currency: string): RoleOutcome => evaluateRole(role, { ...dollars, currency }, () => place);
        const [coarse, fine] = [inCurrency("USD"), inCurrency("CLF")];
        const slack = 2 + coarse.kpis.reduce((sum, kpi) => sum + 2 * kpi.payoutFactor + 1, 0) + (role.payoutCap ?? 0);
        const factor = minorPerUnit("CLF") / minorPerUnit("USD");
        expect(Math.abs(fine.incentive / factor - coarse.incentive)).toBeLessThanOrEqual(slack);
        expect(Math.abs(fine.base / factor - coarse.base)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe("a scenario", () => {
  it("foots: every total is the sum of its parts", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.array(attainment, { minLength: 1, maxLength: 7 }), (scenario, list) => {
        const { roles, total } = evaluateScenario(scenario, eachAt(scenario, list));
        fc.pre(total.cost < 2 ** 50);
        for (const role of roles) {
          const payouts = role.kpis.reduce((sum, kpi) => sum + kpi.payout, 0);
          expect({ incentive: role.incentive, pay: role.pay, costPerHead: role.costPerHead, cost: role.cost.cost }).toEqual({
            incentive: payouts, pay: role.base + payouts, costPerHead: role.pay + role.burden, cost: role.cost.base + role.cost.incentive + role.cost.burden,
          });
        }
        const counting = roles.filter((role) => role.countsInCost);
        const sum = (read: (role: RoleOutcome) => number): number => counting.reduce((all, role) => all + read(role), 0);
        expect(total).toMatchObject({
          base: sum((role) => role.cost.base), incentive: sum((role) => role.cost.incentive), burden: sum((role) => role.cost.burden),
          cost: total.base + total.incentive + total.burden, creditedRevenue: sum((role) => role.creditedRevenue),
        });
        expect(numbersIn(total).filter(([path, number]) => !path.endsWith("ccos") && !Number.isInteger(number))).toEqual([]);
      }),
    );
  });

  it("costs on its line what it costs when evaluated, to the rounding", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), attainment, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, place, share) => {
        const straight = { ...scenario, roles: scenario.roles.map((role) => ({ ...role, links: role.links.filter(isStraight) })) };
        expectLineMatches(straight, { from: place * share, to: place + 0.5 }, place);
      }),
      { numRuns: 500 },
    );
  });

  it("costs at the points of a bent line what it costs when evaluated, to the rounding", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), roleArbitrary(), fc.nat(), (scenario, role, pick) => {
        const range = { from: 0.5, to: 1.5 };
        // On a bent line the plan cap is met on the straight piece between two points, close to where it is reached.
        const alone = { ...scenario, roles: [{ ...role, payoutCap: null, countsInCost: true }] };
        const line = costLine(alone, { roleId: null, ...range });
        expectLineMatches(alone, range, line[pick % line.length]?.attainment ?? 1);
      }),
      { numRuns: 300 },
    );
  });

  it("has lines in ascending order from end to end of the range, with at most two points at one attainment", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), attainment, attainment, (scenario, one, other) => {
        const range = { from: Math.min(one, other), to: Math.max(one, other) };
        const lines = [costLine(scenario, { roleId: null, ...range }), ...scenario.roles.map((role) => rolePayoutLine(role, range))];
        for (const places of lines.map((line) => line.map((point) => point.attainment))) {
          if (places.length === 0) continue;
          expect([places[0], places.at(-1)]).toEqual([range.from, range.to]);
          expect(places.every((place, index) => index === 0 || place >= (places[index - 1] ?? Infinity))).toBe(true);
          expect(places.every((place, index) => index < 2 || place > (places[index - 2] ?? Infinity))).toBe(true);
        }
      }),
    );
  });

  it("passes its budget where the line says so", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.double({ min: 0, max: 2, noNaN: true }), (scenario, share) => {
        const line = costLine(scenario, { roleId: null, from: 0.5, to: 1.5 });
        const middle = line[Math.floor(line.length / 2)];
        fc.pre(middle !== undefined);
        const budget = Math.round((middle.base + middle.burden + middle.incentive) * share);
        const crossing = budgetCrossing(line, budget as Parameters<typeof budgetCrossing>[1]);
        const totals = line.map((point) => point.base + point.burden + point.incentive);
        const overAtStart = (totals[0] ?? 0) - budget >= 0.5;
        if (crossing === null) {
          expect(totals.every((total) => total - budget >= 0.5 === overAtStart)).toBe(true);
        } else {
          expect(crossing.direction).toBe(overAtStart ? "under" : "over");
          const until = totals.filter((_, index) => (line[index]?.attainment ?? 0) < crossing.attainment);
          expect(until.every((total) => total - budget >= 0.5 === overAtStart)).toBe(true);
        }
      }),
    );
  });

  it("never gives a figure that is not a number, however extreme the document", () => {
    fc.assert(
      fc.property(scenarioArbitrary("extreme"), fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 7 }), (scenario, list) => {
        expectFinite(evaluateScenario(scenario, eachAt(scenario, list)));
        expectFinite(evaluateScenario(scenario, { kind: "uniform", attainment: list[0] ?? 1 }));
        expectFinite(headline(scenario));
        expectFinite(scenario.roles.map((role) => upside(role, scenario)));
        const range = { from: Math.min(...list), to: Math.max(...list) };
        const line = costLine(scenario, { roleId: null, ...range });
        expectFinite(line);
        expectFinite(scenario.roles.map((role) => rolePayoutLine(role, range)));
        expectFinite(budgetCrossing(line, headline(scenario).budget ?? headline(scenario).costAtTarget));
        expect(notCalculated(scenario).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it("gives an attainment from 0 to 100 for any result", () => {
    const any = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    const target = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(any, target, fc.constantFrom("higher" as const, "lower" as const), (actual, goal, direction) => {
        const reached = attainmentOf({ actual, target: goal, direction });
        expect(reached).toBeGreaterThanOrEqual(0);
        expect(reached).toBeLessThanOrEqual(100);
      }),
    );
  });
});

function curvesOf(role: Role): readonly Curve[] {
  return [...role.kpis.flatMap((kpi) => (kpi.curve === null ? [] : [kpi.curve])), ...role.links.flatMap((link) => (link.kind === "modifier" ? [link.curve] : []))];
}

/** Whether a link leaves a straight line straight. */
function isStraight(link: Link): boolean {
  switch (link.kind) {
    case "gate":
      return true;
    case "modifier":
      return link.curve.kind === "steps" || link.curve.kind === "levels";
    case "matrix":
      return link.between === "step";
  }
}

/** The line at one attainment, from either side of a jump, against the rounded figures there. */
function expectLineMatches(scenario: Scenario, range: { readonly from: number; readonly to: number }, where: number): void {
  const place = snapAttainment(where);
  const line = costLine(scenario, { roleId: null, ...range });
  if (line.length === 0) return;
  const { roles, total } = evaluateScenario(scenario, { kind: "uniform", attainment: place });
  const after = line.findIndex((point) => point.attainment > place);
  const before = line[after === -1 ? line.length - 1 : Math.max(0, after - 1)];
  const next = line[after] ?? before;
  if (before === undefined || next === undefined) throw new Error("no line");
  const width = next.attainment - before.attainment;
  const share = width === 0 ? 0 : (place - before.attainment) / width;
  const drawn = before.base + before.burden + before.incentive + share * (next.incentive + next.burden - before.incentive - before.burden);
  // Per head and KPI: half a unit of rounding each period, one unit of target incentive times the factor; then the plan cap and three parts of burden.
  const periods = periodsOf(scenario.payments);
  const rounding = roles.reduce((sum, role, index) => {
    const ofKpis = role.kpis.reduce((all, kpi) => all + 0.5 * periods + kpi.payoutFactor, 0);
    return sum + role.headcount * (2 + ofKpis + (scenario.roles[index]?.payoutCap ?? 0)) * (1 + scenario.cost.burdenOnVariable) + 3;
  }, 1);
  expect(Math.abs(total.cost - drawn)).toBeLessThanOrEqual(rounding + 1e-8 * (total.cost + steepness(line)));
}

/** Attainments are told apart to ten decimals, so a steep line is as exact as its slope allows. */
function steepness(line: ReturnType<typeof costLine>): number {
  return line.reduce((most, point, index) => {
    const next = line[index + 1] ?? point;
    const width = next.attainment - point.attainment;
    return width === 0 ? most : Math.max(most, Math.abs(next.incentive - point.incentive) / width);
  }, 0);
}
