/** Levers and goals in words. */
import { formatMoney, formatNumber } from "../../report/format.ts";
import { roundMoney, toCurrencyUnits } from "../../units/money.ts";
import { COMPANY_FIGURES, isCompanyMetric } from "./figures.ts";
import { kindOf, type GoalMetric } from "./goal.ts";
import type { Lever } from "./lever.ts";

/** A metric inside a sentence. */
export function metricWords(metric: GoalMetric): string {
  if (isCompanyMetric(metric)) return COMPANY_FIGURES[metric].words;
  return metric === "upside" ? "upside" : `pay at ${formatNumber(Number(metric.slice("pay@".length)) * 100)}%`;
}

/**
 * A metric's value as it is written: "$9,300,000", "8.25%", "1.571×"; with enough digits that two values farther apart than the
 * tolerance of a goal differ.
 * @param style of money: exact to the smallest unit, or whole currency units from 10,000 on
 */
export function figureText(metric: GoalMetric, value: number, currency: string, style: "full" | "exact" = "full"): string {
  switch (kindOf(metric)) {
    case "money":
      return formatMoney(value, currency, Math.abs(toCurrencyUnits(value, currency)) < SMALL ? "exact" : style);
    case "share":
      return `${formatNumber(value * 100, 3)}%`;
    case "multiple":
      return `${formatNumber(value, 4)}×`;
  }
}

/** Amounts below this many currency units are written with all their digits. */
const SMALL = 10_000;

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

/** Where a lever stands now. */
export function presentText(lever: Pick<Lever, "unit" | "value" | "isEmpty">, currency: string): string {
  return lever.isEmpty ? "none" : leverText(lever, lever.value, currency);
}
