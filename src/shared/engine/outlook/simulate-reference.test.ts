/** Simulated years against what does not share a line with them: closed forms, and a simulation written the textbook way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { curveArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import type { Kpi, KpiOutlook, Role, Scenario } from "../../model/scenario.ts";
import { basisPoints, type BasisPoints } from "../../units/basis-points.ts";
import { splitWhole } from "../../units/money.ts";
import { compileCurve } from "../curve/compile.ts";
import { distributionOf } from "./distribution.ts";
import { expectedCost } from "./expected-cost.ts";
import { factorVariance } from "./expected-payout.ts";
import { quantileOf, simulate } from "./simulate.ts";

const spread = { mean: fc.double({ min: 0.5, max: 1.5, noNaN: true }), spread: fc.double({ min: 0.05, max: 0.5, noNaN: true }) };
const outlookArbitrary: fc.Arbitrary<KpiOutlook> = fc.oneof(
  fc.record({ shape: fc.constantFrom("lognormal" as const, "normal" as const), ...spread }),
  fc.record({ shape: fc.constant("empirical" as const), attainments: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 30 }) }),
);
const curve = curveArbitrary().filter((each) => compileCurve(each).slope.every((slope) => Math.abs(slope) < 1e3));
const roleArbitrary = (id: string): fc.Arbitrary<Role> =>
  fc.record({ kpis: fc.array(fc.tuple(curve, outlookArbitrary), { minLength: 1, maxLength: 4 }), headcount: fc.integer({ min: 1, max: 6 }), vacancy: fc.double({ min: 0, max: 0.9, noNaN: true }) }).map(({ kpis, headcount, vacancy }) => {
    const weights = splitWhole(10_000, kpis.map(() => 1));
    return plainRole({ id, headcount, vacancy, kpis: kpis.map(([each, outlook], index) => plainKpi({ id: `k${index}`, weight: weights[index] as BasisPoints, curve: each, outlook })) });
  });

function planOf(roles: readonly Role[], outlook: Partial<Scenario["outlook"]>, more: Partial<Scenario> = {}): Scenario {
  const plain = plainScenario({ roles });
  return { ...plain, ...more, outlook: { ...plain.outlook, trials: 4_000, ...outlook } };
}

/** Standard error of the mean of years in which nobody hangs together with anybody: from the closed form of the variance. */
function independentError({ roles, outlook }: Scenario): number {
  const ofKpi = ({ curve: each, outlook: lands, weight }: Kpi): number => (each === null ? 0 : (weight / 10_000) ** 2 * factorVariance(compileCurve(each), distributionOf(lands)));
  const variance = roles.reduce((sum, role) => sum + role.headcount * (role.onTargetEarnings * 100 * (1 - role.baseShare) * (1 - role.vacancy)) ** 2 * role.kpis.reduce((all, kpi) => all + ofKpi(kpi), 0), 0);
  return Math.sqrt(variance / outlook.trials);
}

describe("the mean of simulated years", () => {
  const companyArbitrary = fc.integer({ min: 1, max: 3 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => roleArbitrary(`r${index}`))));
  const shares = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })).map(([one, other]): readonly [number, number] => (one + other > 1 ? [1 - one, 1 - other] : [one, other]));

  it("is what the closed form says, within four standard errors, in 200 random plans, whatever hangs together", () => {
    fc.assert(fc.property(companyArbitrary, shares, fc.nat(1e9), (roles, [marketCorrelation, sellerCorrelation], seed) => {
      const scenario = planOf(roles, { marketCorrelation, sellerCorrelation, seed });
      const outcome = simulate(scenario);
      const exact = expectedCost(scenario).total?.cost ?? Number.NaN;
      expect(outcome.expected.cost).toBe(exact);
      expect(outcome.expectedError).toBe(0);
      // What hardly ever happens may not have happened, and then the years seem to vary less than they do. A cent is rounding.
      expect(Math.abs(outcome.meanCost - exact)).toBeLessThanOrEqual(4 * Math.max(outcome.standardError, independentError(scenario)) + roles.length);
    }), { numRuns: 200 });
  });

  it("is as uncertain as the closed form of the variance says where nothing hangs together", () => {
    // Curves on which something happens every year: what one year in hundreds brings leaves the spread of the years itself uncertain.
    const eventful = fc.constantFrom(points([[0, 0], [1, 1]], { above: "extend" }), points([[0.7, 0.4], [1, 1], [1.3, 2.5]]), points([[0, 0], [1, 1], [2, 4]]), points([[0.5, 0.5], [1, 1], [1, 1.2]]));
    const kpi = fc.tuple(eventful, fc.record({ shape: fc.constantFrom("lognormal" as const, "normal" as const), mean: fc.double({ min: 0.9, max: 1.1, noNaN: true }), spread: fc.double({ min: 0.1, max: 0.4, noNaN: true }) }));
    fc.assert(fc.property(fc.tuple(kpi, kpi), fc.integer({ min: 1, max: 6 }), fc.nat(1e9), (kpis, headcount, seed) => {
      const role = plainRole({ headcount, kpis: kpis.map(([each, outlook], index) => plainKpi({ id: `k${index}`, weight: basisPoints(5_000), curve: each, outlook })) });
      const scenario = planOf([role], { marketCorrelation: 0, sellerCorrelation: 0, seed });
      expect(simulate(scenario).standardError / independentError(scenario)).toBeCloseTo(1, 1);
    }), { numRuns: 60 });
  });
});

