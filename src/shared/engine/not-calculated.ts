/** Settings a file may hold that no figure at given attainments uses. The window and the command line name them beside the figures. */
import type { Scenario } from "../model/scenario.ts";
import type { NotCalculated } from "./outcome.ts";

/**
 * Every setting of the document that changes what is paid but is in no figure at given attainments
 * (docs/compensation-model.md, "What a file may hold that is not calculated"): results that differ between periods, where
 * each period is paid by its own. Empty for a document that is calculated completely. New hires and draws are not here:
 * the year has them (`evaluateYear`), and the full year (`evaluateScenario`) is without them by definition.
 */
export function notCalculated({ payments, outlook }: Scenario): readonly NotCalculated[] {
  const spreadMatters = payments.frequency !== "annual" && payments.basis === "discrete" && outlook.periodSpread > 0;
  return spreadMatters ? [{ path: "outlook.periodSpread", label: "spread between periods" }] : [];
}
