/** What CCOS is measured by, in words: published definitions differ, so the one that was chosen stands beside the figure. */
import type { Revenue } from "../engine/index.ts";

type Basis = Revenue["revenueBasis"];

/** In place of a definition where there is no revenue to measure pay by. */
export const NO_REVENUE = "no revenue is given or credited";

/** The revenue in a sentence: "booked revenue", "credited revenue, which may count a deal twice". */
export function revenueInWords(basis: Basis): string {
  return basis === "booked" ? "booked revenue" : "credited revenue, which may count a deal twice";
}

/**
 * The definition beside a figure, or beside several that were compared, in its two parts: "pay ÷ booked revenue", and what is to
 * be known of it. Credited revenue is said to be one that may count a deal twice wherever it is in one of them.
 */
export function ccosDefinition(bases: readonly Basis[]): { readonly measure: string; readonly caution: string } {
  if (!bases.includes("credited")) return { measure: "pay ÷ booked revenue", caution: "without burden" };
  return { measure: `pay ÷ ${bases.includes("booked") ? "booked or " : ""}credited revenue`, caution: "may count a deal twice" };
}
