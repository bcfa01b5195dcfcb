/** How long what nobody asks for is kept: it is past its time after 90 days, says so for 14 more, and then goes. */

export const DAY = 24 * 60 * 60 * 1_000;
const KEPT_FOR = 90 * DAY;
/** From the first time it was said: a clock that is wrong for a day takes nothing. */
const LAST_OFFER = 14 * DAY;

/**
 * Since when something is past its time, to be noted with it.
 * @param now milliseconds since 1970, as are the others
 * @param since when its time began
 * @param dueSince what was noted before
 * @returns null where it is not past its time; "over" where it was said for long enough
 */
export function dueSinceNow(now: number, since: number, dueSince: number | null): number | null | "over" {
  if (now - since <= KEPT_FOR) return null;
  if (dueSince === null) return now;
  return now > goesAt(dueSince) ? "over" : dueSince;
}

/** When it goes. */
export function goesAt(dueSince: number): number {
  return dueSince + LAST_OFFER;
}

/** The first of some times; null where there is none. */
export function firstOf(times: readonly (number | null)[]): string | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : new Date(Math.min(...known)).toISOString();
}
