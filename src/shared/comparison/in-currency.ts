/** A scenario in the money of another one, at a rate somebody typed. */
import type { Scenario } from "../model/scenario.ts";
import { roundMoney, toCurrencyUnits } from "../units/money.ts";

/**
 * The scenario with every amount in another currency: OTE, draws, targets in money, burden per head, budget, revenue.
 * Shares, curves and headcount stay. Rounded to the smallest unit of the new currency; what is less than that stays as it is.
 * @param rate units of the new currency for one of the old, above 0
 */
export function inCurrency(scenario: Scenario, currency: string, rate: number): Scenario {
  const changed = <Amount extends number | null>(amount: Amount): Amount => (amount === null ? amount : toCurrencyUnits(roundMoney(amount * rate, currency), currency) || amount * rate) as Amount;
  return {
    ...scenario,
    currency,
    lastResult: null,
    cost: { ...scenario.cost, fixedPerHead: changed(scenario.cost.fixedPerHead), budget: changed(scenario.cost.budget), bookedRevenue: changed(scenario.cost.bookedRevenue) },
    roles: scenario.roles.map((role) => ({
      ...role,
      onTargetEarnings: changed(role.onTargetEarnings),
      draw: role.draw === null ? null : { ...role.draw, perPeriod: changed(role.draw.perPeriod) },
      kpis: role.kpis.map((kpi) => (kpi.unit === "currency" ? { ...kpi, target: changed(kpi.target) } : kpi)),
    })),
  };
}
