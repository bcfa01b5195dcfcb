/** What holds for every role with links, not only for the examples. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS } from "../../../tests/helpers/plain-plan.ts";
import { curveArbitrary, matrixArbitrary, roleArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { actsOn, matrixFor, mayActOn } from "../model/links.ts";
import type { Curve, Gate, GateOutcome, Kpi, Link, Role } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { snapAttainment } from "./attainment.ts";
import { evaluateRole, kpiPayoutLine, linkEffects, payoutFactorAt, rolePayoutLine, type KpiLineOptions, type LinePoint } from "./index.ts";

const CONTEXT = { currency: "USD", payments: PLAIN_PAYMENTS, cost: { burdenOnBase: 0, burdenOnVariable: 0, fixedPerHead: 0, budget: null, contributionMargin: null, bookedRevenue: null } };

const attainment = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map((points) => points / 100),
  fc.integer({ min: 0, max: 3e9 }).map((steps) => steps / 1e9),
  fc.constantFrom(0, 1, 100),
);
const stands = fc.array(attainment, { minLength: 1, maxLength: 5 });
const role = roleArbitrary().filter(({ kpis }) => kpis.length > 1);
const outcome: fc.Arbitrary<GateOutcome> = fc.oneof(
  fc.constantFrom("no-payout", "capped-at-target", "accelerator-blocked").map((otherwise) => ({ otherwise })),
  fc.double({ min: 0, max: 1, noNaN: true }).map((by) => ({ otherwise: "reduced" as const, by })),
);

/** Attainments by the place of a KPI in the scorecard, from a list that is used round and round. */
const standingIn = ({ kpis }: Role, list: readonly number[]) => (kpi: Kpi): number => list[kpis.findIndex((each) => each.id === kpi.id) % list.length] ?? 1;
const factorsOf = (one: Role, list: readonly number[]): readonly number[] => evaluateRole(one, CONTEXT, standingIn(one, list)).kpis.map((kpi) => kpi.payoutFactor);
const withLinks = (one: Role, ...links: readonly Link[]): Role => ({ ...one, links: [...one.links, ...links] });
const always = (payout: number): Curve => ({ kind: "points", below: "first", above: "flat", cap: null, points: [{ attainment: 1, payout }] });
const measureOf = ({ kpis }: Role, pick: number): string => kpis[pick % kpis.length]?.id ?? "";
/** A gate on every KPI, weighted or not. */
const gateOn = (one: Role, pick: number, minimum: number, missed: GateOutcome): Gate => ({ kind: "gate", measuredBy: measureOf(one, pick), minimum, appliesTo: one.kpis.map((kpi) => kpi.id), ...missed });

describe("a gate", () => {
  it("that is passed pays as if it were not there", () => {
    fc.assert(
      fc.property(role, stands, fc.nat(), outcome, fc.double({ min: 0, max: 1, noNaN: true }), (one, list, pick, missed, share) => {
        const measure = one.kpis[pick % one.kpis.length];
        fc.pre(measure !== undefined);
        const reached = snapAttainment(standingIn(one, list)(measure));
        expect(factorsOf(withLinks(one, gateOn(one, pick, snapAttainment(reached * share), missed)), list)).toEqual(factorsOf(one, list));
        expect(factorsOf(withLinks(one, gateOn(one, pick, reached, missed)), list)).toEqual(factorsOf(one, list));
      }),
    );
  });

  it("never raises a payout", () => {
    fc.assert(
      fc.property(role, stands, fc.nat(), outcome, attainment, (one, list, pick, missed, minimum) => {
        const free = factorsOf(one, list);
        factorsOf(withLinks(one, gateOn(one, pick, minimum, missed)), list).forEach((factor, index) => expect(factor).toBeLessThanOrEqual(free[index] ?? Number.NaN));
      }),
      { numRuns: 300 },
    );
  });

  it("that is missed and pays nothing takes everything", () => {
    fc.assert(
      fc.property(role, stands, fc.nat(), (one, list, pick) => {
        const gated = withLinks(one, gateOn(one, pick, 50, { otherwise: "no-payout" }));
        expect(factorsOf(gated, list.map((place) => Math.min(place, 49))).every((factor) => factor === 0)).toBe(true);
      }),
    );
  });
});

