/** Values a control may take: between its limits, on its steps, without the dust of binary fractions. */

/** More decimals than any step of the product, fewer than binary fractions can hold. */
const DECIMALS = 10;

export function clamped(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** The value without what adding fractions leaves behind: 0.1 + 0.2 → 0.3. */
export function withoutDust(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

/** The allowed value nearest to `value`, on the steps counted from `min`. */
export function stepped(value: number, min: number, max: number, step: number): number {
  return clamped(withoutDust(min + Math.round((value - min) / step) * step), min, max);
}

/**
 * One press of a key from a value: `count` steps away, landing on a step. A value between two steps first goes to the
 * neighbouring one, so that 33.3 goes up to 34 and down to 33.
 */
export function steppedBy(value: number, count: number, min: number, max: number, step: number): number {
  const position = withoutDust((clamped(value, min, max) - min) / step);
  const whole = Number.isInteger(position) ? position : count > 0 ? Math.floor(position) : Math.ceil(position);
  return clamped(withoutDust(min + (whole + count) * step), min, max);
}
