/**
 * The formulas of pay and cost, each once: figures are computed with these functions, and explained by the same functions
 * with the words beside them. Money is in minor units; "rounded" is to the minor unit, half away from zero
 * (docs/compensation-model.md, "Order of operations" and "Numbers").
 */
import type { Payments } from "../model/scenario.ts";
import { WHOLE } from "../units/basis-points.ts";
import { NO_MONEY, roundMinor, roundMoney, splitByLargestRemainder, subtractMoney, type MinorUnits } from "../units/money.ts";
import { payoutOverYear } from "./payments.ts";

/** Incentive share of OTE from the base share, or the part of the year that a seat is filled from the part it is empty. */
export function restOf(share: number): number {
  return 1 - share;
}

/** On-target earnings in currency units × incentive share, rounded. */
export function targetIncentiveOf(earnings: number, incentiveShare: number, currency: string): MinorUnits {
  return roundMoney(earnings * incentiveShare, currency);
}

/** On-target earnings in currency units, rounded, − target incentive: the two always total OTE. */
export function baseOf(earnings: number, targetIncentive: number, currency: string): MinorUnits {
  return subtractMoney(roundMoney(earnings, currency), roundMinor(targetIncentive));
}

/** An amount × a factor or a number of seats, rounded: the most under a cap, burden, all seats. */
export function timesRounded(amount: number, factor: number): MinorUnits {
  return roundMinor(amount * factor);
}

/** Seats that are filled, counted over the year. */
export function seatsFilled(headcount: number, filledShare: number): number {
  return headcount * filledShare;
}

/** Credited revenue of all seats, rounded, from what one person's results are worth in currency units. */
export function revenueOfSeats(perHead: number, seats: number, minorPerUnit: number): MinorUnits {
  return roundMinor(perHead * seats * minorPerUnit);
}

/** What a KPI's target × attainment is worth, in its unit. */
export function resultOf(target: number, attainment: number): number {
  return target * attainment;
}

/** One amount ÷ another; null where there is nothing to divide by. */
export function ratioOf(amount: number, whole: number): number | null {
  return whole === 0 ? null : amount / whole;
}

/** The role's total factor from weights in basis points and the factors that pay. */
export function totalFactorOf(weights: readonly number[], factors: readonly number[]): number {
  return factors.reduce((sum, factor, index) => sum + (weights[index] ?? 0) * factor, 0) / WHOLE;
}

/**
 * A KPI's share of target incentive in one period: its part of the year by the seasons (largest remainder), times the ramp of
 * who works in it; with a ramp not whole.
 */
export function shareOfPeriod(share: MinorUnits, seasons: readonly number[], period: number, ramp: number): number {
  return (splitByLargestRemainder(share, seasons)[period] ?? 0) * ramp;
}

/** What a period earns under a plan cap that earlier periods used up: what is earned to date at most the cap, less the same before. */
export function earnedUnderCap(toDate: MinorUnits, before: MinorUnits, most: MinorUnits | null): MinorUnits {
  const capped = (amount: MinorUnits): MinorUnits => (most !== null && amount > most ? most : amount);
  return subtractMoney(capped(toDate), capped(before));
}

/** A formula that can be told and computed again: its words, the signs before each part after the first, how it rounds. */
export type Formula = {
  readonly words: string;
  readonly signs: readonly string[];
  readonly rounding: string | null;
  /** @param values of the parts in their order, then of what the formula looks at besides */
  readonly of: (values: readonly number[]) => number;
};

const ROUNDED = "Rounded to the smallest unit of the currency.";
const SPLIT = "Shares total exactly: what rounding leaves over goes to the largest remainders.";

const of2 = (compute: (first: number, second: number) => number) => (values: readonly number[]): number => compute(values[0] ?? 0, values[1] ?? 0);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** OTE × incentive share */
export function targetIncentive(currency: string): Formula {
  return { words: "OTE × incentive share", signs: ["×"], rounding: ROUNDED, of: of2((earnings, share) => targetIncentiveOf(earnings, share, currency)) };
}

/** OTE − target incentive */
export function basePay(currency: string): Formula {
  return { words: "OTE − target incentive", signs: ["−"], rounding: null, of: of2((earnings, incentive) => baseOf(earnings, incentive, currency)) };
}

