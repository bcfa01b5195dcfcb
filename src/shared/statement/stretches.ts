/** A compiled curve as a person tells it: the straight stretches it is made of, and where pay jumps. */
import type { CompiledCurve } from "../engine/index.ts";
import { SAME } from "./words.ts";

export type Stretch = {
  readonly from: number;
  /** null where it goes on without end. */
  readonly to: number | null;
  /** Payout factor just below its start, at its start, and per attainment from there on. */
  readonly below: number;
  readonly at: number;
  readonly slope: number;
};

/** The stretches of a curve in order, the first from 0; corners that change nothing are left out. */
export function stretchesOf({ x, below, at, slope }: CompiledCurve): readonly Stretch[] {
  const found: Stretch[] = [];
  x.forEach((from, index) => {
    const next: Stretch = { from, to: null, below: below[index] ?? 0, at: at[index] ?? 0, slope: slope[index] ?? 0 };
    const last = found.at(-1);
    if (last !== undefined && Math.abs(next.slope - last.slope) <= SAME && Math.abs(next.at - next.below) <= SAME) return;
    if (last !== undefined) found[found.length - 1] = { ...last, to: from };
    found.push(next);
  });
  return found;
}

/** The most a curve pays, as a factor; null where it climbs without end. */
export function mostOf({ below, at, slope }: CompiledCurve): number | null {
  if ((slope.at(-1) ?? 0) > 0) return null;
  return Math.max(...at, ...below);
}