describe("a modifier", () => {
  it("that is 1 everywhere changes nothing", () => {
    fc.assert(
      fc.property(role, stands, fc.nat(), (one, list, pick) => {
        const modified = withLinks(one, { kind: "modifier", measuredBy: measureOf(one, pick), appliesTo: one.kpis.map((kpi) => kpi.id), curve: always(1) });
        expect(factorsOf(modified, list)).toEqual(factorsOf(one, list));
      }),
    );
  });

  it("multiplies with every other one", () => {
    fc.assert(
      fc.property(role, stands, fc.array(fc.tuple(fc.nat(), curveArbitrary()), { minLength: 1, maxLength: 3 }), (one, list, modifiers) => {
        const ids = one.kpis.map((kpi) => kpi.id);
        const links = modifiers.map(([pick, curve]): Link => ({ kind: "modifier", measuredBy: measureOf(one, pick), appliesTo: ids, curve }));
        const together = factorsOf(withLinks(one, ...links), list);
        // Alone on a KPI that pays 1, a modifier pays itself.
        const alone = (link: Link): readonly number[] => factorsOf({ ...one, kpis: one.kpis.map((kpi) => ({ ...kpi, curve: always(1) })), links: [link] }, list);
        const product = links.map(alone).reduce((all, factors) => all.map((factor, index) => factor * (factors[index] ?? 0)), factorsOf(one, list));
        together.forEach((factor, index) => expect(Math.abs(factor - (product[index] ?? Number.NaN))).toBeLessThanOrEqual(1e-12 * factor));
      }),
    );
  });
});

describe("a matrix", () => {
  const ids = ["row", "column", "paid"];
  const plan = fc.tuple(role, matrixArbitrary(ids)).map(([one, matrix]): Role => {
    const [first, second, third = first] = one.kpis;
    const kpis = [first, second, third].flatMap((kpi, index) => (kpi === undefined ? [] : [{ ...kpi, id: ids[index] ?? "", curve: kpi.curve ?? always(1) }]));
    return { ...one, kpis, links: [matrix] };
  });

  it("of the same factor everywhere pays that factor from its first row and column on, and nothing below", () => {
    fc.assert(
      fc.property(plan, stands, attainment, (one, list, factor) => {
        const [matrix] = one.links;
        if (matrix?.kind !== "matrix") throw new Error("no matrix");
        const same = { ...one, links: [{ ...matrix, appliesTo: ids, factors: matrix.factors.map((row) => row.map(() => factor)) }] };
        const at = (id: string): number => snapAttainment(list[ids.indexOf(id) % list.length] ?? 1);
        const isReached = at(matrix.measuredBy[0]) >= snapAttainment(matrix.rows[0] ?? 0) && at(matrix.measuredBy[1]) >= snapAttainment(matrix.columns[0] ?? 0);
        expect(factorsOf(same, list)).toEqual(ids.map(() => (isReached ? factor : 0)));
      }),
    );
  });

  it("never pays less than its lowest nor more than its highest cell, but nothing outside", () => {
    fc.assert(
      fc.property(plan, stands, (one, list) => {
        const [matrix] = one.links;
        if (matrix?.kind !== "matrix") throw new Error("no matrix");
        const cells = matrix.factors.flat();
        for (const factor of factorsOf({ ...one, links: [{ ...matrix, appliesTo: ids }] }, list)) {
          expect(factor === 0 || (factor >= Math.min(...cells) && factor <= Math.max(...cells))).toBe(true);
        }
      }),
    );
  });

  it("pays the same with rows and columns changed about, to the last bits", () => {
    fc.assert(
      fc.property(plan, stands, (one, list) => {
        const [matrix] = one.links;
        if (matrix?.kind !== "matrix") throw new Error("no matrix");
        const [row, column] = matrix.measuredBy;
        const turned: Link = { ...matrix, measuredBy: [column, row], appliesTo: ids, rows: matrix.columns, columns: matrix.rows, factors: matrix.columns.map((_, c) => matrix.rows.map((__, r) => matrix.factors[r]?.[c] ?? 0)) };
        const straight = factorsOf({ ...one, links: [{ ...matrix, appliesTo: ids }] }, list);
        factorsOf({ ...one, links: [turned] }, list).forEach((factor, index) => expect(factor).toBeCloseTo(straight[index] ?? Number.NaN, 12));
      }),
    );
  });
});

describe("the effects of links", () => {
  it("together are what pays: the matrix or curve, the lowest missed gate, every modifier", () => {
    fc.assert(
      fc.property(role, stands, (one, list) => {
        const evaluated = evaluateRole(one, CONTEXT, standingIn(one, list));
        evaluated.kpis.forEach((kpi) => {
          const effects = linkEffects(one, kpi.id, standingIn(one, list));
          const of = (kind: Link["kind"]): readonly number[] => effects.flatMap(({ link, factor }) => (link.kind === kind && factor !== null ? [factor] : []));
          expect(of("matrix")).toEqual(of("matrix").map(() => kpi.curveFactor));
          const pays = of("modifier").reduce((product, factor) => product * factor, Math.min(kpi.curveFactor, ...of("gate")));
          expect(Math.abs(kpi.payoutFactor - pays)).toBeLessThanOrEqual(1e-12 * pays);
        });
      }),
    );
  });

  it("count one matrix on a KPI at most", () => {
    fc.assert(
      fc.property(role, (one) => {
        for (const kpi of one.kpis) expect(one.links.filter((link) => link.kind === "matrix" && mayActOn(link, kpi.id)).length).toBe(matrixFor(one.links, kpi.id) === -1 ? 0 : 1);
      }),
    );
  });
});

