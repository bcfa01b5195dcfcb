/** One derived figure of several curves as one: their mean, and all of them moved by the same points. */
import { evaluateRole } from "../../engine/index.ts";
import { PARAMETERS, type ParameterSpec } from "../../model/parameters.ts";
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import type { Stoppable } from "../stoppable.ts";
import { movedBy, together } from "../together.ts";
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

/** One figure of several curves as one. */
export type FigureInScope = {
  /** The mean of the curves that have the figure, weighted by target incentive. */
  readonly current: number;
  /** The least and the most that the mean can become. */
  readonly least: number;
  readonly most: number;
  readonly label: string;
  readonly spec: ParameterSpec;
  /** The KPIs whose curves have the figure, and those whose curves do not. */
  readonly moving: readonly WeighedKpi[];
  readonly others: readonly WeighedKpi[];
  /** The mean once every curve is moved by so many points, each no further than it can. */
  readonly moved: (by: number) => number;
  /** Every curve moved by the same points, each no further than it can, so that the mean is this value. */
  readonly at: (value: number) => Stoppable<Scenario>;
};

/**
 * A derived figure of several KPIs (docs/compensation-model.md, "What is read off a curve"): it stands at the mean and moves by the
 * same points in every curve that has it, each no further than it can; the other curves stay.
 * @param weighed as {@link weighedSteps} gives them
 * @returns null where no curve has the figure, or those that have it carry no target incentive
 */
export function* figureSteps(scenario: Scenario, weighed: readonly WeighedKpi[], name: CurveFigureName): Stoppable<FigureInScope | null> {
  const kind: CurveFigureKind = CURVE_FIGURES[name];
  const figures = new Map<Kpi, CurveFigure & { readonly share: number }>();
  for (const { kpi, share } of weighed) {
    yield;
    const figure = kpi.curve === null ? null : kind.of({ ...kpi, curve: kpi.curve });
    if (figure !== null) figures.set(kpi, { ...figure, share });
  }
  const all = together([...figures.values()]);
  if (all === null) return null;
  const { current, least, most, moved, amountTo } = all;
  function* at(value: number): Stoppable<Scenario> {
    const amount = amountTo(value);
    const roles: Role[] = [];
    for (const role of scenario.roles) {
      yield;
      roles.push(role.kpis.some((kpi) => figures.has(kpi)) ? { ...role, kpis: role.kpis.map((kpi) => withFigure(kpi, figures.get(kpi), amount)) } : role);
    }
    return { ...scenario, roles };
  }
  return {
    current, least, most, moved, at, label: kind.label, spec: kind.spec,
    moving: weighed.filter(({ kpi }) => figures.has(kpi)),
    others: weighed.filter(({ kpi }) => !figures.has(kpi)),
  };
}

function withFigure(kpi: Kpi, figure: CurveFigure | undefined, amount: number): Kpi {
  return figure === undefined ? kpi : { ...kpi, curve: figure.with(movedBy(figure, amount)) };
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

/** Of several roles, the KPIs that have a curve and weight. */
export function* weighedSteps(roles: readonly Role[], scenario: Scenario): Stoppable<readonly WeighedKpi[]> {
  const weighed: WeighedKpi[] = [];
  for (const role of roles) {
    yield;
    weighed.push(...weighedKpis(role, scenario).filter(({ kpi }) => kpi.curve !== null && kpi.weight > 0));
  }
  return weighed;
}
