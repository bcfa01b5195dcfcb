/** Expected payout factors of all KPIs of a scenario, kept from one scenario to the next: what has not moved is not worked out again. */
import type { Curve, Kpi, KpiOutlook, Role } from "../../model/scenario.ts";
import { compileCurve } from "../curve/compile.ts";
import { curveRow, expectFactors, expectIn, spreadOver, takeOver, type CurveRow } from "./curve-row.ts";
import { distributionOf, isSpread } from "./distribution.ts";
import { expectedFactor } from "./expected-payout.ts";

/** What roles of a scenario are expected to be paid by, each at its position in the scenario. */
export type Scorecards = {
  /** Weights of each role's KPIs. */
  readonly weights: readonly (readonly number[])[];
  /** Place in the row of each role's first KPI; its others follow. */
  readonly firsts: readonly number[];
  /** Each KPI's curve alone, as without links, over its outlook. */
  readonly row: CurveRow;
};

/** Those of the last scenario, with what they were made of: by position, which is far quicker than a map of weak references. */
type Kept = Scorecards & {
  roles: readonly Role[];
  readonly lists: (readonly Kpi[])[];
  readonly weights: readonly number[][];
  readonly curves: readonly (Curve | null)[];
  readonly outlooks: (KpiOutlook | null)[];
};

let last = ofCurves([], null);

/** The scorecards of roles. They are good until those of others are asked for. */
export function scorecardsOf(roles: readonly Role[]): Scorecards {
  if (last.roles !== roles && !move(last, roles)) {
    last = ofCurves(roles, last);
    move(last, roles);
  }
  return last;
}

/** The rows of other curves, with what those of the same KPI were expected to pay before. */
function ofCurves(roles: readonly Role[], before: Kept | null): Kept {
  const lists = roles.map((role) => [...role.kpis]);
  const curves = lists.flatMap((kpis) => kpis.map((kpi) => kpi.curve));
  let next = 0;
  const firsts = lists.map((kpis) => (next += kpis.length) - kpis.length);
  const weights = lists.map((kpis) => kpis.map((kpi) => kpi.weight));
  const row = curveRow(curves.map((curve) => (curve === null ? null : compileCurve(curve))));
  const outlooks = curves.map((curve, place) => (before !== null && curve === before.curves[place] && takeOver(row, place, before.row) ? (before.outlooks[place] ?? null) : null));
  return { roles: [], lists, firsts, weights, curves, outlooks, row };
}

/** Whether the roles have the kept curves at the same places; then all else of them is kept instead. */
function move(known: Kept, roles: readonly Role[]): boolean {
  const { lists, firsts, weights, curves, outlooks, row } = known;
  if (roles.length !== lists.length) return false;
  let [from, to] = [outlooks.length, 0];
  for (let position = 0; position < roles.length; position += 1) {
    const { kpis } = roles[position] as Role;
    const before = lists[position] as readonly Kpi[];
    if (kpis === before) continue;
    if (kpis.length !== before.length) return false;
    const first = firsts[position] as number;
    const ofRole = weights[position] as number[];
    for (let kpi = 0; kpi < kpis.length; kpi += 1) {
      const { weight, curve, outlook } = kpis[kpi] as Kpi;
      const place = first + kpi;
      if (curve !== curves[place]) return false;
      ofRole[kpi] = weight;
      if (curve === null || outlook === outlooks[place]) continue;
      outlooks[place] = outlook;
      if (isSpread(outlook)) spreadOver(row, place, outlook);
      else expectIn(row, place, expectedFactor(compileCurve(curve), distributionOf(outlook)));
    }
    lists[position] = kpis;
    from = Math.min(from, first);
    to = first + kpis.length;
  }
  if (from < to) expectFactors(row, from, to);
  known.roles = roles;
  return true;
}
