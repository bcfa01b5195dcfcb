/** A ratio to twelve digits, without the last bits of a float: 1.3, not 1.2999999999999998. */
export function readable(ratio: number): number {
  return Number(ratio.toPrecision(12));
}
