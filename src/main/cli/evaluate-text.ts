/** What `evaluate` prints for people: pay per head, the cost of all seats, which foots, then the year payment by payment. */
import { notCalculated } from "#shared/engine/index.ts";
import type { RoleOutcome } from "#shared/engine/index.ts";
import type { Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatPercent, formatRatio } from "#shared/report/format.ts";
import { ccosSentence, costTable, exactMoney, type Money } from "./cost-text.ts";
import type { Evaluation } from "./evaluation.ts";
import { alignedLines, printable } from "./text-lines.ts";
import { hasYear, leavesOut, yearText } from "./year-text.ts";

export function evaluateText(scenario: Scenario, evaluated: Evaluation): string {
  const { currency, roles, total } = evaluated.outcome;
  const perHead = exactMoney(currency, roles.flatMap((role) => [role.base, role.incentive, ...role.kpis.map((kpi) => kpi.payout)]));
  const pairs = roles.flatMap((result, index) => {
    const role = scenario.roles[index];
    return role === undefined ? [] : [{ role, result }];
  });
  const notes = notCalculated(scenario).map(({ path, label }) => `Not in these figures: ${printable(label)} (${path}).\n`);
  return [
    `${printable(scenario.name)}: pay a head and year, in ${scenario.currency}\n\n`,
    alignedLines([["", "attainment", "factor", "base", "incentive", "pay"], ...pairs.flatMap(({ role, result }) => payRows(role, result, perHead))]),
    `\nCost of all seats${scenario.roles.some(leavesOut) ? " in a full year, without ramp and draw" : ""}\n\n`,
    costTable(pairs.map(({ role, result }) => ({ ...result, title: role.title, people: result.headcount })), total, currency),
    `\n${ccosSentence(ccosLabel(roles), "base and incentive", total, currency)}\n`,
    ...notes,
    hasYear(scenario) ? yearText(scenario, evaluated) : "",
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

function ccosLabel(roles: readonly RoleOutcome[]): string {
  return roles.every(({ kpis }) => kpis.every(({ attainment }) => attainment === 1)) ? "CCOS at target" : "CCOS at this attainment";
}
