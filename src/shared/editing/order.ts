/**
 * One item of an ordered list, moved to another place.
 * @param to index the item has afterwards; limited to the list
 * @returns the same list where the id is unknown or already there
 */
export function moved<Item extends { readonly id: string }>(items: readonly Item[], id: string, to: number): readonly Item[] {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  const place = Math.min(Math.max(Math.trunc(to), 0), items.length - 1);
  if (item === undefined || place === from) return items;
  return items.toSpliced(from, 1).toSpliced(place, 0, item);
}
