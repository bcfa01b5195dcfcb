/** How much a document may hold: what a file is refused for, and beyond which nothing is added (docs/file-format.md, "Limits"). */

export const MOST_ROLES = 1_000;
export const MOST_KPIS = 50;
export const MOST_LINKS = 1_000;
/** Points, tiers, steps or levels of one curve; rows or columns of a matrix. */
export const MOST_CORNERS = 200;
export const MOST_GOALS = 1_000;
/** Of one KPI's list of past attainments. */
export const MOST_ATTAINMENTS = 100_000;
