/** What must hold between the fields of a scenario: totals, ids, order. Each problem names its place. */
import { matrixInTheWay, measuringIds } from "../model/links.ts";
import type { Curve, Kpi, Link, Matrix, Role, Scenario } from "../model/scenario.ts";
import { WHOLE } from "../units/basis-points.ts";
import { joined, quoted } from "./place.ts";
import type { ProblemList } from "./problem-list.ts";

/** The last bits of fractions that add up to 1. */
const TOTAL_TOLERANCE = 1e-9;

/**
 * Adds every rule that a scenario breaks. Of a document with other problems the rest is checked: what could not be read
 * is NaN, an empty text or an empty list there, and breaks no rule.
 */
export function checkRules(scenario: Scenario, found: ProblemList): void {
  const roleIds = new Set(scenario.roles.map((role) => role.id));
  const goalIds = new Set(scenario.goals.map((goal) => goal.id));
  uniqueIds("roles", scenario.roles, found);
  uniqueIds("goals", scenario.goals, found);
  scenario.roles.forEach((role, index) => checkRole(`roles[${index}]`, role, goalIds, found));
  if (scenario.outlook.marketCorrelation + scenario.outlook.sellerCorrelation > 1 + TOTAL_TOLERANCE) {
    found.add("outlook", "Market and seller correlation together are more than 1.");
  }
  scenario.dismissedAdvice.forEach(({ roleId }, index) => {
    if (roleId !== null) knownId(`dismissedAdvice[${index}].roleId`, roleId, roleIds, "There is no role", found);
  });
}

function checkRole(path: string, role: Role, goalIds: ReadonlySet<string>, found: ProblemList): void {
  uniqueIds(`${path}.kpis`, role.kpis, found);
  const total = role.kpis.reduce<number>((sum, kpi) => sum + kpi.weight, 0);
  if (role.kpis.length > 0 && !Number.isNaN(total) && total !== WHOLE) {
    found.add(`${path}.kpis`, `The weights total ${total / 100}%; they must total 100%.`);
  }
  role.kpis.forEach((kpi, index) => checkKpi(`${path}.kpis[${index}]`, kpi, goalIds, found));
  const kpiIds = new Set(role.kpis.map((kpi) => kpi.id));
  role.links.forEach((link, index) => checkLink(`${path}.links[${index}]`, link, kpiIds, found));
  checkOneMatrixEach(path, role, found);
}

function checkKpi(path: string, kpi: Kpi, goalIds: ReadonlySet<string>, found: ProblemList): void {
  if (kpi.curve === null && kpi.weight > 0) found.add(`${path}.curve`, "A KPI with a weight needs a payout curve.");
  if (kpi.curve !== null) checkCurve(`${path}.curve`, kpi.curve, found);
  if (kpi.revenue === "credited" && kpi.unit !== "currency") found.add(`${path}.revenue`, "Only a KPI in money can count as credited revenue.");
  kpi.supports.forEach((goal, index) => knownId(`${path}.supports[${index}]`, goal, goalIds, "There is no goal", found));
}

function checkLink(path: string, link: Link, kpiIds: ReadonlySet<string>, found: ProblemList): void {
  measuringIds(link).forEach((id, index) => knownId(link.kind === "matrix" ? `${path}.measuredBy[${index}]` : `${path}.measuredBy`, id, kpiIds, "This role has no KPI", found));
  if (link.appliesTo !== "all") {
    link.appliesTo.forEach((id, index) => knownId(`${path}.appliesTo[${index}]`, id, kpiIds, "This role has no KPI", found));
  }
  if (link.kind === "modifier") checkCurve(`${path}.curve`, link.curve, found);
  if (link.kind === "matrix") checkMatrix(path, link, found);
}

function checkMatrix(path: string, { measuredBy: [rowKpi, columnKpi], rows, columns, factors }: Matrix, found: ProblemList): void {
  if (rowKpi !== "" && rowKpi === columnKpi) found.add(`${path}.measuredBy`, "Rows and columns must be measured by different KPIs.");
  checkOrder(`${path}.rows`, null, rows, 1, found);
  checkOrder(`${path}.columns`, null, columns, 1, found);
  if (rows.length > 0 && factors.length > 0 && factors.length !== rows.length) {
    found.add(`${path}.factors`, `The table has ${counted(factors.length, "row")} of factors; the matrix has ${counted(rows.length, "row")}.`);
  }
  factors.forEach((row, index) => {
    if (row.length > 0 && columns.length > 0 && row.length !== columns.length) {
      found.add(`${path}.factors[${index}]`, `This row has ${counted(row.length, "factor")}; the matrix has ${counted(columns.length, "column")}.`);
    }
  });
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Two matrices cannot both stand in place of one curve. It must hold whatever weights and KPIs there will be, so "all" counts every one. */
function checkOneMatrixEach(path: string, role: Role, found: ProblemList): void {
  role.links.forEach((link, index) => {
    if (link.kind !== "matrix") return;
    const first = matrixInTheWay(role.links.slice(0, index), link, role.kpis);
    if (first === null) return;
    const matrix = `the matrix of links[${first.index}]`;
    found.add(`${path}.links[${index}].appliesTo`, first.kpiId === null ? `Every other KPI already has ${matrix}; one of the two must name its KPIs.` : `The KPI ${quoted(first.kpiId)} already has ${matrix}; a KPI takes one.`);
  });
}

function checkCurve(path: string, curve: Curve, found: ProblemList): void {
  switch (curve.kind) {
    case "points":
      return checkOrder(`${path}.points`, "attainment", curve.points.map((point) => point.attainment), 2, found);
    case "tiers":
      return checkOrder(`${path}.tiers`, "from", curve.tiers.map((tier) => tier.from), 1, found);
    case "steps":
      return checkOrder(`${path}.steps`, "from", curve.steps.map((step) => step.from), 1, found);
    case "levels":
      return checkOrder(`${path}.levels`, "from", curve.levels.map((level) => level.from), 1, found);
  }
}

/**
 * Ascending; as many as `together` may stand at one attainment.
 * @param field of each item that holds the value; null where the item is the value
 */
function checkOrder(path: string, field: string | null, values: readonly number[], together: 1 | 2, found: ProblemList): void {
  values.forEach((value, index) => {
    const before = values[index - 1];
    const place = field === null ? `${path}[${index}]` : joined(`${path}[${index}]`, field);
    if (before !== undefined && value < before) {
      found.add(place, `Not in order: ${value} comes after ${before}.`);
    } else if (value === values[index - together]) {
      const message = together === 1 ? `${value} stands twice.` : `Three points at attainment ${value}; two make a jump, a third has no meaning.`;
      found.add(place, message);
    }
  });
}

function uniqueIds(path: string, items: readonly { readonly id: string }[], found: ProblemList): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (id !== "" && seen.has(id)) found.add(`${path}[${index}].id`, `The id ${quoted(id)} is used twice.`);
    seen.add(id);
  });
}

function knownId(path: string, id: string, known: ReadonlySet<string>, otherwise: string, found: ProblemList): void {
  if (id !== "" && !known.has(id)) found.add(path, `${otherwise} ${quoted(id)}.`);
}
