/** What `solve` answers: the value that reaches the goal, or the nearest and why. */
import { isMoney, leverAt, leverText, metricWords, type Goal, type Solution } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatMoney, formatNumber } from "#shared/report/format.ts";
import { toCurrencyUnits } from "#shared/units/money.ts";
import { printable } from "./text-lines.ts";

/** The solution with the metric in currency units where it is money. Ratios have at most twelve digits. */
export function solveAnswer({ lever, value, nearest, goal, reached, reason }: Solution, asked: Goal, currency: string): Solution {
  return { lever, value, nearest, goal: goal === null ? null : isMoney(asked.metric) ? toCurrencyUnits(goal, currency) : Number(goal.toPrecision(12)), reached, reason };
}

/** One line: what reaches the goal; or why nothing does, with what comes closest. */
export function solveText(scenario: Scenario, solved: Solution, { metric }: Goal): string {
  const { currency } = scenario;
  const found = leverAt(scenario, solved.lever);
  if (!found.ok || solved.nearest === null) return `${printable(solved.reason ?? "")}\n`;
  const { label, value } = found.lever;
  const figure = solved.goal === null ? "" : isMoney(metric) ? formatMoney(solved.goal, currency, "exact") : metric === "ccos" ? `${formatNumber(solved.goal * 100)}%` : `${formatNumber(solved.goal, 3)}×`;
  const there = `${printable(label)}: ${leverText(found.lever, solved.nearest, currency)} (now ${leverText(found.lever, value, currency)})`;
  const gives = figure === "" ? "" : ` gives ${metricWords(metric)} ${figure}`;
  return solved.reached ? `${there}${gives}.\n` : `${printable(solved.reason ?? "")}\n${there}${gives}.\n`;
}
