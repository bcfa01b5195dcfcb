/** Sensitivities in words: values by unit, the sentence, the table, and what is said point by point. */
import type { Sensitivity, SensitivityUnit } from "#shared/engine/outlook/outcome.ts";
import { formatMoney, formatNumber, formatRatio, spokenMoney, spokenPercent } from "#shared/report/format.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import { minorPerUnit } from "#shared/units/currency.ts";
import { roundMoney } from "#shared/units/money.ts";
import type { ChartTable } from "./chart-table.ts";
import { percentText } from "./percent-text.ts";
import type { Sentence } from "./sentence.ts";
import type { SpokenLine } from "./spoken-line.ts";
import type { TornadoPoint, TornadoRow } from "./tornado.ts";

/** What is moved: the expected cost, or the cost of a bad year. */
export type GoalWords = "expected cost" | "P90";

/** "92%", "34 pts", "2.5×", "$165,000", "16". */
export function valueText(value: number, unit: SensitivityUnit, currency: string): string {
  switch (unit) {
    case "percent":
      return percentText(value);
    case "points":
      return `${formatNumber(value * 100, 1)} pts`;
    case "multiple":
      return formatRatio(value, Math.abs(value * 10 - Math.round(value * 10)) < 1e-6 ? 1 : 2);
    case "money":
      return formatMoney(roundMoney(value, currency), currency, "short");
    case "count":
      return formatNumber(value, 1);
  }
}

function spokenValue(value: number, unit: SensitivityUnit, currency: string): string {
  switch (unit) {
    case "percent":
      return spokenPercent(value);
    case "points":
      return `${formatNumber(value * 100, 1)} points`;
    case "multiple":
      return `${formatNumber(value, 2)} times`;
    case "money":
      return spokenMoney(roundMoney(value, currency), currency);
    case "count":
      return formatNumber(value, 1);
  }
}

/** "Headcount, Channel Account Manager" → "Headcount, CAM". @param titles of all roles */
export function shortLabel(label: string, titles: readonly string[]): string {
  const title = titles.find((each) => label.endsWith(`, ${each}`));
  return title === undefined ? label : `${label.slice(0, -title.length)}${initialsAmong(title, titles)}`;
}

/** "Spread of attainment *": the asterisk is explained in the sentence. */
export function rowName({ label, isMonotone }: Pick<Sensitivity, "label" | "isMonotone">): string {
  return isMonotone ? label : `${label} *`;
}

/** "Expected", "P90": over the zero line. */
export function goalName(goal: GoalWords): string {
  return goal === "P90" ? "P90" : "Expected";
}

/** @param isCoarse of the first 1,000 years; the figures of all are on their way */
export function tornadoSentence(rows: readonly TornadoRow[], goal: GoalWords, isCoarse = false): Sentence {
  if (rows.length === 0) return ["No input moves the cost."];
  const on = goal === "P90" ? ", on P90" : "";
  const what = `One input at a time, five points each${on}${isCoarse ? " ≈ of the first 1,000 years" : ""}.`;
  if (rows.every(({ sensitivity }) => sensitivity.isMonotone)) return [what];
  return [what, " * The cost turns within the range."];
}

/** Under the bars: inputs that have none there. */
export function restText(left: number, idle: number): string {
  return left > idle ? `${left} with less effect` : `${left} without effect`;
}

/** Full swing, to a thousand: "$1.09M", "$796k". */
export function swingText(swing: number, currency: string): string {
  const thousand = 1_000 * minorPerUnit(currency);
  return formatMoney(swing < thousand ? swing : Math.round(swing / thousand) * thousand, currency, "axis");
}

/** A difference on the axis: "−$400k", "0", "+$400k". */
export function differenceText(difference: number, currency: string): string {
  if (difference === 0) return "0";
  return `${difference > 0 ? "+" : ""}${formatMoney(difference, currency, "axis")}`;
}

/** A row for each point of each input, in thousands. */
export function tornadoTable(rows: readonly TornadoRow[], expected: number, goal: GoalWords, currency: string): ChartTable {
  const thousands = (amount: number): string => formatMoney(amount, currency, "thousands");
  return {
    caption: `${goal === "P90" ? "P90" : "Expected cost"} in thousands of ${currency} at five points of each input, now ${thousands(expected)}`,
    columns: [{ title: "Input", kind: "text" }, ...["Now", "Value", "Cost", "Difference", "Full swing"].map((title) => ({ title, kind: "figure" as const })), { title: "Note", kind: "text" }],
    rows: rows.flatMap(({ sensitivity, points }) => points.map(({ value, cost, difference }, index) => [
      rowName(sensitivity),
      valueText(sensitivity.current, sensitivity.unit, currency),
      valueText(value, sensitivity.unit, currency),
      thousands(cost),
      formatMoney(difference, currency, "signed-thousands"),
      thousands(sensitivity.swing),
      index === 0 ? (sensitivity.note ?? "") : "",
    ])),
  };
}

/** Input by input, each point by point. */
export function tornadoWalk(rows: readonly TornadoRow[], currency: string): readonly SpokenLine[] {
  return rows.map(({ sensitivity, points }) => ({
    name: sensitivity.label,
    figure: null,
    stops: points.map(({ value, cost, difference }) => ({
      attainment: difference,
      spoken: `${spokenValue(value, sensitivity.unit, currency)} costs ${spokenMoney(cost, currency)}${spokenDifference(difference, currency)}`,
    })),
  }));
}

function spokenDifference(difference: number, currency: string): string {
  if (difference === 0) return ", as now";
  return `, ${spokenMoney(Math.abs(difference), currency)} ${difference > 0 ? "more" : "less"}`;
}

/** What a point says: "Average attainment 108%", "costs $9.95M, +$0.54M". */
export function pointReading({ sensitivity }: TornadoRow, { value, cost, difference }: TornadoPoint, currency: string): { readonly name: string; readonly value: string } {
  const gap = difference === 0 ? "" : `, ${formatMoney(difference, currency, "signed-short")}`;
  return { name: `${sensitivity.label} ${valueText(value, sensitivity.unit, currency)}`, value: `costs ${formatMoney(cost, currency, "short")}${gap}` };
}
