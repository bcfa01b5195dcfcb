/** One input of "what moves the cost": where it stands, how far it is moved, the scenario with another value. */
import type { SensitivityUnit } from "../../engine/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Stoppable } from "../stoppable.ts";

export type Input = {
  readonly id: string;
  readonly label: string;
  readonly unit: SensitivityUnit;
  readonly current: number;
  /** The usual range. */
  readonly from: number;
  readonly to: number;
  /** What the input may be: every value between is reached. */
  readonly least: number;
  readonly most: number;
  /** How many steps make 1: 1 for whole numbers, 10,000 for weights. Without it any value will do. */
  readonly stepsPerUnit?: number;
  /** What it does not move, as one sentence; null where it moves all. */
  readonly note: string | null;
  readonly at: (value: number) => Stoppable<Scenario>;
};

/** For an input that is moved in no time. */
export function inOneStep(changed: (value: number) => Scenario): Input["at"] {
  return function* (value) {
    yield;
    return changed(value);
  };
}

/** Inputs that a scenario has, and one sentence for each that it does not have. */
export type Inputs = { readonly inputs: readonly Input[]; readonly missing: readonly string[] };

/** "3 curves have no cap: Pipeline (Seller), …". null without any. */
export function noteOf(names: readonly string[], what: { readonly one: string; readonly many: string }, lacks: string): string | null {
  if (names.length === 0) return null;
  return `${names.length === 1 ? `1 ${what.one} has` : `${names.length} ${what.many} have`} no ${lacks}: ${names.join(", ")}.`;
}
