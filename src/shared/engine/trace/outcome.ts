/** Why a figure is what it is: types only. The engine answers a question with a tree that recomputes to the figure. */
import type { Payments } from "../../model/scenario.ts";
import type { MinorUnits } from "../../units/money.ts";
import type { Formula } from "../formulas.ts";
import type { DealMove } from "../marginal/outcome.ts";
import type { AttainmentInput, CompiledCurve } from "../outcome.ts";

/** How a value is shown: money in minor units, or in currency units as the document holds it, a share or attainment as percent, a factor or multiple, a plain count, a KPI's own unit, hundredths of a percent. */
export type TraceUnit = "money" | "currency" | "percent" | "factor" | "count" | "target" | "basis points";

/** Where in the document an input stands; `field` is the name it has in the file ("onTargetEarnings", "weight"). */
export type TracePlace = { readonly roleId: string | null; readonly kpiId: string | null; readonly field: string };

export type TraceInput = {
  readonly kind: "input";
  readonly name: string;
  readonly value: number;
  readonly unit: TraceUnit;
  /** null for what is not in the document: an attainment that was asked about. */
  readonly place: TracePlace | null;
};

/** A value worked out by one formula of the engine from its parts. */
export type TraceStep = {
  readonly kind: "step";
  readonly name: string;
  readonly value: number;
  readonly unit: TraceUnit;
  /** The formula in words ("target incentive × weight"), its signs (one shorter than the parts), and how it rounds. */
  readonly formula: Formula;
  readonly parts: readonly TraceNode[];
  /** What the formula looks at besides: the other weights of a split, where else KPIs stand. */
  readonly besides: readonly TraceNode[];
};

/** A value read off a curve: the segment that applied. */
export type TraceCurve = {
  readonly kind: "curve";
  readonly name: string;
  readonly value: number;
  readonly unit: "factor";
  readonly curve: CompiledCurve;
  readonly at: TraceNode;
  /** The segment that applied: where it begins, what it pays there, its slope; `to` is null for the last. */
  readonly segment: { readonly from: number; readonly to: number | null; readonly payout: number; readonly slope: number };
  readonly place: TracePlace;
};

export type TraceNode = TraceInput | TraceStep | TraceCurve;

/** A figure somebody may ask about. */
export type Question =
  | { readonly of: "kpi-payout"; readonly roleId: string; readonly kpiId: string; readonly at: AttainmentInput }
  | { readonly of: "role"; readonly figure: "base" | "targetIncentive" | "incentive" | "pay" | "shareOfOte" | "burden" | "costPerHead"; readonly roleId: string; readonly at: AttainmentInput }
  | { readonly of: "role-cost"; readonly figure: "base" | "incentive" | "burden" | "cost" | "creditedRevenue"; readonly roleId: string; readonly at: AttainmentInput }
  | { readonly of: "total"; readonly figure: "base" | "incentive" | "burden" | "cost" | "creditedRevenue" | "ccos"; readonly at: AttainmentInput }
  | { readonly of: "headline"; readonly figure: "people" | "onTargetEarnings" | "targetIncentive" | "costAtTarget" | "againstBudget" | "ccos" }
  /** On average over where people land. */
  | { readonly of: "expected"; readonly figure: "incentive" | "burden" | "cost" | "againstBudget" | "gap" | "ccos" }
  | { readonly of: "role-expected"; readonly figure: "incentive" | "burden" | "cost"; readonly roleId: string }
  | { readonly of: "upside"; readonly figure: "multiple" | "pay"; readonly roleId: string }
  | { readonly of: "curve"; readonly roleId: string; readonly kpiId: string; readonly attainment: number }
  | { readonly of: "role-curve"; readonly roleId: string; readonly attainment: number }
  /** What one more point or one more unit of a KPI pays to a person who stands there. */
  | { readonly of: "next-point" | "next-unit"; readonly roleId: string; readonly kpiId: string; readonly at: AttainmentInput }
  /** What a KPI's jump at an attainment pays, the other KPIs staying where they are. */
  | { readonly of: "jump"; readonly roleId: string; readonly kpiId: string; readonly attainment: number; readonly at: AttainmentInput }
  /** What each point pays along a curve, from an attainment on. */
  | { readonly of: "per-point"; readonly roleId: string; readonly kpiId: string; readonly attainment: number }
  /** What moving a deal over the end of a period gains; attainment by KPI id and period, those of next year after this year's. */
  | { readonly of: "deal"; readonly roleId: string; readonly kpiId: string; readonly deal: number; readonly period: number; readonly move: DealMove; readonly attained: Readonly<Record<string, readonly number[]>> }
  | {
      readonly of: "period";
      readonly figure: "earned" | "drawn" | "recovered" | "paid" | "balance";
      readonly roleId: string;
      /** null for those who are there all year, else the position of the group of new hires. */
      readonly hires: number | null;
      /** 0 = the first period of the year; null = the whole year. */
      readonly period: number | null;
      /** Attainment by KPI id and period, ratios. */
      readonly attained: Readonly<Record<string, readonly number[]>>;
      /** How it is paid, where that is not how the scenario pays. */
      readonly payments?: Payments;
    };

export type Explanation = {
  /** "What-if pay from sourced revenue, Channel Account Manager" */
  readonly title: string;
  readonly root: TraceNode;
  /** The order of calculation with what applied here and what did not, as sentences. */
  readonly order: readonly string[];
  /** What one more step of the result pays; null where the question has no such thing. */
  readonly next: { readonly sentence: string; readonly amount: MinorUnits } | null;
};
