/** What `evaluate` prints for people: pay per head, then the cost of all seats, which foots. */
import { notCalculated } from "#shared/engine/index.ts";
import type { CostParts, RoleOutcome, ScenarioOutcome, ScenarioTotal } from "#shared/engine/outcome.ts";
import type { Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { LOCALE, NO_FIGURE, formatPercent, formatRatio } from "#shared/report/format.ts";
import { fractionDigits } from "#shared/units/currency.ts";
import { toCurrencyUnits, type MinorUnits } from "#shared/units/money.ts";
import { alignedLines, printable } from "./text-lines.ts";

type Money = (amount: MinorUnits) => string;

export function evaluateText(scenario: Scenario, outcome: ScenarioOutcome): string {
  const { currency, roles, total } = outcome;
  const perHead = exactly(currency, roles.flatMap((role) => [role.base, role.incentive, ...role.kpis.map((kpi) => kpi.payout)]));
  const allSeats = exactly(currency, [total, ...roles.map((role) => role.cost)].flatMap((cost) => [cost.base, cost.incentive, cost.burden]));
  const pairs = roles.flatMap((result, index) => {
    const role = scenario.roles[index];
    return role === undefined ? [] : [{ role, result }];
  });
  const notes = notCalculated(scenario).map(({ path, label }) => `Not in these figures: ${printable(label)} (${path}).\n`);
  return [
    `${printable(scenario.name)}: pay a head and year, in ${scenario.currency}\n\n`,
    alignedLines([["", "attainment", "factor", "base", "incentive", "pay"], ...pairs.flatMap(({ role, result }) => payRows(role, result, perHead))]),
    "\nCost of all seats\n\n",
    alignedLines([
      ["", "people", "base", "incentive", "burden", "cost"],
      ...pairs.map(({ role, result }) => costRow(role, result, allSeats)),
      ["Total", "", ...costCells(total, allSeats)],
    ]),
    `\n${ccosSentence(total, exactly(currency, [total.revenue]))}\n`,
    ...notes,
  ].join("");
}

function payRows(role: Role, result: RoleOutcome, money: Money): readonly (readonly string[])[] {
  const kpis = role.kpis.flatMap((kpi, index) => {
    const reached = result.kpis[index];
    return reached === undefined ? [] : [kpiRow(kpi, reached, money)];
  });
  return [[printable(role.title), "", "", money(result.base), money(result.incentive), money(result.pay)], ...kpis];
}

/** A KPI without weight pays nothing and has no factor: it is measured for a link. */
function kpiRow(kpi: Kpi, { attainment, payoutFactor, payout }: RoleOutcome["kpis"][number], money: Money): readonly string[] {
  const paid = kpi.weight > 0 ? [formatRatio(payoutFactor, 3), "", money(payout)] : [NO_FIGURE, "", NO_FIGURE];
  return [`  ${printable(kpi.name)}`, formatPercent(attainment, 1), ...paid, ""];
}

function costRow(role: Role, result: RoleOutcome, money: Money): readonly string[] {
  const cells = result.countsInCost ? costCells(result.cost, money) : [NO_FIGURE, NO_FIGURE, NO_FIGURE, "not in cost"];
  return [printable(role.title), String(result.headcount), ...cells];
}

function costCells({ base, incentive, burden, cost }: CostParts, money: Money): readonly string[] {
  return [money(base), money(incentive), money(burden), money(cost)];
}

function ccosSentence({ ccos, revenue, revenueBasis }: ScenarioTotal, money: Money): string {
  if (ccos === null) return "No CCOS: there is no revenue to measure pay by.";
  const basis = revenueBasis === "booked" ? "booked revenue" : "credited revenue, which may count a deal twice";
  return `CCOS ${formatPercent(ccos, 2)}: base and incentive, of ${money(revenue)} ${basis}.`;
}

/** Amounts to the minor unit where any of them has one, so that every column foots. */
function exactly(currency: string, amounts: readonly MinorUnits[]): Money {
  const decimals = amounts.every((amount) => Number.isInteger(toCurrencyUnits(amount, currency))) ? 0 : fractionDigits(currency);
  const format = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (amount) => format.format(toCurrencyUnits(amount, currency));
}
