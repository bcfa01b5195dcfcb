/** What a Partner Sales role can be measured on: one entry for each measure of the file format, with a place to start. */
import { KPI_DEFAULTS, defaultRevenue } from "../model/defaults.ts";
import type { Curve, Direction, Focus, Kpi, KpiOutlook, KpiUnit, Measure } from "../model/scenario.ts";
import { basisPoints, type BasisPoints } from "../units/basis-points.ts";
import { presetCurve } from "./curve-presets.ts";
import { freeId } from "../model/free-id.ts";

/** Said wherever a figure of the library is shown. */
export const EXAMPLE_NOTE = "example, not a benchmark";

/** Real attainment is skewed upward; a little below target on average. An example like every figure here. */
const EXAMPLE_OUTLOOK: KpiOutlook = { shape: "lognormal", mean: 0.97, spread: 0.22 };

export type KpiTemplate = {
  readonly measure: Measure;
  /** What the id of a KPI made from it begins with. */
  readonly stem: string;
  readonly name: string;
  readonly unit: KpiUnit;
  readonly direction: Direction;
  /** Per person and year, in the unit. Example, not a benchmark. */
  readonly target: number;
  /** The focuses of a role that this measure fits. */
  readonly focuses: readonly Focus[];
  readonly curve: Curve;
  readonly outlook: KpiOutlook;
  /** What it is, in one line. */
  readonly help: string;
};

function entry(fields: Omit<KpiTemplate, "direction" | "outlook">): KpiTemplate {
  return { ...fields, direction: "higher", outlook: EXAMPLE_OUTLOOK };
}

/** One template for each measure of the file format, in its order. */
export const KPI_CATALOGUE: readonly KpiTemplate[] = [
  entry({
    measure: "partner-sourced-revenue", stem: "sourced", name: "Sourced revenue", unit: "currency", target: 1_800_000,
    focuses: ["revenue", "pipeline"], curve: presetCurve("jump"),
    help: "Revenue from deals that a partner brought in, as registered.",
  }),
  entry({
    measure: "partner-influenced-revenue", stem: "influenced", name: "Influenced revenue", unit: "currency", target: 4_200_000,
    focuses: ["revenue", "strategic"], curve: presetCurve("ramp"),
    help: "Revenue from deals a partner helped to win without bringing them in. Overlaps with sourced and direct revenue.",
  }),
  entry({
    measure: "partner-sourced-pipeline", stem: "pipeline", name: "Sourced pipeline", unit: "currency", target: 3_000_000,
    focuses: ["pipeline"], curve: presetCurve("ramp"),
    help: "Value of open deals that partners brought in.",
  }),
  entry({
    measure: "new-partners", stem: "new-partners", name: "New partners", unit: "count", target: 12,
    focuses: ["pipeline"], curve: presetCurve("tiers-marginal"),
    help: "Partners signed and onboarded in the year.",
  }),
  entry({
    measure: "certifications", stem: "certifications", name: "Certifications", unit: "count", target: 30,
    focuses: ["pipeline", "enablement"], curve: presetCurve("steps"),
    help: "People at partners who passed a certification.",
  }),
  entry({
    measure: "enablement-milestones", stem: "milestones", name: "Enablement milestones", unit: "count", target: 20,
    focuses: ["enablement", "operations"], curve: presetCurve("steps"),
    help: "Agreed steps of partner enablement that were completed.",
  }),
  entry({
    measure: "partner-satisfaction", stem: "satisfaction", name: "Partner satisfaction", unit: "score", target: 80,
    focuses: ["enablement", "operations"], curve: presetCurve("steps"),
    help: "Score of the partner survey.",
  }),
  entry({
    measure: "renewals", stem: "renewals", name: "Renewals", unit: "currency", target: 2_000_000,
    focuses: ["enablement"], curve: presetCurve("first-unit"),
    help: "Revenue renewed with or through partners.",
  }),
  entry({
    measure: "strategic-objectives", stem: "objectives", name: "Strategic objectives", unit: "score", target: 4,
    focuses: ["strategic", "operations"], curve: presetCurve("levels"),
    help: "Objectives agreed for the year and how far they were met.",
  }),
  entry({
    measure: "bookings", stem: "bookings", name: "Bookings", unit: "currency", target: 1_100_000,
    focuses: ["revenue"], curve: presetCurve("accelerator"),
    help: "Booked value of own deals, direct or with a partner.",
  }),
  entry({
    measure: "custom", stem: "measure", name: "Own measure", unit: "count", target: 100,
    focuses: ["pipeline", "revenue", "enablement", "strategic", "operations"], curve: presetCurve("straight-line"),
    help: "Anything else that can be measured against a target.",
  }),
];

const byMeasure: ReadonlyMap<Measure, KpiTemplate> = new Map(KPI_CATALOGUE.map((template) => [template.measure, template]));

/**
 * The catalogue's entry for a measure.
 * @throws Error where the catalogue lacks the measure, which its test rules out
 */
export function kpiTemplate(measure: Measure): KpiTemplate {
  const template = byMeasure.get(measure);
  if (template === undefined) throw new Error(`No KPI template for ${measure}.`);
  return template;
}

/**
 * A KPI as the catalogue proposes it. It weighs nothing yet: weights total 100 % across a scorecard, so whoever adds
 * it decides where its weight comes from.
 * @param taken ids of the KPIs that are already in the role
 * @param weight basis points
 */
export function kpiFromTemplate(template: KpiTemplate, taken: { readonly kpiIds: readonly string[] }, weight: BasisPoints = basisPoints(0)): Kpi {
  return {
    ...KPI_DEFAULTS,
    id: freeId(template.stem, taken.kpiIds),
    name: template.name,
    measure: template.measure,
    unit: template.unit,
    target: template.target,
    weight,
    direction: template.direction,
    curve: template.curve,
    outlook: template.outlook,
    revenue: defaultRevenue(template.measure, template.unit),
  };
}
