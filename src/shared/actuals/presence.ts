/** Which part of the year somebody is in each of several roles. */

/**
 * The share of each period that a person is in each role, for somebody with results in two or more: the role of the results; of
 * several in one period equal shares; a period without any result goes on as the one before, those before the first result as that
 * one. The shares of all roles total 1 in every period (docs/compensation-model.md, "Back-test").
 * @param hasResults by role, by period; at least one is true
 */
export function presences(hasResults: readonly (readonly boolean[])[]): readonly (readonly number[])[] {
  const periods = hasResults[0]?.length ?? 0;
  const sharesIn = (period: number): readonly number[] | null => {
    const held = hasResults.filter((of) => of[period] === true).length;
    return held === 0 ? null : hasResults.map((of) => (of[period] === true ? 1 / held : 0));
  };
  const known = Array.from({ length: periods }, (_, period) => sharesIn(period));
  let current = known.find((shares) => shares !== null) ?? [];
  const shares = known.map((each) => (current = each ?? current));
  return hasResults.map((_, role) => shares.map((each) => each[role] ?? 0));
}
