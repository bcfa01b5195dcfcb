/** The short name of a role, where its title has no room. */

/**
 * "Channel Account Manager" → "CAM"; a title of one word stays whole. Where another title has the same initials, the word
 * that tells them apart gives two letters: "PSaM" and "PSuM".
 * @param titles of all roles
 */
export function initialsAmong(title: string, titles: readonly string[]): string {
  const words = wordsOf(title);
  if (words.length < 2) return title;
  const initials = short(words);
  const other = titles.map(wordsOf).find((each) => each.join(" ") !== words.join(" ") && short(each) === initials);
  if (other === undefined) return initials;
  const telling = words.findIndex((word, index) => word.slice(0, 2).toLowerCase() !== other[index]?.slice(0, 2).toLowerCase());
  return words.map((word, index) => (index === telling ? `${word.slice(0, 1).toUpperCase()}${word.slice(1, 2)}` : word.slice(0, 1).toUpperCase())).join("");
}

function wordsOf(title: string): readonly string[] {
  return title.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
}

function short(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1).toUpperCase()).join("");
}
