/** How much there is to explain in a plan, counted by the product's own rule (docs/plan-statement.md, "Simplicity"). */
import { compileCurve, curveTraits, type TracePlace } from "../engine/index.ts";
import { measuringIds } from "../model/links.ts";
import type { CurveKind, Kpi, Role, Scenario } from "../model/scenario.ts";
import { nameOf } from "./subject.ts";
import { SAME, capital, counted, inWords, listed } from "./words.ts";

/** What each part of a plan counts. Whole numbers, so that a change of the plan can be followed by hand. */
export const SIMPLICITY_POINTS = {
  /** Each KPI with pay beyond the first. */
  measure: 2,
  /** Each KPI without pay. */
  unpaidMeasure: 1,
  /** Each kind of curve beyond the first. */
  curveKind: 1,
  /** Each corner or step beyond the third: threshold, target and excellence are free. */
  corner: 1,
  /** Each jump of a curve of points or marginal tiers. */
  jump: 1,
  /** A curve whose tiers pay on the whole result or on everything above target. */
  reachedRate: 2,
  /** A KPI where less is better. */
  lowerIsBetter: 1,
  /** A KPI that does not pay its share at target. */
  offTarget: 1,
  gate: 2,
  modifier: 3,
  matrix: 4,
  /** Caps on KPIs and on the plan. */
  mixedCaps: 1,
  /** A draw that is paid back. */
  recoverableDraw: 2,
  /** A guarantee, or a draw that is kept. */
  draw: 1,
  /** A ramp of the target of new hires. */
  ramp: 1,
  cumulative: 1,
  seasonality: 1,
} as const;

/** The first of a scale holds up to its points; the last has no end. */
const SCALE = [
  { words: "easy to explain", upTo: 6 },
  { words: "takes a page", upTo: 14 },
] as const;
const BEYOND_SCALE = "needs a meeting";
/** Corners that every curve may have. */
const FREE_CORNERS = 3;

export type SimplicityScale = (typeof SCALE)[number]["words"] | typeof BEYOND_SCALE;
export type SimplicityReason = {
  readonly points: number;
  /** What there is to explain: "Four measures share the pay". */
  readonly text: string;
  /** What would take it away. */
  readonly act: string;
  /** Where in the document. */
  readonly place: TracePlace | null;
};
export type SimplicityReading = {
  /** The sum of the reasons; 0 for a plan with one straight measure, paid in equal parts. */
  readonly points: number;
  readonly scale: SimplicityScale;
  /** Most points first, then in the order of the plan. */
  readonly reasons: readonly SimplicityReason[];
};

/**
 * What makes a plan long to explain, in points, each with something to do about it. A counting rule of this product and
 * no published norm; it judges no plan. Valid documents only.
 */
export function simplicity(role: Role, scenario: Scenario): SimplicityReading {
  const reasons = [...measureReasons(role), ...role.kpis.flatMap((kpi) => curveReasons(role, kpi)), ...linkReasons(role), ...capReasons(role), ...paymentReasons(role, scenario)];
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return {
    points,
    scale: SCALE.find(({ upTo }) => points <= upTo)?.words ?? BEYOND_SCALE,
    reasons: reasons.toSorted((one, other) => other.points - one.points),
  };
}

function paidKpis({ kpis }: Role): readonly Kpi[] {
  return kpis.filter((kpi) => kpi.weight > 0);
}

function measureReasons(role: Role): readonly SimplicityReason[] {
  const paid = paidKpis(role);
  const reasons: SimplicityReason[] = [];
  if (paid.length > 1) {
    reasons.push({ points: (paid.length - 1) * SIMPLICITY_POINTS.measure, text: `${capital(inWords(paid.length))} measures share the pay`, act: "Fold two measures into one", place: { roleId: role.id, kpiId: null, field: "kpis" } });
  }
  for (const kpi of role.kpis) {
    if (kpi.weight > 0) continue;
    const isRead = role.links.some((link) => measuringIds(link).includes(kpi.id));
    reasons.push({ points: SIMPLICITY_POINTS.unpaidMeasure, text: `${nameOf(role, kpi)}: measured, not paid`, act: isRead ? "Let a measure with pay take its place in the link" : "Remove the measure, no link uses it", place: { roleId: role.id, kpiId: kpi.id, field: "weight" } });
  }
  const kinds = new Set<CurveKind>(paid.flatMap(({ curve }) => (curve === null ? [] : [curve.kind])));
  if (kinds.size > 1) {
    reasons.push({ points: (kinds.size - 1) * SIMPLICITY_POINTS.curveKind, text: `${capital(inWords(kinds.size))} kinds of payout curve`, act: "Use one kind of curve for every measure", place: null });
  }
  return reasons;
}

