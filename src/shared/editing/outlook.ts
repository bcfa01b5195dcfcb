/** Changes of where people land: average, spread and market swing of the whole plan, presets, and the points that follow from a spread. */
import { attainmentBelowWhich, fitTwoShares, meanForShare, type ShapedOutlook } from "../engine/index.ts";
import { PARAMETERS, withinBounds } from "../model/parameters.ts";
import type { Kpi, KpiOutlook, Scenario } from "../model/scenario.ts";
import { own } from "../model/own.ts";
import { snapped } from "./curve-handles.ts";

/** Mean and spread of a plan's KPIs, ratios: the plain means over every KPI with weight of the roles that count, imported lists left out. */
export type AverageOutlook = { readonly mean: number; readonly spread: number };

/** null where no such KPI is there (docs/compensation-model.md, "The Cost place's sliders and presets"). */
export function averageOutlook(scenario: Scenario): AverageOutlook | null {
  const outlooks = averagedOutlooks(scenario);
  if (outlooks.length === 0) return null;
  const meanOf = (read: (outlook: ShapedOutlook) => number): number => snapped(outlooks.reduce((sum, outlook) => sum + read(outlook), 0) / outlooks.length);
  return { mean: meanOf((outlook) => outlook.mean), spread: meanOf((outlook) => outlook.spread) };
}

/** The outlooks that are averaged, in the order of the document. */
export function averagedOutlooks(scenario: Scenario): readonly ShapedOutlook[] {
  return scenario.roles
    .filter((role) => role.countsInCost)
    .flatMap((role) => role.kpis.filter((kpi) => kpi.weight > 0).map((kpi) => kpi.outlook))
    .filter((outlook) => outlook.shape !== "empirical");
}

/**
 * Every KPI's mean shifted by the same points, so that the average is `mean`; each stays within 0 to 100. Imported lists stay
 * as they are, and so does a scenario without an average.
 */
export function withAverage(scenario: Scenario, mean: number): Scenario {
  const average = averageOutlook(scenario);
  if (average === null) return scenario;
  const points = mean - average.mean;
  return withShaped(scenario, ({ outlook }) => ({ ...outlook, mean: withinBounds(PARAMETERS.mean, snapped(outlook.mean + points)) }));
}

/** Every KPI's spread scaled by the same factor, so that the mean spread is `spread`; where all are 0, each is set to it. Each stays within 0 to 10. */
export function withSpread(scenario: Scenario, spread: number): Scenario {
  const average = averageOutlook(scenario);
  if (average === null) return scenario;
  const scaled = (own: number): number => (average.spread === 0 ? spread : (own * spread) / average.spread);
  return withShaped(scenario, ({ outlook }) => ({ ...outlook, spread: withinBounds(PARAMETERS.spread, snapped(scaled(outlook.spread))) }));
}

/** How far one year moves everybody: √market correlation × mean spread, a ratio; null without a spread. */
export function marketSwing(scenario: Scenario): number | null {
  const average = averageOutlook(scenario);
  return average === null || average.spread === 0 ? null : Math.sqrt(scenario.outlook.marketCorrelation) * average.spread;
}

/** The largest swing that what a person has of their own leaves room for: market and seller correlation are at most 1 together. */
export function largestMarketSwing(scenario: Scenario): number | null {
  const average = averageOutlook(scenario);
  return average === null || average.spread === 0 ? null : Math.sqrt(1 - scenario.outlook.sellerCorrelation) * average.spread;
}

/** The market correlation that gives this swing, from 0 to what seller correlation leaves; unchanged without a spread. */
export function withMarketSwing(scenario: Scenario, swing: number): Scenario {
  const average = averageOutlook(scenario);
  if (average === null || average.spread === 0) return scenario;
  const relative = Math.max(0, swing) / average.spread;
  const marketCorrelation = Math.min(snapped(relative * relative), 1 - scenario.outlook.sellerCorrelation);
  return marketCorrelation === scenario.outlook.marketCorrelation ? scenario : { ...scenario, outlook: { ...scenario.outlook, marketCorrelation } };
}

