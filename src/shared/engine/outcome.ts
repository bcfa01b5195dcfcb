/** What the engine answers: types only. All money is in whole minor units unless a field says otherwise. */
import type { MinorUnits } from "../units/money.ts";

/**
 * One payout curve compiled to the only form that is evaluated, drawn or checked: segments between ascending
 * breakpoints. Segment i covers attainment from x[i] (inclusive) to x[i + 1] (exclusive), the last one to infinity.
 * x[0] is always 0. The cap is already applied.
 */
export type CompiledCurve = {
  readonly x: readonly number[];
  /** Payout approaching x[i] from below; at x[0] the same as `at`. */
  readonly below: readonly number[];
  /** Payout at x[i] (edges are inclusive from below: what applies from x[i] on). */
  readonly at: readonly number[];
  /** Payout per attainment inside segment i. */
  readonly slope: readonly number[];
  /** The cap, where the curve ever reaches it. */
  readonly cap: number | null;
};

/** Which side of a jump: the value that applies at the attainment, or the one just below it. */
export type Side = "at" | "below";

/** Figures read off a compiled curve, never stored. Null where the curve has no such thing. */
export type CurveTraits = {
  /** Lowest attainment that pays more than nothing; null if the curve never pays. */
  readonly threshold: number | null;
  /** How payment starts at a threshold above 0. null without one. */
  readonly thresholdKind: "ramp" | "first-unit" | "jump" | null;
  readonly payoutAtThreshold: number | null;
  readonly payoutAtTarget: number;
  /** Slope just below and just above target, in payout per attainment. */
  readonly slopeBelowTarget: number;
  readonly slopeAboveTarget: number;
  /** slopeAboveTarget ÷ slopeBelowTarget; null where the slope below is 0. */
  readonly accelerator: number | null;
  /** Cap as payout factor and the first attainment that pays it; null where uncapped or never reached. */
  readonly cap: { readonly payout: number; readonly from: number } | null;
  /** Jumps: attainment, payout just below, payout at. */
  readonly jumps: readonly { readonly attainment: number; readonly below: number; readonly at: number }[];
};

/** Attainments to evaluate at: all weighted KPIs at one (unweighted ones at 1), or KPI by KPI (unnamed ones at 1). */
export type AttainmentInput =
  | { readonly kind: "uniform"; readonly attainment: number }
  | { readonly kind: "each"; readonly byRole: Readonly<Record<string, Readonly<Record<string, number>>>> };

export type KpiOutcome = {
  readonly id: string;
  readonly attainment: number;
  /** The curve's answer, KPI cap applied, or the matrix's where one acts on the KPI; before gates and modifiers. */
  readonly curveFactor: number;
  /** The factor that pays: after gates and modifiers. */
  readonly payoutFactor: number;
  /** The KPI's share of target incentive, per head. */
  readonly targetIncentive: MinorUnits;
  /** Per head, after the plan cap. */
  readonly payout: MinorUnits;
};

/** Cost of all seats of a role, or of all roles that count. */
export type CostParts = {
  readonly base: MinorUnits;
  readonly incentive: MinorUnits;
  readonly burden: MinorUnits;
  /** base + incentive + burden */
  readonly cost: MinorUnits;
};

export type RoleOutcome = {
  readonly id: string;
  readonly headcount: number;
  readonly countsInCost: boolean;
  /** Per head: base = OTE − targetIncentive. */
  readonly base: MinorUnits;
  readonly targetIncentive: MinorUnits;
  readonly kpis: readonly KpiOutcome[];
  readonly incentive: MinorUnits;
  /** The plan cap cut the incentive. */
  readonly planCapBinds: boolean;
  /** base + incentive, per head */
  readonly pay: MinorUnits;
  /** Per head. */
  readonly burden: MinorUnits;
  /** pay + burden */
  readonly costPerHead: MinorUnits;
  /** All filled seats (headcount × (1 − vacancy)), whether or not the role counts. */
  readonly cost: CostParts;
  /** All filled seats, minor units. */
  readonly creditedRevenue: MinorUnits;
};

/** The denominator of CCOS: booked revenue where given, else the credited sum, which may count a deal twice. */
export type Revenue = { readonly revenue: MinorUnits; readonly revenueBasis: "booked" | "credited" };

export type ScenarioTotal = CostParts & Revenue & {
  readonly creditedRevenue: MinorUnits;
  /** (base + incentive) ÷ revenue, without burden; null without revenue. */
  readonly ccos: number | null;
};

export type ScenarioOutcome = {
  readonly currency: string;
  readonly roles: readonly RoleOutcome[];
  /** Roles that count in cost only. */
  readonly total: ScenarioTotal;
};

/** One corner of a cost chart: unrounded minor units. Two consecutive points at one attainment are a jump. */
export type CostPoint = {
  readonly attainment: number;
  readonly base: number;
  readonly burden: number;
  readonly incentive: number;
};

/** One corner of a payout line. Two consecutive points at one attainment are a jump. */
export type LinePoint = { readonly attainment: number; readonly payout: number };

/** Revenue and CCOS are those at target. */
export type Headline = Revenue & {
  /** Heads and roles that count in cost. */
  readonly people: number;
  readonly roles: number;
  readonly onTargetEarnings: MinorUnits;
  readonly targetIncentive: MinorUnits;
  readonly costAtTarget: MinorUnits;
  readonly budget: MinorUnits | null;
  /** costAtTarget − budget; null without budget. */
  readonly againstBudget: MinorUnits | null;
  /** againstBudget ÷ budget; null without budget or at budget 0. */
  readonly againstBudgetShare: number | null;
  readonly ccos: number | null;
};

/** What a role pays with every KPI at its excellence. */
export type Upside = {
  /** incentive ÷ target incentive; null where there is no target incentive. */
  readonly multiple: number | null;
  readonly pay: MinorUnits;
};

/** A setting of the document that the calculation does not use yet; the window and the command line name it. */
export type NotCalculated = { readonly path: string; readonly label: string };
