/** The presets of where people land, as the rail offers them. */
import { asDesigned, asObserved, averageOutlook } from "#shared/editing/index.ts";
import { DESIGN_RULE, OBSERVED_AT_TARGET } from "#shared/guidance/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

export type Preset = "designed" | "observed" | "own";

/** The scenario with a preset in force; the same one where it already is. */
export function withPreset(scenario: Scenario, preset: Exclude<Preset, "own">): Scenario {
  return preset === "designed" ? asDesigned(scenario, DESIGN_RULE) : asObserved(scenario, OBSERVED_AT_TARGET);
}

/** The preset a scenario stands at: the one that would change nothing. */
export function presetOf(scenario: Scenario): Preset {
  const average = averageOutlook(scenario);
  if (average === null || average.spread === 0) return "own";
  if (withPreset(scenario, "designed") === scenario) return "designed";
  return withPreset(scenario, "observed") === scenario ? "observed" : "own";
}
