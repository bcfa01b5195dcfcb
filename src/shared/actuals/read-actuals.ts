/** Rows of a file as people with their attainments; every row that cannot be used is named with its line. */
import { attainmentOf } from "../engine/index.ts";
import { PARAMETERS } from "../model/parameters.ts";
import { cellText, type Cell } from "./cell.ts";
import { COLUMN_NAMES, type ColumnKind, type ColumnMapping } from "./columns.ts";
import { roleFinder, type ReadKpi, type ReadRole, type RoleFinder } from "./find-role.ts";
import { decimalSignOf, numberOf, type DecimalSign } from "./numbers.ts";
import { dateOrderOf, periodReader, type PeriodCount, type PeriodReader } from "./periods.ts";
import { presences } from "./presence.ts";
import type { Row, TableProblem } from "./table.ts";

/** What a person reached in a role: by KPI id, attainment by period; the periods are those of {@link Actuals}. */
export type PersonActuals = {
  readonly person: string;
  readonly roleId: string;
  /** NaN for a period the file says nothing of. */
  readonly attained: Readonly<Record<string, readonly number[]>>;
  /** Targets of the KPIs all results of which have one in the file, in any unit, by period; NaN as in `attained`. They are the weights of the periods. */
  readonly targets?: Readonly<Record<string, readonly number[]>>;
  /** Share of each period in the role, 0 to 1, of a person with results in several roles; absent: all of every period. */
  readonly presence?: readonly number[];
};

/**
 * Who is left out of a role because a KPI of it that carries weight has no result at all; `line` of the first row. `paidAs`: titles of
 * the person's other roles that are read. Those are paid for their own part of the year: that of this role stays taken.
 */
export type LeftOut = { readonly line: number; readonly person: string; readonly role: string; readonly missing: readonly string[]; readonly rows: number; readonly paidAs: readonly string[] };

export type Actuals = {
  /** Somebody with several roles stands here once for each; {@link countPeople} counts them once. */
  readonly people: readonly PersonActuals[];
  readonly incomplete: readonly LeftOut[];
  /** How many people of {@link people} are in it with several roles: each role is paid for its part of the year. */
  readonly inSeveralRoles: number;
  /** Periods a year has in the file: the finest there are. */
  readonly periods: PeriodCount;
  /** A number that the file leaves open, like “1.200”, and that was read with a decimal point; null where the file or a choice decides. */
  readonly undecided: string | null;
  readonly rowsRead: number;
  /** Rows of {@link people}: not those of who is left out. */
  readonly rowsUsed: number;
  /** All of them, by line. */
  readonly problems: readonly TableProblem[];
};

export type ReadingOptions = {
  /** What a number like 97 in the column of attainments means; by default what most of them can only mean. */
  readonly attainmentIn?: "percent" | "ratio" | "auto";
  readonly decimal?: DecimalSign | "auto";
  /** Share of the work that is done, 0 to 1, as time goes: some of it comes before the first row, some after the last. */
  readonly onProgress?: (share: number) => void;
};

/** Reports of one part of the work. */
const REPORTS = 20;
/** Share of the time by which it is told what numbers and dates mean, and by which every row is read. */
const [SIGNS_TOLD, ROWS_READ] = [0.25, 0.7];
/** A column of ratios of which half are above this has percents in it. */
const NO_RATIO = 5;

/** `target`: null where the row has none. */
type Result = { readonly line: number; readonly kpiId: string; readonly of: PeriodCount | null; readonly index: number; readonly value: number; readonly isBare: boolean; readonly target: number | null };
type Collected = { readonly person: string; readonly role: ReadRole; readonly results: Result[] };
/** Told after each row or person how many are done. */
type Progress = (done: number) => void;
type Report = (line: number, kind: ColumnKind | null, value: string, message: string) => null;

/**
 * Reads the rows of a table. Roles are found by id, title or initials, KPIs by id or name; upper and lower case are the same.
 * Of two rows for the same person, role, KPI and period the second is a problem. Attainments are ratios of target, more being
 * better; an actual and its target give them by the KPI's direction.
 * @param of a scenario, or the roles of several
 * @param mapping without problems (`mappingProblems`)
 */
