/** How much a document may hold, so that nothing is added that a file could not keep (file format, "Rules"). */

export const MOST_ROLES = 1_000;
export const MOST_KPIS = 50;
/** Points, tiers, steps or levels of one curve. */
export const MOST_CORNERS = 200;
