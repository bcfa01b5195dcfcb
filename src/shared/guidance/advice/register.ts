/** The advice register: every check, in the order in which they speak. docs/advice.md has the same list. */
import type { RoleCheck, ScenarioCheck } from "./check.ts";
import { SPLIT, TARGET_PAY } from "./pay-mix.ts";

/** Asked of every role. */
export const ROLE_CHECKS: readonly RoleCheck[] = [SPLIT, TARGET_PAY];

/** Asked of the scenario as a whole. */
export const SCENARIO_CHECKS: readonly ScenarioCheck[] = [];
