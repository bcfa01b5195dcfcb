/** Money in printed tables, the table of what all seats cost, and pay against revenue. */
import type { CostParts, Revenue } from "#shared/engine/index.ts";
import { revenueInWords } from "#shared/report/ccos-words.ts";
import { LOCALE, NO_FIGURE, formatPercent } from "#shared/report/format.ts";
import { fractionDigits } from "#shared/units/currency.ts";
import { toCurrencyUnits, type MinorUnits } from "#shared/units/money.ts";
import { alignedLines, printable } from "./text-lines.ts";

export type Money = (amount: MinorUnits) => string;

type CostRow = { readonly title: string; readonly people: number; readonly countsInCost: boolean; readonly cost: CostParts };

/** Amounts to the minor unit where any of them has one, so that every column foots. */
export function exactMoney(currency: string, amounts: readonly MinorUnits[]): Money {
  const decimals = amounts.every((amount) => Number.isInteger(toCurrencyUnits(amount, currency))) ? 0 : fractionDigits(currency);
  const format = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (amount) => format.format(toCurrencyUnits(amount, currency)).replace("-", "−");
}

/** One line a role, then the total of those that count. */
export function costTable(rows: readonly CostRow[], total: CostParts, currency: string): string {
  const money = exactMoney(currency, [total, ...rows.map((row) => row.cost)].flatMap((cost) => [cost.base, cost.incentive, cost.burden]));
  const cells = ({ base, incentive, burden, cost }: CostParts): readonly string[] => [money(base), money(incentive), money(burden), money(cost)];
  return alignedLines([
    ["", "people", "base", "incentive", "burden", "cost"],
    ...rows.map((row) => [printable(row.title), String(row.people), ...(row.countsInCost ? cells(row.cost) : [NO_FIGURE, NO_FIGURE, NO_FIGURE, "not in cost"])]),
    ["Total", "", ...cells(total)],
  ]);
}

/**
 * CCOS with the revenue it is of.
 * @param label "CCOS at target"
 * @param pay what is set against the revenue: "base and incentive"
 */
export function ccosSentence(label: string, pay: string, { ccos, revenue, revenueBasis }: Revenue & { readonly ccos: number | null }, currency: string): string {
  if (ccos === null) return `No ${label}: there is no revenue to measure pay by.`;
  return `${label} ${formatPercent(ccos, 2)}: ${pay}, of ${exactMoney(currency, [revenue])(revenue)} ${revenueInWords(revenueBasis)}.`;
}
