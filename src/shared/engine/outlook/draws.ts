/** The attainments of simulated years: who reaches what, seller by seller, drawn once and kept while they hold. */
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { measuringIds } from "../../model/links.ts";
import { MOST_ATTAINMENT } from "../attainment.ts";
import { restOf } from "../formulas.ts";
import { periodsOf } from "../payments.ts";
import { distributionOf, sameDistribution, type Distribution } from "./distribution.ts";
import { exponential, logarithm } from "./elementary.ts";
import { normalProbability, normalQuantile } from "./normal.ts";
import { drawShares, streamKey, type StreamKey } from "./random.ts";

/** Years drawn together. The first block is the coarse answer. */
export const BLOCK = 1_000;

/** One attainment a year, or one for each period where periods swing by themselves. */
export type Column = {
  /** Position of the KPI in the role. */
  readonly position: number;
  /** 0 where the year is one. */
  readonly period: number;
  readonly distribution: Distribution;
  readonly stream: StreamKey;
  /** How far the period swings around its year; null where the year is one. */
  readonly swing: { readonly stream: StreamKey; readonly logSpread: number } | null;
};

/** What the attainments of a role are drawn from: as long as it is the same, so are they. */
export type DrawPlan = {
  readonly seed: number;
  readonly market: number;
  readonly seller: number;
  readonly own: number;
  readonly people: number;
  readonly sellerStream: StreamKey;
  readonly columns: readonly Column[];
};

const MARKET = streamKey("market");

/** The draws of a role: KPIs that pay or that a link measures, a column for each, or for each of their periods. */
export function drawPlan(role: Role, { outlook, payments }: Pick<Scenario, "outlook" | "payments">): DrawPlan {
  const measured = new Set(role.links.flatMap(measuringIds));
  const swings = payments.basis === "discrete" && payments.frequency !== "annual" && outlook.periodSpread > 0;
  const columns = [...role.kpis.entries()].filter(([, kpi]) => kpi.weight > 0 || measured.has(kpi.id)).flatMap(([position, kpi]) => columnsOf(role, kpi, position, swings ? periodsOf(payments) : 1, swings ? outlook.periodSpread : 0));
  return {
    seed: outlook.seed,
    market: Math.sqrt(outlook.marketCorrelation),
    seller: Math.sqrt(outlook.sellerCorrelation),
    own: Math.sqrt(Math.max(0, restOf(outlook.marketCorrelation) - outlook.sellerCorrelation)),
    people: role.headcount,
    sellerStream: streamKey(`seller/${role.id}`),
    columns,
  };
}

function columnsOf(role: Role, kpi: Kpi, position: number, periods: number, swing: number): readonly Column[] {
  const stream = streamKey(`kpi/${role.id}/${kpi.id}`);
  const distribution = distributionOf(kpi.outlook);
  return Array.from({ length: periods }, (_, period) => ({
    position, period, distribution, stream,
    swing: swing === 0 ? null : { stream: streamKey(`period/${role.id}/${kpi.id}/${period}`), logSpread: Math.sqrt(logarithm(1 + swing * swing)) },
  }));
}

/** Whether two plans draw the same attainments. */
export function drawsTheSame(one: DrawPlan, other: DrawPlan): boolean {
  return (
    one.seed === other.seed && one.market === other.market && one.seller === other.seller && one.own === other.own && one.people === other.people &&
    one.sellerStream.one === other.sellerStream.one && one.sellerStream.other === other.sellerStream.other &&
    one.columns.length === other.columns.length &&
    one.columns.every((column, index) => {
      const same = other.columns[index];
      return same !== undefined && sameDistribution(column.distribution, same.distribution) && column.period === same.period && column.stream.one === same.stream.one && column.stream.other === same.stream.other && column.swing?.logSpread === same.swing?.logSpread;
    })
  );
}

/** z of a seller in each year of the block at work, as far as the KPIs of the seller share it; and one KPI's own. */
const common = new Float64Array(BLOCK);
const own = new Float64Array(BLOCK);

/** The market of each year of a block: one standard normal a year for everyone. */
export function drawMarket(seed: number, block: number, into: Float64Array): void {
  drawNormals(seed, MARKET, 0, block, into);
}

function drawNormals(seed: number, stream: StreamKey, seller: number, block: number, into: Float64Array): void {
  drawShares(seed, stream, seller, block, into);
  for (let index = 0; index < into.length; index += 1) into[index] = normalQuantile(into[index] ?? 0.5);
}

/**
 * The attainments of one seller in a block of years, column after column: z = √m·market + √c·seller + √(1 − m − c)·own, and the
 * attainment that a share Φ(z) of people stays below (a Gaussian copula; docs/compensation-model.md, "Simulated years").
 * @param market of the same block
 * @param into from `at` on, BLOCK numbers for each column
 */
export function drawSeller(plan: DrawPlan, seller: number, block: number, market: Float64Array, into: Float32Array, at: number): void {
  drawNormals(plan.seed, plan.sellerStream, seller, block, common);
  for (let index = 0; index < BLOCK; index += 1) common[index] = plan.market * (market[index] ?? 0) + plan.seller * (common[index] ?? 0);
  let offset = at;
  for (const column of plan.columns) {
    drawColumn(plan, column, seller, block, into, offset);
    if (column.swing !== null) swingColumn(plan, column.swing, seller, block, into, offset);
    offset += BLOCK;
  }
}

function drawColumn(plan: DrawPlan, { distribution, stream }: Column, seller: number, block: number, into: Float32Array, at: number): void {
  if (distribution.shape === "certain") {
    into.fill(distribution.attainment, at, at + BLOCK);
    return;
  }
  drawNormals(plan.seed, stream, seller, block, own);
  for (let index = 0; index < BLOCK; index += 1) own[index] = (common[index] ?? 0) + plan.own * (own[index] ?? 0);
  switch (distribution.shape) {
    case "lognormal":
      for (let index = 0; index < BLOCK; index += 1) into[at + index] = Math.min(MOST_ATTAINMENT, exponential(distribution.logMean + distribution.logSpread * (own[index] ?? 0)));
      return;
    case "normal":
      for (let index = 0; index < BLOCK; index += 1) into[at + index] = Math.min(MOST_ATTAINMENT, Math.max(0, distribution.mean + distribution.spread * (own[index] ?? 0)));
      return;
    case "empirical": {
      const { attainments } = distribution;
      for (let index = 0; index < BLOCK; index += 1) into[at + index] = attainments[Math.min(attainments.length - 1, Math.floor(normalProbability(own[index] ?? 0) * attainments.length))] ?? 0;
    }
  }
}

/** A period's attainment is that of its year × a lognormal factor of mean 1. */
function swingColumn({ seed }: DrawPlan, { stream, logSpread }: NonNullable<Column["swing"]>, seller: number, block: number, into: Float32Array, at: number): void {
  drawNormals(seed, stream, seller, block, own);
  const middle = -0.5 * logSpread * logSpread;
  for (let index = 0; index < BLOCK; index += 1) into[at + index] = Math.min(MOST_ATTAINMENT, (into[at + index] ?? 0) * exponential(middle + logSpread * (own[index] ?? 0)));
}
