/** Links in words: what one measure does to the pay of others. */
import { compileCurve, linkEffects } from "../engine/index.ts";
import { actsOn, measuringIds } from "../model/links.ts";
import type { Curve, Gate, Kpi, Link, Matrix, Modifier, Role } from "../model/scenario.ts";
import { formatNumber } from "../report/format.ts";
import { say, type StatementSentence } from "./statement.ts";
import { stretchesOf } from "./stretches.ts";
import { mark, nameOf, type Subject } from "./subject.ts";
import { SAME, listed, share } from "./words.ts";

/** One sentence for each link of the role, in its order. */
export function linkSentences({ role }: Subject): readonly StatementSentence[] {
  return role.links.map((link) => say(linkSentence(role, link), { kpiId: measuringIds(link)[0], key: true }));
}

/** The KPIs with pay that a link acts on, as the engine resolves it. */
function paidKpisOf(role: Role, link: Link): readonly Kpi[] {
  return role.kpis.filter((kpi) => kpi.weight > 0 && actsOn(link, kpi));
}

/** Whether any link can change what a KPI's curve or matrix pays. */
export function isLinked({ plan }: Subject, index: number): boolean {
  const kpi = plan.kpis[index];
  return kpi !== undefined && kpi.gates.length + kpi.modifiers.length > 0;
}

/**
 * What one link does, in a sentence: "Pay for Strategic objectives needs Sourced revenue at 80% of target or more; below
 * that nothing is paid." (docs/compensation-model.md, "Links"). A link that acts on no pay says so.
 * @param link one of the role's, or one that could be
 */
export function linkSentence(role: Role, link: Link): string {
  const paid = paidKpisOf(role, link);
  const measures = measuringIds(link).map((id) => role.kpis.find((kpi) => kpi.id === id));
  const by = listed(measures.map((kpi) => (kpi === undefined ? "a measure" : nameOf(role, kpi))));
  if (paid.length === 0) return `A link looks at ${by} and acts on no pay.`;
  const pay = `Pay for ${listed(paid.map((kpi) => nameOf(role, kpi)))}`;
  switch (link.kind) {
    case "gate":
      return gateWords(link, pay, by, measures[0], paid);
    case "modifier":
      return modifierWords(link, pay, by, measures[0]);
    case "matrix":
      return matrixWords(role, link, pay, by, measures, paid);
  }
}

/** What the table pays at its least, at its most and at target; where it is small, the sections of its KPIs tell every cell. */
function matrixWords(role: Role, matrix: Matrix, pay: string, by: string, measures: readonly (Kpi | undefined)[], paid: readonly Kpi[]): string {
  const cells = matrix.factors.flat();
  const [effect] = linkEffects({ ...role, links: [matrix] }, paid[0]?.id ?? "", () => 1);
  const [row = 0, column = 0] = [matrix.rows[0], matrix.columns[0]];
  const below = [...(row > 0 ? [mark(measures[0], row)] : []), ...(column > 0 ? [mark(measures[1], column)] : [])];
  const floor = below.length === 0 ? "" : `, nothing below ${below.join(" and ")}`;
  return `${pay} is set by ${by} together: ${share(Math.min(...cells))} to ${share(Math.max(...cells))} of its share, ${share(effect?.factor ?? 0)} with both at target${floor}.`;
}

function gateWords(gate: Gate, pay: string, by: string, measured: Kpi | undefined, paid: readonly Kpi[]): string {
  const needs = `${pay} needs ${by} at ${mark(measured, gate.minimum)} or more`;
  return gate.minimum <= 0 ? `${needs}, which is always met.` : `${needs}; below that ${missedWords(gate, paid)}.`;
}

function missedWords(gate: Gate, paid: readonly Kpi[]): string {
  const onlySteps = paid.every(({ curve }) => curve?.kind === "steps" || curve?.kind === "levels");
  switch (gate.otherwise) {
    case "no-payout":
      return "nothing is paid";
    case "reduced":
      return `${share(gate.by)} of it is paid`;
    case "capped-at-target":
      return "it is at most what target pays";
    case "accelerator-blocked":
      return onlySteps ? "it is at most what target pays" : "results above target pay at most the rate below target";
  }
}

function modifierWords({ curve }: Modifier, pay: string, by: string, measured: Kpi | undefined): string {
  return `${pay} is multiplied by a factor set by ${by}: ${multiplierWords(curve, measured)}.`;
}

/** "0.9 below 95% of target, 1 from 95% and 1.1 from 110%"; corners of lines where the multiplier slopes. */
function multiplierWords(curve: Curve, measured: Kpi | undefined): string {
  const stretches = stretchesOf(compileCurve(curve));
  const last = stretches.at(-1);
  if (last === undefined || (stretches.length === 1 && Math.abs(last.slope) <= SAME)) return `${times(last?.at ?? 0)} at any result`;
  if (stretches.every(({ slope }) => Math.abs(slope) <= SAME)) {
    const second = stretches[1]?.from ?? 0;
    return listed(stretches.map(({ from, at }, index) => (index === 0 ? `${times(at)} below ${mark(measured, second)}` : `${times(at)} from ${share(from)}`)));
  }
  const corners = stretches.map(({ from, below, at }, index) => {
    const place = index === 0 ? mark(measured, from) : share(from);
    return Math.abs(at - below) > SAME ? `${times(below)} just below ${place} and ${times(at)} there` : `${times(at)} at ${place}`;
  });
  const end = Math.abs(last.slope) <= SAME ? "the same above it" : `${times(Math.abs(last.slope) / 100)} ${last.slope > 0 ? "more" : "less"} for each 1% above it`;
  return `${corners.join(", ")}, ${end}; straight lines between`;
}

function times(factor: number): string {
  return formatNumber(factor, 4);
}
