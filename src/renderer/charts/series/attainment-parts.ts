/** How many people land in each part of a payout curve: below threshold, up to target, up to excellence, beyond. */
import { shareBelow, type Distribution } from "#shared/engine/index.ts";
import { formatPercent } from "#shared/report/format.ts";

/** A point of the plan that parts the people, with its name as it stands inside a sentence: "threshold". */
export type Cut = { readonly attainment: number; readonly name: string };

/** The people from one cut on up to the next, which is left out; null at the ends. */
export type Part = {
  readonly from: Cut | null;
  readonly to: Cut | null;
  /** Share of people, 0 to 1. */
  readonly share: number;
  /** The share in whole percents: those of all parts total 100. */
  readonly percent: number;
};

/**
 * Threshold, target and excellence in the order of attainment. Points at one attainment are one cut.
 * @param threshold null where there is none to stay below
 */
export function cutsOf(threshold: number | null, excellence: number): readonly Cut[] {
  const points = [...(threshold === null ? [] : [{ attainment: threshold, name: "threshold" }]), { attainment: 1, name: "target" }, { attainment: excellence, name: "excellence" }];
  const cuts: Cut[] = [];
  for (const point of points.filter(({ attainment }) => attainment > 0).sort((a, b) => a.attainment - b.attainment)) {
    const last = cuts.at(-1);
    if (last?.attainment === point.attainment) cuts[cuts.length - 1] = { ...last, name: `${last.name} and ${point.name}` };
    else cuts.push(point);
  }
  return cuts;
}

/** The people between the cuts. Who stands exactly on a cut has reached it. */
export function partsOf(distribution: Distribution, cuts: readonly Cut[]): readonly Part[] {
  const below = [0, ...cuts.map(({ attainment }) => shareBelow(distribution, attainment)), 1];
  // Rounded from the start: the parts foot, and what lies below or above any cut is rounded as it is where it stands alone.
  const percentBelow = below.map((share) => Math.round(share * 100));
  return [...cuts, null].map((to, index) => ({
    from: cuts[index - 1] ?? null,
    to,
    share: Math.max(0, (below[index + 1] ?? 1) - (below[index] ?? 0)),
    percent: (percentBelow[index + 1] ?? 100) - (percentBelow[index] ?? 0),
  }));
}

/** "6%". */
export function partText({ percent }: Part): string {
  return formatPercent(percent / 100);
}

/** "6% of people below threshold, 50% from threshold to target, 34% from target to excellence, 10% at excellence or above". */
export function partsSentence(parts: readonly Part[]): string {
  return parts.map((part, index) => `${partText(part)}${index === 0 ? " of people" : ""} ${placeOf(part)}`).join(", ");
}

function placeOf({ from, to }: Part): string {
  if (from === null) return to === null ? "in all" : `below ${to.name}`;
  return to === null ? `at ${from.name} or above` : `from ${from.name} to ${to.name}`;
}
