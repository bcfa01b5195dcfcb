/** What one person earns in a year of periods with results of their own. */
import type { Role } from "../../model/scenario.ts";
import { NO_MONEY, roundMinor, splitByLargestRemainder, sumMoney, type MinorUnits } from "../../units/money.ts";
import { seasonsOf } from "../payments.ts";
import { evaluateRole, type PayContext } from "../role.ts";

/**
 * The incentive of a year for one person who is there all of it, without draw or guarantee. With cumulative payment only
 * the year to date counts, so the year pays by its mean attainment; with discrete periods each pays by its own.
 * @param attained attainment of a KPI in a period (0 = the first), of that period's own target
 */
export function earnedInYear(role: Role, context: PayContext, attained: (kpiId: string, period: number) => number): MinorUnits {
  const seasons = seasonsOf(context.payments);
  if (context.payments.basis === "cumulative") {
    return evaluateRole(role, context, (kpi) => seasons.reduce((sum, season, period) => sum + season * attained(kpi.id, period), 0)).incentive;
  }
  const { kpis, targetIncentive } = evaluateRole(role, context, () => 1);
  const shares = kpis.map((kpi) => splitByLargestRemainder(kpi.targetIncentive, seasons));
  const earned = sumMoney(seasons.flatMap((_, period) =>
    evaluateRole(role, context, (kpi) => attained(kpi.id, period)).kpis.map((kpi, index) => roundMinor((shares[index]?.[period] ?? NO_MONEY) * kpi.payoutFactor)),
  ));
  if (role.payoutCap === null) return earned;
  const most = roundMinor(targetIncentive * role.payoutCap);
  return earned > most ? most : earned;
}