/** Costs of years by Math.random's kind of generator and Box and Muller, curves read off their corners. Nothing of the product. */
function textbookYears(years: number, { heads, market, seller, gate }: { heads: number; market: number; seller: number; gate: number | null }): number[] {
  let state = 123_456_789;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const logSpread = Math.sqrt(Math.log(1 + 0.25 ** 2));
  const payout = (a: number): number => (a < 0.7 ? 0 : a < 1 ? 0.4 + (a - 0.7) * 2 : a < 1.3 ? 1 + (a - 1) * 5 : 2.5);
  const costs = Array.from({ length: years }, () => {
    const shared = Math.sqrt(market) * normal();
    let cost = 0;
    for (let head = 0; head < heads; head += 1) {
      const person = shared + Math.sqrt(seller) * normal();
      const own = Math.sqrt(1 - market - seller);
      const sales = Math.exp(-(logSpread ** 2) / 2 + logSpread * (person + own * normal()));
      const service = Math.max(0, 0.95 + 0.2 * (person + own * normal()));
      const factor = 0.6 * (gate !== null && service < gate ? 0 : payout(sales)) + 0.4 * service;
      cost += 50_000_00 * 1.2 + 5_000_00 + 50_000_00 * factor * 1.0765;
    }
    return cost;
  });
  return costs.sort((a, b) => a - b);
}