export function readActuals({ roles }: { readonly roles: readonly ReadRole[] }, headers: readonly string[], rows: readonly Row[], mapping: ColumnMapping, options: ReadingOptions = {}): Actuals {
  const problems: TableProblem[] = [];
  const progress = (from: number, to: number, count: number): Progress => {
    const step = Math.ceil(count / REPORTS);
    return (done) => (done % step === 0 ? options.onProgress?.(from + ((to - from) * done) / count) : undefined);
  };
  const ofPeriods = cellsOf(rows, [mapping.period], progress(0, SIGNS_TOLD / 2, rows.length));
  const ofNumbers = cellsOf(rows, [mapping.attainment, mapping.actual, mapping.target], progress(SIGNS_TOLD / 2, SIGNS_TOLD, rows.length));
  const periodOf = periodReader(dateOrderOf(ofPeriods));
  const { sign, undecided } = options.decimal === undefined || options.decimal === "auto" ? decimalSignOf(ofNumbers, ".") : { sign: options.decimal, undecided: null };
  const nameOf = (kind: ColumnKind): string => headers[mapping[kind] ?? -1] ?? COLUMN_NAMES[kind];
  const report: Report = (line, kind, value, message) => {
    problems.push({ line, column: kind === null ? null : nameOf(kind), message, value });
    return null;
  };
  const reading: Reading = { mapping, roleOf: roleFinder(roles), periodOf, sign, report };
  const collected = new Map<string, Collected[]>();
  const rowsDone = progress(SIGNS_TOLD, ROWS_READ, rows.length);
  rows.forEach((row, position) => {
    rowsDone(position);
    const found = resultOf(row, reading);
    if (found === null) return;
    const key = found.person.toLowerCase();
    const inRoles = collected.get(key) ?? [];
    if (inRoles.length === 0) collected.set(key, inRoles);
    const known = inRoles.find(({ role }) => role === found.role);
    // One person has one spelling: the first.
    if (known === undefined) inRoles.push({ person: inRoles[0]?.person ?? found.person, role: found.role, results: [found.result] });
    else known.results.push(found.result);
  });
  const people = [...collected.values()];
  const kinds = kindsOf(people.flat());
  const inPercent = options.attainmentIn === "percent" || (options.attainmentIn !== "ratio" && isInPercent(people.flat()));
  const read: PersonActuals[] = [];
  const incomplete: LeftOut[] = [];
  let [rowsUsed, inSeveralRoles] = [0, 0];
  const peopleDone = progress(ROWS_READ, 1, people.length);
  for (const [position, inRoles] of people.entries()) {
    peopleDone(position);
    const seats = inRoles.map((each) => ({ ...each, ...byPeriod(each, kinds, inPercent, report) })).filter(({ used }) => used > 0);
    const shares = seats.length < 2 ? null : presences(seats.map(({ attained }) => Array.from({ length: kinds.periods }, (_, period) => [...attained.values()].some((list) => !Number.isNaN(list[period])))));
    const missingIn = seats.map(({ role, attained }) => role.kpis.filter((kpi) => kpi.weight > 0 && !attained.has(kpi.id)).map((kpi) => kpi.name));
    const paidAs = seats.filter((_, place) => missingIn[place]?.length === 0).map(({ role }) => role.title);
    if (paidAs.length > 1) inSeveralRoles += 1;
    seats.forEach(({ person, role, results, attained, targets, used }, place) => {
      const missing = missingIn[place] ?? [];
      if (missing.length > 0) {
        incomplete.push({ line: results[0]?.line ?? 0, person, role: role.title, missing, rows: used, paidAs });
        return;
      }
      const presence = shares?.[place];
      read.push({ person, roleId: role.id, attained: Object.fromEntries(attained), ...(targets.size === 0 ? {} : { targets: Object.fromEntries(targets) }), ...(presence === undefined ? {} : { presence }) });
      rowsUsed += used;
    });
  }
  problems.sort((one, other) => one.line - other.line);
  return { people: read, incomplete, inSeveralRoles, periods: kinds.periods, undecided, rowsRead: rows.length, rowsUsed, problems };
}

type Kinds = { readonly periods: PeriodCount; readonly bare: PeriodCount };

