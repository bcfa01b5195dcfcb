/** A whole plan as short facts, in the words in which inputs that differ are told. */
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { formatNumber } from "../report/format.ts";
import { fractionOf } from "../units/basis-points.ts";
import { curveWords, drawWords, hireWords, linkWords, measureWords, moneyWords, outlookWords, restWords, seasonWords, shareWords, splitWords, withUnit } from "./input-words.ts";

export type Fact = { readonly name: string; readonly text: string };

/** What is of the whole plan; what is not set is left out. */
export function planFacts({ currency, fiscalYear, payments, cost, outlook, goals, rulesOfEngagement, notes }: Scenario): readonly Fact[] {
  const money = (amount: number | null): string | null => (amount === null ? null : moneyWords(amount, currency));
  return said([
    ["Fiscal year", String(fiscalYear)],
    ["Currency", currency],
    ["Payments", `${payments.frequency}, ${payments.basis}`],
    ["Seasons", payments.seasonality === "equal" ? null : seasonWords(payments.seasonality)],
    ["Budget", money(cost.budget)],
    ["Burden", `${shareWords(cost.burdenOnBase)} on base, ${shareWords(cost.burdenOnVariable)} on incentive${cost.fixedPerHead === 0 ? "" : `, ${moneyWords(cost.fixedPerHead, currency)} a head`}`],
    ["Booked revenue", money(cost.bookedRevenue)],
    ["Contribution margin", cost.contributionMargin === null ? null : shareWords(cost.contributionMargin)],
    ["Correlation", `market ${shareWords(outlook.marketCorrelation)}, seller ${shareWords(outlook.sellerCorrelation)}`],
    ["Spread between periods", outlook.periodSpread === 0 ? null : shareWords(outlook.periodSpread)],
    ["Simulated years", `${formatNumber(outlook.trials)}, seed ${outlook.seed}`],
    ["Goals", goals.map(({ text }) => text).join("; ")],
    ["Rules of engagement", rulesOfEngagement.join("; ")],
    ["Notes", notes],
  ]);
}

/** What is of one role beside its KPIs; what is not set is left out. */
export function roleFacts(role: Role, currency: string): readonly Fact[] {
  const nameOf = (id: string): string => role.kpis.find((kpi) => kpi.id === id)?.name ?? id;
  return said([
    ["People", `${formatNumber(role.headcount)}${role.countsInCost ? "" : ", not in cost"}`],
    ["OTE", moneyWords(role.onTargetEarnings, currency)],
    ["Split", splitWords(role.baseShare)],
    ["Focus", [role.focus, ...role.alsoDrives].join(", ")],
    ["Quota", role.quotaCarrying ? "carried" : "none"],
    ["Drives", role.drives],
    ["Vacancy", role.vacancy === 0 ? null : shareWords(role.vacancy)],
    ["New hires", role.newHires.length === 0 ? null : hireWords(role.newHires)],
    ["Draw", role.draw === null ? null : drawWords(role.draw, currency)],
    ["Plan cap", role.payoutCap === null ? null : shareWords(role.payoutCap)],
    ["Sales cycle", role.salesCycleMonths === null ? null : `${formatNumber(role.salesCycleMonths)} months`],
    ["Links", role.links.length === 0 ? null : linkWords(role.links, nameOf).join("; ")],
  ]);
}

/** A KPI, text by text as columns of a table. */
export type KpiFacts = { readonly weight: string; readonly target: string; readonly curve: string; readonly outlook: string; readonly more: string };

export function kpiFacts(kpi: Kpi, { currency, goals }: Scenario): KpiFacts {
  return {
    weight: shareWords(fractionOf(kpi.weight)),
    target: `${withUnit(kpi, currency)}${kpi.direction === "lower" ? ", lower is better" : ""}`,
    curve: curveWords(kpi.curve).join(", "),
    outlook: outlookWords(kpi.outlook),
    more: `${measureWords(kpi)}, ${restWords(kpi, goals)}`,
  };
}

function said(facts: readonly (readonly [name: string, text: string | null])[]): readonly Fact[] {
  return facts.flatMap(([name, text]) => (text === null || text === "" ? [] : [{ name, text }]));
}
