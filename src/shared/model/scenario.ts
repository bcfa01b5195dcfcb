/**
 * What a scenario is made of, in memory. The file form (scenario-file/) differs in two ways only: weights are
 * fractions there, and every field with a default may be absent there. Everything here is read-only; a change is a
 * new value that shares what did not change.
 */
import type { BasisPoints } from "../units/basis-points.ts";

export const ARCHETYPES = [
  "channel-account-manager",
  "partner-sales-manager",
  "alliances-manager",
  "partner-development-manager",
  "partner-success-manager",
  "account-executive",
  "custom",
] as const;
/** What kind of role it is; the title is free text and may say anything. */
export type Archetype = (typeof ARCHETYPES)[number];

export const FOCUSES = ["pipeline", "revenue", "enablement", "strategic", "operations"] as const;
/** What a role is intended to drive. */
export type Focus = (typeof FOCUSES)[number];

export const MEASURES = [
  "partner-sourced-revenue",
  "partner-influenced-revenue",
  "partner-sourced-pipeline",
  "new-partners",
  "certifications",
  "enablement-milestones",
  "partner-satisfaction",
  "renewals",
  "strategic-objectives",
  "bookings",
  "custom",
] as const;
/** What a KPI measures. */
export type Measure = (typeof MEASURES)[number];

export const KPI_UNITS = ["currency", "count", "percent", "score"] as const;
/** The unit of a KPI's target and actual. */
export type KpiUnit = (typeof KPI_UNITS)[number];

/** Whether more is better, or less is. */
export type Direction = "higher" | "lower";

/** One corner of a points curve. Both are ratios: 1 = target, 1 = the KPI's share of target incentive. */
export type CurvePoint = { readonly attainment: number; readonly payout: number };
/** A rate that applies from an attainment on, in payout per attainment (1 = target rate). */
export type CurveTier = { readonly from: number; readonly rate: number };
/** A fixed payout from an attainment on. */
export type CurveStep = { readonly from: number; readonly payout: number };
/** A named fixed payout, for objectives. */
export type CurveLevel = { readonly name: string; readonly from: number; readonly payout: number };

export type PointsCurve = {
  readonly kind: "points";
  /** Below the first point: nothing, or the first point's payout. */
  readonly below: "zero" | "first";
  /** Above the last point: the last payout, or on along the last slope. */
  readonly above: "flat" | "extend";
  /** Most the KPI pays, as payout factor; null = uncapped. */
  readonly cap: number | null;
  /** Ascending; two points at one attainment make a jump and the second applies there. At least one. */
  readonly points: readonly CurvePoint[];
};
export type TiersCurve = {
  readonly kind: "tiers";
  /** marginal: each rate on its part; whole: rate reached × attainment; excess: base rate up to 1, rate reached above. */
  readonly basis: "marginal" | "whole" | "excess";
  readonly cap: number | null;
  /** Strictly ascending by `from`. At least one. */
  readonly tiers: readonly CurveTier[];
};
export type StepsCurve = { readonly kind: "steps"; readonly cap: number | null; readonly steps: readonly CurveStep[] };
export type LevelsCurve = { readonly kind: "levels"; readonly cap: number | null; readonly levels: readonly CurveLevel[] };

/** The payout curve of a KPI, in the shape the person chose. Everything that evaluates reads its compiled form. */
export type Curve = PointsCurve | TiersCurve | StepsCurve | LevelsCurve;
export type CurveKind = Curve["kind"];

/** How attainment is expected to be spread over the people of a role. */
export type KpiOutlook =
  | { readonly shape: "lognormal" | "normal"; readonly mean: number; readonly spread: number }
  | { readonly shape: "empirical"; readonly attainments: readonly number[] };

export type Kpi = {
  readonly id: string;
  readonly name: string;
  readonly measure: Measure;
  readonly unit: KpiUnit;
  /** Target per person and year, in the KPI's unit. */
  readonly target: number;
  readonly weight: BasisPoints;
  readonly direction: Direction;
  /** null only where the weight is 0: measured for a link. */
  readonly curve: Curve | null;
  readonly outlook: KpiOutlook;
  /** Attainment that about the top tenth reach. */
  readonly excellence: number;
  /** The weight does not move when others do. */
  readonly locked: boolean;
  /** Whether target × attainment counts as credited revenue. */
  readonly revenue: "credited" | "none";
  /** Ids of the company goals this KPI supports. */
  readonly supports: readonly string[];
  /** Whether it is settled who gets credit for a result: unclear where people argue over it. */
  readonly attribution: "clear" | "unclear";
};

