/** One derived figure of several curves as one: their mean, and all of them moved by the same points. */
import { evaluateRole } from "../../engine/index.ts";
import { PARAMETERS, type ParameterSpec } from "../../model/parameters.ts";
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { nameOf } from "../names.ts";
import { acceleratorOf, capOf, excellencePayoutOf, thresholdOf, type CurveFigure } from "./curve-figures.ts";

type CurveFigureKind = {
  readonly label: string;
  /** What a curve has, inside a sentence. */
  readonly words: string;
  /** Its unit and bounds; of an accelerator, which is no number of a document, those of a rate. */
  readonly spec: ParameterSpec;
  readonly of: (kpi: Kpi & { readonly curve: NonNullable<Kpi["curve"]> }) => CurveFigure | null;
};

/** The figures that are read off a curve and can be moved (docs/compensation-model.md, "What is read off a curve"). */
export const CURVE_FIGURES = {
  threshold: { label: "Threshold", words: "a threshold that moves", spec: PARAMETERS.attainment, of: ({ curve }) => thresholdOf(curve) },
  accelerator: { label: "Accelerator", words: "an accelerator", spec: PARAMETERS.rate, of: ({ curve }) => acceleratorOf(curve) },
  excellencePayout: { label: "Excellence pays", words: "a payout that climbs above target", spec: PARAMETERS.payout, of: ({ curve, excellence }) => excellencePayoutOf(curve, excellence) },
  cap: { label: "Cap", words: "a cap", spec: PARAMETERS.cap, of: ({ curve }) => capOf(curve) },
} as const satisfies Readonly<Record<string, CurveFigureKind>>;

export type CurveFigureName = keyof typeof CURVE_FIGURES;

/** Whether a text names a figure of curves. */
export function isCurveFigureName(text: string): text is CurveFigureName {
  return Object.hasOwn(CURVE_FIGURES, text);
}

/** One figure of all the curves of a role, or of every role that counts in cost and has people. */
export type FigureInScope = {
  /** The mean of the curves that have the figure, weighted by target incentive. */
  readonly current: number;
  /** As far as all of them can go together. */
  readonly least: number;
  readonly most: number;
  readonly label: string;
  readonly spec: ParameterSpec;
  /** The places of the curves that have the figure, as `roles.cam.kpis.sourced.curve`, and the names of the other KPIs with weight. */
  readonly moving: readonly string[];
  readonly others: readonly string[];
  /** Every curve moved by what this is off `current`; each stops where it must. */
  readonly at: (value: number) => Scenario;
};

/**
 * A derived figure of every KPI with weight in a scope (docs/compensation-model.md, "What is read off a curve"): it stands at the mean
 * and moves by the same points in every curve that has it; the other curves stay.
 * @param roleId one role; null for every role that counts in cost and has people
 * @returns null where no curve has the figure, or those that have it carry no target incentive
 */
export function figureInScope(scenario: Scenario, roleId: string | null, name: CurveFigureName): FigureInScope | null {
  const kind: CurveFigureKind = CURVE_FIGURES[name];
  const figure = (kpi: Kpi): CurveFigure | null => (kpi.curve === null || kpi.weight === 0 ? null : kind.of({ ...kpi, curve: kpi.curve }));
  const isInScope = (role: Role): boolean => (roleId === null ? isCounting(role) : role.id === roleId);
  const kpis = scenario.roles.filter(isInScope).flatMap((role) => weighedKpis(role, scenario)).filter(({ kpi }) => kpi.weight > 0);
  const figures = kpis.map((each) => ({ ...each, figure: figure(each.kpi) }));
  const found = figures.flatMap(({ kpi, role, share, figure: has }) => (has === null ? [] : [{ ...has, share, path: `roles.${role.id}.kpis.${kpi.id}.curve` }]));
  const current = weighedMean(found);
  if (current === null) return null;
  return {
    current,
    least: current + Math.max(...found.map(({ value, least }) => least - value)),
    most: current + Math.min(...found.map(({ value, most }) => most - value)),
    label: kind.label,
    spec: kind.spec,
    moving: found.map((each) => each.path),
    others: figures.flatMap(({ kpi, figure: has }) => (has === null ? [nameOf(kpi)] : [])),
    at: (value) => {
      const moved = (kpi: Kpi): Kpi => {
        const has = figure(kpi);
        return has === null ? kpi : { ...kpi, curve: has.with(has.value + value - current) };
      };
      return { ...scenario, roles: scenario.roles.map((role) => (isInScope(role) ? { ...role, kpis: role.kpis.map(moved) } : role)) };
    },
  };
}

/** Whether a role is in the cost at all. */
export function isCounting(role: Role): boolean {
  return role.countsInCost && role.headcount > 0;
}

/** A KPI with its share of target incentive for all people of its role. */
export type WeighedKpi = { readonly kpi: Kpi; readonly role: Role; readonly share: number };

/** The KPIs of a role, weighed for one person where it has none. */
export function weighedKpis(role: Role, scenario: Scenario): readonly WeighedKpi[] {
  const { kpis } = evaluateRole(role, scenario, () => 1);
  return role.kpis.map((kpi, index) => ({ kpi, role, share: (kpis[index]?.targetIncentive ?? 0) * Math.max(1, role.headcount) }));
}

/** null where none of them carries any. */
function weighedMean(figures: readonly { readonly share: number; readonly value: number }[]): number | null {
  const total = figures.reduce((sum, { share }) => sum + share, 0);
  return total === 0 ? null : figures.reduce((sum, { share, value }) => sum + (share / total) * value, 0);
}
