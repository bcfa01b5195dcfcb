/** What Paymix keeps of files, in words: on screen and on the command line. */

/**
 * "3 previous versions and 1 recovery copy"; "" where there is nothing.
 * @param counts how many there are of each, 0 or more
 */
export function keptWords({ versions = 0, recoveryCopies = 0, damaged = 0 }: { readonly versions?: number; readonly recoveryCopies?: number; readonly damaged?: number }): string {
  const parts = [counted(versions, "previous version"), counted(recoveryCopies, "recovery copy", "recovery copies"), counted(damaged, "damaged file put aside", "damaged files put aside")].filter((part) => part !== "");
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}

type KeptOfOne = { readonly versions: number; readonly recoveryCopies: number };

/** How many there are of each, of all files together. */
export function keptInAll({ files, damaged }: { readonly files: readonly KeptOfOne[]; readonly damaged: number }): KeptOfOne & { readonly damaged: number } {
  const sum = (of: keyof KeptOfOne): number => files.reduce((total, file) => total + file[of], 0);
  return { versions: sum("versions"), recoveryCopies: sum("recoveryCopies"), damaged };
}
