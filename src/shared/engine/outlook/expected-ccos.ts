/** Compensation cost of sales on average over where people land: expected pay against expected revenue. */
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { minorPerUnit } from "../../units/currency.ts";
import { sumMoney, type MinorUnits } from "../../units/money.ts";
import { ratioOf, resultOf, revenueOfSeats } from "../formulas.ts";
import type { CostParts, Revenue } from "../outcome.ts";
import { creditsRevenue, filledSeats } from "../role.ts";
import { revenueOf } from "../scenario.ts";
import { distributionOf, meanAttainment } from "./distribution.ts";

/** Expected pay against expected revenue of the roles that count in cost. */
export type ExpectedCcos = Revenue & {
  /** Expected (base + incentive) ÷ revenue, without burden; null without revenue. */
  readonly ccos: number | null;
};

/** The mean attainment of a KPI as it counts in revenue: that of its outlook, cut at 0 and 100. A ratio. */
export function expectedAttainment({ outlook }: Pick<Kpi, "outlook">): number {
  return meanAttainment(distributionOf(outlook));
}

/**
 * Credited revenue of all filled seats of a role on average over where people land, minor units, rounded once
 * (docs/compensation-model.md, "Revenue and CCOS"). Links and caps act on pay and not on results, so it always has a closed form.
 */
export function expectedCreditedRevenue(role: Role, currency: string): MinorUnits {
  let perHead = 0;
  for (const kpi of role.kpis) if (creditsRevenue(kpi)) perHead += resultOf(kpi.target, expectedAttainment(kpi));
  return revenueOfSeats(perHead, filledSeats(role), minorPerUnit(currency));
}

/**
 * CCOS on average over where people land (docs/compensation-model.md, "Revenue and CCOS"): expected pay ÷ booked revenue where
 * it is given, else ÷ expected credited revenue of the roles that count, which may count a deal twice.
 * @param pay base and incentive of the expected cost, in closed form or the mean of simulated years, minor units
 */
export function expectedCcos(scenario: Scenario, { base, incentive }: Pick<CostParts, "base" | "incentive">): ExpectedCcos {
  const counting = scenario.roles.filter((role) => role.countsInCost);
  const revenue = revenueOf(scenario, sumMoney(counting.map((role) => expectedCreditedRevenue(role, scenario.currency))));
  return { ...revenue, ccos: ratioOf(base + incentive, revenue.revenue) };
}