/** "a × b", rounded to money. */
export function product(words: string): Formula {
  return { words, signs: ["×"], rounding: ROUNDED, of: of2(timesRounded) };
}

/** "a − b", exact. */
export function difference(words: string): Formula {
  return { words, signs: ["−"], rounding: null, of: of2((from, what) => from - what) };
}

/** "a − b" of amounts that are not rounded yet, rounded. */
export function roundedDifference(words: string): Formula {
  return { words, signs: ["−"], rounding: ROUNDED, of: of2((from, what) => roundMinor(from - what)) };
}

/** "a × b × c", not rounded. */
export function shareTimes(words: string, signs: readonly string[]): Formula {
  return { words, signs, rounding: null, of: (values) => values.reduce((result, value) => result * value, 1) };
}

/** The sum of so many parts, exact because every part is whole. */
export function sumOf(parts: number, words = "the sum of its parts"): Formula {
  return { words, signs: Array.from({ length: Math.max(0, parts - 1) }, () => "+"), rounding: null, of: total };
}

/** "a ÷ b". Only asked for where b is not 0. */
export function quotient(words: string): Formula {
  return { words, signs: ["÷"], rounding: null, of: of2((amount, whole) => ratioOf(amount, whole) ?? 0) };
}

/** 100 % − a share. Parts: 1, the share. */
export const REST: Formula = { words: "100% − share", signs: ["−"], rounding: null, of: (values) => restOf(values[1] ?? 0) };

/** headcount × share of the year that seats are filled */
export const FILLED: Formula = { words: "headcount × share of the year that seats are filled", signs: ["×"], rounding: null, of: of2(seatsFilled) };

/** target × attainment, not rounded */
export const RESULT: Formula = { words: "target × attainment", signs: ["×"], rounding: null, of: of2(resultOf) };

/**
 * What a KPI pays over the year: its share of target incentive by weight, times its factor. Parts: target incentive, its
 * weight, its factor; besides: all weights, since the shares total target incentive exactly.
 */
export function payoutByWeight(position: number, payments: Payments): Formula {
  const rounding = payments.basis === "cumulative" || payments.frequency === "annual" ? ROUNDED : "Every payment of the year is rounded by itself.";
  return {
    words: "target incentive × weight × payout factor",
    signs: ["×", "×"],
    rounding: `${SPLIT} ${rounding}`,
    of: ([amount = 0, , factor = 0, ...weights]) => payoutOverYear(splitByLargestRemainder(roundMinor(amount), weights)[position] ?? NO_MONEY, factor, payments),
  };
}

/** A KPI's share of target incentive, whole units. Parts: target incentive, its weight; besides: all weights. */
export function shareByWeight(position: number): Formula {
  return { words: "target incentive × weight", signs: ["×"], rounding: SPLIT, of: ([amount = 0, , ...weights]) => splitByLargestRemainder(roundMinor(amount), weights)[position] ?? NO_MONEY };
}

/** A KPI's part of a capped incentive. Parts: the most, what it earned; besides: what all earned. */
export function partUnderCap(position: number): Formula {
  return { words: "the most the plan pays, in proportion to what the KPI earned", signs: ["in proportion to"], rounding: SPLIT, of: ([most = 0, , ...earned]) => splitByLargestRemainder(roundMinor(most), earned)[position] ?? 0 };
}

/** Revenue of all seats. Parts: one person's revenue in currency units, filled seats. */
export function revenue(minorPerUnit: number): Formula {
  return { words: "revenue of one person × filled seats", signs: ["×"], rounding: ROUNDED, of: of2((perHead, seats) => revenueOfSeats(perHead, seats, minorPerUnit)) };
}

/** Σ weight × factor. Parts: the factors; besides: the weights in basis points. */
export function weightedFactors(parts: number): Formula {
  return {
    words: "the sum of weight × factor",
    signs: Array.from({ length: Math.max(0, parts - 1) }, () => "+"),
    rounding: null,
    of: (values) => totalFactorOf(values.slice(parts), values.slice(0, parts)),
  };
}

/** A rule of the engine that has no shorter formula, told by its words: a gate, a modifier, a matrix, a cap. */
export function rule(words: string, signs: readonly string[], of: (values: readonly number[]) => number): Formula {
  return { words, signs, rounding: null, of };
}
