/** What a little more of a result pays: from where a person stands, and along a whole curve. */
import type { Kpi, Role } from "../../model/scenario.ts";
import { subtractMoney, type MinorUnits } from "../../units/money.ts";
import { MOST_ATTAINMENT, attainmentOf, snapAttainment } from "../attainment.ts";
import type { CompiledCurve } from "../outcome.ts";
import { evaluateRole, type PayContext } from "../role.ts";
import type { MarginalPay, MarginalPiece } from "./outcome.ts";
import { incentiveAt, nextCliffAbove, standingAt, type Standing } from "./standing.ts";

/** A point of attainment. */
export const POINT = 0.01;

/** A unit smaller than this share of its target is told from the next one by rounding alone: this much is asked instead. */
const SMALLEST_STEP = 1e-6;

/** Slopes this close are one. */
const SAME_SLOPE = 1e-9;

/**
 * What one more point, one more unit and the next jump of each weighted KPI pay to a person who stands at given
 * attainments, everything else staying as it is (docs/compensation-model.md, "Cliffs, dead zones, the next deal"). Links and
 * plan cap are included; the year is one, so a spread over periods changes nothing.
 * @param attainments the attainment of each KPI, ratio, 1 = target
 */
export function marginalPay(role: Role, context: PayContext, attainments: Standing): readonly MarginalPay[] {
  return role.kpis
    .filter((kpi) => kpi.weight > 0)
    .map((kpi) => {
      const attainment = snapAttainment(attainments(kpi));
      return {
        kpiId: kpi.id,
        attainment,
        perPoint: onePointMore(role, context, attainments, kpi),
        perUnit: perUnitAt(role, context, attainments, kpi),
        nextCliff: nextCliffAbove(role, context, attainments, kpi),
      };
    });
}

/** incentive(a + 1 point) − incentive(a), everything else staying as it is. */
export function onePointMore(role: Role, context: PayContext, standing: Standing, kpi: Kpi): MinorUnits {
  const more = standingAt(standing, kpi.id, snapAttainment(standing(kpi)) + POINT);
  return subtractMoney(evaluateRole(role, context, more).incentive, evaluateRole(role, context, standing).incentive);
}

/**
 * One unit better: one more, or one less where less is better; several where one could not be told apart. Null where there is
 * no unit to ask about: the target is 0, or nothing is left to lose.
 */
export function unitBetter({ target, direction }: Kpi, attainment: number): { readonly units: number; readonly attainment: number } | null {
  const stands = snapAttainment(attainment);
  if (target === 0 || (direction === "lower" && stands === 0)) return null;
  const actual = direction === "lower" ? target / stands : stands * target;
  const units = Math.max(1, SMALLEST_STEP * actual, SMALLEST_STEP * target);
  return { units, attainment: attainmentOf({ actual: direction === "lower" ? actual - units : actual + units, target, direction }) };
}

function perUnitAt(role: Role, context: PayContext, standing: Standing, kpi: Kpi): number | null {
  const better = unitBetter(kpi, standing(kpi));
  if (better === null) return null;
  const gain = incentiveAt(role, context, standingAt(standing, kpi.id, better.attainment)) - incentiveAt(role, context, standing);
  return gain / better.units;
}

/**
 * What a point and a unit more pay along a whole curve, as steps from 0 to the most attainment there is: neighbours with
 * the same slope are one. Jumps are not in it, see {@link CurveFaults}.
 * @param share the KPI's share of target incentive, per head
 * @param unitsPerAttainment the KPI's target: what an attainment of 1 is in its unit
 */
export function marginalPayLine(curve: CompiledCurve, share: MinorUnits, unitsPerAttainment: number): readonly MarginalPiece[] {
  const pieces: MarginalPiece[] = [];
  let last: number | null = null;
  curve.slope.forEach((slope, index) => {
    const from = curve.x[index] ?? 0;
    const to = Math.min(curve.x[index + 1] ?? MOST_ATTAINMENT, MOST_ATTAINMENT);
    if (to <= from) return;
    const before = pieces.at(-1);
    if (before !== undefined && last !== null && Math.abs(last - slope) <= SAME_SLOPE) {
      pieces[pieces.length - 1] = { ...before, to };
      return;
    }
    last = slope;
    pieces.push({ from, to, perPoint: share * slope * POINT, perUnit: unitsPerAttainment === 0 ? null : (share * slope) / unitsPerAttainment });
  });
  return pieces;
}
