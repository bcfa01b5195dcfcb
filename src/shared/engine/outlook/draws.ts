/** The attainments of simulated years: who reaches what, seller by seller, drawn once and kept while they hold. */
import type { Payments, Role, Scenario, ScenarioOutlook } from "../../model/scenario.ts";
import { measuringIds } from "../../model/links.ts";
import { MOST_ATTAINMENT } from "../attainment.ts";
import { restOf } from "../formulas.ts";
import { seasonsOf } from "../payments.ts";
import { distributionOf, sameDistribution, type Distribution } from "./distribution.ts";
import { exponential, logarithm } from "./elementary.ts";
import { normalProbability, normalQuantile } from "./normal.ts";
import { drawShares, streamKey, type StreamKey } from "./random.ts";

/** Years drawn together. The first block is the coarse answer. */
export const BLOCK = 1_000;

/** A KPI that is drawn: an attainment a year, or one for each period where periods swing by themselves. */
export type DrawnKpi = {
  /** Position of the KPI in the role. */
  readonly position: number;
  readonly distribution: Distribution;
  readonly stream: StreamKey;
  /** How its periods swing around their year; empty where the year is one. */
  readonly swings: readonly StreamKey[];
  /**
   * Attainments that what is drawn are places in; null where attainments are drawn. Numbers of 32 bits hold a list, and one that
   * is exactly on a corner, only so.
   */
  readonly list: readonly number[] | null;
};

/** What the attainments of a role's sellers are drawn from: as long as it is the same, so are they, however many there are. */
export type DrawPlan = {
  readonly seed: number;
  readonly market: number;
  readonly seller: number;
  readonly own: number;
  readonly sellerStream: StreamKey;
  /** Each period's share of the year's target, where periods swing, and the spread of the logarithm of their swing. */
  readonly seasons: readonly number[];
  readonly logSwing: number;
  readonly kpis: readonly DrawnKpi[];
  /** Blocks of numbers a seller has: one for each KPI, or for each of its periods. */
  readonly columns: number;
};

const MARKET = streamKey("market");

/**
 * Whether the periods of a role's year differ: several, with a swing of their own, and paid so that it matters, each alone
 * or with a draw (docs/compensation-model.md, "Simulated years").
 */
export function periodsSwing({ draw }: Pick<Role, "draw">, { payments, outlook }: { readonly payments: Payments; readonly outlook: Pick<ScenarioOutlook, "periodSpread"> }): boolean {
  return payments.frequency !== "annual" && outlook.periodSpread > 0 && (payments.basis === "discrete" || draw !== null);
}

/** The draws of a role: KPIs that pay or that a link measures. */
export function drawPlan(role: Role, scenario: Pick<Scenario, "outlook" | "payments">): DrawPlan {
  const { outlook, payments } = scenario;
  const measured = new Set(role.links.flatMap(measuringIds));
  const seasons = periodsSwing(role, scenario) ? seasonsOf(payments) : [];
  const kpis = [...role.kpis.entries()].filter(([, kpi]) => kpi.weight > 0 || measured.has(kpi.id)).map(([position, kpi]): DrawnKpi => {
    const distribution = distributionOf(kpi.outlook);
    return {
      position,
      distribution,
      stream: streamKey(`kpi/${role.id}/${kpi.id}`),
      swings: seasons.map((_, period) => streamKey(`period/${role.id}/${kpi.id}/${period}`)),
      list: seasons.length > 0 ? null : listOf(distribution),
    };
  });
  return {
    seed: outlook.seed,
    market: Math.sqrt(outlook.marketCorrelation),
    seller: Math.sqrt(outlook.sellerCorrelation),
    own: Math.sqrt(Math.max(0, restOf(outlook.marketCorrelation) - outlook.sellerCorrelation)),
    sellerStream: streamKey(`seller/${role.id}`),
    seasons,
    logSwing: seasons.length === 0 ? 0 : Math.sqrt(logarithm(1 + outlook.periodSpread * outlook.periodSpread)),
    kpis,
    columns: kpis.length * Math.max(1, seasons.length),
  };
}

function listOf(distribution: Distribution): readonly number[] | null {
  if (distribution.shape === "certain") return [distribution.attainment];
  return distribution.shape === "empirical" ? distribution.attainments : null;
}

/** The attainment that a number drawn for a KPI stands for. */
export function attainmentDrawn({ list }: DrawnKpi, number: number): number {
  return list === null ? number : (list[number] ?? 0);
}

