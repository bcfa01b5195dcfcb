/** An explanation as text: values by their unit, formulas in numbers, and the whole tree for the clipboard. */
import type { Explanation, Question, TraceCurve, TraceNode, TracePlace } from "#shared/engine/index.ts";
import type { Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatMoney, formatNumber, formatPercent, formatRatio } from "#shared/report/format.ts";
import { WHOLE } from "#shared/units/basis-points.ts";
import { roundMoney } from "#shared/units/money.ts";
import { slopeText } from "../charts/series/percent-text.ts";

/** Shares are said to a hundredth of a point: enough for every value a field takes. */
export function shareText(share: number): string {
  if (!Number.isFinite(share)) return NO_FIGURE;
  const points = Math.round(share * 10_000);
  return formatPercent(points / 10_000, points % 100 === 0 ? 0 : points % 10 === 0 ? 1 : 2);
}

export function roleAt(scenario: Scenario, place: TracePlace | null): Role | null {
  return scenario.roles.find((role) => role.id === place?.roleId) ?? null;
}

export function kpiAt(scenario: Scenario, place: TracePlace | null): Kpi | null {
  return roleAt(scenario, place)?.kpis.find((kpi) => kpi.id === place?.kpiId) ?? null;
}

/** What a node is worked out from. */
export function partsOf(node: TraceNode): readonly TraceNode[] {
  switch (node.kind) {
    case "input":
      return [];
    case "step":
      return node.parts;
    case "curve":
      return [node.at];
  }
}

/** What its formula looks at besides the parts it names; a part that is a value of the document is not said twice. */
export function besidesOf(node: TraceNode): readonly TraceNode[] {
  if (node.kind !== "step") return [];
  const { parts, besides } = node;
  return besides.filter((beside) => !parts.some((part) => part === beside || (part.kind === "input" && beside.kind === "input" && part.place !== null && isSamePlace(part.place, beside.place))));
}

function isSamePlace(one: TracePlace, other: TracePlace | null): boolean {
  return one.roleId === other?.roleId && one.kpiId === other.kpiId && one.field === other.field;
}

export function valueText(node: TraceNode, scenario: Scenario): string {
  const { value, unit } = node;
  switch (unit) {
    case "money":
      return formatMoney(value, scenario.currency, "exact");
    case "currency":
      return formatMoney(roundMoney(value, scenario.currency), scenario.currency, "exact");
    case "percent":
      return shareText(value);
    case "basis points":
      return shareText(value / WHOLE);
    case "factor":
      return isQuotient(node) ? formatRatio(value) : shareText(value);
    case "count":
      return formatNumber(value, 4);
    case "target":
      return targetText(value, kpiOfTarget(node, scenario), scenario.currency);
  }
}

/** A result is in the unit of the target it is a multiple of. */
function kpiOfTarget(node: TraceNode, scenario: Scenario): Kpi | null {
  if (node.kind !== "step") return kpiAt(scenario, node.place);
  const target = node.parts.find((part) => part.unit === "target");
  return target === undefined ? null : kpiOfTarget(target, scenario);
}

/** One amount as a multiple of another: "2.18×"; every other factor is a share of what is paid at target. */
function isQuotient(node: TraceNode): boolean {
  return node.kind === "step" && node.formula.signs[0] === "÷";
}

function targetText(value: number, kpi: Kpi | null, currency: string): string {
  if (kpi?.unit === "currency") return formatMoney(roundMoney(value, currency), currency, "exact");
  return kpi?.unit === "percent" ? `${formatNumber(value, 4)}%` : formatNumber(value, 4);
}

/** "100% + (108% − 100%) × 5.0": how a value was read off the curve. */
export function lookupText({ at, segment }: TraceCurve): string {
  const { from, payout, slope } = segment;
  if (slope === 0) return `${shareText(payout)} from ${shareText(from)} on`;
  const climb = from === 0 ? shareText(at.value) : `(${shareText(at.value)} − ${shareText(from)})`;
  const sign = slope < 0 ? "−" : "+";
  const run = `${climb} × ${slopeText(Math.abs(slope))}`;
  return payout === 0 && slope > 0 ? run : `${shareText(payout)} ${sign} ${run}`;
}

/** The numbers a node is worked out from: "$66,000 × 40% × 140%"; null for what is given. */
export function workingText(node: TraceNode, scenario: Scenario): string | null {
  switch (node.kind) {
    case "input":
      return null;
    case "curve":
      return lookupText(node);
    case "step":
      if (node.parts.length > 2 && node.formula.signs.every((sign) => sign === "+")) return `sum of ${node.parts.length}`;
      return node.parts.map((part, index) => `${index === 0 ? "" : ` ${node.formula.signs[index - 1] ?? "+"} `}${valueText(part, scenario)}`).join("");
  }
}

/** Where the document has a given value: the list it stands in is enough. */
export function originText(place: TracePlace, scenario: Scenario): string {
  const role = roleAt(scenario, place);
  const kpi = kpiAt(scenario, place);
  if (kpi !== null && role !== null) {
    return place.field === "curve" ? `payout curve of ${nameOf(kpi.name)}` : place.field === "weight" ? `KPI scorecard, ${role.kpis.indexOf(kpi) + 1} of ${role.kpis.length}` : nameOf(kpi.name);
  }
  if (role !== null) return role.title === "" ? "untitled role" : role.title;
  return place.field.startsWith("payments") ? "payments" : "budget and burden";
}

function nameOf(name: string): string {
  return name === "" ? "untitled KPI" : name;
}

/** Everything an explanation says, one line for each value, indented by how deep it is. */
export function explanationText(text: string, question: Question, explanation: Explanation, scenario: Scenario): string {
  const { title, root, order } = explanation;
  const next = nextText(explanation, scenario);
  return [`Why ${text}?`, `${title}${standText(question)}`, "", ...treeLines(root, scenario, 0), "", ...order, ...(next === null ? [] : [`${next.sentence} ${next.amount}.`])].join("\n");
}

/** ", every KPI at 101%": where everyone stands, as far as it bears on the figure. */
export function standText(question: Question): string {
  switch (question.of) {
    case "curve":
    case "role-curve":
      return `, at ${shareText(question.attainment)}`;
    case "role":
    case "role-cost":
    case "total":
      return question.at.kind === "each" || question.figure === "base" || question.figure === "targetIncentive" ? "" : `, every KPI at ${shareText(question.at.attainment)}`;
    default:
      return "";
  }
}

/** What one more step pays; null where the question has no such thing. */
export function nextText({ next }: Explanation, { currency }: Scenario): { readonly sentence: string; readonly amount: string } | null {
  return next === null ? null : { sentence: next.sentence, amount: formatMoney(next.amount, currency, "exact") };
}

function treeLines(node: TraceNode, scenario: Scenario, depth: number): readonly string[] {
  const working = workingText(node, scenario);
  const rounding = node.kind === "step" && node.formula.rounding !== null ? `, ${node.formula.rounding}` : "";
  const given = node.kind === "input" && node.place !== null ? ` (${originText(node.place, scenario)})` : "";
  const line = `${"  ".repeat(depth)}${sentenceCase(node.name)}: ${working === null ? "" : `${working} = `}${valueText(node, scenario)}${rounding}${given}`;
  return [line, ...partsOf(node).flatMap((part) => treeLines(part, scenario, depth + 1)), ...besidesOf(node).flatMap((part) => treeLines(part, scenario, depth + 1))];
}

/** The first letter large, the rest as it is. */
export function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
