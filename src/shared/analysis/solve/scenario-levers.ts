/** The numbers of a scenario that belong to no role: cost and outlook. */
import { PARAMETERS, type ParameterSpec } from "../../model/parameters.ts";
import type { CostSettings, Scenario, ScenarioOutlook } from "../../model/scenario.ts";
import type { LeverEntry } from "./lever-entry.ts";

const COST: readonly (readonly [keyof CostSettings, string, ParameterSpec])[] = [
  ["burdenOnBase", "Burden on base", PARAMETERS.burdenOnBase],
  ["burdenOnVariable", "Burden on incentive", PARAMETERS.burdenOnVariable],
  ["fixedPerHead", "Fixed amount per head", PARAMETERS.fixedPerHead],
  ["budget", "Budget", PARAMETERS.budget],
  ["contributionMargin", "Contribution margin", PARAMETERS.contributionMargin],
  ["bookedRevenue", "Booked revenue", PARAMETERS.bookedRevenue],
];

/** Cost settings and outlook, in the order of the document. The two correlations total at most 1. */
export function scenarioLevers(scenario: Scenario): readonly LeverEntry[] {
  const { cost, outlook } = scenario;
  const ofOutlook = (field: keyof ScenarioOutlook, label: string, spec: ParameterSpec, most: number = spec.max): LeverEntry => ({
    path: `outlook.${field}`, label, spec, most, value: outlook[field], roleId: null,
    write: (value) => ({ ...scenario, outlook: { ...outlook, [field]: value } }),
  });
  return [
    ...COST.map(([field, label, spec]): LeverEntry => ({
      path: `cost.${field}`, label, spec, value: cost[field], roleId: null,
      write: (value) => ({ ...scenario, cost: { ...cost, [field]: value } }),
    })),
    ofOutlook("marketCorrelation", "Market correlation", PARAMETERS.correlation, 1 - outlook.sellerCorrelation),
    ofOutlook("sellerCorrelation", "Seller correlation", PARAMETERS.correlation, 1 - outlook.marketCorrelation),
    ofOutlook("periodSpread", "Spread between periods", PARAMETERS.spread),
  ];
}
