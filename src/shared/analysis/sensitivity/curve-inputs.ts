/** Inputs that curves have in common: threshold, accelerator, what excellence pays, cap; moved in every curve that has them. */
import type { Scenario } from "../../model/scenario.ts";
import { figureSteps, isCounting, weighedSteps, type CurveFigureName } from "../curves/figures-in-scope.ts";
import { nameOf, titleOf } from "../names.ts";
import { noteOf, type Input, type Inputs } from "./input.ts";
import type { Stoppable } from "../stoppable.ts";

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
  const weighed = yield* weighedSteps(scenario.roles.filter(isCounting), scenario);
  const inputs: Input[] = [];
  const missing: string[] = [];
  if (weighed.length === 0) return { inputs, missing };
  for (const { id, figure, unit, by, lacks, none } of CURVE_INPUTS) {
    const found = yield* figureSteps(scenario, weighed, figure);
    if (found === null) {
      missing.push(`No curve has ${none}.`);
      continue;
    }
    const { label, current, least, most, moved, others, at } = found;
    const without = others.map(({ kpi, role }) => `${nameOf(kpi)} (${titleOf(role)})`);
    inputs.push({ id, label, unit, current, from: moved(-by), to: moved(by), least, most, note: noteOf(without, CURVES, lacks), at });
  }
  return { inputs, missing };
}