export type GateOutcome =
  | { readonly otherwise: "no-payout" | "capped-at-target" | "accelerator-blocked" }
  | { readonly otherwise: "reduced"; readonly by: number };
export type Gate = {
  readonly kind: "gate";
  /** The KPI whose attainment is looked at. */
  readonly measuredBy: string;
  /** Passes at attainment ≥ minimum. */
  readonly minimum: number;
  readonly appliesTo: "all" | readonly string[];
} & GateOutcome;
export type Modifier = {
  readonly kind: "modifier";
  readonly measuredBy: string;
  readonly appliesTo: "all" | readonly string[];
  readonly curve: Curve;
};
/** A table of payout factors that two KPIs set together. In place of the payout curve of the KPIs it applies to. */
export type Matrix = {
  readonly kind: "matrix";
  /** The KPI of the rows, then the KPI of the columns; they differ. */
  readonly measuredBy: readonly [rows: string, columns: string];
  readonly appliesTo: "all" | readonly string[];
  /** The cell reached, or straight between the cells in both directions. */
  readonly between: "step" | "linear";
  /** Attainments from which each row applies, strictly ascending. Below the first nothing is paid; above the last, the last. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Payout factors: one list for each row, with one factor for each column. */
  readonly factors: readonly (readonly number[])[];
};
/** KPIs' attainment acting on the payout of others. Links read attainment, never payout. */
export type Link = Gate | Modifier | Matrix;

/** People who join during the year. `ramp` are shares of the target by period, from their first period on. */
export type NewHires = { readonly count: number; readonly startPeriod: number; readonly ramp: readonly number[] };
export type Draw = {
  readonly kind: "recoverable" | "non-recoverable" | "guarantee";
  /** Currency per period. */
  readonly perPeriod: number;
  readonly periods: number;
};

export type Role = {
  readonly id: string;
  readonly title: string;
  readonly archetype: Archetype;
  readonly focus: Focus;
  readonly alsoDrives: readonly Focus[];
  readonly quotaCarrying: boolean;
  /** What the role is intended to drive, in words. */
  readonly drives: string;
  readonly headcount: number;
  /** Currency per head and year. */
  readonly onTargetEarnings: number;
  /** Base ÷ OTE, 0–1. */
  readonly baseShare: number;
  readonly kpis: readonly Kpi[];
  readonly links: readonly Link[];
  /** Most the plan pays, as a multiple of target incentive; null = uncapped. */
  readonly payoutCap: number | null;
  /** False for a role that is there for crediting only. */
  readonly countsInCost: boolean;
  /** Share of the year a seat is empty, 0–1. */
  readonly vacancy: number;
  readonly newHires: readonly NewHires[];
  readonly draw: Draw | null;
  readonly salesCycleMonths: number | null;
};

export type Payments = {
  readonly frequency: "annual" | "half-yearly" | "quarterly" | "monthly";
  readonly basis: "discrete" | "cumulative";
  /** Share of the year's target by period; "equal" = the same in every period. */
  readonly seasonality: "equal" | readonly number[];
};

export type CostSettings = {
  readonly burdenOnBase: number;
  readonly burdenOnVariable: number;
  /** Currency per head and year. */
  readonly fixedPerHead: number;
  readonly budget: number | null;
  /** Contribution margin on revenue, 0–1. */
  readonly contributionMargin: number | null;
  /** Revenue booked once, the denominator of CCOS where given. */
  readonly bookedRevenue: number | null;
};

export type ScenarioOutlook = {
  readonly marketCorrelation: number;
  readonly sellerCorrelation: number;
  readonly trials: number;
  readonly seed: number;
  readonly periodSpread: number;
};

export type Goal = { readonly id: string; readonly text: string };
export type DismissedAdvice = { readonly id: string; readonly roleId: string | null; readonly reason: string };
/** Figures written at save so that a different result on opening can be said. Never an input. */
export type LastResult = {
  readonly engine: string;
  readonly costAtTarget: number;
  readonly expectedCost: number | null;
  readonly p90: number | null;
};

export type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly notes: string;
  /** ISO 4217 code; money in the document is in this currency, never in the computer's. */
  readonly currency: string;
  readonly fiscalYear: number;
  readonly payments: Payments;
  readonly roles: readonly Role[];
  readonly cost: CostSettings;
  readonly outlook: ScenarioOutlook;
  readonly goals: readonly Goal[];
  readonly rulesOfEngagement: readonly string[];
  readonly dismissedAdvice: readonly DismissedAdvice[];
  readonly lastResult: LastResult | null;
};
