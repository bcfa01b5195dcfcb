/** The weights of a scorecard as one whole: whatever moves, they total 100 % exactly. */
import { WHOLE, basisPoints, type BasisPoints } from "../units/basis-points.ts";
import { splitWhole } from "../units/money.ts";
import type { Curve } from "../model/scenario.ts";

/** What the redistribution needs to know of a KPI; a KPI is one. */
export type WeightEntry = {
  readonly id: string;
  readonly weight: BasisPoints;
  readonly locked: boolean;
  /** null: the KPI is measured only and never takes weight. */
  readonly curve?: Curve | null;
};
export type Weight = { readonly id: string; readonly weight: BasisPoints };

/**
 * The weights after one of them is moved. Computed from the values at the start of the drag, so the way there does not
 * matter and dragging back restores them. The unlocked others give and take in proportion to their starting weights,
 * equally only where all of them stand at 0, by largest remainder. Locked and measured-only ones never move.
 * @param start weights at the start of the drag, totalling 10,000 basis points
 * @param to where the moved weight is wanted; fractions of a basis point are rounded
 * @returns weights in the same order; `stopped` where the moved one could not go all the way: it is locked or unknown,
 *   no other can give or take, or 0 % or what is left beside the locked ones was reached
 */
export function redistributeWeights(
  start: readonly WeightEntry[],
  movedId: string,
  to: BasisPoints,
): { readonly weights: readonly Weight[]; readonly stopped: boolean } {
  const moved = start.find((entry) => entry.id === movedId);
  const siblings = start.filter((entry) => entry.id !== movedId && canMove(entry));
  if (moved === undefined || !canMove(moved) || siblings.length === 0) {
    return { weights: start.map(weightOf), stopped: moved?.weight !== to };
  }
  const available = total(siblings) + moved.weight;
  const wanted = basisPoints(to);
  const reached = basisPoints(Math.min(Math.max(wanted, 0), available));
  const shared = share(available - reached, siblings);
  const weights = start.map((entry) => ({ id: entry.id, weight: entry.id === movedId ? reached : (shared.get(entry.id) ?? entry.weight) }));
  return { weights, stopped: reached !== wanted };
}

/**
 * Brings weights to 100 % after KPIs came or went: the unlocked ones are scaled in proportion, equally where all stand
 * at 0. Where every one that can hold weight is locked — or the locked ones alone exceed 100 % — there is nobody else
 * to take the rest, so the locked ones are scaled too; their locks stay on. Measured-only KPIs stay at 0.
 * @returns weights in the same order, totalling 10,000; all 0 where no KPI can hold weight
 */
export function normaliseWeights(entries: readonly WeightEntry[]): readonly Weight[] {
  const paying = entries.filter((entry) => entry.curve !== null);
  const unlocked = paying.filter(canMove);
  const lockedTotal = total(paying) - total(unlocked);
  const scaled = unlocked.length === 0 || lockedTotal > WHOLE ? paying : unlocked;
  const shared = share(scaled === unlocked ? WHOLE - lockedTotal : WHOLE, scaled);
  return entries.map((entry) => ({ id: entry.id, weight: entry.curve === null ? basisPoints(0) : (shared.get(entry.id) ?? entry.weight) }));
}

function canMove(entry: WeightEntry): boolean {
  return !entry.locked && entry.curve !== null;
}

function total(entries: readonly WeightEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.weight, 0);
}

function weightOf({ id, weight }: WeightEntry): Weight {
  return { id, weight };
}

function share(amount: number, entries: readonly WeightEntry[]): ReadonlyMap<string, BasisPoints> {
  const parts = splitWhole(amount, entries.map((entry) => entry.weight));
  return new Map(entries.map((entry, index) => [entry.id, basisPoints(parts[index] ?? 0)]));
}
