/** Text that leaves for a spreadsheet: what somebody typed as a name must not become a formula there. */

/** What a spreadsheet takes for the beginning of a formula, in the widths it knows; a blank before it is passed over. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
/** A figure as written here: it begins with a sign and is a number all the same. */
const FIGURE = /^[+\-]?\p{Sc}?[\d.,\u00A0\u202F]+ ?[%×kMB]?$/u;

/**
 * A cell of a table whose cells are separated by tabs: one cell on one line, and a text, not a formula, whatever it holds. A
 * text that would begin a formula gets an apostrophe before it, which spreadsheets take as "this is text"; a figure stays as it is.
 * OWASP, "CSV Injection".
 */
export function pasteableCell(text: string): string {
  const flat = text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, " ");
  return FORMULA.test(flat) && !FIGURE.test(flat) ? `'${flat}` : flat;
}

/** Lines of running text: where they are pasted as cells, one below the other, none of them is a formula. */
export function pasteableLines(text: string): string {
  return text.split("\n").map((line) => line.split("\t").map(pasteableCell).join("\t")).join("\n");
}
