/** Which of several paths a mistyped one most likely means. */

/** The first path that goes on from what was written; otherwise the one with the fewest changed characters, the first of equals. */
export function nearestPath(wanted: string, paths: readonly string[]): string | null {
  const further = wanted === "" ? undefined : paths.find((path) => path.startsWith(wanted));
  if (further !== undefined) return further;
  let nearest: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const path of paths) {
    if (Math.abs(path.length - wanted.length) >= fewest) continue;
    const changes = changesBetween(wanted, path);
    if (changes < fewest) [nearest, fewest] = [path, changes];
  }
  return nearest;
}

/** Characters to add, drop or replace to turn one text into another (V. I. Levenshtein, 1966). */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (one[line - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
