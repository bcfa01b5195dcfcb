/** `--actuals results.csv`: last year's results for `compare`. */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { NoSuchSheet, NotASheet, allProblems, mappingProblems, problemsText, readActuals, readTable, suggestColumns, type Actuals, type DecimalSign, type TableFile } from "#shared/actuals/index.ts";
import type { ScenarioOfAll } from "#shared/comparison/index.ts";
import { printable } from "./text-lines.ts";

/** The words of the call. */
export type ActualsWords = { readonly actuals: string | undefined; readonly decimal: string | undefined; readonly sheet: string | undefined; readonly problems: string | undefined };

/** Results as they were read. */
export type ReadResults = { readonly file: string; readonly table: TableFile; readonly actuals: Actuals; /** The roles they were read of. */ readonly of: ScenarioOfAll };

type Refused = { readonly ok: false; readonly exitCode: 1 | 2; readonly message: string };
type ActualsInput = { readonly ok: true; readonly results: ReadResults; readonly warnings: string } | Refused;

/** Lines of bad rows that are printed; `--problems` and `--json` have all. */
const SHOWN = 20;

const DECIMALS: Readonly<Record<string, DecimalSign>> = { point: ".", comma: "," };

/** What is wrong with the words themselves; null where nothing is. */
export function wrongActualsWords({ actuals, decimal, sheet, problems }: ActualsWords, files: readonly string[]): string | null {
  const alone = Object.entries({ decimal, sheet, problems }).find(([, value]) => value !== undefined)?.[0];
  if (actuals === undefined) return alone === undefined ? null : `--${alone} is about the file of --actuals, and there is none.`;
  if (decimal !== undefined && !Object.hasOwn(DECIMALS, decimal)) return `--decimal is “${decimal}”; it is point or comma.`;
  if (sheet !== undefined && !/\.xlsx$/i.test(actuals)) return `--sheet is the name of a sheet of a workbook, and ${actuals} is none (.xlsx).`;
  if (problems !== undefined && [...files, actuals].some((file) => resolve(file) === resolve(problems))) return `--problems would write over ${problems}.`;
  return null;
}

/**
 * Columns are found by their headers. Rows that cannot be used are named on standard error, the first of them, and all in the
 * file of `--problems`; the others are used.
 * @param words without anything wrong ({@link wrongActualsWords})
 */
export async function actualsInput(path: string, of: ScenarioOfAll, { decimal, sheet, problems }: ActualsWords): Promise<ActualsInput> {
  let table: TableFile;
  try {
    table = readTable(path, new Uint8Array(await readFile(path)), { sheet });
  } catch (error) {
    if (error instanceof NoSuchSheet) return refused(2, `${path}: ${error.message}\n`);
    return refused(1, `${path}: ${error instanceof NotASheet ? error.message : "There is no such file, or it cannot be read."}\n`);
  }
  const notices = noticesOf(path, table);
  const mapping = suggestColumns(table.headers);
  const missing = mappingProblems(mapping);
  if (missing.length > 0) return refused(1, notices + missing.map((sentence) => `${path}: ${sentence.replace("Choose the column", "There is no column")}\n`).join(""));
  const actuals = readActuals(of, table.headers, table.rows, mapping, { decimal: DECIMALS[decimal ?? ""] ?? "auto" });
  if (actuals.undecided !== null) return refused(1, `${path}: “${actuals.undecided}” may have a decimal point or a decimal comma, and the file does not tell: say which with --decimal point or --decimal comma.\n`);
  const all = allProblems(table, actuals);
  if (problems !== undefined) {
    const isWritten = await writeFile(problems, problemsText(all)).then(() => true, () => false);
    if (!isWritten) return refused(1, `${problems} cannot be written.\n`);
  }
  const lines = all.slice(0, SHOWN).map(({ line, column, message }) => `${printable(`${path}, line ${line}${column === null ? "" : `, ${column}`}: ${message}`)}\n`);
  const more = all.length <= SHOWN || problems !== undefined ? [] : [`${path}: ${all.length - SHOWN} more of this kind; --problems FILE writes all.\n`];
  const warnings = [notices, ...lines, ...more].join("");
  if (actuals.people.length === 0) return refused(1, `${warnings}${path}: No row of it can be used.\n`);
  return { ok: true, results: { file: path, table, actuals, of }, warnings };
}

/** What of the file is read, where that is not all there is. */
function noticesOf(path: string, { sheets, sheet, hasTitle, headerLine }: TableFile): string {
  const others = sheets.filter((name) => name !== sheet).map((name) => `“${printable(name)}”`);
  return [
    others.length === 0 ? "" : `${path}: The sheet “${printable(sheet ?? "")}” is read; --sheet NAME reads another: ${others.join(", ")}.\n`,
    hasTitle ? `${path}: The headers are those of line ${headerLine}; what stands above is not read.\n` : "",
  ].join("");
}

function refused(exitCode: 1 | 2, message: string): Refused {
  return { ok: false, exitCode, message };
}
