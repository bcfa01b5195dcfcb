/** Inputs as short text, for a table of what differs. */
import { evaluateRole } from "../engine/index.ts";
import type { Curve, Draw, Goal, Kpi, KpiOutlook, Link, NewHires, Payments, Role, Scenario } from "../model/scenario.ts";
import { NO_FIGURE, formatMoney, formatNumber, formatRatio, formatSplit } from "../report/format.ts";
import { peopleWords } from "../report/people-words.ts";
import { fractionOf } from "../units/basis-points.ts";
import { roundMoney } from "../units/money.ts";

/** "92%", "92.5%": as many decimals as there are, two at most. */
export function shareWords(ratio: number): string {
  return `${formatNumber(ratio * 100, 2)}%`;
}

/** To a tenth, and beyond that as it is. */
export function splitWords(share: number): string {
  return Math.abs(share * 1_000 - Math.round(share * 1_000)) < 1e-6 ? formatSplit(share) : `base ${formatNumber(share * 100, 6)}%`;
}

export function moneyWords(amount: number | null, currency: string): string {
  return amount === null ? "none" : formatMoney(roundMoney(amount, currency), currency, "exact");
}

export function targetWords({ target, unit }: Kpi, currency: string): string {
  return unit === "currency" ? moneyWords(target, currency) : unit === "percent" ? `${formatNumber(target)}%` : formatNumber(target);
}

/** Of a list of attainments. */
const MOST_LISTED = 12;

export function outlookWords(outlook: KpiOutlook): string {
  if (outlook.shape === "empirical") {
    const { attainments } = outlook;
    return `list of ${formatNumber(attainments.length)}: ${attainments.slice(0, MOST_LISTED).map(shareWords).join(" ")}${attainments.length > MOST_LISTED ? " …" : ""}`;
  }
  const shape = outlook.shape === "normal" ? ", normal" : "";
  return `average ${shareWords(outlook.mean)}, spread ${formatNumber(outlook.spread * 100)} pts${shape}`;
}

/** What a curve says, piece by piece: "70% pays 40%", "cap 300%". */
export function curveWords(curve: Curve | null): readonly string[] {
  if (curve === null) return ["not paid by itself"];
  return [...shapeWords(curve), curve.cap === null ? "no cap" : `cap ${shareWords(curve.cap)}`];
}

function shapeWords(curve: Curve): readonly string[] {
  const pays = ({ from, payout }: { readonly from: number; readonly payout: number }): string => `${shareWords(from)} pays ${shareWords(payout)}`;
  switch (curve.kind) {
    case "points":
      return [
        ...(curve.below === "first" ? ["pays from the first unit on"] : []),
        ...curve.points.map(({ attainment, payout }) => pays({ from: attainment, payout })),
        ...(curve.above === "extend" ? ["goes on at the last slope"] : []),
      ];
    case "tiers":
      return [{ marginal: "each rate on its part", whole: "rate reached on everything", excess: "rate reached above target only" }[curve.basis], ...curve.tiers.map(({ from, rate }) => `${formatRatio(rate)} from ${shareWords(from)}`)];
    case "steps":
      return ["steps", ...curve.steps.map(pays)];
    case "levels":
      return ["levels", ...curve.levels.map((level) => `${level.name}: ${pays(level)}`)];
  }
}

/** Two lists of words without what both say. */
export function differingWords(one: readonly string[], another: readonly string[]): readonly [string, string] {
  const mine = one.filter((words) => !another.includes(words));
  const theirs = another.filter((words) => !one.includes(words));
  // What is only there in another order, or twice, is told whole.
  if (mine.length === 0 && theirs.length === 0) return [one.join(", "), another.join(", ")];
  return [mine.length === 0 ? NO_FIGURE : mine.join(", "), theirs.length === 0 ? NO_FIGURE : theirs.join(", ")];
}

