/**
 * Mutated files through the reader, and every accepted one through the writer and the engine, some through a short
 * simulation: nothing may throw, take longer than a second, come back from its file as another document, or come to
 * anything but finite figures. Seeded: the same number and seed are the same file, in whatever parts the files are tried.
 */
import { isDeepStrictEqual } from "node:util";
import { evaluateScenario, evaluateYear, expectedCost, headline, simulate, upside } from "#shared/engine/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario, serializeScenario } from "#shared/scenario-file/index.ts";
import { FIXTURE } from "../helpers/changed-fixture.ts";
import { changeParts, chanceOf, hitBytes } from "./mutate.ts";

export type FuzzOutcome = {
  /** Tried. */
  readonly files: number;
  readonly accepted: number;
  readonly simulated: number;
  readonly slowest: number;
  /** What went wrong, with the number of the file. */
  readonly faults: string[];
};

/** Files by number: `from`, and those after it up to before `to`. */
export type Part = { readonly from: number; readonly to: number };

const SLOW = 1_000;
/** Of all files: fewer accepted ones, and the engine was hardly tried. Of fewer files than these nothing can be said. */
const LEAST_ACCEPTED = { share: 0.05, from: 1_000 };
/** One accepted file in so many has its years simulated, these years, with at most these people in each role. */
const SIMULATED = { oneIn: 200, years: 4, people: 3 };

/** @param now milliseconds */
export function fuzzReader({ from, to }: Part, seed: number, now: () => number): FuzzOutcome {
  const texts = [FIXTURE, serializeScenario(sampleScenario(), "1.0.0")];
  const sources = texts.map((text) => ({ bytes: new TextEncoder().encode(text), value: JSON.parse(text) as Parameters<typeof changeParts>[0] }));
  const faults: string[] = [];
  const prototypes = prototypesNow();
  let [files, accepted, simulated, slowest] = [0, 0, 0, 0];
  for (let file = from; file < to; file += 1) {
    const chance = chanceOf(seed + file * 7_919);
    const source = sources[file % sources.length];
    if (source === undefined) break;
    const bytes = file % 3 === 0 ? hitBytes(source.bytes, chance) : new TextEncoder().encode(changeParts(source.value, chance));
    const started = now();
    try {
      const read = parseScenario(bytes);
      if (!read.ok && read.problems.length === 0) faults.push(`file ${file}: refused without a reason`);
      if (read.ok) {
        accepted += 1;
        if (!comesBack(read.scenario)) faults.push(`file ${file}: accepted, and another document when it is written and read again`);
        const bad = notFinite(read.scenario);
        if (bad !== null) faults.push(`file ${file}: accepted, and ${bad} is no number`);
        if (accepted % SIMULATED.oneIn === 1) {
          simulated += 1;
          if (hasBadNumber(simulate(withFewPeople(read.scenario), { trials: SIMULATED.years }))) faults.push(`file ${file}: accepted, and a simulated year is no number`);
        }
      }
    } catch (error) {
      faults.push(`file ${file}: ${String(error)}`);
    }
    const took = now() - started;
    files += 1;
    slowest = Math.max(slowest, took);
    if (took > SLOW) faults.push(`file ${file}: took ${Math.round(took)} ms`);
    if (Reflect.ownKeys(Object.prototype).length !== prototypes[0]?.length) {
      faults.push(`file ${file}: reached the prototype of all objects`);
      break;
    }
  }
  if (!isDeepStrictEqual(prototypesNow(), prototypes)) faults.push("a file reached a prototype");
  return { files, accepted, simulated, slowest, faults };
}

/** The parts as one, and whether enough of all files were accepted. */
export function outcomeOfAll(parts: readonly FuzzOutcome[]): FuzzOutcome {
  const sum = (of: (part: FuzzOutcome) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const [files, accepted] = [sum((part) => part.files), sum((part) => part.accepted)];
  const faults = parts.flatMap((part) => part.faults);
  if (files >= LEAST_ACCEPTED.from && accepted < files * LEAST_ACCEPTED.share) faults.push(`only ${accepted} of ${files} files were accepted`);
  return { files, accepted, simulated: sum((part) => part.simulated), slowest: Math.max(...parts.map((part) => part.slowest)), faults };
}

/** Everything that all objects, lists, texts, numbers and functions inherit. */
function prototypesNow(): readonly (readonly (readonly [PropertyKey, PropertyDescriptor | undefined])[])[] {
  return [Object, Array, String, Number, Boolean, Function, Map, Set].map(({ prototype }) => Reflect.ownKeys(prototype).map((key) => [key, Object.getOwnPropertyDescriptor(prototype, key)] as const));
}

function comesBack(scenario: Scenario): boolean {
  const again = parseScenario(new TextEncoder().encode(serializeScenario(scenario, "1.0.0")));
  return again.ok && isDeepStrictEqual(again.scenario, scenario);
}

function withFewPeople(scenario: Scenario): Scenario {
  const few = (people: number): number => Math.min(people, SIMULATED.people);
  return { ...scenario, roles: scenario.roles.map((role) => ({ ...role, headcount: few(role.headcount), newHires: role.newHires.map((hires) => ({ ...hires, count: few(hires.count) })) })) };
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
