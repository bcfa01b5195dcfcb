/** What a plan will really cost: types only. Money in minor units. */
import type { MinorUnits } from "../../units/money.ts";
import type { CostParts } from "../outcome.ts";

/** Why the expected pay of a role is simulated. */
export type NotExact = "links" | "plan cap" | "draw" | "periods";

/** One role over the simulated years. */
export type SimulatedRole = {
  readonly id: string;
  readonly countsInCost: boolean;
  /** Expected cost of all filled seats: in closed form where that is exact, otherwise the mean of the simulated years. */
  readonly expected: CostParts;
  readonly isExact: boolean;
};

/** Many simulated years of the roles that count. */
export type SimulationOutcome = {
  /** Years in it, and whether they are only the first of those asked for. */
  readonly trials: number;
  readonly isCoarse: boolean;
  readonly roles: readonly SimulatedRole[];
  readonly expected: CostParts;
  /** Standard error of the expected cost: 0 where all of it is in closed form. */
  readonly expectedError: number;
  /** Mean of the simulated years' cost and its standard error, minor units before rounding. */
  readonly meanCost: number;
  readonly standardError: number;
  readonly p10: MinorUnits;
  readonly p50: MinorUnits;
  readonly p90: MinorUnits;
  /** Share of years whose cost is above the budget; null without one. */
  readonly overBudget: number | null;
  /** Cost of each year, ascending, minor units before rounding. */
  readonly costs: Float64Array;
};

/** Of the people of a KPI: shares that stay below its threshold, reach target, reach excellence. 0 to 1. */
export type AttainmentShares = {
  /** null for a curve that pays from 0 on, or never. */
  readonly belowThreshold: number | null;
  readonly atTarget: number;
  readonly atExcellence: number;
};

/** How a value of an input is written: a ratio as percent, points or multiple, money in currency units, a count. */
export type SensitivityUnit = "percent" | "points" | "multiple" | "money" | "count";

/** What one input alone does to the cost, at five points of its range; every other input as it is. */
export type Sensitivity = {
  /** Stable: "average", "spread", "headcount/cam", "weight/cam/sourced". */
  readonly id: string;
  readonly label: string;
  readonly unit: SensitivityUnit;
  readonly current: number;
  /** What the input may be, and whether only in whole numbers. */
  readonly allowed: { readonly from: number; readonly to: number };
  readonly isWhole: boolean;
  /** Ascending by value; the third is not always the current one. */
  readonly points: readonly { readonly value: number; readonly cost: MinorUnits }[];
  readonly lowest: MinorUnits;
  readonly highest: MinorUnits;
  /** highest − lowest */
  readonly swing: MinorUnits;
  /** Whether the cost goes one way over the range; where not, the largest effect need not be at an end. */
  readonly isMonotone: boolean;
};