/** The results of a person in a role by KPI and period, and how many rows they are of. */
function byPeriod({ person, results }: Collected, kinds: Kinds, inPercent: boolean, report: Report): { readonly attained: ReadonlyMap<string, readonly number[]>; readonly targets: ReadonlyMap<string, readonly number[]>; readonly used: number } {
  const nothing = (): number[] => Array.from({ length: kinds.periods }, () => Number.NaN);
  const [attained, targets] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const withoutTarget = new Set<string>();
  let used = 0;
  for (const { line, kpiId, of, index, value, isBare, target } of results) {
    const attainment = isBare && inPercent ? value / 100 : value;
    if (attainment > PARAMETERS.attainment.max) {
      report(line, "attainment", String(value), `${String(value)} is more than ${PARAMETERS.attainment.rangeText} allows.`);
      continue;
    }
    const list = attained.get(kpiId) ?? nothing();
    const each = kinds.periods / (of ?? kinds.bare);
    const from = index * each;
    if (!Number.isInteger(each) || from + each > kinds.periods) report(line, "period", String(index + 1), "The file has no such period.");
    else if (list.slice(from, from + each).some((known) => !Number.isNaN(known))) report(line, null, person, `${person} has this KPI and period already in an earlier line.`);
    else {
      attained.set(kpiId, list.fill(attainment, from, from + each));
      if (target === null) withoutTarget.add(kpiId);
      else targets.set(kpiId, (targets.get(kpiId) ?? nothing()).fill(target / each, from, from + each));
      used += 1;
    }
  }
  for (const [kpiId, list] of targets) if (withoutTarget.has(kpiId) || !list.some((target) => target > 0)) targets.delete(kpiId);
  return { attained, targets, used };
}

function* cellsOf(rows: readonly Row[], columns: readonly (number | null)[], done: Progress): Generator<Cell> {
  const places = columns.filter((place) => place !== null);
  for (const [position, { cells }] of rows.entries()) {
    done(position);
    for (const place of places) yield cells[place] ?? null;
  }
}

type Reading = { readonly mapping: ColumnMapping; readonly roleOf: RoleFinder; readonly periodOf: PeriodReader; readonly sign: DecimalSign; readonly report: Report };

function resultOf({ line, cells }: Row, { mapping, roleOf, periodOf, sign, report }: Reading): { readonly person: string; readonly role: ReadRole; readonly result: Result } | null {
  const cell = (kind: ColumnKind): Cell | undefined => cells[mapping[kind] ?? -1];
  const bad = (kind: ColumnKind, message: string): null => report(line, kind, cellText(cell(kind)), message);
  const person = cellText(cell("person")).trim();
  if (person === "") return bad("person", "The person is missing.");
  const roleText = cellText(cell("role"));
  const found = roleOf(roleText);
  if (found === null) return bad("role", `“${roleText}” is no role of the compared scenarios.`);
  if (found === "ambiguous") return bad("role", `Several roles are called “${roleText}”: the id of the role tells them apart.`);
  const kpiText = cellText(cell("kpi"));
  const kpi = found.kpiOf(kpiText);
  if (kpi === "ambiguous") return bad("kpi", `Several KPIs of ${found.role.title} are called “${kpiText}”: the id of the KPI tells them apart.`);
  if (kpi === null) return bad("kpi", `“${kpiText}” is no KPI of ${found.role.title}.`);
  const period = periodOf(mapping.period === null ? "" : cell("period"));
  if (period === "ambiguous") return bad("period", `“${cellText(cell("period"))}” may have the day or the month first, and the column does not tell: 2026-03-31 is clear.`);
  if (period === null) return bad("period", `“${cellText(cell("period"))}” is no period: Q2, March, 2026-03, H1 and 7 are.`);
  const value = attainmentIn(kpi, cell, sign, bad);
  return value === null ? null : { person, role: found.role, result: { line, kpiId: kpi.id, of: period.of, index: period.index, ...value } };
}

/** The attainment of a row: as it stands there, otherwise from actual and target. */
function attainmentIn(kpi: ReadKpi, cell: (kind: ColumnKind) => Cell | undefined, sign: DecimalSign, bad: (kind: ColumnKind, message: string) => null): Pick<Result, "value" | "isBare" | "target"> | null {
  const stated = cell("attainment");
  const target = numberOf(cell("target"), sign);
  const isTarget = target !== null && target.value >= 0;
  if (cellText(stated).trim() !== "") {
    const number = numberOf(stated, sign);
    if (number === null || number.value < 0) return bad("attainment", `“${cellText(stated)}” is no attainment.`);
    return { value: number.value, isBare: !number.isPercent, target: isTarget ? target.value : null };
  }
  const actual = numberOf(cell("actual"), sign);
  if (actual === null) return bad("actual", cellText(cell("actual")).trim() === "" ? "The result is missing." : `“${cellText(cell("actual"))}” is no number.`);
  if (!isTarget) return bad("target", cellText(cell("target")).trim() === "" ? "The target is missing." : `“${cellText(cell("target"))}” is no target of 0 or more.`);
  return { value: attainmentOf({ actual: actual.value, target: target.value, direction: kpi.direction }), isBare: false, target: target.value };
}

/** How many periods a year has: the finest written, and what bare numbers must then mean. */
function kindsOf(people: readonly Collected[]): Kinds {
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