describe("percentiles and the chance of passing the budget", () => {
  const cost = { ...plainScenario().cost, burdenOnBase: 0.2, burdenOnVariable: 0.0765, fixedPerHead: 5_000, budget: 1_450_000 };

  it.each([
    { heads: 12, market: 0.1, seller: 0.2, gate: null },
    { heads: 12, market: 0.4, seller: 0, gate: null },
    { heads: 12, market: 0, seller: 0.9, gate: null },
    { heads: 12, market: 0.1, seller: 0.2, gate: 0.9 },
  ])("are those of a simulation written the textbook way: %j", (given) => {
    const [years, reference] = [20_000, 60_000];
    const sales = plainKpi({ id: "sales", weight: basisPoints(6_000), curve: points([[0.7, 0.4], [1, 1], [1.3, 2.5]]), outlook: { shape: "lognormal", mean: 1, spread: 0.25 } });
    const service = plainKpi({ id: "service", weight: basisPoints(4_000), outlook: { shape: "normal", mean: 0.95, spread: 0.2 } });
    const links: Role["links"] = given.gate === null ? [] : [{ kind: "gate", measuredBy: "service", minimum: given.gate, appliesTo: ["sales"], otherwise: "no-payout" }];
    const scenario = planOf([plainRole({ headcount: given.heads, kpis: [sales, service], links })], { marketCorrelation: given.market, sellerCorrelation: given.seller, trials: years }, { cost });
    const ours = simulate(scenario);
    const theirs = textbookYears(reference, given);
    const at = (share: number): number => theirs[Math.round((reference - 1) * share)] ?? 0;
    for (const [share, percentile] of [[0.1, ours.p10], [0.5, ours.p50], [0.9, ours.p90]] as const) {
      // The share of years below it is known to four standard errors of a share, of both simulations together.
      const off = 4 * Math.sqrt(share * (1 - share) * (1 / years + 1 / reference));
      expect(percentile).toBeGreaterThanOrEqual(at(share - off));
      expect(percentile).toBeLessThanOrEqual(at(share + off));
    }
    const over = theirs.filter((each) => each > cost.budget * 100).length / reference;
    expect(Math.abs((ours.overBudget ?? Number.NaN) - over)).toBeLessThanOrEqual(4 * Math.sqrt(over * (1 - over) * (1 / years + 1 / reference)));
  });

  it("of one person on a straight line are those of attainment", () => {
    const outlook: KpiOutlook = { shape: "normal", mean: 1, spread: 0.2 };
    const { p10, p50, p90 } = simulate(planOf([plainRole({ headcount: 1, kpis: [plainKpi({ outlook })] })], { trials: 40_000 }));
    for (const [percentile, z] of [[p10, -1.2815515655], [p50, 0], [p90, 1.2815515655]] as const) expect((percentile / 100 - 50_000) / 50_000).toBeCloseTo(1 + 0.2 * z, 2);
  });

  it("are read between the two nearest of the sorted years, by hand", () => {
    const budget = { ...plainScenario().cost, budget: 530_000 };
    const { costs, p10, p50, p90, overBudget } = simulate(planOf([plainRole({ headcount: 5, kpis: [plainKpi({ outlook: { shape: "lognormal", mean: 1, spread: 0.3 } })] })], { trials: 11 }, { cost: budget }));
    expect([...costs]).toEqual([...costs].sort((a, b) => a - b));
    expect([p10, p50, p90]).toEqual([1, 5, 9].map((place) => Math.round(costs[place] ?? 0)));
    expect(overBudget).toBe([...costs].filter((each) => each > 530_000_00).length / 11);
    expect(quantileOf(Float64Array.from([1, 2, 3, 4, 5]), 0.1)).toBeCloseTo(1.4, 12);
  });
});

describe("attainments that hang together", () => {
  /** Correlation, over years, of what two people or two KPIs of one person earn on straight lines: of their z. */
  function correlationOf(roles: readonly Role[], outlook: Partial<Scenario["outlook"]>): number {
    const cost = (which: readonly Role[]): number => simulate(planOf(which, { trials: 20_000, ...outlook })).standardError ** 2;
    const [one, other] = roles;
    if (one === undefined || other === undefined) throw new Error("Two roles are compared.");
    const [ofOne, ofOther] = [cost([one]), cost([other])];
    return (cost([one, other]) - ofOne - ofOther) / (2 * Math.sqrt(ofOne * ofOther));
  }

  const even: KpiOutlook = { shape: "normal", mean: 5, spread: 0.2 };
  const onePerson = (id: string): Role => plainRole({ id, headcount: 1, kpis: [plainKpi({ outlook: even })] });

  it("do so by the market between people", () => {
    expect(correlationOf([onePerson("a"), onePerson("b")], { marketCorrelation: 0.3, sellerCorrelation: 0.5 })).toBeCloseTo(0.3, 1);
    expect(Math.abs(correlationOf([onePerson("a"), onePerson("b")], { marketCorrelation: 0, sellerCorrelation: 0.9 }))).toBeLessThan(0.03);
  });

  it("do so by market and seller between the KPIs of one person", () => {
    const withTwo = plainRole({ headcount: 1, kpis: [plainKpi({ id: "x", weight: basisPoints(5_000), outlook: even }), plainKpi({ id: "y", weight: basisPoints(5_000), outlook: even })] });
    for (const [market, seller] of [[0.2, 0.3], [0, 0.5], [0.4, 0], [0, 0]] as const) {
      const { standardError } = simulate(planOf([withTwo], { trials: 20_000, marketCorrelation: market, sellerCorrelation: seller }));
      // Two halves of variance s²/4 each with correlation r: s²/2 · (1 + r), of 5,000,000 cents × 0.2.
      const together = (2 * standardError ** 2 * 20_000) / (50_000_00 * 0.2) ** 2 - 1;
      expect(Math.abs(together - market - seller)).toBeLessThan(0.04);
    }
  });
});
