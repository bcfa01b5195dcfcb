/** What a person earns who stands at given attainments, before rounding, and where one KPI makes it jump. */
import type { Kpi, Role } from "../../model/scenario.ts";
import { NO_MONEY, roundMinor } from "../../units/money.ts";
import { MOST_ATTAINMENT, snapAttainment } from "../attainment.ts";
import { planOf } from "../plan.ts";
import { evaluateRole, type PayContext } from "../role.ts";
import type { Cliff } from "./outcome.ts";

/** Where a person stands: the attainment of each KPI, ratio, 1 = target. */
export type Standing = (kpi: Kpi) => number;

/** Attainments are told apart to ten decimals. */
const STEP = 1e-10;

/** A lump of less than a millionth of target incentive is what a steep slope adds in the last decimal. */
const SMALLEST_JUMP = 1e-6;

/** The attainment just below another one. */
export function justBelow(attainment: number): number {
  return snapAttainment(attainment - STEP);
}

/** The same standing with one KPI somewhere else. */
export function standingAt(standing: Standing, kpiId: string, attainment: number): Standing {
  return (kpi) => (kpi.id === kpiId ? attainment : standing(kpi));
}

/** The incentive of one person at given attainments, links and plan cap included: minor units before rounding. */
export function incentiveAt(role: Role, context: PayContext, standing: Standing): number {
  const { kpis, targetIncentive } = evaluateRole(role, context, standing);
  const sum = kpis.reduce((total, kpi) => total + kpi.targetIncentive * kpi.payoutFactor, 0);
  return role.payoutCap === null ? sum : Math.min(sum, targetIncentive * role.payoutCap);
}

/** The attainments of one KPI at which pay may jump or turn, ascending: its curve's corners and those of links that read it. */
export function turnsOf(role: Role, kpiId: string): readonly number[] {
  const plan = planOf(role);
  const position = role.kpis.findIndex((kpi) => kpi.id === kpiId);
  const own = plan.kpis[position];
  const places = [...(own?.curve?.x ?? [])];
  // What a missed gate leaves may turn at target.
  if (own !== undefined && own.gates.length > 0) places.push(1);
  for (const { gates, modifiers, matrix } of plan.kpis) {
    for (const gate of gates) if (gate.measuredBy === position) places.push(gate.minimum);
    for (const modifier of modifiers) if (modifier.measuredBy === position) places.push(...modifier.curve.x);
    if (matrix?.rows === position) places.push(...matrix.rowPlaces);
    if (matrix?.columns === position) places.push(...matrix.columnPlaces);
  }
  return [...new Set(places)].sort((a, b) => a - b);
}

/** The next jump of a person's incentive as one KPI goes up and the others stay; factors are multiples of target incentive. */
export function nextCliffAbove(role: Role, context: PayContext, standing: Standing, kpi: Kpi): Cliff | null {
  const targetIncentive = evaluateRole(role, context, standing).targetIncentive;
  if (targetIncentive === NO_MONEY) return null;
  const stands = snapAttainment(standing(kpi));
  for (const attainment of turnsOf(role, kpi.id)) {
    if (attainment <= stands || attainment > MOST_ATTAINMENT) continue;
    const below = incentiveAt(role, context, standingAt(standing, kpi.id, justBelow(attainment)));
    const at = incentiveAt(role, context, standingAt(standing, kpi.id, attainment));
    if (Math.abs(at - below) > SMALLEST_JUMP * targetIncentive) {
      return { attainment, below: below / targetIncentive, at: at / targetIncentive, amount: roundMinor(at - below) };
    }
  }
  return null;
}
