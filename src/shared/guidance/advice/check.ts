/** What a check of the register is: it looks at a role or a scenario and says what it finds. */
import type { Role, Scenario } from "../../model/scenario.ts";
import type { GuardrailId, Statement } from "../guardrail.ts";
import type { Advice } from "./advice.ts";

/** One thing that a check has to say. Who it is about is added by {@link adviceOn}. */
export type Finding = Pick<Advice, "severity" | "sentence"> & {
  /** The KPI or goal it is about, where a check may speak of several. */
  readonly about?: string;
  readonly detail?: string;
  readonly sources?: readonly Statement[];
  /** The field that would be changed, and the KPI it belongs to where it belongs to one. */
  readonly field: string;
  readonly kpiId?: string;
  readonly tryIt?: NonNullable<Advice["tryIt"]>;
};

/** What of a scenario a check of a role may look at, so that its answer can be kept while the rest changes. */
export type RoleContext = Pick<Scenario, "currency" | "payments" | "cost" | "goals">;

type CheckOf<Look> = {
  readonly id: string;
  /** What of the guardrails register it rests on; none where it follows from the plan, or from the article's words. */
  readonly guardrails: readonly GuardrailId[];
  readonly look: Look;
};
export type RoleCheck = CheckOf<(role: Role, context: RoleContext) => readonly Finding[]>;
export type ScenarioCheck = CheckOf<(scenario: Scenario) => readonly Finding[]>;

/** A change of one role of a scenario; a role that is gone changes nothing. */
export function onRole(roleId: string, change: (role: Role) => Role): (scenario: Scenario) => Scenario {
  return (scenario) => ({ ...scenario, roles: scenario.roles.map((role) => (role.id === roleId ? change(role) : role)) });
}
