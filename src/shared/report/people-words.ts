import { formatNumber } from "./format.ts";

/**
 * "1 person", "1,200 people".
 * @param count whole, 0 or more
 */
export function peopleWords(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? "person" : "people"}`;
}
