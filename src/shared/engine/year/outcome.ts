/** What the engine answers about a year paid period by period: types only. Money in whole minor units, per head unless said. */
import type { MinorUnits } from "../../units/money.ts";
import type { CostParts } from "../outcome.ts";

/** The attainment of a KPI in a period (0 = the first of the fiscal year), a ratio of that period's own target. */
export type AttainedByPeriod = (roleId: string, kpiId: string, period: number) => number;

export type PeriodKpi = {
  readonly id: string;
  /** Target of the period in the KPI's unit, seasonality and ramp included. */
  readonly target: number;
  /** What the curve is looked up with: of the period (discrete) or of the year to date (cumulative). */
  readonly attainment: number;
  /** After gates and modifiers. */
  readonly payoutFactor: number;
  /** Earned in the period, before plan cap: with cumulative payment the change of what is earned to date. */
  readonly payout: MinorUnits;
};

export type PersonPeriod = {
  /** 1 = the first period of the fiscal year. */
  readonly period: number;
  readonly kpis: readonly PeriodKpi[];
  readonly base: MinorUnits;
  /** After the plan cap. With cumulative payment it may be below 0: too much was paid before. */
  readonly earned: MinorUnits;
  /** The plan cap left less than was earned. */
  readonly planCapBinds: boolean;
  /** What a draw or guarantee adds. */
  readonly drawn: MinorUnits;
  /** What is taken back of a recoverable draw. */
  readonly recovered: MinorUnits;
  /** earned + drawn − recovered */
  readonly paid: MinorUnits;
  /** Of a recoverable draw, still owed after this period. */
  readonly balance: MinorUnits;
};

/** One person of a group: everybody who is there all year, or who joins in the same period. */
export type PersonYear = {
  /** Seats of the group, filled or not. */
  readonly people: number;
  /** 1 for those who are there all year. */
  readonly startPeriod: number;
  readonly periods: readonly PersonPeriod[];
  /** Sums over the periods. */
  readonly base: MinorUnits;
  readonly earned: MinorUnits;
  /** Sum of `paid`. */
  readonly incentive: MinorUnits;
  /** base + incentive */
  readonly pay: MinorUnits;
  readonly burden: MinorUnits;
};

export type RoleYear = {
  readonly id: string;
  readonly countsInCost: boolean;
  /** Everybody who is there all year; 0 people where all join during it. */
  readonly staff: PersonYear;
  readonly hires: readonly PersonYear[];
  /** New hires beyond the headcount: they have no seat and are in no figure. */
  readonly withoutSeat: number;
  /** All filled seats over the year, new hires from their first period on, draws included. */
  readonly cost: CostParts;
  readonly creditedRevenue: MinorUnits;
};

export type ScenarioYear = {
  readonly currency: string;
  readonly roles: readonly RoleYear[];
  /** Roles that count in cost only. */
  readonly total: CostParts & { readonly creditedRevenue: MinorUnits };
};
