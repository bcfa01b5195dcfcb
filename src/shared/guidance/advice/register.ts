/** The advice register: every check, in the order in which they speak. docs/advice.md has the same list. */
import type { RoleCheck, ScenarioCheck } from "./check.ts";
import { BURDEN, CCOS, GOALS, SHARED_DEALS } from "./company.ts";
import { CLIFF, DEAD_ZONE } from "./cliffs.ts";
import { ACCELERATOR, OBJECTIVE_STEPS } from "./pace.ts";
import { SPLIT, TARGET_PAY } from "./pay-mix.ts";
import { ATTRIBUTION, FOCUS, KPI_COUNT, KPI_WITHOUT_GOAL, SMALLEST_WEIGHT } from "./scorecard.ts";
import { DRAW, HIRES_WITHOUT_SEAT, PAYMENT_FREQUENCY, QUOTA_TO_OTE } from "./terms.ts";
import { NEW_BUSINESS_THRESHOLD, THRESHOLD } from "./threshold.ts";
import { EXCELLENCE, KPI_CAP, MARGIN, PLAN_CAP, UPSIDE } from "./top-pay.ts";

/** Asked of every role. */
export const ROLE_CHECKS: readonly RoleCheck[] = [
  SPLIT, FOCUS, KPI_COUNT, SMALLEST_WEIGHT, TARGET_PAY, CLIFF, DEAD_ZONE, THRESHOLD, NEW_BUSINESS_THRESHOLD, OBJECTIVE_STEPS, ACCELERATOR,
  UPSIDE, EXCELLENCE, KPI_CAP, PLAN_CAP, MARGIN, QUOTA_TO_OTE, PAYMENT_FREQUENCY, ATTRIBUTION, KPI_WITHOUT_GOAL, HIRES_WITHOUT_SEAT, DRAW,
];

/** Asked of the scenario as a whole. */
export const SCENARIO_CHECKS: readonly ScenarioCheck[] = [CCOS, GOALS, SHARED_DEALS, BURDEN];
