/** A document as it goes to disk: with the figures of the engine that saved it, and proven to come back the same. */
import { isDeepStrictEqual } from "node:util";
import { ENGINE_VERSION, headline } from "#shared/engine/index.ts";
import type { LastResult, Scenario } from "#shared/model/scenario.ts";
import { parseScenario, serializeScenario } from "#shared/scenario-file/index.ts";
import type { FileProblem } from "#shared/scenario-file/problems.ts";
import { toCurrencyUnits } from "#shared/units/money.ts";

export type DocumentBytes =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export function documentBytes(scenario: Scenario): DocumentBytes {
  const toSave: Scenario = { ...scenario, lastResult: figuresOf(scenario) };
  const text = serializeScenario(toSave, ENGINE_VERSION);
  const parsed = parseScenario(Buffer.from(text));
  if (!parsed.ok) return parsed;
  // JSON has no −0; nothing else may be lost.
  const expected: unknown = JSON.parse(JSON.stringify(toSave));
  if (isDeepStrictEqual(parsed.scenario, expected)) return { ok: true, text };
  return { ok: false, problems: [{ path: "", message: "The file would not hold everything that is in this window." }] };
}

function figuresOf(scenario: Scenario): LastResult | null {
  const costAtTarget = toCurrencyUnits(headline(scenario).costAtTarget, scenario.currency);
  if (!Number.isFinite(costAtTarget)) return null;
  return { engine: ENGINE_VERSION, costAtTarget, expectedCost: null, p90: null };
}
