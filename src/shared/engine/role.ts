/** One role at given attainments: pay per head, cost of all its seats. All amounts are rounded where the model says so. */
import type { CostSettings, Kpi, Payments, Role } from "../model/scenario.ts";
import { NO_MONEY, addMoney, roundMoney, splitByLargestRemainder, sumMoney, type MinorUnits } from "../units/money.ts";
import { minorPerUnit } from "../units/currency.ts";
import { snapAttainment } from "./attainment.ts";
import type { CostParts, KpiOutcome, RoleOutcome } from "./outcome.ts";
import { baseOf, resultOf, restOf, revenueOfSeats, seatsFilled, targetIncentiveOf, timesRounded } from "./formulas.ts";
import { payoutFactors, standingAt } from "./links.ts";
import { payoutOverYear } from "./payments.ts";
import { planOf } from "./plan.ts";

/** What of a scenario the pay of a role depends on. A scenario itself will do. */
export type PayContext = { readonly currency: string; readonly cost: CostSettings; readonly payments: Payments };

/** Seats of a role that are filled, counted over the year: headcount × (1 − vacancy). May be a fraction. */
export function filledSeats(role: Role): number {
  return seatsFilled(role.headcount, restOf(role.vacancy));
}

/** Target incentive per head, and base = OTE − target incentive, so that the two always total OTE. */
export function targetPay(role: Role, currency: string): { readonly base: MinorUnits; readonly targetIncentive: MinorUnits } {
  const targetIncentive = targetIncentiveOf(role.onTargetEarnings, restOf(role.baseShare), currency);
  return { base: baseOf(role.onTargetEarnings, targetIncentive, currency), targetIncentive };
}

/** Target incentive of each KPI, in their order: by weight, to the largest remainder. */
export function targetShares(role: Role, targetIncentive: MinorUnits): readonly MinorUnits[] {
  return splitByLargestRemainder(targetIncentive, role.kpis.map((kpi) => kpi.weight));
}

/** Whether a KPI's result counts as credited revenue: only money does, and only where it is marked so. */
export function creditsRevenue(kpi: Kpi): boolean {
  return kpi.revenue === "credited" && kpi.unit === "currency";
}

/**
 * Pay of one person of a role and cost of all its seats (docs/compensation-model.md, "Order of operations" and "Numbers").
 * @param attainments the attainment of each KPI, ratio, 1 = target; snapped and limited to 0–100
 */
export function evaluateRole(role: Role, context: PayContext, attainments: (kpi: Kpi) => number): RoleOutcome {
  const { currency, cost, payments } = context;
  const { base, targetIncentive } = targetPay(role, currency);
  const stands = role.kpis.map((kpi) => snapAttainment(attainments(kpi)));
  const shares = targetShares(role, targetIncentive);
  const factors = payoutFactors(planOf(role), standingAt(stands));
  const earned = factors.payout.map((factor, index) => payoutOverYear(shares[index] ?? NO_MONEY, factor, payments));
  const { payouts, binds } = underPlanCap(earned, targetIncentive, role.payoutCap);
  const incentive = sumMoney(payouts);
  const burden = sumMoney([
    timesRounded(base, cost.burdenOnBase),
    timesRounded(incentive, cost.burdenOnVariable),
    roundMoney(cost.fixedPerHead, currency),
  ]);
  const pay = addMoney(base, incentive);
  const seats = filledSeats(role);
  return {
    id: role.id,
    headcount: role.headcount,
    countsInCost: role.countsInCost,
    base,
    targetIncentive,
    kpis: role.kpis.map((kpi, index): KpiOutcome => ({
      id: kpi.id,
      attainment: stands[index] ?? 0,
      curveFactor: factors.curve[index] ?? 0,
      payoutFactor: factors.payout[index] ?? 0,
      targetIncentive: shares[index] ?? NO_MONEY,
      payout: payouts[index] ?? NO_MONEY,
    })),
    incentive,
    planCapBinds: binds,
    pay,
    burden,
    costPerHead: addMoney(pay, burden),
    cost: costOfSeats(seats, { base, incentive, burden }),
    creditedRevenue: creditedRevenue(role, seats, stands, currency),
  };
}

/** Where the plan cap binds, the capped total is split over the KPIs in proportion to what they earned. */
function underPlanCap(earned: readonly MinorUnits[], targetIncentive: MinorUnits, cap: number | null): { readonly payouts: readonly MinorUnits[]; readonly binds: boolean } {
  if (cap === null) return { payouts: earned, binds: false };
  const most = timesRounded(targetIncentive, cap);
  return sumMoney(earned) > most ? { payouts: splitByLargestRemainder(most, earned), binds: true } : { payouts: earned, binds: false };
}

/** Amounts per head, rounded or not, × seats, each rounded. */
export function costOfSeats(seats: number, perHead: { readonly base: number; readonly incentive: number; readonly burden: number }): CostParts {
  const base = timesRounded(perHead.base, seats);
  const incentive = timesRounded(perHead.incentive, seats);
  const burden = timesRounded(perHead.burden, seats);
  return { base, incentive, burden, cost: sumMoney([base, incentive, burden]) };
}

function creditedRevenue(role: Role, seats: number, stands: readonly number[], currency: string): MinorUnits {
  let perHead = 0;
  role.kpis.forEach((kpi, index) => {
    if (creditsRevenue(kpi)) perHead += resultOf(kpi.target, stands[index] ?? 0);
  });
  return revenueOfSeats(perHead, seats, minorPerUnit(currency));
}
