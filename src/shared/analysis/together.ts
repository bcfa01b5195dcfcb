/** One figure that several curves or roles have, moved in all of them by the same amount; each goes as far as it can. */

/** A figure of one of them, what it may be, and its weight among all. */
export type OneOfSeveral = { readonly share: number; readonly value: number; readonly least: number; readonly most: number };

export type Together = {
  /** The weighted mean of the figures as they are, and the least and the most it can become. */
  readonly current: number;
  readonly least: number;
  readonly most: number;
  /** The mean once all are moved by an amount, each no further than it can. */
  readonly moved: (by: number) => number;
  /** The amount that brings the mean to a value from `least` to `most`; 0 for `current`. */
  readonly amountTo: (mean: number) => number;
};

/** A figure moved by an amount, no further than it can. */
export function movedBy({ value, least, most }: Omit<OneOfSeveral, "share">, by: number): number {
  return by === 0 ? value : Math.min(most, Math.max(least, value + by));
}

/** The figures as one; null where none of them carries any weight. */
export function together(several: readonly OneOfSeveral[]): Together | null {
  const total = several.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) return null;
  const moved = (by: number): number => several.reduce((sum, one) => sum + (one.share / total) * movedBy(one, by), 0);
  // As long as none stops, all move by what the mean does.
  const [leastFree, mostFree] = [Math.max(...several.map(({ value, least }) => least - value)), Math.min(...several.map(({ value, most }) => most - value))];
  // Between two of these amounts the mean goes straight: none of the figures stops there.
  const amounts = [...new Set(several.flatMap(({ value, least, most }) => [least - value, 0, most - value]))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [amounts[0], amounts.at(-1)];
  const current = moved(0);

  function amountTo(mean: number): number {
    if (mean === current) return 0;
    const amount = mean - current;
    if (amount >= leastFree && amount <= mostFree) return amount;
    let [low, high] = [0, amounts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (moved(amounts[middle] ?? 0) < mean) low = middle;
      else high = middle;
    }
    const [from, to] = [amounts[low] ?? 0, amounts[high] ?? 0];
    const [under, over] = [moved(from), moved(to)];
    return over === under ? from : from + ((to - from) * (Math.min(over, Math.max(under, mean)) - under)) / (over - under);
  }

  return { current, least: moved(first), most: moved(last), moved, amountTo };
}