/**
 * As designed: the mean and spread of each KPI with which these shares of people reach its target and its own excellence, to a
 * hundredth of a point. A KPI whose excellence is not above target keeps its outlook, and so does an imported list.
 */
export function asDesigned(scenario: Scenario, shares: { readonly atTarget: number; readonly atExcellence: number }): Scenario {
  return withShaped(scenario, ({ outlook, excellence }) => {
    const fitted = fitTwoShares(outlook.shape, excellence, shares);
    return fitted === null ? outlook : { ...fitted, mean: hundredths(PARAMETERS.mean, fitted.mean), spread: hundredths(PARAMETERS.spread, fitted.spread) };
  });
}

/** As observed: the mean of each KPI with which this share of people reaches target, its spread kept. Without a spread it stays. */
export function asObserved(scenario: Scenario, atTarget: number): Scenario {
  return withShaped(scenario, ({ outlook }) => {
    const mean = meanForShare(outlook, atTarget);
    return mean === null ? outlook : { ...outlook, mean: hundredths(PARAMETERS.mean, mean) };
  });
}

/** Outlooks by role and KPI id, to return to. */
export type Outlooks = Readonly<Record<string, Readonly<Record<string, KpiOutlook>>>>;

/** Where every KPI stands now. */
export function outlooksOf(scenario: Scenario): Outlooks {
  return Object.fromEntries(scenario.roles.map((role) => [role.id, Object.fromEntries(role.kpis.map((kpi) => [kpi.id, kpi.outlook]))]));
}

/** The outlooks put back; a KPI that is not in them keeps its own. */
export function withOutlooks(scenario: Scenario, outlooks: Outlooks): Scenario {
  return withEach(scenario, (kpi, roleId) => own(own(outlooks, roleId), kpi.id) ?? kpi.outlook);
}

/** A scenario with the outlook of each KPI changed; the same one where nothing changes. */
function withEach(scenario: Scenario, change: (kpi: Kpi, roleId: string) => KpiOutlook): Scenario {
  let isChanged = false;
  const roles = scenario.roles.map((role) => {
    const kpis = role.kpis.map((kpi) => {
      const outlook = change(kpi, role.id);
      return sameOutlook(outlook, kpi.outlook) ? kpi : { ...kpi, outlook };
    });
    if (kpis.every((kpi, index) => kpi === role.kpis[index])) return role;
    isChanged = true;
    return { ...role, kpis };
  });
  return isChanged ? { ...scenario, roles } : scenario;
}

function withShaped(scenario: Scenario, change: (of: { readonly outlook: ShapedOutlook; readonly excellence: number }) => ShapedOutlook): Scenario {
  return withEach(scenario, ({ outlook, excellence }) => (outlook.shape === "empirical" ? outlook : change({ outlook, excellence })));
}

function sameOutlook(one: KpiOutlook, other: KpiOutlook): boolean {
  if (one === other) return true;
  return one.shape !== "empirical" && one.shape === other.shape && one.mean === other.mean && one.spread === other.spread;
}

function hundredths(spec: typeof PARAMETERS.mean | typeof PARAMETERS.spread, value: number): number {
  return withinBounds(spec, Math.round(value * 10_000) / 10_000);
}

/** Where threshold and excellence would stand, attainments in whole percents; a threshold of null is not to be moved. */
export type SuggestedPoints = { readonly threshold: number | null; readonly excellence: number };

/**
 * The threshold and the excellence that a spread asks for, together, if the shares of a design rule are to hold: the mean that
 * brings `atTarget` to target, and from there the attainments that 1 − `atThreshold` stay below and `atExcellence` reach.
 * @returns null without a spread, or for an imported list
 */
export function suggestedPoints(outlook: KpiOutlook, rule: { readonly atThreshold: number; readonly atTarget: number; readonly atExcellence: number }): SuggestedPoints | null {
  if (outlook.shape === "empirical") return null;
  const mean = meanForShare(outlook, rule.atTarget);
  if (mean === null) return null;
  const at = (share: number): number => Math.round(attainmentBelowWhich({ ...outlook, mean }, share) * 100) / 100;
  return { threshold: at(1 - rule.atThreshold), excellence: at(1 - rule.atExcellence) };
}
