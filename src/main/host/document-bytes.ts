/** A document as it goes to disk: with the figures of the engine that saved it, and proven to come back the same. */
import { isDeepStrictEqual } from "node:util";
import { ENGINE_VERSION, expectedCost, headline } from "#shared/engine/index.ts";
import type { LastResult, Scenario } from "#shared/model/scenario.ts";
import { parseScenario, serializeScenario } from "#shared/scenario-file/index.ts";
import type { FileProblem } from "#shared/scenario-file/problems.ts";
import { toCurrencyUnits, type MinorUnits } from "#shared/units/money.ts";

export type DocumentBytes =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** The text of the document's file, proven: it is read again, and must give the same document. */
export function documentBytes(scenario: Scenario): DocumentBytes {
  const text = documentText(scenario);
  const parsed = parseScenario(Buffer.from(text));
  if (!parsed.ok) return parsed;
  // JSON has no −0; nothing else may be lost.
  const expected: unknown = JSON.parse(JSON.stringify({ ...scenario, lastResult: parsed.scenario.lastResult }));
  if (isDeepStrictEqual(parsed.scenario, expected)) return { ok: true, text };
  return { ok: false, problems: [{ path: "", message: "The file would not hold everything that is in this window." }] };
}

/** The text of the document's file. */
export function documentText(scenario: Scenario): string {
  return serializeScenario({ ...scenario, lastResult: figuresOf(scenario) }, ENGINE_VERSION);
}

/** P90 needs simulated years, which no save waits for. null where the engine has no answer: a document is saved without figures rather than not at all. */
function figuresOf(scenario: Scenario): LastResult | null {
  try {
    const units = (amount: MinorUnits): number => toCurrencyUnits(amount, scenario.currency);
    const costAtTarget = units(headline(scenario).costAtTarget);
    const expected = expectedCost(scenario).total;
    const figures = { engine: ENGINE_VERSION, costAtTarget, expectedCost: expected === null ? null : units(expected.cost), p90: null };
    return Number.isFinite(costAtTarget) && Number.isFinite(figures.expectedCost ?? 0) ? figures : null;
  } catch {
    return null;
  }
}