/** Whether two plans draw the same attainments. */
export function drawsTheSame(one: DrawPlan, other: DrawPlan): boolean {
  return (
    one.seed === other.seed && one.market === other.market && one.seller === other.seller && one.own === other.own && sameStream(one.sellerStream, other.sellerStream) &&
    one.logSwing === other.logSwing && one.seasons.length === other.seasons.length && one.seasons.every((season, period) => season === other.seasons[period]) &&
    one.kpis.length === other.kpis.length &&
    one.kpis.every((kpi, index) => {
      const same = other.kpis[index];
      return same !== undefined && sameStream(kpi.stream, same.stream) && sameDistribution(kpi.distribution, same.distribution);
    })
  );
}

function sameStream(one: StreamKey, other: StreamKey): boolean {
  return one.one === other.one && one.other === other.other;
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
 * The attainments of one seller in a block of years, KPI after KPI, period after period, BLOCK numbers each: z = √m·market +
 * √c·seller + √(1 − m − c)·own, and the attainment that a share Φ(z) of people stays below (a Gaussian copula;
 * docs/compensation-model.md, "Simulated years"). Of a list of attainments the places in it are drawn.
 * @param market of the same block
 */
export function drawSeller(plan: DrawPlan, seller: number, block: number, market: Float64Array): Float32Array {
  const drawn = new Float32Array(plan.columns * BLOCK);
  drawNormals(plan.seed, plan.sellerStream, seller, block, common);
  for (let index = 0; index < BLOCK; index += 1) common[index] = plan.market * (market[index] ?? 0) + plan.seller * (common[index] ?? 0);
  let at = 0;
  for (const kpi of plan.kpis) {
    drawYears(plan, kpi, seller, block, drawn.subarray(at, at + BLOCK));
    if (kpi.swings.length > 0) swingPeriods(plan, kpi, seller, block, drawn.subarray(at, at + BLOCK * kpi.swings.length));
    at += BLOCK * Math.max(1, kpi.swings.length);
  }
  return drawn;
}

function drawYears(plan: DrawPlan, { distribution, stream, list }: DrawnKpi, seller: number, block: number, into: Float32Array): void {
  if (distribution.shape === "certain") {
    into.fill(list === null ? distribution.attainment : 0);
    return;
  }
  drawNormals(plan.seed, stream, seller, block, own);
  for (let index = 0; index < BLOCK; index += 1) own[index] = (common[index] ?? 0) + plan.own * (own[index] ?? 0);
  switch (distribution.shape) {
    case "lognormal":
      for (let index = 0; index < BLOCK; index += 1) into[index] = Math.min(MOST_ATTAINMENT, exponential(distribution.logMean + distribution.logSpread * (own[index] ?? 0)));
      return;
    case "normal":
      for (let index = 0; index < BLOCK; index += 1) into[index] = Math.min(MOST_ATTAINMENT, Math.max(0, distribution.mean + distribution.spread * (own[index] ?? 0)));
      return;
    case "empirical": {
      const { attainments } = distribution;
      for (let index = 0; index < BLOCK; index += 1) {
        const place = Math.min(attainments.length - 1, Math.floor(normalProbability(own[index] ?? 0) * attainments.length));
        into[index] = list === null ? (attainments[place] ?? 0) : place;
      }
    }
  }
}

/** Mean of the swings of each year of the block at work, weighted by the periods' shares of the target. */
const meanSwing = new Float64Array(BLOCK);

/** A period's attainment is that of its year × its swing ÷ the mean of all swings, so that the year stays what it is. */
function swingPeriods({ seed, seasons, logSwing }: DrawPlan, { swings }: DrawnKpi, seller: number, block: number, periods: Float32Array): void {
  const years = periods.slice(0, BLOCK);
  meanSwing.fill(0);
  for (const [period, stream] of swings.entries()) {
    drawNormals(seed, stream, seller, block, own);
    const season = seasons[period] ?? 0;
    for (let index = 0; index < BLOCK; index += 1) {
      const swing = exponential(logSwing * (own[index] ?? 0));
      periods[period * BLOCK + index] = swing;
      meanSwing[index] = (meanSwing[index] ?? 0) + season * swing;
    }
  }
  for (let index = 0; index < periods.length; index += 1) periods[index] = Math.min(MOST_ATTAINMENT, ((years[index % BLOCK] ?? 0) * (periods[index] ?? 1)) / (meanSwing[index % BLOCK] ?? 1));
}
