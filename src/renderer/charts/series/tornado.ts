/** What each input alone does to the cost: rows by swing, and where their bars and texts stand. Money in minor units. */
import type { Sensitivity } from "#shared/engine/outlook/outcome.ts";
import { reachTo, type Range } from "./reach.ts";

/** An input with what it does not move, as one sentence, and what it is called where its label has no room. */
export type TornadoInput = Sensitivity & { readonly note: string | null; readonly shortLabel: string };

/** One of the points of an input; `difference` is its cost less the present one. */
export type TornadoPoint = { readonly value: number; readonly cost: number; readonly difference: number };

export type TornadoRow = {
  readonly sensitivity: TornadoInput;
  readonly points: readonly TornadoPoint[];
  /** The points of lowest and highest cost. */
  readonly low: TornadoPoint;
  readonly high: TornadoPoint;
};

/** Inputs with points, the largest swing first; equal ones in the order given. */
export function tornadoRows(sensitivities: readonly TornadoInput[], expected: number): readonly TornadoRow[] {
  return [...sensitivities]
    .sort((a, b) => b.swing - a.swing)
    .flatMap((sensitivity) => {
      const points = sensitivity.points.map(({ value, cost }) => ({ value, cost, difference: cost - expected }));
      const first = points[0];
      if (first === undefined) return [];
      const low = points.reduce((least, point) => (point.cost < least.cost ? point : least), first);
      const high = points.reduce((most, point) => (point.cost > most.cost ? point : most), first);
      return [{ sensitivity, points, low, high }];
    });
}

/** Rows in the order of others, so that none changes places while something moves; new ones come last. */
export function inOrderOf(rows: readonly TornadoRow[], order: readonly TornadoRow[]): readonly TornadoRow[] {
  const places = new Map(order.map(({ sensitivity }, index) => [sensitivity.id, index]));
  const placeOf = ({ sensitivity }: TornadoRow): number => places.get(sensitivity.id) ?? order.length;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Half of the axis where nothing moves the cost. */
const ALONE = 100_000;

/** Differences from the lowest to the highest bar, 0 always; a budget that is near as well. */
export function tornadoRange(rows: readonly TornadoRow[], budgetDifference: number | null): Range {
  const from = Math.min(0, ...rows.map(({ low }) => low.difference));
  const to = Math.max(0, ...rows.map(({ high }) => high.difference));
  const range = from === to ? { from: -ALONE, to: ALONE } : { from, to };
  return reachTo(range, budgetDifference === null ? [] : [budgetDifference]);
}

/** Height of a bar, and of a row with one in it at most and at least. */
export const BAR = 23;
const WIDEST_PITCH = 44;
const CLOSEST_PITCH = 26;

/** Which rows are shown, and how far apart. Where some are not, a last row says how many are left. */
export type TornadoPitch = { readonly shown: number; readonly left: number; readonly pitch: number };

/**
 * @param rows those with an effect
 * @param idle inputs without one, which have no bar
 */
export function tornadoPitch(rows: number, height: number, idle = 0): TornadoPitch {
  const room = Math.max(1, Math.floor(height / CLOSEST_PITCH));
  const shown = rows + (idle > 0 ? 1 : 0) <= room ? rows : Math.min(rows, room - 1);
  const left = rows - shown + idle;
  const lines = shown + (left > 0 ? 1 : 0);
  return { shown, left, pitch: Math.max(CLOSEST_PITCH, Math.min(WIDEST_PITCH, height / Math.max(1, lines))) };
}

/** A bar in pixels: what lowers the cost and what raises it, from end to end. */
export type TornadoBar = {
  readonly left: number;
  readonly right: number;
  /** Widths are 0 where it does not lower, or not raise. */
  readonly less: { readonly x: number; readonly width: number };
  readonly more: { readonly x: number; readonly width: number };
};

/** @param x place of a difference, inside the plot */
export function tornadoBar({ low, high }: TornadoRow, x: (difference: number) => number): TornadoBar {
  const zero = x(0);
  const left = x(low.difference);
  const right = x(high.difference);
  return {
    left, right,
    less: { x: left, width: Math.max(0, Math.min(zero, right) - left) },
    more: { x: Math.max(zero, left), width: Math.max(0, right - Math.max(zero, left)) },
  };
}

/** The row at a height of the plot; null above, below and between what is shown. */
export function rowAt(y: number, top: number, { shown, pitch }: TornadoPitch): number | null {
  const row = Math.floor((y - top) / pitch);
  return row >= 0 && row < shown ? row : null;
}

/** The point of a row nearest to a difference. */
export function nearestPoint({ points, low }: TornadoRow, difference: number): TornadoPoint {
  return points.reduce((nearest, point) => (Math.abs(point.difference - difference) < Math.abs(nearest.difference - difference) ? point : nearest), low);
}