function curveReasons(role: Role, kpi: Kpi): readonly SimplicityReason[] {
  const { curve } = kpi;
  if (curve === null || kpi.weight === 0) return [];
  const compiled = compileCurve(curve);
  const { jumps, cap, payoutAtTarget } = curveTraits(compiled);
  const name = nameOf(role, kpi);
  const place = { roleId: role.id, kpiId: kpi.id, field: "curve" };
  const reasons: SimplicityReason[] = [];
  const add = (points: number, text: string, act: string): void => {
    if (points > 0) reasons.push({ points, text, act, place });
  };
  const isStepped = curve.kind === "steps" || curve.kind === "levels";
  const corners = compiled.x.filter((x) => x > 0 && x !== cap?.from).length;
  const beyond = corners - FREE_CORNERS;
  add(Math.max(0, beyond) * SIMPLICITY_POINTS.corner, `${name}: ${inWords(corners)} ${isStepped ? "steps" : "corners"} in the curve`, isStepped ? "Keep three steps" : "Keep the corners at threshold, target and excellence");
  if (curve.kind === "tiers" && curve.basis !== "marginal" && curve.tiers.length > 1) {
    add(SIMPLICITY_POINTS.reachedRate, `${name}: the rate reached counts on ${curve.basis === "whole" ? "everything" : "everything above target"}`, "Let each rate count on its own part");
  } else if (!isStepped) {
    add(jumps.length * SIMPLICITY_POINTS.jump, `${name}: ${counted(jumps.length, "jump", "jumps")} of pay`, `Replace the ${jumps.length === 1 ? "jump by a ramp" : "jumps by ramps"}`);
  }
  if (Math.abs(payoutAtTarget - 1) > SAME) add(SIMPLICITY_POINTS.offTarget, `${name}: target does not pay its share`, "Let the curve pay 100% at target");
  if (kpi.direction === "lower") {
    reasons.push({ points: SIMPLICITY_POINTS.lowerIsBetter, text: `${name}: less is better`, act: "State the measure so that more is better", place: { ...place, field: "direction" } });
  }
  return reasons;
}

function linkReasons(role: Role): readonly SimplicityReason[] {
  return role.links.map((link) => {
    const named = role.kpis.filter((kpi) => measuringIds(link).includes(kpi.id));
    const name = named.length === 0 ? "a measure" : listed(named.map((kpi) => nameOf(role, kpi)));
    const place = { roleId: role.id, kpiId: null, field: "links" };
    switch (link.kind) {
      case "gate":
        return { points: SIMPLICITY_POINTS.gate, text: `A gate on ${name}`, act: "Remove the gate, or put its aim into a weight", place };
      case "modifier":
        return { points: SIMPLICITY_POINTS.modifier, text: `A modifier by ${name}`, act: "Give the measure a weight instead of a multiplier", place };
      case "matrix":
        return { points: SIMPLICITY_POINTS.matrix, text: `A matrix of ${name}`, act: "Give each measure a weight and a curve of its own", place };
    }
  });
}

function capReasons(role: Role): readonly SimplicityReason[] {
  const isCapped = paidKpis(role).some(({ curve }) => curve?.cap != null);
  if (!isCapped || role.payoutCap === null) return [];
  return [{ points: SIMPLICITY_POINTS.mixedCaps, text: "Caps on measures and on the plan", act: "Keep one kind of cap", place: { roleId: role.id, kpiId: null, field: "payoutCap" } }];
}

function paymentReasons(role: Role, { payments }: Scenario): readonly SimplicityReason[] {
  const reasons: SimplicityReason[] = [];
  const add = (points: number, text: string, act: string, place: TracePlace): void => void reasons.push({ points, text, act, place });
  if (role.draw?.kind === "recoverable") add(SIMPLICITY_POINTS.recoverableDraw, "A draw that is paid back", "Make it a guarantee for fewer periods", { roleId: role.id, kpiId: null, field: "draw" });
  else if (role.draw !== null) add(SIMPLICITY_POINTS.draw, role.draw.kind === "guarantee" ? "A guarantee" : "A draw", "Leave it out where ramped targets do", { roleId: role.id, kpiId: null, field: "draw" });
  if (role.newHires.some((group) => group.ramp.some((part) => part !== 1))) add(SIMPLICITY_POINTS.ramp, "New hires start on a ramp", "Start them on the full target", { roleId: role.id, kpiId: null, field: "newHires" });
  if (payments.frequency === "annual" || role.kpis.length === 0) return reasons;
  if (payments.basis === "cumulative") add(SIMPLICITY_POINTS.cumulative, "Payments follow the year to date", "Let each period stand alone", { roleId: null, kpiId: null, field: "payments" });
  if (payments.seasonality !== "equal" && payments.seasonality.some((part) => part !== payments.seasonality[0])) {
    add(SIMPLICITY_POINTS.seasonality, "Periods have different shares of the target", "Give every period the same share", { roleId: null, kpiId: null, field: "payments" });
  }
  return reasons;
}
