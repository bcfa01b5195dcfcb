/** The weighted scorecard of the article the product starts from, as it is printed there. */
import type { Measure } from "../model/scenario.ts";
import { basisPoints, type BasisPoints } from "../units/basis-points.ts";

export type ScorecardSource = { readonly title: string; readonly author: string; readonly publisher: string; readonly url: string };
export type Scorecard = {
  readonly name: string;
  readonly source: ScorecardSource;
  /** In the printed order; the weights total 100 %. */
  readonly weights: readonly { readonly measure: Measure; readonly weight: BasisPoints }[];
};

/** 40 % partner-sourced revenue, 30 % partner-influenced revenue, 20 % enablement milestones, 10 % strategic objectives. */
export const ARTICLE_SCORECARD: Scorecard = {
  name: "40/30/20/10",
  source: {
    title: "How to Compensate Partner Sales Roles the Right Way",
    author: "Rick Flores",
    publisher: "Partner GTM Institute",
    url: "https://www.partnergtminstitute.com/post/how-to-compensate-partner-sales-roles-the-right-way",
  },
  weights: [
    { measure: "partner-sourced-revenue", weight: basisPoints(4_000) },
    { measure: "partner-influenced-revenue", weight: basisPoints(3_000) },
    { measure: "enablement-milestones", weight: basisPoints(2_000) },
    { measure: "strategic-objectives", weight: basisPoints(1_000) },
  ],
};
