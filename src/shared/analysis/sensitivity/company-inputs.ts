/** Inputs that move every role at once: where people land, and the employer's burden. */
import { averagedOutlooks, averageOutlook, withAverage, withSpread } from "../../editing/index.ts";
import { PARAMETERS } from "../../model/parameters.ts";
import type { Scenario } from "../../model/scenario.ts";
import { minorPerUnit } from "../../units/currency.ts";
import { isCounting } from "../curves/figures-in-scope.ts";
import { inOneStep, type Input, type Inputs } from "./input.ts";

/** How far each is moved either way. */
const AVERAGE = 0.08;
const SPREAD_TIMES = 0.5;
const CORRELATION = 0.2;
const BURDEN = 0.02;
const FIXED_TIMES = 0.1;
/** Where no head has a fixed cost, up to this share of the average OTE. */
const FIXED_FROM_NOTHING = 0.01;

/** Averages, spreads, correlations, burdens and the fixed cost of a head; those that the scenario has. */
export function companyInputs(scenario: Scenario): Inputs {
  const inputs = [
    ...outlookInputs(scenario),
    correlation(scenario, "marketCorrelation", "Market correlation", 1 - scenario.outlook.sellerCorrelation),
    correlation(scenario, "sellerCorrelation", "Seller correlation", 1 - scenario.outlook.marketCorrelation),
    burden(scenario, "burdenOnBase", "Burden on base"),
    burden(scenario, "burdenOnVariable", "Burden on incentive"),
    ...fixedCost(scenario),
  ];
  const outlook = averageOutlook(scenario);
  return { inputs, missing: outlook === null ? ["No KPI has an average that moves."] : outlook.spread > 0 ? [] : ["No KPI has a spread."] };
}

/** As far as every KPI goes along. */
function outlookInputs(scenario: Scenario): readonly Input[] {
  const average = averageOutlook(scenario);
  if (average === null) return [];
  const { mean, spread } = average;
  const outlooks = averagedOutlooks(scenario);
  const means = outlooks.map((outlook) => outlook.mean);
  const found: Input[] = [
    {
      id: "average", label: "Average attainment", unit: "percent", current: mean, from: mean - AVERAGE, to: mean + AVERAGE, least: mean - Math.min(...means) + PARAMETERS.mean.min, most: mean - Math.max(...means) + PARAMETERS.mean.max,
      note: null, at: inOneStep((value) => withAverage(scenario, value)),
    },
  ];
  if (spread > 0) {
    found.push({
      id: "spread", label: "Spread of attainment", unit: "points", current: spread, from: spread * (1 - SPREAD_TIMES), to: spread * (1 + SPREAD_TIMES), least: PARAMETERS.spread.min, most: spread * (PARAMETERS.spread.max / Math.max(...outlooks.map((outlook) => outlook.spread))),
      note: null, at: inOneStep((value) => withSpread(scenario, value)),
    });
  }
  return found;
}

function correlation(scenario: Scenario, field: "marketCorrelation" | "sellerCorrelation", label: string, most: number): Input {
  const current = scenario.outlook[field];
  return {
    id: field, label, unit: "percent", current, from: current - CORRELATION, to: current + CORRELATION, least: PARAMETERS.correlation.min, most: Math.max(most, current),
    note: null, at: inOneStep((value) => ({ ...scenario, outlook: { ...scenario.outlook, [field]: value } })),
  };
}

function burden(scenario: Scenario, field: "burdenOnBase" | "burdenOnVariable", label: string): Input {
  const current = scenario.cost[field];
  const { min, max } = PARAMETERS[field];
  return { id: field, label, unit: "percent", current, from: current - BURDEN, to: current + BURDEN, least: min, most: max, note: null, at: inOneStep((value) => ({ ...scenario, cost: { ...scenario.cost, [field]: value } })) };
}

function fixedCost(scenario: Scenario): readonly Input[] {
  const roles = scenario.roles.filter(isCounting);
  if (roles.length === 0) return [];
  const { cost: { fixedPerHead: current }, currency } = scenario;
  const averageEarnings = roles.reduce((sum, role) => sum + role.onTargetEarnings * role.headcount, 0) / roles.reduce((sum, role) => sum + role.headcount, 0);
  const by = current > 0 ? current * FIXED_TIMES : averageEarnings * FIXED_FROM_NOTHING;
  const { min, max } = PARAMETERS.fixedPerHead;
  return [{
    id: "fixedPerHead", label: "Fixed cost per head", unit: "money", current, from: current - by, to: current + by, least: min, most: max, stepsPerUnit: minorPerUnit(currency),
    note: null, at: inOneStep((value) => ({ ...scenario, cost: { ...scenario.cost, fixedPerHead: value } })),
  }];
}
