/** Shares as charts write them: whole points, or one decimal where there is one. */
import { formatNumber, formatPercent, formatRatio } from "#shared/report/format.ts";

/** Written once: a drag writes the same few hundred shares again and again. */
const written = new Map<number, string>();

/** "130%", "7.5%". */
export function percentText(ratio: number): string {
  const tenths = Math.round(ratio * 1_000);
  const known = written.get(tenths);
  if (known !== undefined) return known;
  const text = formatPercent(tenths / 1_000, tenths % 10 === 0 ? 0 : 1);
  written.set(tenths, text);
  return text;
}

/** Points of payout for one point of attainment: "5.0", "0.67". */
export function slopeText(slope: number): string {
  const hundredths = Math.round(slope * 100);
  return hundredths % 10 === 0 ? formatRatio(hundredths / 100, 1).slice(0, -1) : formatNumber(slope, 2);
}

/** "1 point", "5 points", "0.67 points". */
export function pointsText(points: number): string {
  const text = formatNumber(points, 2);
  return `${text} ${text === "1" ? "point" : "points"}`;
}
