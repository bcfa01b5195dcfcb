/** Rows of a file as people with their attainments; every row that cannot be used is named with its line. */
import { attainmentOf } from "../engine/index.ts";
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { PARAMETERS } from "../model/parameters.ts";
import { initialsAmong } from "../report/initials.ts";
import { COLUMN_NAMES, type ColumnKind, type ColumnMapping } from "./columns.ts";
import { decimalSignOf, numberOf, type DecimalSign } from "./numbers.ts";
import { dateOrderOf, periodOf, type DateOrder, type PeriodCount } from "./periods.ts";
import { cellText, type Cell, type Row, type TableProblem } from "./table.ts";

/** What a person reached: by KPI id, attainment by period; the periods are those of {@link Actuals}. */
export type PersonActuals = {
  readonly person: string;
  readonly roleId: string;
  /** NaN for a period the file says nothing of. */
  readonly attained: Readonly<Record<string, readonly number[]>>;
};

export type Actuals = {
  readonly people: readonly PersonActuals[];
  /** Who is left out because a KPI that carries weight has no result at all. */
  readonly incomplete: readonly { readonly person: string; readonly role: string; readonly missing: readonly string[] }[];
  /** Periods a year has in the file: the finest there are. */
  readonly periods: PeriodCount;
  /** A number that the file leaves open, like “1.200”, and that was read with a decimal point; null where the file or a choice decides. */
  readonly undecided: string | null;
  readonly rowsRead: number;
  /** Rows of {@link people}: not those of who is left out. */
  readonly rowsUsed: number;
  /** At most 1,000 of them; `problemCount` is of all. */
  readonly problems: readonly TableProblem[];
  readonly problemCount: number;
};

export type ReadingOptions = {
  /** What a number like 97 in the column of attainments means; by default what most of them can only mean. */
  readonly attainmentIn?: "percent" | "ratio" | "auto";
  readonly decimal?: DecimalSign | "auto";
  readonly onProgress?: (share: number) => void;
};

const MOST_PROBLEMS = 1_000;
const REPORT = 5_000;
/** A column of ratios of which half are above this has percents in it. */
const NO_RATIO = 5;

type Result = { readonly line: number; readonly kpiId: string; readonly of: PeriodCount | null; readonly index: number; readonly value: number; readonly isBare: boolean };
type Collected = { readonly person: string; readonly role: Role; readonly results: Result[] };

/**
 * Reads the rows of a table. Roles are found by id, title or initials, KPIs by id or name; upper and lower case are the same.
 * Of two rows for the same person, role, KPI and period the second is a problem. Attainments are ratios of target, more being
 * better; an actual and its target give them by the KPI's direction.
 * @param mapping without problems (`mappingProblems`)
 */
