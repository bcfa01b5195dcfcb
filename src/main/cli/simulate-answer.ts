/** What `simulate` answers: expected cost, the percentiles of many years, and how many people get how far. */
import { attainmentShares, costAtAverage, expectedCcos } from "#shared/engine/index.ts";
import type { AttainmentShares, Revenue, SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatNumber, formatPercent } from "#shared/report/format.ts";
import { roundMinor, toCurrencyUnits } from "#shared/units/money.ts";
import { ccosSentence, costTable, exactMoney } from "./cost-text.ts";
import { readable } from "./readable.ts";
import { alignedLines, printable } from "./text-lines.ts";

/** Amounts in currency units, of all filled seats of the roles that count. */
export type SimulateAnswer = {
  readonly currency: string;
  readonly trials: number;
  readonly seed: number;
  readonly expectedCost: number;
  readonly expectedIncentive: number;
  /** Standard error of the expected cost: 0 where it is in closed form. */
  readonly expectedError: number;
  readonly costAtAverage: number;
  /** Expected pay ÷ revenue, without burden; null without revenue. */
  readonly ccos: number | null;
  /** Booked, or what people are credited on average over where they land. */
  readonly revenue: number;
  readonly revenueBasis: Revenue["revenueBasis"];
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of years above the budget; null without one. */
  readonly overBudget: number | null;
  /** Of the mean cost of the simulated years. */
  readonly standardError: number;
  /** Of every KPI that pays. */
  readonly shares: readonly ({ readonly role: string; readonly kpi: string } & AttainmentShares)[];
  readonly roles: readonly { readonly id: string; readonly expectedIncentive: number; readonly expectedCost: number; readonly isExact: boolean; readonly countsInCost: boolean }[];
};

export function simulateAnswer(scenario: Scenario, outcome: SimulationOutcome): SimulateAnswer {
  const units = (amount: number): number => toCurrencyUnits(roundMinor(amount), scenario.currency);
  const { ccos, revenue, revenueBasis } = expectedCcos(scenario, outcome.expected);
  return {
    currency: scenario.currency,
    trials: outcome.trials,
    seed: scenario.outlook.seed,
    expectedCost: units(outcome.expected.cost),
    expectedIncentive: units(outcome.expected.incentive),
    expectedError: units(outcome.expectedError),
    costAtAverage: units(costAtAverage(scenario).cost),
    ccos: ccos === null ? null : readable(ccos),
    revenue: units(revenue),
    revenueBasis,
    p10: units(outcome.p10),
    p50: units(outcome.p50),
    p90: units(outcome.p90),
    overBudget: outcome.overBudget,
    standardError: units(outcome.standardError),
    shares: sharesOf(scenario).map(({ role, kpi, shares }) => ({ role: role.id, kpi: kpi.id, ...shares })),
    roles: outcome.roles.map(({ id, expected, isExact, countsInCost }) => ({ id, expectedIncentive: units(expected.incentive), expectedCost: units(expected.cost), isExact, countsInCost })),
  };
}


function sharesOf(scenario: Scenario) {
  return scenario.roles.flatMap((role) => role.kpis.filter((kpi) => kpi.weight > 0).map((kpi) => ({ role, kpi, shares: attainmentShares(role, kpi) })));
}

/** What CCOS on average sets against revenue. */
export const EXPECTED_PAY = "expected base and incentive";

export function simulateText(scenario: Scenario, outcome: SimulationOutcome): string {
  const { currency, outlook } = scenario;
  const { expected, p10, p50, p90, overBudget, roles, trials } = outcome;
  const average = costAtAverage(scenario).cost;
  const money = exactMoney(currency, [expected.cost, average, p10, p50, p90]);
  const [error, expectedError] = [roundMinor(outcome.standardError), roundMinor(outcome.expectedError)];
  const errorMoney = exactMoney(currency, [error, expectedError]);
  const rows = scenario.roles.flatMap((role, index) => {
    const result = roles[index];
    return result === undefined ? [] : [{ title: role.title, people: role.headcount, countsInCost: role.countsInCost, cost: result.expected }];
  });
  const share = (value: number | null): string => (value === null ? NO_FIGURE : formatPercent(value));
  return [
    `${printable(scenario.name)}: cost of a year, in ${currency}; ${formatNumber(trials)} simulated years, seed ${outlook.seed}\n\n`,
    alignedLines([
      ["Expected cost", money(expected.cost)],
      ["Cost at average attainment", money(average)],
      ["1 year in 10 costs less than", money(p10)],
      ["Half of the years cost less than", money(p50)],
      ["1 year in 10 costs more than", money(p90)],
      ...(overBudget === null ? [] : [["Years over budget", formatPercent(overBudget, 1)]]),
    ]),
    expectedError === 0 ? `\nExpected cost is exact; the mean of the years has a standard error of ${errorMoney(error)}.\n` : `\nExpected cost is the mean of the years where links, a plan cap, draws or swinging periods leave no formula; its standard error is ${errorMoney(expectedError)}.\n`,
    "\nExpected cost of all filled seats\n\n",
    costTable(rows, expected, currency),
    `\n${ccosSentence("CCOS", EXPECTED_PAY, expectedCcos(scenario, expected), currency)}\n`,
    "\nHow far people get\n\n",
    alignedLines([
      ["", "below threshold", "at target", "at excellence"],
      ...sharesOf(scenario).map(({ role, kpi, shares }) => [`${printable(role.title)}, ${printable(kpi.name)}`, share(shares.belowThreshold), share(shares.atTarget), share(shares.atExcellence)]),
    ]),
  ].join("");
}
