/** Whether two values of a document say the same. */
export function isSame(one: unknown, another: unknown): boolean {
  if (Object.is(one, another)) return true;
  if (typeof one !== "object" || typeof another !== "object" || one === null || another === null) return false;
  if (Array.isArray(one) !== Array.isArray(another)) return false;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(another))];
  return mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && isSame(value, theirs.get(key)));
}
