/** The declared order of calculation, and what of it applied to one figure. */
import type { Role, Scenario } from "../../model/scenario.ts";
import { curveTraits } from "../curve/traits.ts";
import { planOf } from "../plan.ts";

const ORDER = "Order: credit, attainment, curve, KPI cap, gates, modifiers, weight × target incentive, plan cap, draw or guarantee, burden.";

/** @param kpi the KPI that was asked about and where it stands; null for the whole role */
export function orderOf(role: Role, { payments }: Pick<Scenario, "payments">, kpi: { readonly position: number; readonly attainment: number } | null, planCapBinds: boolean): readonly string[] {
  const plan = planOf(role);
  const planned = kpi === null ? null : plan.kpis[kpi.position];
  const gates = planned === null || planned === undefined ? plan.kpis.some((each) => each.gates.length > 0) : planned.gates.length > 0;
  const modifiers = planned === null || planned === undefined ? plan.kpis.some((each) => each.modifiers.length > 0) : planned.modifiers.length > 0;
  const acting = gates && modifiers ? "Gates and modifiers act here." : gates ? "Gates act here; no modifier does." : modifiers ? "Modifiers act here; no gate does." : "No gate or modifier acts here.";
  const sentences = [ORDER, acting];
  if (planned?.matrix != null) sentences.push("A matrix stands in place of the payout curve.");
  else if (kpi !== null && planned?.curve != null) {
    const { cap } = curveTraits(planned.curve);
    sentences.push(cap === null ? "The curve has no cap within reach." : kpi.attainment >= cap.from ? "The cap of the curve is reached." : "The cap of the curve is not reached.");
  }
  if (role.payoutCap !== null) sentences.push(planCapBinds ? "The plan cap binds." : "The plan cap does not bind.");
  if (payments.basis === "discrete" && payments.frequency !== "annual") sentences.push("Each payment of the year is rounded by itself.");
  return sentences;
}
