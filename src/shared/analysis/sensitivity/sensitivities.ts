/** What moves the cost: one input at a time over its range, every other as it is. */
import type { Sensitivity } from "../../engine/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import { subtractMoney, type MinorUnits } from "../../units/money.ts";
import { companyInputs } from "./company-inputs.ts";
import type { CostReader } from "./cost-steps.ts";
import { curveInputs } from "./curve-inputs.ts";
import { isCounting } from "../curves/figures-in-scope.ts";
import type { Input } from "./input.ts";
import { roleInputs, type RoleScope } from "./role-inputs.ts";
import { finished, type Stoppable } from "../stoppable.ts";

type Range = { readonly from: number; readonly to: number };

/** Ranges in place of the usual ones, by input id, in the unit of the input's values. */
export type SensitivityRanges = Readonly<Record<string, Range>>;

type Asked = {
  readonly ranges?: SensitivityRanges;
  /** Whose split, OTE, headcount, weight and plan cap; without it those of the costliest role. */
  readonly roles?: RoleScope;
};

export type SensitivityOptions = Asked & {
  /** The cost that is asked about, the same for every point: expected cost, P90; null where a scenario has none. */
  readonly cost: (scenario: Scenario) => MinorUnits | null;
};

/** What one input does to the cost, and over which range. */
export type MovedInput = Sensitivity & {
  /** The usual range, cut to what the input may be. */
  readonly usual: Range;
  /** Another range was asked for. */
  readonly isEdited: boolean;
  /** What it does not move, as one sentence; null where it moves all. */
  readonly note: string | null;
};

/** The inputs, the largest swing first, and one sentence for each that the scenario does not have. */
export type Sensitivities = { readonly inputs: readonly MovedInput[]; readonly missing: readonly string[] };

type Point = Sensitivity["points"][number];

/** Parts of a range at which the cost is looked at: its ends, its quarters, its middle. */
const PLACES = [0, 0.25, 0.5, 0.75, 1];

/**
 * The inputs of a scenario, the largest swing first (docs/compensation-model.md, "Sensitivity"): every input at five
 * points of its range, cut to what it can reach; fewer where a whole number has fewer. Of one role, or of all together, the
 * split, OTE, headcount, largest unlocked weight and plan cap; of all roles that count, the rest. Those that move nothing come
 * last. Left out: what the document does not have, and what has no cost somewhere.
 */
export function sensitivities(scenario: Scenario, { cost, ...asked }: SensitivityOptions): readonly MovedInput[] {
  return finished(sensitivitySteps(scenario, atOnce(cost), asked)).inputs;
}

function atOnce(cost: SensitivityOptions["cost"]): CostReader {
  return function* (scenario) {
    yield;
    return cost(scenario);
  };
}

/** The same, with a stop every few milliseconds: whoever runs it may stop there. */
export function* sensitivitySteps(scenario: Scenario, cost: CostReader, { ranges = {}, roles = { of: "costliest" } }: Asked = {}): Stoppable<Sensitivities> {
  if (!scenario.roles.some(isCounting)) return { inputs: [], missing: ["No role with people counts in cost."] };
  const found: MovedInput[] = [];
  const company = companyInputs(scenario);
  yield;
  const curves = yield* curveInputs(scenario);
  yield;
  const role = roleInputs(scenario, roles);
  for (const input of [...company.inputs, ...curves.inputs, ...role.inputs]) {
    yield;
    const range = Object.hasOwn(ranges, input.id) ? ranges[input.id] : undefined;
    const points = yield* pointsOf(input, range ?? input, cost);
    if (points !== null) found.push(movedInput(input, points, range !== undefined));
  }
  return { inputs: found.sort((a, b) => b.swing - a.swing), missing: [...company.missing, ...curves.missing, ...role.missing] };
}

/** null where a point has no cost. */
function* pointsOf(input: Input, range: Range, cost: CostReader): Stoppable<readonly Point[] | null> {
  const { from, to } = withinReach(input, range);
  const values = PLACES.map((place) => stepped(input, from + (to - from) * place));
  const points: Point[] = [];
  for (const value of new Set(values)) {
    const there = yield* cost(yield* input.at(value));
    if (there === null) return null;
    points.push({ value, cost: there });
  }
  return points;
}

/** A range from low to high, cut to what the input can reach. */
function withinReach({ least, most }: Input, { from, to }: Range): Range {
  const within = (value: number): number => Math.min(most, Math.max(least, value));
  return { from: within(Math.min(from, to)), to: within(Math.max(from, to)) };
}

/** The nearest value that the input can have. */
function stepped({ least, most, stepsPerUnit }: Input, value: number): number {
  if (stepsPerUnit === undefined) return value;
  return Math.min(most, Math.max(least, Math.round(value * stepsPerUnit) / stepsPerUnit));
}

function movedInput(input: Input, points: readonly Point[], isEdited: boolean): MovedInput {
  const { id, label, unit, current, least, most, stepsPerUnit, note } = input;
  const byCost = points.toSorted((a, b) => a.cost - b.cost);
  const [first, last] = [byCost[0], byCost.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A range has at least one point.");
  const steps = points.slice(1).map((point, index) => point.cost - (points[index]?.cost ?? 0));
  const isMonotone = steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  const { from, to } = withinReach(input, input);
  return {
    id, label, unit, current, allowed: { from: least, to: most }, isWhole: stepsPerUnit === 1, points, lowest: first.cost, highest: last.cost, swing: subtractMoney(last.cost, first.cost), isMonotone,
    usual: { from: stepped(input, from), to: stepped(input, to) }, isEdited, note,
  };
}