export function readActuals(scenario: Scenario, headers: readonly string[], rows: readonly Row[], mapping: ColumnMapping, options: ReadingOptions = {}): Actuals {
  const problems: TableProblem[] = [];
  let problemCount = 0;
  const { sign, undecided } = options.decimal === undefined || options.decimal === "auto" ? decimalSignOf(cellsOf(rows, [mapping.attainment, mapping.actual, mapping.target]), ".") : { sign: options.decimal, undecided: null };
  const nameOf = (kind: ColumnKind): string => headers[mapping[kind] ?? -1] ?? COLUMN_NAMES[kind];
  const report = (line: number, kind: ColumnKind | null, message: string): null => {
    problemCount += 1;
    if (problems.length < MOST_PROBLEMS) problems.push({ line, column: kind === null ? null : nameOf(kind), message });
    return null;
  };
  const roleOf = roleFinder(scenario);
  const order = dateOrderOf(cellsOf(rows, [mapping.period]));
  const collected = new Map<string, Collected>();
  rows.forEach((row, position) => {
    if (position % REPORT === 0) options.onProgress?.(position / rows.length);
    const found = resultOf(row, mapping, roleOf, sign, order, report);
    if (found === null) return;
    const key = `${found.person.toLowerCase()}\u0000${found.role.id}`;
    const known = collected.get(key);
    if (known === undefined) collected.set(key, { person: found.person, role: found.role, results: [found.result] });
    else known.results.push(found.result);
  });
  const people = [...collected.values()];
  const kinds = kindsOf(people);
  const inPercent = options.attainmentIn === "percent" || (options.attainmentIn !== "ratio" && isInPercent(people));
  const read: PersonActuals[] = [];
  const incomplete: Actuals["incomplete"][number][] = [];
  let rowsUsed = 0;
  for (const { person, role, results } of people) {
    const attained = new Map<string, number[]>();
    let used = 0;
    for (const { line, kpiId, of, index, value, isBare } of results) {
      const attainment = isBare && inPercent ? value / 100 : value;
      if (attainment > PARAMETERS.attainment.max) {
        report(line, "attainment", `${String(value)} is more than ${PARAMETERS.attainment.rangeText} allows.`);
        continue;
      }
      const list = attained.get(kpiId) ?? Array.from({ length: kinds.periods }, () => Number.NaN);
      attained.set(kpiId, list);
      const each = kinds.periods / (of ?? kinds.bare);
      const from = index * each;
      if (!Number.isInteger(each) || from + each > kinds.periods) report(line, "period", "The file has no such period.");
      else if (list.slice(from, from + each).some((known) => !Number.isNaN(known))) report(line, null, `${person} has this KPI and period already in an earlier line.`);
      else {
        list.fill(attainment, from, from + each);
        used += 1;
      }
    }
    const missing = role.kpis.filter((kpi) => kpi.weight > 0 && !attained.has(kpi.id)).map((kpi) => kpi.name);
    if (missing.length === 0) {
      read.push({ person, roleId: role.id, attained: Object.fromEntries(attained) });
      rowsUsed += used;
    } else incomplete.push({ person, role: role.title, missing });
  }
  return { people: read, incomplete, periods: kinds.periods, undecided, rowsRead: rows.length, rowsUsed, problems, problemCount };
}

function* cellsOf(rows: readonly Row[], columns: readonly (number | null)[]): Generator<Cell> {
  const places = columns.filter((place) => place !== null);
  for (const { cells } of rows) for (const place of places) yield cells[place] ?? null;
}

type Found<Item> = Item | "ambiguous" | null;
type RoleFinder = (text: string) => Found<{ readonly role: Role; readonly kpiOf: (text: string) => Found<Kpi> }>;

/** Looks each spelling up once. */
function roleFinder({ roles }: Scenario): RoleFinder {
  const titles = roles.map(({ title }) => title);
  const kpisOf = new Map(roles.map((role) => [role.id, finder(role.kpis, [({ id }) => id, ({ name }) => name])]));
  const find = finder(roles, [({ id }) => id, ({ title }) => title, ({ title }) => initialsAmong(title, titles)]);
  return (text) => {
    const role = find(text);
    return role === null || role === "ambiguous" ? role : { role, kpiOf: kpisOf.get(role.id) ?? (() => null) };
  };
}

/** By the first kind of name that fits; ambiguous where two have the same. */
function finder<Item>(items: readonly Item[], names: readonly ((item: Item) => string)[]): (text: string) => Found<Item> {
  const known = new Map<string, Found<Item>>();
  const plain = (text: string): string => text.trim().toLowerCase();
  const look = (text: string): Found<Item> => {
    if (text === "") return null;
    for (const name of names) {
      const [first, second] = items.filter((item) => plain(name(item)) === text);
      if (first !== undefined) return second === undefined ? first : "ambiguous";
    }
    return null;
  };
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const found = look(plain(text));
    known.set(text, found);
    return found;
  };
}

type Report = (line: number, kind: ColumnKind | null, message: string) => null;

