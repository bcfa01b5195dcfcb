/** Company goals of the scenario and which KPIs support them. Value in, new value out; what did not change is shared. */
import { freeId } from "../library/index.ts";
import { MOST_GOALS } from "../model/limits.ts";
import type { Goal, Kpi, Scenario } from "../model/scenario.ts";
import { moved } from "./order.ts";

/**
 * Adds a goal at the end, with an id that no other goal has: "goal", "goal-2".
 * @param text trimmed; an empty one adds nothing, nor does a full list (1,000 goals)
 */
export function addGoal(scenario: Scenario, text: string): Scenario {
  const words = text.trim();
  if (words === "" || scenario.goals.length >= MOST_GOALS) return scenario;
  const goal: Goal = { id: freeId("goal", scenario.goals.map((each) => each.id)), text: words };
  return { ...scenario, goals: [...scenario.goals, goal] };
}

/** Rewords a goal; the KPIs that support it go on doing so. An empty text, the same text or an unknown id changes nothing. */
export function renameGoal(scenario: Scenario, goalId: string, text: string): Scenario {
  const words = text.trim();
  const goal = scenario.goals.find((each) => each.id === goalId);
  if (goal === undefined || words === "" || goal.text === words) return scenario;
  return { ...scenario, goals: scenario.goals.map((each) => (each.id === goalId ? { ...each, text: words } : each)) };
}

/**
 * Moves a goal to a place in the order.
 * @param to index it has afterwards; limited to the list. An unknown id or the same place changes nothing
 */
export function moveGoal(scenario: Scenario, goalId: string, to: number): Scenario {
  const goals = moved(scenario.goals, goalId, to);
  return goals === scenario.goals ? scenario : { ...scenario, goals };
}

/** Removes a goal, and takes it out of every KPI that supports it. An unknown id changes nothing. */
export function removeGoal(scenario: Scenario, goalId: string): Scenario {
  const goals = scenario.goals.filter((goal) => goal.id !== goalId);
  if (goals.length === scenario.goals.length) return scenario;
  const roles = scenario.roles.map((role) => {
    if (!role.kpis.some((kpi) => kpi.supports.includes(goalId))) return role;
    return { ...role, kpis: role.kpis.map((kpi) => withSupport(kpi, goalId, false)) };
  });
  return { ...scenario, goals, roles };
}

/** The KPI with a goal of the scenario supported or not; the same KPI where it already stands so. */
export function withSupport(kpi: Kpi, goalId: string, supports: boolean): Kpi {
  if (kpi.supports.includes(goalId) === supports) return kpi;
  return { ...kpi, supports: supports ? [...kpi.supports, goalId] : kpi.supports.filter((id) => id !== goalId) };
}

/** KPIs of all roles that support a goal. */
export function supportCount(scenario: Scenario, goalId: string): number {
  return scenario.roles.reduce((sum, role) => sum + role.kpis.filter((kpi) => kpi.supports.includes(goalId)).length, 0);
}
