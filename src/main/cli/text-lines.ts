/** Lines of text for a terminal. */

/** Text of a file as it may be printed: without the characters that would move the cursor or break a line. */
export function printable(text: string): string {
  return text.replaceAll(/\p{C}/gu, "\uFFFD");
}

/** Rows as lines with their columns one below the other: the first to the left, the others to the right. */
export function alignedLines(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "))
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}
