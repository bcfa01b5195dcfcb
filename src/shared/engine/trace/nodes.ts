/** The parts a trace is built of. A step's value is what its formula makes of the values of its parts. */
import { snapAttainment } from "../attainment.ts";
import { factorAt, segmentFrom } from "../curve/evaluate.ts";
import type { Formula } from "../formulas.ts";
import type { CompiledCurve } from "../outcome.ts";
import type { TraceCurve, TraceInput, TraceNode, TracePlace, TraceStep, TraceUnit } from "./outcome.ts";

export function input(name: string, value: number, unit: TraceUnit, place: TracePlace | null): TraceInput {
  return { kind: "input", name, value, unit, place };
}

export function step(name: string, unit: TraceUnit, formula: Formula, parts: readonly TraceNode[], besides: readonly TraceNode[] = []): TraceStep {
  return { kind: "step", name, unit, formula, parts, besides, value: formula.of([...parts, ...besides].map((part) => part.value)) };
}

export function lookup(name: string, curve: CompiledCurve, at: TraceNode, place: TracePlace): TraceCurve {
  const index = segmentFrom(curve, snapAttainment(at.value));
  const from = curve.x[index] ?? 0;
  return {
    kind: "curve", name, unit: "factor", curve, at, place,
    value: factorAt(curve, at.value),
    segment: { from, to: curve.x[index + 1] ?? null, payout: curve.at[index] ?? 0, slope: curve.slope[index] ?? 0 },
  };
}

/**
 * The value of a trace worked out again from its inputs: for every trace of the engine it is the value it has, to the last
 * bit (docs/compensation-model.md, "Why this number").
 */
export function recompute(node: TraceNode): number {
  switch (node.kind) {
    case "input":
      return node.value;
    case "curve":
      return factorAt(node.curve, recompute(node.at));
    case "step":
      return node.formula.of([...node.parts, ...node.besides].map(recompute));
  }
}
