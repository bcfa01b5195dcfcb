/** Files that a sync program made beside another because both had changed, told by their names. */

/** "plan (Ada's conflicted copy 2026-03-01)", "plan.sync-conflict-20260301-120000-ABCDEFG", "plan (conflict from LAPTOP)" */
const NAMES: readonly RegExp[] = [
  /^(.+?) \([^()]*conflicted copy[^()]*\)$/i,
  /^(.+?) \([^()]*in conflict[^()]*\)$/i,
  /^(.+?) \(conflict(?:ed)?(?: copy)? from [^()]+\)$/i,
  /^(.+?)\.sync-conflict-[\w-]+$/i,
  /^(.+?)[-_ ]conflict(?:ed)?-?(?:copy)?[-_ ]?\d*$/i,
  // OneDrive adds the computer's name and, from the second on, a number. These are the names that systems give of themselves.
  /^(.+?)-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{1,15}(?:-\d+)?$/,
  /^(.+?)-(?:[^\s-]+s-)?(?:MacBook(?:-(?:Pro|Air))?|iMac(?:-Pro)?|Mac-(?:mini|Studio|Pro))(?:-\d+)?$/i,
];

/**
 * The name of the file it is a copy of; null for an ordinary name.
 * @param fileName without extension
 * @param computer the name of this computer, which OneDrive adds to what it could not merge here; "" where it is not known
 */
export function conflictedCopyOf(fileName: string, computer: string): string | null {
  for (const name of NAMES) {
    const [, original] = name.exec(fileName) ?? [];
    if (original !== undefined) return original;
  }
  return withoutComputer(fileName, computer);
}

function withoutComputer(fileName: string, computer: string): string | null {
  const name = fileName.replace(/-\d+$/, "").toLowerCase();
  const end = `-${computer.toLowerCase()}`;
  // A computer may be called like a word of a plan; a name of one word says too little.
  const isTelling = /[\d-]/.test(computer) && computer.length > 3;
  const found = [fileName.toLowerCase(), name].find((each) => isTelling && each.endsWith(end) && each.length > end.length);
  return found === undefined ? null : fileName.slice(0, found.length - end.length);
}
