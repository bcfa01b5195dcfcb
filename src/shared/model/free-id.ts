/** Readable ids that are unique where they stand, without randomness: "cam", "cam-2", "cam-3". */

/**
 * The first id that is not taken: the stem itself, else the stem with the lowest number from 2 on.
 * @param stem lower-case words with hyphens
 * @param taken ids already in use in the same document or role
 */
export function freeId(stem: string, taken: readonly string[]): string {
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
