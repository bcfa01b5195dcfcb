/** What a plan costs on average over where people land: in closed form, role by role, wherever that is exact. */
import type { Curve, Kpi, Role, Scenario } from "../../model/scenario.ts";
import { addMoney, NO_MONEY, roundMoney, splitByLargestRemainder, type MinorUnits } from "../../units/money.ts";
import { timesRounded } from "../formulas.ts";
import type { CostParts } from "../outcome.ts";
import { costOfSeats, filledSeats, targetPay, type PayContext } from "../role.ts";
import { peopleCovered } from "../year/draw.ts";
import { periodsSwing } from "./draws.ts";
import { expectedPayout, keptPayout, type KeptPayout } from "./expected-payout.ts";
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
  return notExact(role, context) === null ? incentiveOf(role, context, scorecardOf(role.kpis)) : null;
}

function incentiveOf(role: Role, { currency }: OutlookContext, { weights, factors }: Scorecard): number {
  const shares = sharesOf(role, currency, weights);
  let incentive = 0;
  for (let position = 0; position < shares.length; position += 1) incentive += (shares[position] ?? 0) * (factors[position] ?? 0);
  return incentive;
}

/** Weights and expected payout factors of a list of KPIs, each by its curve alone, as without links. */
type Scorecard = { kpis: readonly Kpi[]; readonly weights: number[]; readonly factors: number[]; readonly curves: (Curve | null)[]; readonly payouts: (KeptPayout | null)[] };

function scorecardOf(kpis: readonly Kpi[], made: Scorecard = { kpis: [], weights: [], factors: [], curves: [], payouts: [] }): Scorecard {
  const { weights, factors, curves, payouts } = made;
  for (let position = 0; position < kpis.length; position += 1) {
    const kpi = kpis[position];
    if (kpi === undefined || kpi === made.kpis[position]) continue;
    const { weight, curve, outlook } = kpi;
    weights[position] = weight;
    if (curve !== curves[position]) payouts[position] = curve === null ? null : keptPayout(curve);
    curves[position] = curve;
    const payout = payouts[position] ?? null;
    factors[position] = weight === 0 || payout === null ? 0 : expectedPayout(payout, outlook);
  }
  weights.length = kpis.length;
  made.kpis = kpis;
  return made;
}

/** Those of the last scenario by position: what has not moved is not asked for again. Far quicker than a map of weak references. */
const last: Scorecard[] = [];

function scorecardAt(position: number, kpis: readonly Kpi[]): Scorecard {
  const known = last[position];
  if (known?.kpis === kpis) return known;
  return (last[position] = scorecardOf(kpis, known));
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
  last.length = Math.min(last.length, scenario.roles.length);
  const roles: (CostParts | null)[] = [];
  const counting: CostParts[] = [];
  let isExact = true;
  for (const [position, role] of scenario.roles.entries()) {
    const incentive = notExact(role, scenario) === null ? incentiveOf(role, scenario, scorecardAt(position, role.kpis)) : null;
    const parts = incentive === null ? null : costAtIncentive(role, scenario, incentive);
    roles.push(parts);
    if (!role.countsInCost) continue;
    if (parts === null) isExact = false;
    else counting.push(parts);
  }
  return { roles, total: isExact ? sumOfCosts(counting) : null };
}
