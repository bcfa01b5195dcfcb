/** How much a document may hold: what a file is refused for, and beyond which nothing is added (docs/file-format.md, "Limits"). */

export const MOST_ROLES = 1_000;
export const MOST_KPIS = 50;
/** Points, tiers, steps or levels of one curve. */
export const MOST_CORNERS = 200;
export const MOST_GOALS = 1_000;
