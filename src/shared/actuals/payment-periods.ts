/** Results in the periods of a file as attainments in the payment periods of a plan. */
import { periodsOf, seasonsOf } from "../engine/index.ts";
import type { Payments } from "../model/scenario.ts";
import type { PersonActuals } from "./read-actuals.ts";

export type PaymentPeriods = {
  /** Attainment of a KPI by payment period. */
  readonly attainedOf: (person: PersonActuals, kpiId: string) => readonly number[];
  /** Share of each payment period that a person has the seat. */
  readonly presenceOf: (person: PersonActuals) => readonly number[];
};

/**
 * How the periods of a file become those of a plan (docs/compensation-model.md, "Back-test"). Finer ones are averaged, coarser
 * ones hold in each. Each weighs as its target in the file; where the file has none, as the plan's season, split equally inside a
 * payment period; and as the share of it that the person has the seat. One without a result stands at the mean of all others,
 * and weighs as their mean target or as its season.
 * @param periods that a year has in the file: 1, 2, 4 or 12
 */
export function paymentPeriods(payments: Payments, periods: number): PaymentPeriods {
  const count = periodsOf(payments);
  const seasons = seasonsOf(payments);
  // A period of the finer of the two, and where it is in either.
  const pieces = Math.max(periods, count);
  const ofFile = Array.from({ length: pieces }, (_, piece) => Math.floor((piece * periods) / pieces));
  const ofPlan = Array.from({ length: pieces }, (_, piece) => Math.floor((piece * count) / pieces));
  const seasonOf = Array.from({ length: periods }, () => 0);
  ofFile.forEach((period, piece) => (seasonOf[period] = (seasonOf[period] ?? 0) + ((seasons[ofPlan[piece] ?? 0] ?? 0) * count) / pieces));

  /** Means by payment period, weighted where anything weighs. */
  function perPayment(values: readonly number[], weights: readonly number[]): readonly number[] {
    const means = Array.from({ length: count }, () => ({ sum: 0, weight: 0, plainSum: 0, pieces: 0 }));
    ofFile.forEach((period, piece) => {
      const mean = means[ofPlan[piece] ?? 0];
      const [value = 0, weight = 0] = [values[period], weights[period]];
      if (mean === undefined) return;
      mean.sum += weight * value;
      mean.weight += weight;
      mean.plainSum += value;
      mean.pieces += 1;
    });
    return means.map(({ sum, weight, plainSum, pieces: inside }) => (weight > 0 ? sum / weight : plainSum / inside));
  }

  return {
    attainedOf: ({ attained, targets, presence }, kpiId) => {
      const list = attained[kpiId] ?? [];
      const known = (period: number): boolean => !Number.isNaN(list[period] ?? Number.NaN);
      const ownTargets = targets?.[kpiId];
      const usual = ownTargets === undefined ? 0 : meanOf(ownTargets.filter((_, period) => known(period)));
      const weights = list.map((_, period) => (ownTargets === undefined ? (seasonOf[period] ?? 0) : known(period) ? (ownTargets[period] ?? 0) : usual) * (presence?.[period] ?? 1));
      const mean = weightedMean(list, weights, known);
      return perPayment(list.map((value, period) => (known(period) ? value : mean)), weights);
    },
    presenceOf: ({ presence }) => (presence === undefined ? seasons.map(() => 1) : perPayment(presence, presence.map(() => 1))),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of the known ones; their plain mean where none of them weighs anything. */
function weightedMean(values: readonly number[], weights: readonly number[], isKnown: (place: number) => boolean): number {
  let [sum, total] = [0, 0];
  values.forEach((value, place) => {
    if (!isKnown(place)) return;
    sum += value * (weights[place] ?? 0);
    total += weights[place] ?? 0;
  });
  return total > 0 ? sum / total : meanOf(values.filter((_, place) => isKnown(place)));
}
