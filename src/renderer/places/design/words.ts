/** Plain words for the closed lists of the document, as they stand on screen. */
import type { ThresholdKind } from "#shared/editing/index.ts";
import type { Curve, CurveKind, Focus, KpiUnit, Link } from "#shared/model/scenario.ts";

export const FOCUS_NAMES: Readonly<Record<Focus, string>> = {
  pipeline: "Pipeline",
  revenue: "Revenue",
  enablement: "Enablement",
  strategic: "Strategic",
  operations: "Operations",
};

export const UNIT_NAMES: Readonly<Record<KpiUnit, string>> = {
  currency: "Money",
  count: "Count",
  percent: "Percent",
  score: "Score",
};

export const CURVE_KIND_NAMES: Readonly<Record<CurveKind, string>> = {
  points: "Straight lines between points",
  tiers: "Tiers",
  steps: "Steps",
  levels: "Levels",
};

export const TIER_BASIS_NAMES: Readonly<Record<Extract<Curve, { kind: "tiers" }>["basis"], string>> = {
  marginal: "Each rate on its part",
  whole: "Rate reached on everything",
  excess: "Rate reached above target only",
};

/** How a points curve starts, as the button and the menu say it. */
export const THRESHOLD_KIND_NAMES: Readonly<Record<ThresholdKind, string>> = {
  none: "No threshold",
  ramp: "Ramp from threshold",
  "first-unit": "From the first unit",
  jump: "Jump at threshold",
};

export const LINK_KIND_NAMES: Readonly<Record<Link["kind"], string>> = {
  gate: "Gate",
  modifier: "Modifier",
  matrix: "Matrix",
};
