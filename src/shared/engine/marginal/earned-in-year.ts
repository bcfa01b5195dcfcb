/** What one person earns in a year of periods with results of their own. */
import type { Role } from "../../model/scenario.ts";
import { sumMoney, type MinorUnits } from "../../units/money.ts";
import { periodsOf } from "../payments.ts";
import type { PayContext } from "../role.ts";
import { earnedPeriods, type Attained } from "../year/earned-periods.ts";
import { workedPeriods } from "../year/person-year.ts";

/**
 * The incentive of a year for one person who is there all of it, without draw or guarantee: these are advances or a floor,
 * and what a deal's timing gains is read off what is earned.
 * @param attained attainment of a KPI in a period (0 = the first), of that period's own target
 */
export function earnedInYear(role: Role, context: PayContext, attained: Attained): MinorUnits {
  const worked = workedPeriods({ startPeriod: 1, ramp: [] }, periodsOf(context.payments));
  return sumMoney(earnedPeriods(role, context, worked, attained).map(({ earned }) => earned));
}
