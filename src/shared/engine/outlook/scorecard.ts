/** Expected payout factors of a role's KPIs, kept from one scenario to the next: what has not moved is not worked out again. */
import type { Curve, Kpi, KpiOutlook } from "../../model/scenario.ts";
import { compileCurve } from "../curve/compile.ts";
import { distributionOf } from "./distribution.ts";
import { expectedFactor, factorOver, piecesOf } from "./expected-payout.ts";

/** Weights, and expected payout factors by each KPI's curve alone, as without links; 0 for a KPI that pays nothing. */
export type Scorecard = { readonly weights: readonly number[]; readonly factors: readonly number[] };

/** A scorecard with what it was made of. The pieces of all its curves stand in one row, for the processor to read in a row. */
type Kept = {
  kpis: readonly Kpi[];
  readonly weights: number[];
  readonly factors: number[];
  readonly curves: (Curve | null)[];
  readonly outlooks: (KpiOutlook | null)[];
  readonly ends: number[];
  pieces: Float64Array;
};

/** Those of the last scenario by position, which is far quicker than a map of weak references. */
const last: Kept[] = [];

/** Lets go of what is kept of roles that a scenario of so many roles does not have. */
export function keepScorecards(roles: number): void {
  last.length = Math.min(last.length, roles);
}

/** The scorecard of the role at a position. It is good until the next one of that position is asked for. */
export function scorecardAt(position: number, kpis: readonly Kpi[]): Scorecard {
  const known = (last[position] ??= { kpis: [], weights: [], factors: [], curves: [], outlooks: [], ends: [], pieces: new Float64Array() });
  if (known.kpis !== kpis) move(known, kpis);
  return known;
}

function move(known: Kept, kpis: readonly Kpi[]): void {
  const { weights, factors, curves, outlooks } = known;
  if (curves.length !== kpis.length) takeCurves(known, kpis);
  for (let position = 0; position < kpis.length; position += 1) {
    const { weight, curve, outlook } = kpis[position] as Kpi;
    if (curve !== curves[position]) takeCurves(known, kpis);
    weights[position] = weight;
    if (weight === 0 || curve === null) {
      factors[position] = 0;
      outlooks[position] = null;
    } else if (outlook !== outlooks[position]) {
      factors[position] = payoutOf(known, position, curve, outlook);
      outlooks[position] = outlook;
    }
  }
  known.kpis = kpis;
}

function payoutOf({ pieces, ends }: Kept, position: number, curve: Curve, outlook: KpiOutlook): number {
  const distribution = distributionOf(outlook);
  return distribution.shape === "lognormal" || distribution.shape === "normal"
    ? factorOver(pieces, position === 0 ? 0 : (ends[position - 1] as number), ends[position] as number, distribution)
    : expectedFactor(compileCurve(curve), distribution);
}

function takeCurves(known: Kept, kpis: readonly Kpi[]): void {
  const { weights, factors, curves, outlooks, ends } = known;
  const row: number[] = [];
  for (const [position, { curve }] of kpis.entries()) {
    if (curve !== curves[position]) outlooks[position] = null;
    curves[position] = curve;
    if (curve !== null) row.push(...piecesOf(compileCurve(curve)));
    ends[position] = row.length;
  }
  for (const list of [weights, factors, curves, outlooks, ends]) list.length = kpis.length;
  known.pieces = Float64Array.from(row);
}
