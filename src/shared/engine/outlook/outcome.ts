/** What a plan will really cost: types only. Money in minor units. */
import type { MinorUnits } from "../../units/money.ts";
import type { CostParts } from "../outcome.ts";

/** Why the expected pay of a role is simulated. */
export type NotExact = "links" | "plan cap" | "periods";

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
