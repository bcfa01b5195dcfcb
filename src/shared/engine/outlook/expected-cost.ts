/** What a plan costs on average over where people land: in closed form, role by role, wherever that is exact. */
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { roundMoney, splitByLargestRemainder, sumMoney, type MinorUnits } from "../../units/money.ts";
import { timesRounded } from "../formulas.ts";
import type { CostParts } from "../outcome.ts";
import { costOfSeats, filledSeats, targetPay, type PayContext } from "../role.ts";
import { peopleCovered } from "../year/draw.ts";
import { periodsSwing } from "./draws.ts";
import { expectedPayout } from "./expected-payout.ts";
import type { NotExact } from "./outcome.ts";

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
 * The expected incentive of one person, before rounding: Σ share of target incentive × expected payout factor. How the KPIs
 * hang together does not matter for it. null where there is no closed form.
 */
export function expectedIncentive(role: Role, context: OutlookContext): number | null {
  return incentiveOf(role, context, () => scorecardOf(role.kpis));
}

function incentiveOf(role: Role, context: OutlookContext, scorecard: () => Scorecard): number | null {
  if (notExact(role, context) !== null) return null;
  const { weights, factors } = scorecard();
  const shares = sharesOf(role, context.currency, weights);
  let incentive = 0;
  for (let position = 0; position < shares.length; position += 1) incentive += (shares[position] ?? 0) * (factors[position] ?? 0);
  return incentive;
}

/** Weights and expected payout factors of a list of KPIs, each by its curve alone, as without links. */
type Scorecard = { readonly kpis: readonly Kpi[]; readonly weights: readonly number[]; readonly factors: readonly number[] };

function scorecardOf(kpis: readonly Kpi[]): Scorecard {
  return {
    kpis,
    weights: kpis.map((kpi) => kpi.weight),
    factors: kpis.map(({ weight, curve, outlook }) => (weight === 0 || curve === null ? 0 : expectedPayout(curve, outlook))),
  };
}

/** Those of the last scenario by position: what moves pay, headcount or cost asks for the same again. Far quicker than a map of weak references. */
const last: Scorecard[] = [];

function scorecardAt(position: number, kpis: readonly Kpi[]): Scorecard {
  const known = last[position];
  if (known?.kpis === kpis) return known;
  const made = scorecardOf(kpis);
  last[position] = made;
  return made;
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
  last.length = Math.min(last.length, scenario.roles.length);
  const roles = scenario.roles.map((role, position) => {
    const incentive = incentiveOf(role, scenario, () => scorecardAt(position, role.kpis));
    return incentive === null ? null : costAtIncentive(role, scenario, incentive);
  });
  const counting = roles.filter((_, index) => scenario.roles[index]?.countsInCost === true);
  return { roles, total: counting.includes(null) ? null : sumOfCosts(counting.filter((parts) => parts !== null)) };
}
