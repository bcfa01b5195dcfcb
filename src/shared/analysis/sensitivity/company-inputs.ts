/** Inputs that move every role at once: where people land, the employer's burden, the figures that curves have in common. */
import { averageOutlook, withAverage, withSpread } from "../../editing/index.ts";
import { PARAMETERS, type ParameterSpec } from "../../model/parameters.ts";
import type { Curve, Kpi, Scenario } from "../../model/scenario.ts";
import { capOf, excellencePayoutOf, thresholdOf, type CurveFigure } from "./curve-shifts.ts";
import { countingKpis, weighedMean, withKpis, type Input } from "./input.ts";

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
    ...curveInput(scenario, "threshold", "Threshold", THRESHOLD, PARAMETERS.attainment, (curve) => thresholdOf(curve)),
    ...curveInput(scenario, "excellence", "Excellence pays", PAYOUT, PARAMETERS.payout, (curve, kpi) => excellencePayoutOf(curve, kpi.excellence)),
    ...curveInput(scenario, "cap", "Cap", PAYOUT, PARAMETERS.cap, (curve) => capOf(curve)),
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

/** One figure of every curve that has it, all moved by the same points; it stands at their mean. */
function curveInput(scenario: Scenario, id: string, label: string, by: number, { min, max }: ParameterSpec, figureOf: (curve: Curve, kpi: Kpi) => CurveFigure | null): readonly Input[] {
  const figure = (kpi: Kpi): CurveFigure | null => (kpi.curve === null || kpi.weight === 0 ? null : figureOf(kpi.curve, kpi));
  const figures = countingKpis(scenario).flatMap(({ kpi, share }) => {
    const found = figure(kpi);
    return found === null ? [] : [{ share, value: found.value }];
  });
  const current = weighedMean(figures);
  if (current === null) return [];
  const at = (value: number): Scenario =>
    withKpis(scenario, (kpi) => {
      const found = figure(kpi);
      return found === null ? kpi : { ...kpi, curve: found.with(found.value + value - current) };
    });
  return [{ id, label, unit: "percent", current, from: current - by, to: current + by, least: min, most: Math.max(max, current), at }];
}
