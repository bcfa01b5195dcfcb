import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, points } from "../../../../tests/helpers/plain-plan.ts";
import type { Curve, Kpi, KpiOutlook, Role } from "../../model/scenario.ts";
import { WHOLE, basisPoints } from "../../units/basis-points.ts";
import { compileCurve } from "../curve/compile.ts";
import { expectedIn } from "./curve-row.ts";
import { distributionOf } from "./distribution.ts";
import { expectedFactor } from "./expected-payout.ts";
import { scorecardsOf } from "./scorecard.ts";

/** Few values, the same ones again and again, so that one thing moves while the others stay. */
const CURVES: readonly (Curve | null)[] = [null, points([[0, 0], [1, 1]]), points([[0.6, 0.4], [1, 1], [1.3, 2.5]], { above: "extend" }), points([[0.9, 0], [1, 1], [100, 3]])];
const OUTLOOKS: readonly KpiOutlook[] = [
  { shape: "lognormal", mean: 1, spread: 0.25 }, { shape: "normal", mean: 0.9, spread: 0.3 }, { shape: "normal", mean: 1, spread: 0 },
  { shape: "lognormal", mean: 60, spread: 90 }, { shape: "empirical", attainments: [0.4, 1, 1.7] },
];
const WEIGHTS = [basisPoints(0), basisPoints(2_500), WHOLE];

const kpi = fc.record({ curve: fc.constantFrom(...CURVES), outlook: fc.constantFrom(...OUTLOOKS), weight: fc.constantFrom(...WEIGHTS) }).map((changes) => plainKpi(changes));
const role = fc.array(kpi, { maxLength: 4 }).map((kpis) => plainRole({ kpis }));

/** What is expected of a KPI by a curve of its own. */
const afresh = ({ curve, outlook }: Kpi): number => (curve === null ? 0 : expectedFactor(compileCurve(curve), distributionOf(outlook)));

function expectAsAfresh(roles: readonly Role[]): void {
  const { weights, firsts, row } = scorecardsOf(roles);
  expect(weights).toEqual(roles.map(({ kpis }) => kpis.map(({ weight }) => weight)));
  expect(roles.map(({ kpis }, position) => kpis.map((_, place) => expectedIn(row, (firsts[position] ?? 0) + place)))).toEqual(roles.map(({ kpis }) => kpis.map(afresh)));
}

describe("the scorecards of a scenario", () => {
  it("are those of its KPIs, whatever stood there before", () => {
    fc.assert(fc.property(fc.array(fc.array(role, { maxLength: 3 }), { minLength: 2, maxLength: 8 }), (scenarios) => {
      for (const roles of scenarios) expectAsAfresh(roles);
    }), { numRuns: 300 });
  });

  it("follow what moves while the curves stay", () => {
    const move = fc.record({ at: fc.nat(), outlook: fc.constantFrom(...OUTLOOKS), weight: fc.constantFrom(...WEIGHTS) });
    fc.assert(fc.property(fc.array(role, { minLength: 1, maxLength: 3 }), fc.array(move, { maxLength: 6 }), (roles, moves) => {
      expectAsAfresh(roles);
      let now = roles;
      for (const { at, outlook, weight } of moves) {
        const moved = at % now.length;
        now = now.map((each, position) => (position === moved ? { ...each, kpis: each.kpis.map((of, place) => (place === at % each.kpis.length ? { ...of, outlook, weight } : of)) } : each));
        expectAsAfresh(now);
      }
    }), { numRuns: 300 });
  });

  it("are kept while the roles are", () => {
    const roles = [plainRole()];
    const { row } = scorecardsOf(roles);
    expect(scorecardsOf(roles).row).toBe(row);
    expect(scorecardsOf([...roles]).row).toBe(row);
    scorecardsOf([]);
    expect(scorecardsOf(roles).row).not.toBe(row);
  });
});