export function linkWords(links: readonly Link[], nameOf: (kpiId: string) => string): readonly string[] {
  if (links.length === 0) return ["none"];
  return links.map((link) => {
    const on = link.appliesTo === "all" ? "all KPIs" : link.appliesTo.map(nameOf).join(", ");
    switch (link.kind) {
      case "gate":
        return `gate on ${on}: ${nameOf(link.measuredBy)} at least ${shareWords(link.minimum)}, otherwise ${link.otherwise === "reduced" ? `× ${formatNumber(link.by)}` : OTHERWISE[link.otherwise]}`;
      case "modifier":
        return `modifier on ${on} by ${nameOf(link.measuredBy)}: ${curveWords(link.curve).join(", ")}`;
      case "matrix":
        return `matrix for ${on} by ${nameOf(link.measuredBy[0])} and ${nameOf(link.measuredBy[1])}: ${link.factors.map((row) => row.map(shareWords).join(" ")).join(" | ")} from ${link.rows.map(shareWords).join(" ")} and ${link.columns.map(shareWords).join(" ")}, ${link.between}`;
    }
  });
}

const OTHERWISE = { "no-payout": "no payout", "capped-at-target": "at most target", "accelerator-blocked": "no accelerator" } as const;

export function hireWords(hires: readonly NewHires[]): string {
  if (hires.length === 0) return "none";
  return hires.map(({ count, startPeriod, ramp }) => `${formatNumber(count)} from period ${startPeriod}${ramp.length === 0 ? "" : `, ramp ${ramp.map(shareWords).join(" ")}`}`).join("; ");
}

export function drawWords(draw: Draw | null, currency: string): string {
  return draw === null ? "none" : `${draw.kind}, ${moneyWords(draw.perPeriod, currency)} for ${draw.periods} periods`;
}

export function seasonWords(seasonality: Payments["seasonality"]): string {
  return seasonality === "equal" ? "equal" : seasonality.map(shareWords).join(" ");
}

/** "14 people, OTE $165,000, costs $2,614,000 at target": a role that only one scenario has, with what its seats cost there. */
export function roleWords(role: Role, scenario: Scenario): string {
  const { headcount, onTargetEarnings, countsInCost } = role;
  const { currency } = scenario;
  const cost = countsInCost ? `costs ${formatMoney(evaluateRole(role, scenario, () => 1).cost.cost, currency, "full")} at target` : "in no cost";
  return `${peopleWords(headcount)}, OTE ${moneyWords(onTargetEarnings, currency)}, ${cost}`;
}

/** The goals of the company that a KPI supports. */
export function goalWords({ supports }: Kpi, goals: readonly Goal[]): string {
  return supports.map((id) => goals.find((goal) => goal.id === id)?.text ?? id).join("; ") || "none";
}

/** A target with the unit that its figure does not show by itself. */
export function withUnit(kpi: Kpi, currency: string): string {
  return `${targetWords(kpi, currency)}${kpi.unit === "currency" || kpi.unit === "percent" ? "" : ` (${kpi.unit})`}`;
}

/** A KPI that only one scenario has, with everything about it. */
export function kpiWords(kpi: Kpi, goals: readonly Goal[], currency: string): string {
  return [
    `weight ${shareWords(fractionOf(kpi.weight))}`,
    measureWords(kpi),
    `target ${withUnit(kpi, currency)}`,
    `${kpi.direction} is better`,
    ...curveWords(kpi.curve),
    outlookWords(kpi.outlook),
    restWords(kpi, goals),
  ].join(", ");
}

/** "partner sourced revenue" */
export function measureWords({ measure }: Kpi): string {
  return measure.replaceAll("-", " ");
}

/** What is of a KPI beside its target, weight, curve and outlook; what is not set is left out. */
export function restWords(kpi: Kpi, goals: readonly Goal[]): string {
  return [
    `excellence ${shareWords(kpi.excellence)}`,
    ...(kpi.revenue === "credited" ? ["counts as credited revenue"] : []),
    ...(kpi.attribution === "unclear" ? ["credit unclear"] : []),
    ...(kpi.supports.length === 0 ? [] : [`supports ${goalWords(kpi, goals)}`]),
  ].join(", ");
}
