/** Files that a sync program made beside another because both had changed, told by their names. */

/** "plan (Ada's conflicted copy 2026-03-01)", "plan.sync-conflict-20260301-120000-ABCDEFG", "plan (conflict from LAPTOP)" */
const NAMES: readonly RegExp[] = [
  /^(.+?) \([^()]*conflicted copy[^()]*\)$/i,
  /^(.+?) \([^()]*in conflict[^()]*\)$/i,
  /^(.+?) \(conflict(?:ed)?(?: copy)? from [^()]+\)$/i,
  /^(.+?)\.sync-conflict-[\w-]+$/i,
  /^(.+?)[-_ ]conflict(?:ed)?-?(?:copy)?[-_ ]?\d*$/i,
];

/** The name of the file it is a copy of; null for an ordinary name. @param fileName without extension */
export function conflictedCopyOf(fileName: string): string | null {
  for (const name of NAMES) {
    const [, original] = name.exec(fileName) ?? [];
    if (original !== undefined) return original;
  }
  return null;
}
