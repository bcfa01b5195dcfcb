/** What `solve` answers: the value that reaches the goal, or the nearest and why. */
import { figureText, isMoney, leverAt, leverText, metricWords, presentText, type Goal, type Solution } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { toCurrencyUnits } from "#shared/units/money.ts";
import { printable } from "./text-lines.ts";

/** The solution with the metric in currency units where it is money. Ratios have at most twelve digits. */
export function solveAnswer({ lever, value, nearest, goal, reached, reason, neighbours }: Solution, { metric }: Goal, currency: string): Omit<Solution, "now"> {
  const figure = (of: number): number => (isMoney(metric) ? toCurrencyUnits(of, currency) : Number(of.toPrecision(12)));
  const [lower, upper] = neighbours ?? [];
  return {
    lever, value, nearest, goal: goal === null ? null : figure(goal), reached, reason,
    neighbours: lower === undefined || upper === undefined ? null : [{ ...lower, goal: figure(lower.goal) }, { ...upper, goal: figure(upper.goal) }],
  };
}

/** One line: what reaches the goal; or why nothing does, with what comes closest. */
export function solveText(scenario: Scenario, solved: Solution, { metric }: Goal): string {
  const { currency } = scenario;
  const found = leverAt(scenario, solved.lever);
  if (!found.ok || solved.nearest === null) return `${printable(solved.reason ?? "")}\n`;
  const { lever } = found;
  const gives = solved.goal === null ? "" : ` gives ${metricWords(metric)} ${figureText(metric, solved.goal, currency, "exact")}`;
  const there = `${printable(lever.label)}: ${leverText(lever, solved.nearest, currency)} (now ${presentText(lever, currency)})${gives}.\n`;
  return solved.reached ? there : `${printable(solved.reason ?? "")}\nNearest: ${there}`;
}
