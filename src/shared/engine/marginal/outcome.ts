/** Cliffs, dead zones and what the next result pays: types only. Money in minor units, per head. */
import type { MinorUnits } from "../../units/money.ts";
import type { Side } from "../outcome.ts";

/** A jump of pay at one attainment. */
export type Cliff = {
  readonly attainment: number;
  /** Payout factor just below, and from there on. */
  readonly below: number;
  readonly at: number;
  /** (at − below) × target incentive, rounded; below 0 where pay falls. */
  readonly amount: MinorUnits;
};

/** A stretch between two paying parts in which more result pays nothing more. */
export type DeadZone = {
  readonly from: number;
  readonly to: number;
  readonly payout: number;
  /** What the stretch would pay at the slope before it (or after it, where a jump leads to it); rounded. */
  readonly amount: MinorUnits;
};

export type CurveFaults = { readonly cliffs: readonly Cliff[]; readonly deadZones: readonly DeadZone[] };

/** What a little more of one KPI pays to a person who stands at given attainments. */
export type MarginalPay = {
  readonly kpiId: string;
  readonly attainment: number;
  /** One more point of attainment: incentive(a + 0.01) − incentive(a). */
  readonly perPoint: MinorUnits;
  /** One more unit of the KPI's result (one less where less is better), unrounded minor units; null where the target is 0. */
  readonly perUnit: number | null;
  /** The next jump of the incentive above the attainment, as multiples of target incentive; null where there is none. */
  readonly nextCliff: Cliff | null;
};

/** A stretch of a curve on which every further result pays the same. Unrounded minor units, per head. */
export type MarginalPiece = {
  readonly from: number;
  readonly to: number;
  /** One more point of attainment. */
  readonly perPoint: number;
  /** One more unit of the KPI's result; null where the target is 0. */
  readonly perUnit: number | null;
};

/** To the next period, or in from it. */
export type DealMove = "hold" | "pull";

/** What a person gains by moving one deal to the next period (hold) or out of it (pull). */
export type DealTiming = {
  /** The deal as attainment of the period's target; 0 where it cannot be moved. */
  readonly share: number;
  /**
   * What is earned as results fall, and with the deal moved: in the year that holds both periods, or in both years where
   * the deal crosses a year's end. Draws and guarantees are left out.
   */
  readonly asItFalls: MinorUnits;
  readonly held: MinorUnits;
  readonly pulled: MinorUnits;
  /** held − asItFalls, pulled − asItFalls */
  readonly gainFromHolding: MinorUnits;
  readonly gainFromPulling: MinorUnits;
};

/** Where moving a deal across the year's end gains most. */
export type WorstTiming = {
  /** This year's attainment; the next year stands at target. */
  readonly attainment: number;
  /** Whether the gain is there at the attainment, or just below it: a jump is still out of reach. */
  readonly side: Side;
  readonly move: DealMove;
  /** Not below 0. */
  readonly gain: MinorUnits;
};
