/** What a plan costs on average over where people land: in closed form, role by role, wherever that is exact. */
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { roundMoney, splitByLargestRemainder, sumMoney, type MinorUnits } from "../../units/money.ts";
import { compileCurve } from "../curve/compile.ts";
import { timesRounded } from "../formulas.ts";
import type { CostParts } from "../outcome.ts";
import { costOfSeats, filledSeats, targetPay, type PayContext } from "../role.ts";
import { distributionOf } from "./distribution.ts";
import { expectedFactor } from "./expected-payout.ts";
import type { NotExact } from "./outcome.ts";

/** What of a scenario the expected cost of a role depends on. A scenario itself will do. */
export type OutlookContext = PayContext & { readonly outlook: Pick<Scenario["outlook"], "periodSpread"> };

/**
 * Why the expected pay of a role has no closed form and is the mean of simulated years (docs/compensation-model.md,
 * "Expected cost"): links let KPIs act on each other, a plan cap on their sum, and periods that swing by themselves, each
 * paid alone, are a distribution of their own. null where the closed form is exact.
 */
export function notExact(role: Role, { payments, outlook }: OutlookContext): NotExact | null {
  if (role.links.length > 0) return "links";
  if (role.payoutCap !== null) return "plan cap";
  return payments.basis === "discrete" && payments.frequency !== "annual" && outlook.periodSpread > 0 ? "periods" : null;
}

/** Each KPI's share of target incentive, per head, whole units. */
export function sharesOf(role: Role, currency: string, weights: readonly number[] = role.kpis.map((kpi) => kpi.weight)): readonly MinorUnits[] {
  return splitByLargestRemainder(targetPay(role, currency).targetIncentive, weights);
}

/**
 * The expected incentive of one person, before rounding: Σ share of target incentive × expected payout factor. How the KPIs
 * hang together does not matter for it. null where there is no closed form.
 */
export function expectedIncentive(role: Role, context: OutlookContext): number | null {
  if (notExact(role, context) !== null) return null;
  const { weights, factors } = scorecardOf(role.kpis);
  const shares = sharesOf(role, context.currency, weights);
  let incentive = 0;
  for (let position = 0; position < shares.length; position += 1) incentive += (shares[position] ?? 0) * (factors[position] ?? 0);
  return incentive;
}

type Scorecard = { readonly weights: readonly number[]; readonly factors: readonly number[] };

const scorecards = new WeakMap<readonly Kpi[], Scorecard>();

/** Each KPI's weight and expected payout factor by its curve alone, as without links. Kept per list of KPIs: pay and headcount move none of them. */
function scorecardOf(kpis: readonly Kpi[]): Scorecard {
  const known = scorecards.get(kpis);
  if (known !== undefined) return known;
  const factors = kpis.map(({ weight, curve, outlook }) => (weight === 0 || curve === null ? 0 : expectedFactor(compileCurve(curve), distributionOf(outlook))));
  const scorecard = { weights: kpis.map((kpi) => kpi.weight), factors };
  scorecards.set(kpis, scorecard);
  return scorecard;
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
export function sumOfCosts(parts: readonly CostParts[]): CostParts {
  const total = (read: (part: CostParts) => MinorUnits): MinorUnits => sumMoney(parts.map(read));
  return { base: total((part) => part.base), incentive: total((part) => part.incentive), burden: total((part) => part.burden), cost: total((part) => part.cost) };
}

/** Expected cost of the roles that count, and of each role; null for those, and then in total, that need simulated years. */
export function expectedCost(scenario: Scenario): { readonly roles: readonly (CostParts | null)[]; readonly total: CostParts | null } {
  const roles = scenario.roles.map((role) => {
    const incentive = expectedIncentive(role, scenario);
    return incentive === null ? null : costAtIncentive(role, scenario, incentive);
  });
  const counting = roles.filter((_, index) => scenario.roles[index]?.countsInCost === true);
  return { roles, total: counting.includes(null) ? null : sumOfCosts(counting.filter((parts) => parts !== null)) };
}
