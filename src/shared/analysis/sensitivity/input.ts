/** One input of "what moves the cost": where it stands, how far it is moved, the scenario with another value. */
import { evaluateRole, type SensitivityUnit } from "../../engine/index.ts";
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { isCounting } from "../curves/figures-in-scope.ts";
import type { Stoppable } from "./stoppable.ts";

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

/** A KPI of a role that counts, with its share of target incentive for all people of the role. */
export type Weighed = { readonly kpi: Kpi; readonly role: Role; readonly share: number };

/** The KPIs of the roles that count in cost and have people. */
export function countingKpis(scenario: Scenario): readonly Weighed[] {
  return scenario.roles.filter(isCounting).flatMap((role) => weighedKpis(role, scenario));
}

/** The KPIs of one of them. */
export function weighedKpis(role: Role, scenario: Scenario): readonly Weighed[] {
  const { kpis } = evaluateRole(role, scenario, () => 1);
  return role.kpis.map((kpi, index) => ({ kpi, role, share: (kpis[index]?.targetIncentive ?? 0) * role.headcount }));
}

/** What a role is called in a sentence. */
export function titleOf({ title, id }: Role): string {
  return title.trim() === "" ? id : title;
}

/** "3 curves have no cap: Pipeline (Seller), …". null without any. */
export function noteOf(names: readonly string[], what: { readonly one: string; readonly many: string }, lacks: string): string | null {
  if (names.length === 0) return null;
  return `${names.length === 1 ? `1 ${what.one} has` : `${names.length} ${what.many} have`} no ${lacks}: ${names.join(", ")}.`;
}
