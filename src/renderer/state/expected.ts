/** Expected cost as it is shown: in closed form where that is exact, otherwise from the simulated years. */
import { costAtAverage, expectedCost, type CostParts, type ScenarioTotal, type SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

/** Before a figure of the first few of the years asked for. */
export const NEARLY = "≈ ";

/** Instead of a note under a figure of the simulated years. */
export const NOT_SIMULATED = "no simulated years yet";

export type Expected = {
  /** By position in the scenario; null until the years it needs are simulated. */
  readonly roles: readonly (CostParts | null)[];
  readonly total: CostParts | null;
  /** The total has a closed form: no simulated year is in it. */
  readonly isExact: boolean;
  /** The total is of the simulated years, and they are only the first of those asked for. */
  readonly isCoarse: boolean;
};

export function expectedOf(scenario: Scenario, outcome: SimulationOutcome | null): Expected {
  const exact = expectedCost(scenario);
  const simulated = (id: string): CostParts | null => outcome?.roles.find((role) => role.id === id)?.expected ?? null;
  return { roles: scenario.roles.map((role, index) => exact.roles[index] ?? simulated(role.id)), total: exact.total ?? outcome?.expected ?? null, isExact: exact.total !== null, isCoarse: exact.total === null && outcome?.isCoarse === true };
}

/** The cost at average attainment, and what the spread of attainment adds to it; null where the expected cost is not there. */
export function gapOf(scenario: Scenario, expected: Expected): { readonly average: ScenarioTotal; readonly gap: number | null } {
  const average = costAtAverage(scenario);
  return { average, gap: expected.total === null ? null : expected.total.cost - average.cost };
}
