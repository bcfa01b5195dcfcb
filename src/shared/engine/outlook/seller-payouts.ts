/** What one seller earns in each of many years, from the attainments drawn for them. */
import type { Role } from "../../model/scenario.ts";
import { curveFactor, linkedFactor, standingAt } from "../links.ts";
import { seasonsOf } from "../payments.ts";
import { planOf } from "../plan.ts";
import { targetPay, type PayContext } from "../role.ts";
import { BLOCK, type Column, type DrawPlan } from "./draws.ts";
import { sharesOf } from "./expected-cost.ts";
import { addPayouts, kernelOf } from "./kernel.ts";

/**
 * Adds the incentive of one seller, year by year, before rounding: sums[i] += incentive of year i.
 * @param attainments column after column from `at` on, each a block long
 * @param count years of the block that count
 */
export type SellerPayouts = (attainments: Float32Array, at: number, count: number, sums: Float64Array) => void;

/** How sellers of a role are paid: by curves alone, KPI by KPI, or with everything that lets KPIs act on each other. */
export function payoutsOf(role: Role, { columns }: DrawPlan, context: PayContext): SellerPayouts {
  return role.links.length === 0 && role.payoutCap === null ? byCurves(role, columns, context) : byPlan(role, columns, context);
}

/** What a column is a part of: a KPI's share of the year, or of one period. */
function shareOfColumn({ position, swing, period }: Column, shares: readonly number[], seasons: readonly number[]): number {
  return (shares[position] ?? 0) * (swing === null ? 1 : (seasons[period] ?? 0));
}

function byCurves(role: Role, columns: readonly Column[], context: PayContext): SellerPayouts {
  const plan = planOf(role);
  const shares = sharesOf(role, context.currency);
  const seasons = seasonsOf(context.payments);
  const paying = columns.flatMap((column, index) => {
    const curve = plan.kpis[column.position]?.curve ?? null;
    const share = shareOfColumn(column, shares, seasons);
    return curve === null || share === 0 ? [] : [{ kernel: kernelOf(curve), share, offset: index * BLOCK }];
  });
  return (attainments, at, count, sums) => {
    for (const { kernel, share, offset } of paying) addPayouts(kernel, share, attainments, at + offset, count, sums);
  };
}

function byPlan(role: Role, columns: readonly Column[], context: PayContext): SellerPayouts {
  const plan = planOf(role);
  const { targetIncentive } = targetPay(role, context.currency);
  const shares = sharesOf(role, context.currency);
  const seasons = seasonsOf(context.payments);
  const most = role.payoutCap === null ? Number.POSITIVE_INFINITY : targetIncentive * role.payoutCap;
  const paid = [...role.kpis.keys()].filter((position) => (shares[position] ?? 0) > 0);
  // Periods that swing by themselves are paid one by one, all KPIs of a period together.
  const periods = [...new Set(columns.map(({ period }) => period))].map((period) => ({
    season: columns.some(({ swing }) => swing !== null) ? (seasons[period] ?? 0) : 1,
    columns: [...columns.entries()].filter(([, column]) => column.period === period).map(([index, { position }]) => ({ position, offset: index * BLOCK })),
  }));
  const attained = role.kpis.map(() => 1);
  const standings = standingAt(attained);
  return (attainments, at, count, sums) => {
    for (let year = 0; year < count; year += 1) {
      let incentive = 0;
      for (const period of periods) {
        for (const { position, offset } of period.columns) attained[position] = attainments[at + offset + year] ?? 0;
        let earned = 0;
        for (const position of paid) earned += (shares[position] ?? 0) * linkedFactor(plan, position, curveFactor(plan, position, standings), standings);
        incentive += earned * period.season;
      }
      sums[year] = (sums[year] ?? 0) + Math.min(incentive, most);
    }
  };
}
