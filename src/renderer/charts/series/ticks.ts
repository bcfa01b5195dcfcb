/** Round numbers for an axis: few, evenly spaced, and always the same for the same range. */

/** Steps for ratios: 100 % is a whole number of each step below it, so the target always has its label. */
export const RATIO_STEPS: readonly number[] = [1, 2, 2.5, 5];
/** Steps for amounts. */
export const AMOUNT_STEPS: readonly number[] = [1, 2, 2.5, 4, 5];

/** Far below any step in use, so that 0.6000000000000001 counts as 0.6. */
const TOLERANCE = 1e-9;

/** A range that has room for steps: not a single place, and within what powers of ten can be worked out for. */
function hasLength(span: number): boolean {
  return span > 1e-300 && span < 1e300;
}

function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}

/** How many multiples of a step lie in a range, both ends included. */
function multiples(from: number, to: number, step: number): number {
  return Math.floor(to / step + TOLERANCE) - Math.ceil(from / step - TOLERANCE) + 1;
}

/** Steps from fine to coarse around a span: every mantissa at every power of ten that could matter. */
function* stepsAround(span: number, most: number, mantissas: readonly number[]): Generator<number> {
  const coarsest = Math.ceil(Math.log10(span)) + 1;
  for (let power = Math.floor(Math.log10(span / most)) - 1; power <= coarsest; power += 1) {
    for (const mantissa of mantissas) yield withoutNoise(mantissa * 10 ** power);
  }
}

function multiplesIn(from: number, count: number, step: number): readonly number[] {
  const first = Math.ceil(from / step - TOLERANCE);
  return Array.from({ length: count }, (_, index) => withoutNoise((first + index) * step));
}

/**
 * The multiples of the finest round step of which at most `most` lie in the range.
 * @param from lower end of the axis
 * @param to upper end; a range without length gives the one tick at its place
 * @param most at least 1
 * @param steps mantissas between 1 and 10, ascending; each is tried at every power of ten
 */
export function roundTicks(from: number, to: number, most: number, steps: readonly number[]): readonly number[] {
  return finestTicks({ from, to, most, steps }, () => true);
}

type Range = { readonly from: number; readonly to: number; readonly most: number; readonly steps: readonly number[] };

function finestTicks({ from, to, most, steps }: Range, fit: (ticks: readonly number[]) => boolean): readonly number[] {
  const span = to - from;
  if (!hasLength(span)) return [from];
  for (const step of stepsAround(span, most, steps)) {
    const count = multiples(from, to, step);
    if (count > most || count <= 0) continue;
    const ticks = multiplesIn(from, count, step);
    if (fit(ticks)) return ticks;
  }
  return [from];
}

type Axis = Range & {
  /** Pixels from end to end. */
  readonly length: number;
  /** Pixels between the texts of two ticks at least. */
  readonly gap: number;
};

/** As roundTicks, of steps so coarse that the texts of ticks stand side by side. */
export function ticksApart({ length, gap, ...range }: Axis, widthOf: (tick: number) => number): readonly number[] {
  const { from, to } = range;
  return finestTicks(range, (ticks) => ticks.every((tick, index) => {
    const before = ticks[index - 1];
    return before === undefined || ((tick - before) / (to - from)) * length >= (widthOf(tick) + widthOf(before)) / 2 + gap;
  }));
}

/** Of an axis without ticks. */
export const NO_TICKS: readonly number[] = [];

/** What is written at the ticks of an axis without words. */
export function noTickText(): string {
  return "";
}

/**
 * As roundTicks, and both ends have a tick; where no round step fits both ends, as roundTicks.
 */
export function ticksFromEndToEnd(from: number, to: number, most: number, steps: readonly number[]): readonly number[] {
  const span = to - from;
  if (!hasLength(span)) return [from];
  for (const step of stepsAround(span, most, steps)) {
    const count = multiples(from, to, step);
    if (count <= most && count > 1 && Math.abs((count - 1) * step - span) < step * TOLERANCE * 10) return multiplesIn(from, count, step);
  }
  return roundTicks(from, to, most, steps);
}
