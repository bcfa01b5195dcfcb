/** A role made ready for evaluation: curves compiled, links resolved to the KPIs they measure and act on. */
import { actsOn } from "../model/links.ts";
import type { Gate, Kpi, Matrix, Modifier, Role } from "../model/scenario.ts";
import { snapAttainment } from "./attainment.ts";
import { compileCurve } from "./curve/compile.ts";
import type { CompiledCurve } from "./outcome.ts";

/** A gate on one KPI. `measuredBy` is a position in the plan, `link` one in the role's links. */
export type PlanGate = {
  readonly link: number;
  readonly measuredBy: number;
  readonly minimum: number;
  readonly outcome: Gate["otherwise"];
  /** What a missed "reduced" gate leaves of the factor. */
  readonly by: number;
};

export type PlanModifier = { readonly link: number; readonly measuredBy: number; readonly curve: CompiledCurve };

/** The table that pays in place of a KPI's curve. */
export type PlanMatrix = {
  readonly link: number;
  /** Positions in the plan of the KPIs that set the row and the column. */
  readonly rows: number;
  readonly columns: number;
  /** Attainments from which rows and columns apply, to ten decimals, ascending. */
  readonly rowPlaces: readonly number[];
  readonly columnPlaces: readonly number[];
  /** Payout factors, a list for each row. */
  readonly factors: readonly (readonly number[])[];
  readonly between: Matrix["between"];
};

export type PlanKpi = {
  /** Basis points of target incentive. */
  readonly weight: number;
  /** null where the KPI is measured for a link only. */
  readonly curve: CompiledCurve | null;
  /** Pays in place of the curve. */
  readonly matrix: PlanMatrix | null;
  readonly gates: readonly PlanGate[];
  readonly modifiers: readonly PlanModifier[];
};

export type Plan = { readonly kpis: readonly PlanKpi[]; readonly payoutCap: number | null };

const plans = new WeakMap<Role, Plan>();

/** The plan of a role, kept per role value. */
export function planOf(role: Role): Plan {
  const known = plans.get(role);
  if (known !== undefined) return known;
  const plan = { kpis: role.kpis.map((kpi) => planKpi(role, kpi)), payoutCap: role.payoutCap };
  plans.set(role, plan);
  return plan;
}

function planKpi(role: Role, kpi: Kpi): PlanKpi {
  let matrix: PlanMatrix | null = null;
  const gates: PlanGate[] = [];
  const modifiers: PlanModifier[] = [];
  for (const [index, link] of role.links.entries()) {
    if (!actsOn(link, kpi)) continue;
    switch (link.kind) {
      case "gate":
        gates.push(planGate(role, link, index));
        break;
      case "modifier":
        modifiers.push(planModifier(role, link, index));
        break;
      case "matrix":
        matrix ??= planMatrix(role, link, index);
    }
  }
  return { weight: kpi.weight, curve: kpi.curve === null ? null : compileCurve(kpi.curve), matrix, gates, modifiers };
}

function planGate(role: Role, gate: Gate, link: number): PlanGate {
  const by = gate.otherwise === "reduced" ? gate.by : 1;
  return { link, measuredBy: positionOf(role, gate.measuredBy), minimum: snapAttainment(gate.minimum), outcome: gate.otherwise, by };
}

function planModifier(role: Role, modifier: Modifier, link: number): PlanModifier {
  return { link, measuredBy: positionOf(role, modifier.measuredBy), curve: compileCurve(modifier.curve) };
}

function planMatrix(role: Role, { measuredBy, rows, columns, factors, between }: Matrix, link: number): PlanMatrix {
  return {
    link,
    rows: positionOf(role, measuredBy[0]),
    columns: positionOf(role, measuredBy[1]),
    rowPlaces: rows.map(snapAttainment),
    columnPlaces: columns.map(snapAttainment),
    factors,
    between,
  };
}

function positionOf(role: Role, kpiId: string): number {
  return role.kpis.findIndex((kpi) => kpi.id === kpiId);
}
