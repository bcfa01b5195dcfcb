/** Levers and goals in words. */
import { formatMoney, formatNumber } from "../../report/format.ts";
import { roundMoney } from "../../units/money.ts";
import type { GoalMetric } from "./goal.ts";
import type { Lever } from "./lever.ts";

/** A metric inside a sentence. */
export function metricWords(metric: GoalMetric): string {
  switch (metric) {
    case "expectedCost":
      return "expected cost";
    case "costAtTarget":
      return "cost at target";
    case "p90":
      return "P90";
    case "ccos":
      return "CCOS";
    case "upside":
      return "upside";
    default:
      return `pay at ${formatNumber(Number(metric.slice("pay@".length)) * 100)}%`;
  }
}

/** A value of a lever as it is written: "$163,200", "52.5%", "14". */
export function leverText({ unit }: Pick<Lever, "unit">, value: number, currency: string): string {
  switch (unit) {
    case "currency":
      return formatMoney(roundMoney(value, currency), currency, "exact");
    case "fraction":
    case "ratio":
      return `${formatNumber(value * 100)}%`;
    case "count":
    case "own":
      return formatNumber(value);
  }
}
