/** Which column of a file is which. */

/** What a column can be; a file needs the first three and attainment, or actual and target. */
export const COLUMNS = ["person", "role", "kpi", "period", "attainment", "actual", "target"] as const;
export type ColumnKind = (typeof COLUMNS)[number];

/** The place of each column; null where the file has none. */
export type ColumnMapping = Readonly<Record<ColumnKind, number | null>>;

/** Headers as they were chosen last time; empty for a kind that was chosen as not in the file. */
export type RememberedColumns = Readonly<Partial<Record<ColumnKind, string>>>;

export const COLUMN_NAMES: Readonly<Record<ColumnKind, string>> = { person: "Person", role: "Role", kpi: "KPI", period: "Period", attainment: "Attainment", actual: "Actual", target: "Target" };

/** Words headers have, the surest first. */
const WORDS: Readonly<Record<ColumnKind, readonly string[]>> = {
  person: ["person", "employee", "rep", "seller", "salesperson", "employeename", "employeeid", "personid", "fullname", "name", "id"],
  role: ["role", "jobtitle", "job", "position", "title", "plan"],
  kpi: ["kpi", "measure", "metric", "component", "objective", "indicator"],
  period: ["period", "quarter", "month", "half", "date", "fiscalperiod", "periodend", "year"],
  attainment: ["attainment", "achievement", "attainmentpercent", "percentoftarget", "oftarget", "attained", "ofquota", "performance"],
  actual: ["actual", "actuals", "result", "achieved", "booked", "bookings", "value"],
  target: ["target", "quota", "goal", "plannedvalue", "objectivevalue"],
};

/** "% of Target" → "percentoftarget" */
function plain(header: string): string {
  return header.normalize("NFD").toLowerCase().replaceAll("%", "percent").replace(/[^a-z]/g, "");
}

/**
 * Columns by what they were called last time, then by their headers. No column is taken twice. What was chosen as not in the
 * file stays out of a file that has all the other columns of last time.
 * @param remembered from {@link rememberColumns}
 */
export function suggestColumns(headers: readonly string[], remembered: RememberedColumns = {}): ColumnMapping {
  const taken = new Set<number>();
  const mapping: Record<ColumnKind, number | null> = { person: null, role: null, kpi: null, period: null, attainment: null, actual: null, target: null };
  const isSameLayout = Object.values(remembered).every((header) => header === "" || headers.includes(header));
  const take = (kind: ColumnKind, place: number): void => {
    if ((remembered[kind] === "" && isSameLayout) || mapping[kind] !== null || place < 0 || taken.has(place)) return;
    mapping[kind] = place;
    taken.add(place);
  };
  for (const kind of COLUMNS) take(kind, headers.indexOf(remembered[kind] || "\0"));
  const words = headers.map(plain);
  for (const isMatch of [(word: string, header: string) => header === word, (word: string, header: string) => header.includes(word) && word.length > 3]) {
    for (const kind of COLUMNS) for (const word of WORDS[kind]) take(kind, words.findIndex((header, place) => !taken.has(place) && isMatch(word, header)));
  }
  return mapping;
}

/** What to keep of a choice of columns; one without a header cannot be found again. */
export function rememberColumns(headers: readonly string[], mapping: ColumnMapping): RememberedColumns {
  const suggested = suggestColumns(headers);
  return Object.fromEntries(COLUMNS.flatMap((kind) => {
    const place = mapping[kind];
    if (place === null) return suggested[kind] === null ? [] : [[kind, ""]];
    const header = headers[place];
    return header === undefined || header === "" ? [] : [[kind, header]];
  }));
}

/** What is missing before the rows can be read, as sentences; none where they can. */
export function mappingProblems(mapping: ColumnMapping): readonly string[] {
  const missing = (["person", "role", "kpi"] as const).filter((kind) => mapping[kind] === null).map((kind) => `Choose the column with the ${kind === "kpi" ? "KPI" : kind}.`);
  const hasResult = mapping.attainment !== null || (mapping.actual !== null && mapping.target !== null);
  return hasResult ? missing : [...missing, "Choose the column with the attainment, or those with the actual and the target."];
}
