/** Last year's results: read from a file, and run through plans. The only door of this room. */
export { allProblems, problemsText } from "./all-problems.ts";
export { backTest, joined, type ActualsMatching, type BackTest, type KpiAtTarget, type PersonPay } from "./back-test.ts";
export { cellText, type Cell } from "./cell.ts";
export { COLUMNS, COLUMN_NAMES, mappingProblems, rememberColumns, suggestColumns, type ColumnKind, type ColumnMapping, type RememberedColumns } from "./columns.ts";
export { decodeCsv, readCsv } from "./csv.ts";
export { COUNTED_ABOVE, costOfSame, countPeople, inRole, isBeyond, payChanges, type PaidPeople, type PayChange, type PayChanges } from "./pay-changes.ts";
export { roleFinder, type Found, type ReadKpi, type ReadRole } from "./find-role.ts";
export { numberOf, type DecimalSign } from "./numbers.ts";
export { readActuals, type Actuals, type LeftOut, type PersonActuals, type ReadingOptions } from "./read-actuals.ts";
export { readTable, type TableFile } from "./read-table.ts";
export { NoSuchSheet, NotASheet } from "./workbook.ts";
export { tableOf, type Row, type Table, type TableProblem } from "./table.ts";
