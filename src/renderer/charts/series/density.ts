/** The density of a KPI's attainment as a line: smooth for a formula, in steps for a list of attainments. */
import { shareBelow, type Distribution } from "#shared/engine/index.ts";
import type { Range } from "./reach.ts";

/** Density: share of people per 1 of attainment. A step of the line has two points at its attainment. */
export type DensityPoint = { readonly attainment: number; readonly density: number };

/** People at exactly one attainment of a distribution with a formula: they have no density. */
export type Lump = { readonly attainment: number; readonly share: number };

/** Just above nobody's result: what lies below it is at 0. */
const ABOVE_ZERO = Number.MIN_VALUE;
/** Bin widths for a list, from fine to coarse; the first that leaves few enough bins is taken. */
const BIN_WIDTHS: readonly number[] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
const FEWEST_BINS = 5;
const MOST_BINS = 40;
/** Bin edges are cut to ten decimals, as attainments are, so that 0.7 starts the bin at 0.7. */
const PER_UNIT = 1e10;

/** Share of people per 1 of attainment between two attainments; who stands exactly at 0 is left out. */
function densityBetween(distribution: Distribution, from: number, to: number): number {
  const start = distribution.shape === "empirical" ? from : Math.max(from, ABOVE_ZERO);
  return Math.max(0, shareBelow(distribution, to) - shareBelow(distribution, start)) / (to - Math.max(0, from));
}

/**
 * The density over a range, from left to right, with a point at each of the cuts inside it.
 * @param step distance between two points of a smooth line; also the stretch over which the people are counted
 * @returns empty where everybody stands at one attainment
 */
export function densityLine(distribution: Distribution, { from, to }: Range, step: number, cuts: readonly number[]): readonly DensityPoint[] {
  if (distribution.shape === "certain") return [];
  const inside = cuts.filter((cut) => cut > from && cut < to);
  if (distribution.shape === "empirical") return stepsOf(distribution, { from, to }, inside);
  const grid = Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
  return [...grid, ...inside, to]
    .sort((a, b) => a - b)
    .map((attainment) => ({ attainment, density: densityBetween(distribution, attainment - step / 2, attainment + step / 2) }));
}

/** The bins of a list, each as high as its people are dense. A cut parts a bin; it does not change its height. */
function stepsOf(distribution: Extract<Distribution, { shape: "empirical" }>, { from, to }: Range, cuts: readonly number[]): readonly DensityPoint[] {
  const width = binWidth(distribution.attainments);
  const points: DensityPoint[] = [];
  for (let bin = Math.floor(from / width + 1 / PER_UNIT); edge(bin, width) < to; bin += 1) {
    const start = edge(bin, width);
    const end = edge(bin + 1, width);
    const density = densityBetween(distribution, start, end);
    const places = [Math.max(from, start), ...cuts.filter((cut) => cut > start && cut < end), Math.min(to, end)];
    points.push(...places.map((attainment) => ({ attainment, density })));
  }
  return points;
}

function edge(bin: number, width: number): number {
  return Math.round(bin * width * PER_UNIT) / PER_UNIT;
}

/** About twice as many bins as the root of the people. @param attainments ascending */
function binWidth(attainments: readonly number[]): number {
  const extent = (attainments.at(-1) ?? 0) - (attainments[0] ?? 0);
  const most = Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.round(2 * Math.sqrt(attainments.length))));
  return BIN_WIDTHS.find((width) => extent / width <= most + 1 / PER_UNIT) ?? 100;
}

/** Everybody who stands at exactly one attainment: all of a distribution without spread, those at 0 of a normal one. */
export function lumpOf(distribution: Distribution): Lump | null {
  if (distribution.shape === "certain") return { attainment: distribution.attainment, share: 1 };
  if (distribution.shape !== "normal") return null;
  return { attainment: 0, share: shareBelow(distribution, ABOVE_ZERO) };
}
