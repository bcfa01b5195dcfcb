/**
 * Mutated files through the reader, and every accepted one through the engine: nothing may throw, take longer than a second,
 * or come to anything but finite figures. Seeded: the same count and seed are the same files.
 */
import { evaluateScenario, evaluateYear, expectedCost, headline, upside } from "#shared/engine/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario, serializeScenario } from "#shared/scenario-file/index.ts";
import { FIXTURE } from "../helpers/changed-fixture.ts";
import { changeParts, chanceOf, hitBytes } from "./mutate.ts";

export type FuzzOutcome = {
  readonly files: number;
  readonly accepted: number;
  readonly slowest: number;
  /** What went wrong, with the number of the file. */
  readonly faults: readonly string[];
};

const SLOW = 1_000;

/** @param now milliseconds */
export function fuzzReader(count: number, seed: number, now: () => number): FuzzOutcome {
  const texts = [FIXTURE, serializeScenario(sampleScenario(), "1.0.0")];
  const sources = texts.map((text) => ({ bytes: new TextEncoder().encode(text), value: JSON.parse(text) as Parameters<typeof changeParts>[0] }));
  const faults: string[] = [];
  let [accepted, slowest] = [0, 0];
  for (let file = 0; file < count; file += 1) {
    const chance = chanceOf(seed + file * 7_919);
    const source = sources[file % sources.length];
    if (source === undefined) break;
    const bytes = file % 3 === 0 ? hitBytes(source.bytes, chance) : new TextEncoder().encode(changeParts(source.value, chance));
    const started = now();
    try {
      const read = parseScenario(bytes);
      if (read.ok) {
        accepted += 1;
        const bad = notFinite(read.scenario);
        if (bad !== null) faults.push(`file ${file}: accepted, and ${bad} is no number`);
      } else if (read.problems.length === 0) faults.push(`file ${file}: refused without a reason`);
    } catch (error) {
      faults.push(`file ${file}: ${String(error)}`);
    }
    const took = now() - started;
    slowest = Math.max(slowest, took);
    if (took > SLOW) faults.push(`file ${file}: took ${Math.round(took)} ms`);
  }
  if (Object.hasOwn(Object.prototype, "x")) faults.push("a file reached the prototype of all objects");
  return { files: count, accepted, slowest, faults };
}

/** The first figure of an accepted document that is not finite; null where all are. */
function notFinite(scenario: Scenario): string | null {
  const at = { kind: "uniform", attainment: 1.1 } as const;
  const figures: readonly (readonly [string, unknown])[] = [
    ["cost by attainment", evaluateScenario(scenario, at)],
    ["headline", headline(scenario)],
    ["expected cost", expectedCost(scenario)],
    ["the year", evaluateYear(scenario, () => 0.9)],
    ...scenario.roles.map((role) => [`upside of ${role.id}`, upside(role, scenario)] as const),
  ];
  return figures.find(([, value]) => hasBadNumber(value))?.[0] ?? null;
}

function hasBadNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasBadNumber);
}
