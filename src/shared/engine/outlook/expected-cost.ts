/** What a plan costs on average over where people land: in closed form, role by role, wherever that is exact. */
import type { Role, Scenario } from "../../model/scenario.ts";
import { addMoney, NO_MONEY, roundMoney, splitByLargestRemainder, type MinorUnits } from "../../units/money.ts";
import { timesRounded } from "../formulas.ts";
import type { CostParts } from "../outcome.ts";
import { costOfSeats, filledSeats, targetPay, type PayContext } from "../role.ts";
import { peopleCovered } from "../year/draw.ts";
import { expectedIn } from "./curve-row.ts";
import { periodsSwing } from "./draws.ts";
import type { NotExact } from "./outcome.ts";
import { scorecardsOf } from "./scorecard.ts";

/** What of a scenario the expected cost of a role depends on. A scenario itself will do. */
export type OutlookContext = PayContext & { readonly outlook: Pick<Scenario["outlook"], "periodSpread"> };

/**
 * Why the expected pay of a role has no closed form and is the mean of simulated years (docs/compensation-model.md,
 * "Expected cost"): links let KPIs act on each other, a plan cap on their sum, a draw or guarantee on what a period pays, and
 * periods that swing by themselves, each paid alone, are a distribution of their own. null where the closed form is exact.
 */
export function notExact(role: Role, { payments, outlook }: OutlookContext): NotExact | null {
  if (role.links.length > 0) return "links";
  if (role.payoutCap !== null) return "plan cap";
  if (role.draw !== null && role.draw.periods > 0 && role.draw.perPeriod > 0 && peopleCovered(role) > 0) return "draw";
  return periodsSwing(role, { payments, outlook }) ? "periods" : null;
}

/** Each KPI's share of target incentive, per head, whole units. */
export function sharesOf(role: Role, currency: string, weights: readonly number[] = role.kpis.map((kpi) => kpi.weight)): readonly MinorUnits[] {
  return splitByLargestRemainder(targetPay(role, currency).targetIncentive, weights);
}

/**
 * The expected incentive of one person of the role at a position, before rounding: Σ share of target incentive × expected
 * payout factor. How the KPIs hang together does not matter for it. null where there is no closed form, or no such role.
 */
export function expectedIncentive(scenario: Scenario, position: number): number | null {
  const role = scenario.roles[position];
  if (role === undefined || notExact(role, scenario) !== null) return null;
  const { weights, firsts, row } = scorecardsOf(scenario.roles);
  const first = firsts[position] as number;
  const shares = sharesOf(role, scenario.currency, weights[position]);
  let incentive = 0;
  for (let kpi = 0; kpi < shares.length; kpi += 1) incentive += (shares[kpi] as number) * expectedIn(row, first + kpi);
  return incentive;
}

/**
 * Cost of all filled seats of a role for a year when one person earns this incentive on average.
 * @param incentive per head, before rounding; rounded once for all seats, as every part is
 */
export function costAtIncentive(role: Role, { currency, cost }: PayContext, incentive: number): CostParts {
  const { base } = targetPay(role, currency);
  const burden = timesRounded(base, cost.burdenOnBase) + incentive * cost.burdenOnVariable + roundMoney(cost.fixedPerHead, currency);
  return costOfSeats(filledSeats(role), { base, incentive, burden });
}

/** The parts of several roles, added up. */
export function sumOfCosts(parts: Iterable<CostParts>): CostParts {
  let [base, incentive, burden, cost] = [NO_MONEY, NO_MONEY, NO_MONEY, NO_MONEY];
  for (const part of parts) {
    base = addMoney(base, part.base);
    incentive = addMoney(incentive, part.incentive);
    burden = addMoney(burden, part.burden);
    cost = addMoney(cost, part.cost);
  }
  return { base, incentive, burden, cost };
}

/** Expected cost of the roles that count, and of each role; null for those, and then in total, that need simulated years. */
export function expectedCost(scenario: Scenario): { readonly roles: readonly (CostParts | null)[]; readonly total: CostParts | null } {
  const roles: (CostParts | null)[] = [];
  const counting: CostParts[] = [];
  let isExact = true;
  for (const [position, role] of scenario.roles.entries()) {
    const incentive = expectedIncentive(scenario, position);
    const parts = incentive === null ? null : costAtIncentive(role, scenario, incentive);
    roles.push(parts);
    if (!role.countsInCost) continue;
    if (parts === null) isExact = false;
    else counting.push(parts);
  }
  return { roles, total: isExact ? sumOfCosts(counting) : null };
}
