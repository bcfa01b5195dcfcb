/** Inputs that curves have in common: threshold, accelerator, what excellence pays, cap; moved in every curve that has them. */
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import type { CurveFigure } from "../curves/curve-figures.ts";
import { CURVE_FIGURES, isCounting, weighedKpis, type CurveFigureName, type WeighedKpi } from "../curves/figures-in-scope.ts";
import { nameOf, titleOf } from "../names.ts";
import { noteOf, type Input, type Inputs } from "./input.ts";
import type { Stoppable } from "./stoppable.ts";
import { movedBy, together } from "./together.ts";

type CurveInput = {
  readonly id: string;
  readonly figure: CurveFigureName;
  readonly unit: Input["unit"];
  /** How far it is moved either way. */
  readonly by: number;
  /** What a curve that does not have it lacks: after "no", and alone. */
  readonly lacks: string;
  readonly none: string;
};

const CURVE_INPUTS: readonly CurveInput[] = [
  { id: "threshold", figure: "threshold", unit: "percent", by: 0.1, lacks: "threshold that moves", none: "a threshold that moves" },
  { id: "accelerator", figure: "accelerator", unit: "multiple", by: 0.5, lacks: "accelerator", none: "an accelerator" },
  { id: "excellence", figure: "excellencePayout", unit: "percent", by: 0.5, lacks: "payout at excellence that moves", none: "a payout at excellence that moves" },
  { id: "cap", figure: "cap", unit: "percent", by: 0.5, lacks: "cap", none: "a cap" },
];

const CURVES = { one: "curve", many: "curves" };

/** One figure of every curve that has it, all moved by the same amount; its value is their mean. */
export function* curveInputs(scenario: Scenario): Stoppable<Inputs> {
  const weighed: WeighedKpi[] = [];
  for (const role of scenario.roles.filter(isCounting)) {
    yield;
    weighed.push(...weighedKpis(role, scenario).filter(({ kpi }) => kpi.curve !== null && kpi.weight > 0));
  }
  const inputs: Input[] = [];
  const missing: string[] = [];
  if (weighed.length === 0) return { inputs, missing };
  for (const each of CURVE_INPUTS) {
    const found = yield* inputOf(scenario, weighed, each);
    if (found === null) missing.push(`No curve has ${each.none}.`);
    else inputs.push(found);
  }
  return { inputs, missing };
}

/** null where none of the curves has it. */
function* inputOf(scenario: Scenario, weighed: readonly WeighedKpi[], { id, figure: name, unit, by, lacks }: CurveInput): Stoppable<Input | null> {
  const { label, of: figureOf } = CURVE_FIGURES[name];
  const figures = new Map<Kpi, CurveFigure & { readonly share: number }>();
  const without: string[] = [];
  for (const { kpi, role, share } of weighed) {
    yield;
    const { curve } = kpi;
    const figure = curve === null ? null : figureOf({ ...kpi, curve });
    if (figure === null) without.push(`${nameOf(kpi)} (${titleOf(role)})`);
    else figures.set(kpi, { ...figure, share });
  }
  const all = together([...figures.values()]);
  if (all === null) return null;
  const { current, least, most, amountTo } = all;
  function* at(value: number): Stoppable<Scenario> {
    const amount = amountTo(value);
    const roles: Role[] = [];
    for (const role of scenario.roles) {
      yield;
      roles.push(isCounting(role) ? { ...role, kpis: role.kpis.map((kpi) => withFigure(kpi, figures.get(kpi), amount)) } : role);
    }
    return { ...scenario, roles };
  }
  return { id, label, unit, current, from: all.moved(-by), to: all.moved(by), least, most, note: noteOf(without, CURVES, lacks), at };
}

function withFigure(kpi: Kpi, figure: (CurveFigure & { readonly share: number }) | undefined, amount: number): Kpi {
  return figure === undefined ? kpi : { ...kpi, curve: figure.with(movedBy(figure, amount)) };
}
