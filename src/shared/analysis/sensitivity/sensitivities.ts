/** What moves the cost: one input at a time over its range, every other as it is. */
import type { Sensitivity } from "../../engine/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import { subtractMoney, type MinorUnits } from "../../units/money.ts";
import { companyInputs } from "./company-inputs.ts";
import type { Input } from "./input.ts";
import { roleInputs } from "./role-inputs.ts";

type Range = { readonly from: number; readonly to: number };

/** Ranges in place of the usual ones, by input id, in the unit of the input's values. */
export type SensitivityRanges = Readonly<Record<string, Range>>;

export type SensitivityOptions = {
  /** The cost that is asked about, the same for every point: expected cost, P90; null where a scenario has none. */
  readonly cost: (scenario: Scenario) => MinorUnits | null;
  readonly ranges?: SensitivityRanges;
};

type Point = Sensitivity["points"][number];

/** Parts of a range at which the cost is looked at: its ends, its quarters, its middle. */
const PLACES = [0, 0.25, 0.5, 0.75, 1];

/**
 * The inputs that move the cost, the largest swing first (docs/compensation-model.md, "Sensitivity"): every input at five
 * points of its range, cut to what it may be; fewer where a whole number has fewer. Of one role, the costliest at target,
 * its split, OTE, headcount, largest unlocked weight and plan cap; of all roles that count, the rest. Left out: what the
 * document does not have, what has no cost somewhere, and what moves nothing.
 */
export function sensitivities(scenario: Scenario, options: SensitivityOptions): readonly Sensitivity[] {
  const steps = sensitivitySteps(scenario, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, one cost at a time: whoever runs it may stop in between. */
export function* sensitivitySteps(scenario: Scenario, { cost, ranges = {} }: SensitivityOptions): Generator<void, readonly Sensitivity[]> {
  const found: Sensitivity[] = [];
  for (const input of [...companyInputs(scenario), ...roleInputs(scenario)]) {
    const points = yield* pointsOf(input, Object.hasOwn(ranges, input.id) ? (ranges[input.id] ?? input) : input, cost);
    if (points !== null) found.push(sensitivityOf(input, points));
  }
  return found.filter((each) => each.swing > 0).sort((a, b) => b.swing - a.swing);
}

/** null where a point has no cost. */
function* pointsOf({ least, most, whole, at }: Input, { from, to }: Range, cost: SensitivityOptions["cost"]): Generator<void, readonly Point[] | null> {
  const within = (value: number): number => Math.min(most, Math.max(least, value));
  const [low, high] = [within(Math.min(from, to)), within(Math.max(from, to))];
  const values = PLACES.map((place) => low + (high - low) * place).map((value) => (whole === true ? Math.round(value) : value));
  const points: Point[] = [];
  for (const value of new Set(values)) {
    const there = cost(at(value));
    if (there === null) return null;
    points.push({ value, cost: there });
    yield;
  }
  return points;
}

function sensitivityOf({ id, label, unit, current, least, most, whole }: Input, points: readonly Point[]): Sensitivity {
  const byCost = points.toSorted((a, b) => a.cost - b.cost);
  const [first, last] = [byCost[0], byCost.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A range has at least one point.");
  const steps = points.slice(1).map((point, index) => point.cost - (points[index]?.cost ?? 0));
  const isMonotone = steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  return { id, label, unit, current, allowed: { from: least, to: most }, isWhole: whole === true, points, lowest: first.cost, highest: last.cost, swing: subtractMoney(last.cost, first.cost), isMonotone };
}
