/** One KPI's payout as its own attainment moves, and which links act on it. */
import { actsOn } from "../model/links.ts";
import type { Kpi, Link, Role } from "../model/scenario.ts";
import { walkedFactor, walkedLine, type LineRange } from "./line.ts";
import { curveFactor, gatedFactor, multiplierOf, passes, standingAt, type Standings } from "./links.ts";
import type { LinePoint } from "./outcome.ts";
import { planOf, type Plan, type PlanGate, type PlanKpi } from "./plan.ts";

export type KpiLineOptions = LineRange & {
  /** Where the other KPIs stand: ratios, 1 = target. */
  readonly attainmentOf: (kpi: Kpi) => number;
  /** Gates on the KPI: read from where their measures stand, or all of them missed or passed wherever those stand. */
  readonly gates: "as they stand" | "missed" | "passed";
  /** Whether modifiers multiply what is drawn. */
  readonly modifiers: boolean;
};

/**
 * What one KPI pays as its own attainment moves and the others stand where they are: corners of the payout factor (a multiple
 * of the KPI's share of target incentive), range ends included, before the plan cap; a jump is two points at one attainment.
 * Where the KPI itself measures a gate, modifier or matrix on it, that moves along. Straight lines between the points are
 * exact, except where slopes multiply: there they are close (docs/compensation-model.md, "Links").
 * @param kpiId an unknown one has no line
 */
export function kpiPayoutLine(role: Role, kpiId: string, options: KpiLineOptions): readonly LinePoint[] {
  const own = role.kpis.findIndex((kpi) => kpi.id === kpiId);
  if (own === -1) return [];
  const plan = withLinks(planOf(role), options);
  const walk = { plan, moves: (position: number) => position === own, stands: role.kpis.map(options.attainmentOf), paying: [own] };
  return walkedLine(walk, options, (attainment, side) => walkedFactor(walk, own, attainment, side));
}

function withLinks(plan: Plan, { gates, modifiers }: KpiLineOptions): Plan {
  const kpis = plan.kpis.map((kpi): PlanKpi => ({ ...kpi, gates: gatesIn(kpi.gates, gates), modifiers: modifiers ? kpi.modifiers : [] }));
  return { ...plan, kpis };
}

function gatesIn(gates: readonly PlanGate[], how: KpiLineOptions["gates"]): readonly PlanGate[] {
  switch (how) {
    case "as they stand":
      return gates;
    case "missed":
      return gates.map((gate) => ({ ...gate, minimum: Infinity }));
    case "passed":
      return [];
  }
}

/** What one link does to one KPI at given attainments. */
export type LinkEffect = {
  readonly link: Link;
  /** Place of the link among those of the role. */
  readonly index: number;
  /** Whether a gate is passed; null for the other kinds. */
  readonly passed: boolean | null;
  /**
   * What a modifier multiplies by; what a matrix pays in place of the curve; of a missed gate the factor that it alone leaves,
   * before modifiers. null for a gate that is passed.
   */
  readonly factor: number | null;
};

/**
 * The links that act on a KPI, in the order of the role's links, with what each does at given attainments
 * (docs/compensation-model.md, "Links"). Empty for a KPI that no link acts on and for an unknown one.
 * @param attainmentOf where each KPI stands: ratio, 1 = target
 */
export function linkEffects(role: Role, kpiId: string, attainmentOf: (kpi: Kpi) => number): readonly LinkEffect[] {
  const position = role.kpis.findIndex((kpi) => kpi.id === kpiId);
  const kpi = role.kpis[position];
  if (kpi === undefined) return [];
  const plan = planOf(role);
  const standings = standingAt(role.kpis.map(attainmentOf));
  return role.links.flatMap((link, index): readonly LinkEffect[] => (actsOn(link, kpi) ? [{ link, index, ...effectOf(plan, position, index, standings) }] : []));
}

function effectOf(plan: Plan, position: number, index: number, standings: Standings): Pick<LinkEffect, "passed" | "factor"> {
  const kpi = plan.kpis[position];
  const factor = curveFactor(plan, position, standings);
  const gate = kpi?.gates.find(({ link }) => link === index);
  if (gate !== undefined) {
    const passed = passes(gate, standings);
    return { passed, factor: passed ? null : Math.min(factor, gatedFactor(plan, position, gate, factor, standings)) };
  }
  const modifier = kpi?.modifiers.find(({ link }) => link === index);
  return { passed: null, factor: modifier === undefined ? factor : multiplierOf(modifier, standings) };
}
