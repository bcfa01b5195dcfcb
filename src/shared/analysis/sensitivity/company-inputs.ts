/** Inputs that move every role at once: where people land, the employer's burden, the figures that curves have in common. */
import { averageOutlook, withAverage, withSpread } from "../../editing/index.ts";
import { PARAMETERS } from "../../model/parameters.ts";
import type { Scenario } from "../../model/scenario.ts";
import { figureInScope, type CurveFigureName } from "../curves/figures-in-scope.ts";
import type { Input } from "./input.ts";

/** How far each is moved either way. */
const AVERAGE = 0.08;
const SPREAD_TIMES = 0.5;
const CORRELATION = 0.2;
const BURDEN = 0.02;
const THRESHOLD = 0.1;
const PAYOUT = 0.5;

/** Averages, spreads, correlations, burdens, thresholds, what excellence pays, caps; those that the scenario has. */
export function companyInputs(scenario: Scenario): readonly Input[] {
  return [
    ...outlookInputs(scenario),
    correlation(scenario, "marketCorrelation", "Market correlation", 1 - scenario.outlook.sellerCorrelation),
    correlation(scenario, "sellerCorrelation", "Seller correlation", 1 - scenario.outlook.marketCorrelation),
    burden(scenario, "burdenOnBase", "Burden on base"),
    burden(scenario, "burdenOnVariable", "Burden on incentive"),
    ...curveInput(scenario, "threshold", "threshold", THRESHOLD),
    ...curveInput(scenario, "excellence", "excellencePayout", PAYOUT),
    ...curveInput(scenario, "cap", "cap", PAYOUT),
  ];
}

function outlookInputs(scenario: Scenario): readonly Input[] {
  const average = averageOutlook(scenario);
  if (average === null) return [];
  const { mean, spread } = average;
  const found: Input[] = [
    {
      id: "average", label: "Average attainment", unit: "percent", current: mean, from: mean - AVERAGE, to: mean + AVERAGE, least: PARAMETERS.mean.min, most: PARAMETERS.mean.max,
      at: (value) => withAverage(scenario, value),
    },
  ];
  if (spread > 0) {
    found.push({
      id: "spread", label: "Spread of attainment", unit: "points", current: spread, from: spread * (1 - SPREAD_TIMES), to: spread * (1 + SPREAD_TIMES), least: PARAMETERS.spread.min, most: PARAMETERS.spread.max,
      at: (value) => withSpread(scenario, value),
    });
  }
  return found;
}

function correlation(scenario: Scenario, field: "marketCorrelation" | "sellerCorrelation", label: string, most: number): Input {
  const current = scenario.outlook[field];
  return {
    id: field, label, unit: "percent", current, from: current - CORRELATION, to: current + CORRELATION, least: PARAMETERS.correlation.min, most: Math.max(most, current),
    at: (value) => ({ ...scenario, outlook: { ...scenario.outlook, [field]: value } }),
  };
}

function burden(scenario: Scenario, field: "burdenOnBase" | "burdenOnVariable", label: string): Input {
  const current = scenario.cost[field];
  const { min, max } = PARAMETERS[field];
  return { id: field, label, unit: "percent", current, from: current - BURDEN, to: current + BURDEN, least: min, most: max, at: (value) => ({ ...scenario, cost: { ...scenario.cost, [field]: value } }) };
}

/** One figure of every curve that has it, all moved by the same points, each until it must stop. */
function curveInput(scenario: Scenario, id: string, name: CurveFigureName, by: number): readonly Input[] {
  const found = figureInScope(scenario, null, name);
  if (found === null) return [];
  const { current, label, spec, at } = found;
  return [{ id, label, unit: "percent", current, from: current - by, to: current + by, least: spec.min, most: Math.max(spec.max, current), at }];
}
