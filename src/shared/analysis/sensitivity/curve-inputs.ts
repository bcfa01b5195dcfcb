/** Inputs that curves have in common: threshold, accelerator, what excellence pays, cap; moved in every curve that has them. */
import type { Kpi, Scenario } from "../../model/scenario.ts";
import { acceleratorOf, capOf, excellencePayoutOf, thresholdOf, type CurveFigure } from "./curve-shifts.ts";
import { countingKpis, isCounting, noteOf, titleOf, type Input, type Inputs, type Weighed } from "./input.ts";
import { movedBy, together } from "./together.ts";

type CurveInput = {
  readonly id: string;
  readonly label: string;
  readonly unit: Input["unit"];
  /** How far it is moved either way. */
  readonly by: number;
  /** What a curve that does not have it lacks: after "no", and alone. */
  readonly lacks: string;
  readonly none: string;
  readonly figureOf: (kpi: Kpi & { readonly curve: NonNullable<Kpi["curve"]> }) => CurveFigure | null;
};

const CURVE_INPUTS: readonly CurveInput[] = [
  { id: "threshold", label: "Threshold", unit: "percent", by: 0.1, lacks: "threshold that moves", none: "a threshold that moves", figureOf: ({ curve }) => thresholdOf(curve) },
  { id: "accelerator", label: "Accelerator", unit: "multiple", by: 0.5, lacks: "accelerator", none: "an accelerator", figureOf: ({ curve }) => acceleratorOf(curve) },
  { id: "excellence", label: "Excellence pays", unit: "percent", by: 0.5, lacks: "payout at excellence that moves", none: "a payout at excellence that moves", figureOf: ({ curve, excellence }) => excellencePayoutOf(curve, excellence) },
  { id: "cap", label: "Cap", unit: "percent", by: 0.5, lacks: "cap", none: "a cap", figureOf: ({ curve }) => capOf(curve) },
];

const CURVES = { one: "curve", many: "curves" };

/** One figure of every curve that has it, all moved by the same amount; its value is their mean. */
export function curveInputs(scenario: Scenario): Inputs {
  const weighed = countingKpis(scenario).filter(({ kpi }) => kpi.curve !== null && kpi.weight > 0);
  const found = CURVE_INPUTS.map((each) => inputOf(scenario, weighed, each));
  return {
    inputs: found.filter((each) => typeof each !== "string"),
    missing: weighed.length === 0 ? [] : found.filter((each) => typeof each === "string"),
  };
}

/** The input, or the sentence that none of the curves has it. */
function inputOf(scenario: Scenario, weighed: readonly Weighed[], { id, label, unit, by, lacks, none, figureOf }: CurveInput): Input | string {
  const figures = new Map<Kpi, CurveFigure & { readonly share: number }>();
  const without: string[] = [];
  for (const { kpi, role, share } of weighed) {
    const { curve } = kpi;
    const figure = curve === null ? null : figureOf({ ...kpi, curve });
    if (figure === null) without.push(`${kpi.name.trim() === "" ? kpi.id : kpi.name} (${titleOf(role)})`);
    else figures.set(kpi, { ...figure, share });
  }
  const all = together([...figures.values()]);
  if (all === null) return `No curve has ${none}.`;
  const at = (value: number): Scenario => {
    const amount = all.amountTo(value);
    const changed = (kpi: Kpi): Kpi => {
      const figure = figures.get(kpi);
      return figure === undefined ? kpi : { ...kpi, curve: figure.with(movedBy(figure, amount)) };
    };
    return { ...scenario, roles: scenario.roles.map((role) => (isCounting(role) ? { ...role, kpis: role.kpis.map(changed) } : role)) };
  };
  const { current, least, most } = all;
  return { id, label, unit, current, from: all.moved(-by), to: all.moved(by), least, most, note: noteOf(without, CURVES, lacks), at };
}
