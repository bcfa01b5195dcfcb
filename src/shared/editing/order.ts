/** One item of an ordered list, moved to another place. */

/**
 * @param to index the item has afterwards; limited to the list
 * @returns the same list where the id is unknown or already there
 */
export function moved<Item extends { readonly id: string }>(items: readonly Item[], id: string, to: number): readonly Item[] {
  return movedTo(items, items.findIndex((item) => item.id === id), to);
}

/**
 * @param from,to index the item has before and afterwards; `to` is limited to the list
 * @returns the same list where there is no item, or it is already there
 */
export function movedTo<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  const place = Math.min(Math.max(Math.trunc(to), 0), items.length - 1);
  if (item === undefined || place === from) return items;
  return items.toSpliced(from, 1).toSpliced(place, 0, item);
}
