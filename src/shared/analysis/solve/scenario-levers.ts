/** The numbers of a scenario that belong to no role: cost, outlook and payments, and what moves every role at once. */
import { averageOutlook, largestMarketSwing, marketSwing, seasonPoints, withAverage, withMarketSwing, withSeasonShare, withSpread } from "../../editing/index.ts";
import { PARAMETERS, type ParameterSpec } from "../../model/parameters.ts";
import type { CostSettings, Scenario, ScenarioOutlook } from "../../model/scenario.ts";
import { WHOLE } from "../../units/basis-points.ts";
import { curveFigureLevers } from "./figure-levers.ts";
import type { LeverEntry } from "./lever-entry.ts";

const COST: readonly (readonly [keyof CostSettings, string, ParameterSpec])[] = [
  ["burdenOnBase", "Burden on base", PARAMETERS.burdenOnBase],
  ["burdenOnVariable", "Burden on incentive", PARAMETERS.burdenOnVariable],
  ["fixedPerHead", "Fixed amount per head", PARAMETERS.fixedPerHead],
  ["budget", "Budget", PARAMETERS.budget],
  ["contributionMargin", "Contribution margin", PARAMETERS.contributionMargin],
  ["bookedRevenue", "Booked revenue", PARAMETERS.bookedRevenue],
];

/** Cost settings and outlook, of which the two correlations total at most 1; then what every role has, and the seasons. @param only the one path that is asked for, where it is one */
export function scenarioLevers(scenario: Scenario, only?: string): readonly LeverEntry[] {
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
    ...companyOutlookLevers(scenario),
    ...curveFigureLevers(scenario, null, only),
    ...seasonLevers(scenario),
  ];
}

/** The share of each period, where the year has several: the others give and take. */
function seasonLevers(scenario: Scenario): readonly LeverEntry[] {
  const points = seasonPoints(scenario.payments);
  if (points.length < 2) return [];
  return points.map((share, period) => ({
    path: `payments.seasonality[${period}]`, label: `Share of period ${period + 1} of ${points.length}`, spec: PARAMETERS.seasonShare, value: share / WHOLE, roleId: null,
    note: "The other periods give and take in proportion.", changes: points.map((_, each) => `payments.seasonality[${each}]`),
    write: (value) => ({ ...scenario, payments: withSeasonShare(scenario.payments, period, value) }),
  }));
}

/** The sliders of the Cost place (editing/outlook.ts), each as far as every KPI can follow. */
function companyOutlookLevers(scenario: Scenario): readonly LeverEntry[] {
  const average = averageOutlook(scenario);
  const held = average === null ? "No KPI with weight of a role that counts in cost has an average." : null;
  const swing = marketSwing(scenario);
  const others = { roleId: null, spec: PARAMETERS.spread, held };
  const changes = (field: string): readonly string[] => scenario.roles.flatMap((role) => role.kpis.flatMap(({ id, outlook: { shape } }) => (shape === "empirical" ? [] : [`roles.${role.id}.kpis.${id}.outlook.${field}`])));
  const { lowest, highest, widest } = outermost(scenario);
  return [
    {
      ...others, path: "outlook.average", label: "Average", spec: PARAMETERS.mean, value: average?.mean ?? null, changes: changes("mean"), note: "Moves the average of every KPI by the same points.",
      ...(average === null ? {} : { least: average.mean - lowest, most: average.mean + PARAMETERS.mean.max - highest }),
      write: (value) => withAverage(scenario, value),
    },
    {
      ...others, path: "outlook.spread", label: "Spread", value: average?.spread ?? null, changes: changes("spread"), note: "Scales the spread of every KPI by the same factor.",
      ...(average === null || widest === 0 ? {} : { most: (PARAMETERS.spread.max * average.spread) / widest }),
      write: (value) => withSpread(scenario, value),
    },
    {
      ...others, path: "outlook.marketSwing", label: "Market swing", value: swing, held: held ?? (swing === null ? "Without a spread there is no market swing." : null), changes: ["outlook.marketCorrelation"], note: "Moves the market correlation.",
      most: largestMarketSwing(scenario) ?? PARAMETERS.spread.max,
      write: (value) => withMarketSwing(scenario, value),
    },
  ];
}

/** The lowest and highest average and the widest spread of the KPIs whose mean the sliders are. */
function outermost(scenario: Scenario): { readonly lowest: number; readonly highest: number; readonly widest: number } {
  const outlooks = scenario.roles.filter((role) => role.countsInCost).flatMap((role) => role.kpis.flatMap(({ weight, outlook }) => (weight > 0 && outlook.shape !== "empirical" ? [outlook] : [])));
  const means = outlooks.map((outlook) => outlook.mean);
  return { lowest: Math.min(...means), highest: Math.max(...means), widest: Math.max(...outlooks.map((outlook) => outlook.spread)) };
}
