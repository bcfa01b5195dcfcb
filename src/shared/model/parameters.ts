/** Every number of a document once: its unit, its bounds and its step. Sliders, fields and the file reader share this table. */

export type ParameterSpec = {
  readonly unit: "currency" | "fraction" | "ratio" | "count" | "own";
  readonly min: number;
  readonly max: number;
  /** What an arrow key adds. */
  readonly step: number;
  /** Whole numbers only. */
  readonly whole?: true;
  /** The allowed range in words, for the note below a field and for the list of problems of a file. */
  readonly rangeText: string;
};

const SHARE = { unit: "fraction", min: 0, max: 1, step: 0.01, rangeText: "0% to 100%" } as const satisfies ParameterSpec;
const RATIO = { unit: "ratio", min: 0, max: 100, step: 0.01, rangeText: "0% to 10,000%" } as const satisfies ParameterSpec;
const AMOUNT = { unit: "currency", min: 0, max: 1e12, step: 1_000, rangeText: "0 to 1 trillion" } as const satisfies ParameterSpec;

/** Bounds as the file format states them (docs/file-format.md, "Limits"). */
export const PARAMETERS = {
  baseShare: SHARE,
  onTargetEarnings: AMOUNT,
  headcount: { unit: "count", min: 0, max: 100_000, step: 1, whole: true, rangeText: "a whole number from 0 to 100,000" },
  vacancy: SHARE,
  weight: SHARE,
  target: { unit: "own", min: 0, max: 1e12, step: 1, rangeText: "0 to 1 trillion" },
  attainment: RATIO,
  payout: RATIO,
  cap: RATIO,
  excellence: RATIO,
  rate: { unit: "ratio", min: 0, max: 1_000, step: 0.05, rangeText: "0 to 1,000" },
  payoutCap: RATIO,
  gateFactor: { unit: "ratio", min: 0, max: 1, step: 0.05, rangeText: "0 to 1" },
  burdenOnBase: { unit: "fraction", min: 0, max: 10, step: 0.01, rangeText: "0% to 1,000%" },
  burdenOnVariable: { unit: "fraction", min: 0, max: 10, step: 0.01, rangeText: "0% to 1,000%" },
  fixedPerHead: AMOUNT,
  budget: { ...AMOUNT, max: 1e15, rangeText: "0 to 1,000 trillion", step: 10_000 },
  contributionMargin: SHARE,
  bookedRevenue: { ...AMOUNT, max: 1e15, rangeText: "0 to 1,000 trillion", step: 100_000 },
  spread: { unit: "ratio", min: 0, max: 10, step: 0.01, rangeText: "0 to 10" },
  mean: RATIO,
  correlation: { unit: "fraction", min: 0, max: 1, step: 0.05, rangeText: "0 to 1" },
  trials: { unit: "count", min: 1, max: 1_000_000, step: 1_000, whole: true, rangeText: "a whole number from 1 to 1,000,000" },
  seed: { unit: "count", min: 0, max: 4_294_967_295, step: 1, whole: true, rangeText: "a whole number from 0 to 4,294,967,295" },
  fiscalYear: { unit: "count", min: 1900, max: 2999, step: 1, whole: true, rangeText: "a year from 1900 to 2999" },
  newHireCount: { unit: "count", min: 1, max: 100_000, step: 1, whole: true, rangeText: "a whole number from 1 to 100,000" },
  period: { unit: "count", min: 1, max: 12, step: 1, whole: true, rangeText: "a whole number from 1 to 12" },
  ramp: SHARE,
  drawPerPeriod: AMOUNT,
  salesCycleMonths: { unit: "count", min: 0, max: 120, step: 1, rangeText: "0 to 120 months" },
  seasonShare: SHARE,
} as const satisfies Readonly<Record<string, ParameterSpec>>;

/** A value within the bounds of its parameter: whole where it must be, the nearest bound where it is outside. */
export function withinBounds(spec: ParameterSpec, value: number): number {
  const bounded = Math.min(spec.max, Math.max(spec.min, value));
  return spec.whole === true ? Math.round(bounded) : bounded;
}
