/** Adding, changing and removing the links of a role. Value in, new value out; what did not change is shared. */
import { kpiFromTemplate, kpiTemplate } from "../library/index.ts";
import { MOST_KPIS, MOST_LINKS } from "../model/limits.ts";
import { matrixFor, matrixInTheWay, measuringIds } from "../model/links.ts";
import type { Curve, Kpi, Link, Role } from "../model/scenario.ts";

/** Four fifths of target open a gate. */
const GATE_MINIMUM = 0.8;

/** A tenth less where the measure is missed, nothing at target, a tenth more well above it. */
const MODIFIER_CURVE: Curve = {
  kind: "steps",
  cap: null,
  steps: [{ from: 0, payout: 0.9 }, { from: 0.95, payout: 1 }, { from: 1.1, payout: 1.1 }],
};

/** From half the payout where both measures are at 90 % to one and a half times it at 110 %; both at target pay 1. */
const MATRIX_TABLE = { rows: [0.9, 1, 1.1], columns: [0.9, 1, 1.1], factors: [[0.5, 0.75, 1], [0.75, 1, 1.25], [1, 1.25, 1.5]] } as const;

/**
 * Adds a gate: every other KPI that pays needs the measuring one at 80 % of target. It is measured by a KPI without weight
 * where there is one, and rather by one that measures no gate yet. Nothing changes where no other KPI would pay, nor beyond
 * 1,000 links; so too with the other kinds.
 */
export function addGate(role: Role): Role {
  const measuredBy = measureFor(role, "gate");
  return measuredBy === null ? role : withLink(role, { kind: "gate", measuredBy, minimum: GATE_MINIMUM, appliesTo: "all", otherwise: "no-payout" });
}

/** Adds a modifier on every other KPI that pays: × 0.9, from 95 % of target × 1, from 110 % × 1.1. Measured as a gate is. */
export function addModifier(role: Role): Role {
  const measuredBy = measureFor(role, "modifier");
  return measuredBy === null ? role : withLink(role, { kind: "modifier", measuredBy, appliesTo: "all", curve: MODIFIER_CURVE });
}

/**
 * Adds a matrix of two measures that pays those of the two that carry weight: the first two KPIs that pay and have no matrix
 * yet, or the only such one and another KPI. Nothing changes where every KPI that pays has a matrix, or there is one KPI only.
 */
export function addMatrix(role: Role): Role {
  const [rows, ...others] = role.kpis.filter((kpi) => kpi.weight > 0 && matrixFor(role.links, kpi.id) === -1);
  if (rows === undefined) return role;
  const columns = others[0] ?? unpaidFirst(role.kpis).find((kpi) => kpi.id !== rows.id);
  if (columns === undefined) return role;
  const appliesTo = [rows, ...others.slice(0, 1)].map((kpi) => kpi.id);
  return withLink(role, { kind: "matrix", measuredBy: [rows.id, columns.id], appliesTo, between: "step", ...MATRIX_TABLE });
}

/**
 * Puts another link in place of one. Nothing changes where it names a KPI that the role does not have, measures rows and
 * columns by one KPI, or would be a second matrix on one; and at an index where there is no link.
 * @param link its own numbers are within what a file may hold
 */
export function changeLink(role: Role, index: number, link: Link): Role {
  const current = role.links[index];
  if (current === undefined || current === link || !fits(role, index, link)) return role;
  return { ...role, links: role.links.with(index, link) };
}

/** Removes a link; an index where there is none changes nothing. */
export function removeLink(role: Role, index: number): Role {
  return role.links[index] === undefined ? role : { ...role, links: role.links.toSpliced(index, 1) };
}

/**
 * Adds a KPI at the end that is measured for a link and pays nothing: partner satisfaction. A full scorecard stays as it is,
 * and so does one where nothing pays yet, since weights could not total 100 %.
 */
export function addMeasuredKpi(role: Role): Role {
  if (role.kpis.length >= MOST_KPIS || !role.kpis.some((kpi) => kpi.weight > 0)) return role;
  const proposed = kpiFromTemplate(kpiTemplate("partner-satisfaction"), { kpiIds: role.kpis.map((kpi) => kpi.id) });
  return { ...role, kpis: [...role.kpis, { ...proposed, curve: null }] };
}

/** Who measures a new link on all others: null where no other KPI would have a weight to act on. */
function measureFor(role: Role, kind: "gate" | "modifier"): string | null {
  const measuring = new Set(role.links.flatMap((link) => (link.kind === kind ? measuringIds(link) : [])));
  const able = unpaidFirst(role.kpis).filter((kpi) => role.kpis.some((other) => other.id !== kpi.id && other.weight > 0));
  return (able.find((kpi) => !measuring.has(kpi.id)) ?? able[0])?.id ?? null;
}

function unpaidFirst(kpis: readonly Kpi[]): readonly Kpi[] {
  return [...kpis.filter((kpi) => kpi.weight === 0), ...kpis.filter((kpi) => kpi.weight > 0)];
}

function withLink(role: Role, link: Link): Role {
  return role.links.length >= MOST_LINKS ? role : { ...role, links: [...role.links, link] };
}

function fits(role: Role, index: number, link: Link): boolean {
  const ids = new Set(role.kpis.map((kpi) => kpi.id));
  const measures = measuringIds(link);
  const named = link.appliesTo === "all" ? measures : [...measures, ...link.appliesTo];
  if (!named.every((id) => ids.has(id)) || new Set(measures).size < measures.length) return false;
  return link.kind !== "matrix" || matrixInTheWay(role.links.toSpliced(index, 1), link, role.kpis) === null;
}
