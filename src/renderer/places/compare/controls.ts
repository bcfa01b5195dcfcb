/** Ids of what gets the focus in Compare where the control that had it goes away. */
export const BASE = "compare/base";
export const ADD = "compare/add";
export const DIFFERENCES = "compare/differences";
/** Choosing a file of results. */
export const CHOOSE = "people/choose";
/** Of the import: what the rows come to, and taking it over. */
export const OUTCOME = "import/outcome";
export const USE = "import/use";

/** What can be done with a scenario. */
export function menuOf(key: string): string {
  return `compare/${key}/menu`;
}

/** The rate of a scenario in another currency than the base's. */
export function rateOf(key: string): string {
  return `compare/${key}/rate`;
}