function resultOf({ line, cells }: Row, mapping: ColumnMapping, roleOf: RoleFinder, sign: DecimalSign, order: DateOrder | null, report: Report): { readonly person: string; readonly role: Role; readonly result: Result } | null {
  const cell = (kind: ColumnKind): Cell | undefined => cells[mapping[kind] ?? -1];
  const person = cellText(cell("person")).trim();
  if (person === "") return report(line, "person", "The person is missing.");
  const found = roleOf(cellText(cell("role")));
  if (found === null) return report(line, "role", `“${cellText(cell("role"))}” is no role of the scenario.`);
  if (found === "ambiguous") return report(line, "role", `Several roles are called “${cellText(cell("role"))}”: the id of the role tells them apart.`);
  const kpi = found.kpiOf(cellText(cell("kpi")));
  if (kpi === "ambiguous") return report(line, "kpi", `Several KPIs of ${found.role.title} are called “${cellText(cell("kpi"))}”: the id of the KPI tells them apart.`);
  if (kpi === null) return report(line, "kpi", `“${cellText(cell("kpi"))}” is no KPI of ${found.role.title}.`);
  const period = periodOf(mapping.period === null ? "" : cell("period"), order);
  if (period === "ambiguous") return report(line, "period", `“${cellText(cell("period"))}” may have the day or the month first, and the column does not tell: 2026-03-31 is clear.`);
  if (period === null) return report(line, "period", `“${cellText(cell("period"))}” is no period: Q2, March, 2026-03, H1 and 7 are.`);
  const value = attainmentIn(line, kpi, cell, sign, report);
  return value === null ? null : { person, role: found.role, result: { line, kpiId: kpi.id, ...period, ...value } };
}

/** The attainment of a row: as it stands there, otherwise from actual and target. */
function attainmentIn(line: number, kpi: Kpi, cell: (kind: ColumnKind) => Cell | undefined, sign: DecimalSign, report: Report): { readonly value: number; readonly isBare: boolean } | null {
  const stated = cell("attainment");
  if (cellText(stated).trim() !== "") {
    const number = numberOf(stated, sign);
    if (number === null || number.value < 0) return report(line, "attainment", `“${cellText(stated)}” is no attainment.`);
    return { value: number.value, isBare: !number.isPercent };
  }
  const [actual, target] = [numberOf(cell("actual"), sign), numberOf(cell("target"), sign)];
  if (actual === null) return report(line, "actual", cellText(cell("actual")).trim() === "" ? "The result is missing." : `“${cellText(cell("actual"))}” is no number.`);
  if (target === null || target.value < 0) return report(line, "target", cellText(cell("target")).trim() === "" ? "The target is missing." : `“${cellText(cell("target"))}” is no target of 0 or more.`);
  return { value: attainmentOf({ actual: actual.value, target: target.value, direction: kpi.direction }), isBare: false };
}

/** How many periods a year has: the finest written, and what bare numbers must then mean. */
function kindsOf(people: readonly Collected[]): { readonly periods: PeriodCount; readonly bare: PeriodCount } {
  let finest: PeriodCount = 1;
  let largest = 0;
  for (const { results } of people) {
    for (const { of, index } of results) {
      if (of === null) largest = Math.max(largest, index + 1);
      else if (of > finest) finest = of;
    }
  }
  const bare: PeriodCount = largest > 4 ? 12 : largest > 2 ? 4 : largest > 1 ? 2 : 1;
  // Beside named periods a number is one of theirs.
  const meant = bare <= finest && finest > 1 ? finest : bare;
  return { periods: Math.max(finest, meant) as PeriodCount, bare: meant };
}

function isInPercent(people: readonly Collected[]): boolean {
  let [bare, large] = [0, 0];
  for (const { results } of people) {
    for (const { value, isBare } of results) {
      if (!isBare || value === 0) continue;
      bare += 1;
      if (value > NO_RATIO) large += 1;
    }
  }
  return large > bare / 2;
}
