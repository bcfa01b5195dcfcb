/** What one seller earns in each of many years, from the attainments drawn for them. */
import type { Role } from "../../model/scenario.ts";
import { roundMoney } from "../../units/money.ts";
import { factorAt } from "../curve/evaluate.ts";
import { curveFactor, linkedFactor, standingAt } from "../links.ts";
import { seasonsOf } from "../payments.ts";
import { planOf } from "../plan.ts";
import { targetPay, type PayContext } from "../role.ts";
import { settlePeriod } from "../year/draw.ts";
import { attainmentToDate } from "../year/earned-periods.ts";
import { attainmentDrawn, BLOCK, type DrawPlan } from "./draws.ts";
import { sharesOf } from "./expected-cost.ts";
import { addListed, addPayouts, kernelOf } from "./kernel.ts";

/**
 * Adds the incentive of one seller, year by year, before rounding: sums[i] += incentive of year i.
 * @param drawn as for {@link DrawPlan}: KPI after KPI, period after period, a block each
 * @param count years of the block that count
 * @param isCovered whether the role's draw or guarantee covers this seller
 */
export type SellerPayouts = (drawn: Float32Array, count: number, sums: Float64Array, isCovered: boolean) => void;

/** How sellers of a role are paid: by curves alone, KPI by KPI, or with everything that lets KPIs and periods act on each other. */
export function payoutsOf(role: Role, draws: DrawPlan, context: PayContext): SellerPayouts {
  const whole = byPeriods(role, draws, context);
  const byYearToDate = draws.seasons.length > 0 && context.payments.basis === "cumulative";
  if (role.links.length > 0 || role.payoutCap !== null || byYearToDate) return whole;
  const alone = byCurves(role, draws, context);
  return (drawn, count, sums, isCovered) => (isCovered ? whole : alone)(drawn, count, sums, isCovered);
}

function byCurves(role: Role, { kpis, seasons }: DrawPlan, context: PayContext): SellerPayouts {
  const plan = planOf(role);
  const shares = sharesOf(role, context.currency);
  const parts = seasons.length === 0 ? [1] : seasons;
  const paying = kpis.flatMap(({ position, list }, index) => {
    const curve = plan.kpis[position]?.curve ?? null;
    const share = shares[position] ?? 0;
    if (curve === null || share === 0) return [];
    const [kernel, factors] = [kernelOf(curve), list === null ? null : Float64Array.from(list, (attainment) => factorAt(curve, attainment))];
    return parts.map((part, period) => ({ kernel, factors, share: share * part, from: (index * parts.length + period) * BLOCK }));
  });
  return (drawn, count, sums) => {
    for (const { kernel, factors, share, from } of paying) {
      if (factors === null) addPayouts(kernel, share, drawn, from, count, sums);
      else addListed(factors, share, drawn, from, count, sums);
    }
  };
}

/** Year by year: links, plan cap and draws of the year as `year/` has them for one person, but without rounding. */
function byPeriods(role: Role, { kpis, seasons: swinging }: DrawPlan, context: PayContext): SellerPayouts {
  const { currency, payments } = context;
  const plan = planOf(role);
  const shares = sharesOf(role, currency);
  const seasons = seasonsOf(payments);
  const isCumulative = payments.basis === "cumulative";
  const most = role.payoutCap === null ? Number.POSITIVE_INFINITY : targetPay(role, currency).targetIncentive * role.payoutCap;
  const perPeriod = role.draw === null ? 0 : roundMoney(role.draw.perPeriod, currency);
  const paid = [...role.kpis.keys()].filter((position) => (shares[position] ?? 0) > 0);
  const columns = Math.max(1, swinging.length);
  const attained = role.kpis.map(() => 1);
  const standings = standingAt(attained);

  /** Of a whole year at the attainments as they stand. */
  function earnedOfYear(): number {
    let earned = 0;
    for (const position of paid) earned += (shares[position] ?? 0) * linkedFactor(plan, position, curveFactor(plan, position, standings), standings);
    return earned;
  }

  function stand(drawn: Float32Array, period: number, year: number): void {
    for (const [index, kpi] of kpis.entries()) attained[kpi.position] = attainmentDrawn(kpi, drawn[(index * columns + period) * BLOCK + year] ?? 0);
  }

  /** Each KPI at its attainment of the year so far. */
  function standToDate(drawn: Float32Array, period: number, year: number, target: number): void {
    for (const [index, { position }] of kpis.entries()) {
      let reached = 0;
      for (let each = 0; each <= period; each += 1) reached += (seasons[each] ?? 0) * (drawn[(index * columns + each) * BLOCK + year] ?? 0);
      attained[position] = attainmentToDate(reached, target);
    }
  }

  function paidOverPeriods(drawn: Float32Array, year: number, isCovered: boolean): number {
    let [target, earned, balance, sum] = [0, 0, 0, 0];
    stand(drawn, 0, year);
    let ofYear = earnedOfYear();
    for (const [period, season] of seasons.entries()) {
      const before = earned;
      target += season;
      if (swinging.length > 0) {
        if (isCumulative) standToDate(drawn, period, year, target);
        else stand(drawn, period, year);
        ofYear = earnedOfYear();
      }
      earned = isCumulative ? target * ofYear : before + season * ofYear;
      const amount = Math.min(earned, most) - Math.min(before, most);
      const runs = isCovered && role.draw !== null && period < role.draw.periods;
      const settled = settlePeriod(amount, runs ? perPeriod : null, balance, role.draw?.kind === "recoverable");
      balance = settled.balance;
      sum += amount + settled.drawn - settled.recovered;
    }
    return sum;
  }

  return (drawn, count, sums, isCovered) => {
    for (let year = 0; year < count; year += 1) {
      if (swinging.length > 0 || isCovered) {
        sums[year] = (sums[year] ?? 0) + paidOverPeriods(drawn, year, isCovered);
        continue;
      }
      stand(drawn, 0, year);
      sums[year] = (sums[year] ?? 0) + Math.min(earnedOfYear(), most);
    }
  };
}
