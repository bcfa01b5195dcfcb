/** Everything the register has to say on a scenario. */
import type { Role, Scenario } from "../../model/scenario.ts";
import type { Advice } from "./advice.ts";
import type { Finding, RoleContext } from "./check.ts";
import { ROLE_CHECKS, SCENARIO_CHECKS } from "./register.ts";

const ORDER: readonly Advice["severity"][] = ["advice", "information", "met"];

const kept = new WeakMap<Scenario, readonly Advice[]>();
const keptOfRole = new WeakMap<Role, { readonly context: RoleContext; readonly advice: readonly Advice[] }>();

/**
 * Advice on a scenario, dismissed or not: advice first, then information, then what is met; within each the roles in
 * document order, then what is about the scenario. Ids are unique within a role and within the scenario's own. Kept per
 * scenario value, and per role while what its checks look at stays the same.
 */
export function adviceOn(scenario: Scenario): readonly Advice[] {
  const known = kept.get(scenario);
  if (known !== undefined) return known;
  const said = [
    ...scenario.roles.flatMap((role) => adviceOnRole(role, scenario)),
    ...SCENARIO_CHECKS.flatMap((check) => check.look(scenario).map((finding) => adviceFrom(check.id, null, finding))),
  ];
  const advice = ORDER.flatMap((severity) => said.filter((each) => each.severity === severity));
  kept.set(scenario, advice);
  return advice;
}

function adviceOnRole(role: Role, { currency, payments, cost, goals }: Scenario): readonly Advice[] {
  const known = keptOfRole.get(role);
  if (known !== undefined && known.context.currency === currency && known.context.payments === payments && known.context.cost === cost && known.context.goals === goals) return known.advice;
  const context = { currency, payments, cost, goals };
  const advice = ROLE_CHECKS.flatMap((check) => check.look(role, context).map((finding) => adviceFrom(check.id, role.id, finding)));
  keptOfRole.set(role, { context, advice });
  return advice;
}

function adviceFrom(checkId: string, roleId: string | null, { about, severity, sentence, detail, sources, field, kpiId, tryIt }: Finding): Advice {
  return {
    id: about === undefined ? checkId : `${checkId}/${about}`,
    roleId,
    severity,
    sentence,
    detail: detail ?? null,
    sources: sources ?? [],
    place: { roleId, kpiId: kpiId ?? null, field },
    tryIt: tryIt ?? null,
  };
}
