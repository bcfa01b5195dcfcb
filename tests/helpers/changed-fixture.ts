/** The scenario file of the format page, and copies of it with single values changed. */
import { readFileSync } from "node:fs";

/** The example as it stands on the page. */
export const FIXTURE = readFileSync(new URL("../../src/shared/scenario-file/fixtures/v1/fy27-baseline.paymix", import.meta.url), "utf8");

/**
 * The fixture's text with values put in their places.
 * @param changes by place, as problems show it (`roles[0].kpis[1].weight`); undefined takes the field away
 */
export function fixtureWith(changes: Readonly<Record<string, unknown>>): string {
  const file: unknown = JSON.parse(FIXTURE);
  for (const [place, value] of Object.entries(changes)) put(file, place, structuredClone(value));
  return JSON.stringify(file);
}

/** What stands at a place of the fixture. */
export function fixtureAt(place: string): unknown {
  return keysOf(place).reduce<unknown>((inside, key) => fields(inside)[key], JSON.parse(FIXTURE));
}

function put(file: unknown, place: string, value: unknown): void {
  const keys = keysOf(place);
  const last = keys.pop() ?? "";
  const inside = fields(keys.reduce<unknown>((each, key) => fields(each)[key], file));
  if (value === undefined) delete inside[last];
  else inside[last] = value;
}

function keysOf(place: string): string[] {
  return place.match(/[^.[\]]+/g) ?? [];
}

function fields(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw new Error("The fixture has no such place.");
  return value as Record<string, unknown>;
}
