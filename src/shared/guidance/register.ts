/** The guardrails register: every guardrail the product may cite, in one list. */
import { COST_GUARDRAILS } from "./cost-guardrails.ts";
import type { Guardrail, GuardrailId } from "./guardrail.ts";
import { PLAN_GUARDRAILS } from "./plan-guardrails.ts";

/** G1 to G42, in order. */
export const GUARDRAILS: readonly Guardrail[] = [...PLAN_GUARDRAILS, ...COST_GUARDRAILS];

/**
 * One guardrail of the register.
 * @throws Error where the register has no such id
 */
export function guardrailById(id: GuardrailId): Guardrail {
  const found = GUARDRAILS.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The register has no guardrail ${id}.`);
  return found;
}
