/**
 * What a record holds under a key that came from a file: a role or KPI may be called "constructor", which every object has.
 * @returns undefined where the record has none of its own
 */
export function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