/** What a line draws at an attainment: straight between its points, both values at a jump. */
function drawnAt(line: readonly LinePoint[], place: number): readonly number[] {
  const at = line.filter((point) => point.attainment === place).map((point) => point.payout);
  if (at.length > 0) return at;
  const after = line.findIndex((point) => point.attainment > place);
  const [before, next] = [line[after - 1], line[after]];
  if (before === undefined || next === undefined) return [];
  return [before.payout + ((next.payout - before.payout) * (place - before.attainment)) / (next.attainment - before.attainment)];
}

/** Attainments are told apart to ten decimals, so a steep line is as exact as its slope allows. */
function steepness(line: readonly LinePoint[]): number {
  return line.reduce((most, point, index) => {
    const width = (line[index + 1]?.attainment ?? point.attainment) - point.attainment;
    return width === 0 ? most : Math.max(most, Math.abs((line[index + 1]?.payout ?? 0) - point.payout) / width);
  }, 0);
}

function expectDrawn(line: readonly LinePoint[], place: number, pays: number): void {
  const away = drawnAt(line, place).map((drawn) => Math.abs(drawn - pays));
  expect(Math.min(...away)).toBeLessThanOrEqual(1e-9 * (1 + pays + steepness(line)));
}

/** Links that leave straight lines straight. */
const isStraight = (link: Link): boolean => link.kind === "gate" || (link.kind === "matrix" ? link.between === "step" : link.curve.kind === "steps" || link.curve.kind === "levels");

describe("a line", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const options = fc.record({ gates: fc.constantFrom<KpiLineOptions["gates"]>("as they stand", "missed", "passed"), modifiers: fc.boolean() });

  it("of a role is what it pays at any attainment, at its points where it is bent", () => {
    fc.assert(
      fc.property(role, attainment, share, fc.nat(), (one, to, where, pick) => {
        const range = { from: to * where, to: to + 0.5 };
        // On a bent line the plan cap is met on the straight piece between two points, close to where it is reached.
        const open = { ...one, payoutCap: null };
        const line = rolePayoutLine(open, range);
        const point = line[pick % line.length]?.attainment ?? to;
        expectDrawn(line, point, payoutFactorAt(open, point));
        const straight = { ...one, links: one.links.filter(isStraight) };
        const place = snapAttainment(to);
        expectDrawn(rolePayoutLine(straight, range), place, payoutFactorAt(straight, place));
      }),
      { numRuns: 400 },
    );
  });

  it("of a KPI is what it pays as it moves and the others stand, with gates as asked", () => {
    fc.assert(
      fc.property(role, stands, fc.nat(), attainment, share, fc.nat(), options, (one, list, which, to, where, pick, asked) => {
        const kpi = one.kpis[which % one.kpis.length];
        fc.pre(kpi !== undefined);
        const others = standingIn(one, list);
        const links = one.links.filter((link) => (link.kind !== "gate" || asked.gates !== "passed") && (link.kind !== "modifier" || asked.modifiers));
        // A gate is missed where a KPI that stands at 0 measures it, unless its minimum is 0.
        fc.pre(asked.gates !== "missed" || links.every((link) => link.kind !== "gate" || snapAttainment(link.minimum) > 0));
        const never: Kpi = { ...kpi, id: "never", weight: basisPoints(0), curve: null };
        const missed = (gate: Gate): Gate => ({ ...gate, measuredBy: never.id, appliesTo: one.kpis.filter((each) => actsOn(gate, each)).map((each) => each.id) });
        const read: Role = { ...one, kpis: [...one.kpis, never], links: links.map((link) => (link.kind === "gate" && asked.gates === "missed" ? missed(link) : link)) };
        const payAt = (place: number): number =>
          evaluateRole(read, CONTEXT, (each) => (each.id === never.id ? 0 : each.id === kpi.id ? place : others(each))).kpis[which % one.kpis.length]?.payoutFactor ?? Number.NaN;
        const line = kpiPayoutLine(one, kpi.id, { from: to * where, to: to + 0.5, attainmentOf: others, ...asked });
        const point = line[pick % line.length]?.attainment ?? to;
        expectDrawn(line, point, payAt(point));
        const place = snapAttainment(to);
        if (links.every(isStraight)) expectDrawn(line, place, payAt(place));
      }),
      { numRuns: 400 },
    );
  });
});
