/** Company cost by attainment in words: the rows of its table, and what is said at each corner. */
import type { CostPoint } from "#shared/engine/outcome.ts";
import { formatMoney, formatPercent, spokenMoney, spokenPercent } from "#shared/report/format.ts";
import { minorPerUnit } from "#shared/units/currency.ts";
import { splitWhole } from "#shared/units/money.ts";
import type { ChartTable } from "./chart-table.ts";
import { costAt, totalOf } from "./cost-stack.ts";
import type { LineFigure, SpokenLine } from "./spoken-line.ts";

/** Every tenth attainment between the ends, and the ends. */
const ROW_STEP = 0.1;

function tableAttainments(points: readonly CostPoint[]): readonly number[] {
  const from = points[0]?.attainment;
  const to = points.at(-1)?.attainment;
  if (from === undefined || to === undefined) return [];
  const count = Math.round((to - from) / ROW_STEP);
  return Array.from({ length: count + 1 }, (_, index) => (index === count ? to : Math.round((from + index * ROW_STEP) * 1e6) / 1e6));
}

/** The parts of a total as whole thousands that add up to the total's thousands. All in minor units. */
function inThousands(total: number, parts: readonly number[], currency: string): readonly number[] {
  const thousand = 1_000 * minorPerUnit(currency);
  return splitWhole(Math.round(total / thousand), parts).map((part) => part * thousand);
}

/**
 * The cost at each tenth attainment, in thousands of the currency.
 * @param budget null: no column for it
 */
export function costTable(points: readonly CostPoint[], budget: number | null, currency: string): ChartTable {
  const rows = tableAttainments(points).flatMap((attainment) => {
    const point = costAt(points, attainment);
    if (point === null) return [];
    const total = totalOf(point);
    const parts = inThousands(total, [point.base, point.burden, point.incentive], currency);
    const amounts = [...parts, total].map((amount) => formatMoney(amount, currency, "thousands"));
    const gap = budget === null ? [] : [formatMoney(total - budget, currency, "signed-thousands")];
    return [[formatPercent(attainment), ...amounts, ...gap]];
  });
  return {
    caption: `Cost to company in thousands of ${currency}, everyone at the same attainment`,
    columns: [
      { title: "Attainment", kind: "text" },
      ...["Base pay", "Burden", "Incentive", "Total", ...(budget === null ? [] : ["Against budget"])].map((title) => ({ title, kind: "figure" as const })),
    ],
    rows,
  };
}

/** The total and its parts, corner by corner. At a jump both sides are said. */
export function costWalk(points: readonly CostPoint[], budget: number | null, currency: string): readonly SpokenLine[] {
  function line(name: string, figure: LineFigure, amountOf: (point: CostPoint) => number, judge: (amount: number) => string): SpokenLine {
    return {
      name,
      figure,
      stops: points.map((point) => ({
        attainment: point.attainment,
        spoken: `${spokenPercent(point.attainment)} attainment costs ${spokenMoney(amountOf(point), currency)}${judge(amountOf(point))}`,
      })),
    };
  }
  const silent = (): string => "";
  const againstBudget = (amount: number): string => (budget !== null && amount > budget ? `, ${spokenMoney(amount - budget, currency)} over budget` : "");
  return [
    line("Total cost", "cost", totalOf, againstBudget),
    line("Incentive", "incentive", (point) => point.incentive, silent),
    line("Burden", "burden", (point) => point.burden, silent),
    line("Base pay", "base", (point) => point.base, silent),
  ];
}
