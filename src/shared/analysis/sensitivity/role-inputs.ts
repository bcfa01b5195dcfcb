/** Inputs of the role that costs most: its split, pay, people, largest weight and plan cap, moved as goal seek moves them. */
import { evaluateScenario } from "../../engine/index.ts";
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { isCounting } from "../curves/figures-in-scope.ts";
import { leverAt, withLever } from "../solve/lever.ts";
import type { Input } from "./input.ts";

/** How far each is moved either way. */
const SHARE = 0.1;
const EARNINGS_TIMES = 0.1;
const HEADS = 2;
const HEADS_TIMES = 0.1;
const PLAN_CAP = 0.5;

/** The inputs of the counting role whose cost at target is the largest, the first of equals. */
export function roleInputs(scenario: Scenario): readonly Input[] {
  const role = costliest(scenario);
  if (role === null) return [];
  const { id } = role;
  const heads = Math.max(HEADS, Math.round(role.headcount * HEADS_TIMES));
  const heaviest = role.kpis.filter((kpi) => !kpi.locked && kpi.weight > 0).reduce<Kpi | null>((most, kpi) => (most === null || kpi.weight > most.weight ? kpi : most), null);
  return [
    ...lever(scenario, `roles.${id}.baseShare`, `split/${id}`, "percent", SHARE),
    ...lever(scenario, `roles.${id}.onTargetEarnings`, `earnings/${id}`, "money", role.onTargetEarnings * EARNINGS_TIMES),
    ...lever(scenario, `roles.${id}.headcount`, `headcount/${id}`, "count", heads),
    ...(heaviest === null ? [] : lever(scenario, `roles.${id}.kpis.${heaviest.id}.weight`, `weight/${id}/${heaviest.id}`, "percent", SHARE)),
    ...lever(scenario, `roles.${id}.payoutCap`, `planCap/${id}`, "percent", PLAN_CAP),
  ];
}

function costliest(scenario: Scenario): Role | null {
  const { roles } = evaluateScenario(scenario, { kind: "uniform", attainment: 1 });
  const costs = scenario.roles.map((role, index): number => (isCounting(role) ? (roles[index]?.cost.cost ?? 0) : -1));
  const largest = Math.max(-1, ...costs);
  return largest < 0 ? null : (scenario.roles[costs.indexOf(largest)] ?? null);
}

/** None where the document has no such number, or where it cannot move. */
function lever(scenario: Scenario, path: string, id: string, unit: Input["unit"], by: number): readonly Input[] {
  const answer = leverAt(scenario, path);
  if (!answer.ok || answer.lever.isEmpty || answer.lever.held !== null) return [];
  const { label, value, min, max, whole } = answer.lever;
  const input: Input = { id, label, unit, current: value, from: value - by, to: value + by, least: min, most: max, at: (to) => withLever(scenario, path, to) };
  return [whole ? { ...input, whole: true } : input];
}
