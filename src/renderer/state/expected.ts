/** Expected cost as it is shown: in closed form where that is exact, otherwise from the simulated years; and what rests on it. */
import { addedBySpread, costAtAverage, expectedCcos, expectedCost, type CostParts, type ExpectedCcos, type ScenarioTotal, type SimulationOutcome } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { Coarse } from "#shared/report/nearly.ts";

/** Instead of a note under a figure of the simulated years. */
export const NOT_SIMULATED = "no simulated years yet";

/** The parts of an expected cost. What has a closed form is never coarse. */
export type ExpectedParts = CostParts & Coarse;

export type Expected = {
  /** By position in the scenario; null until the years it needs are simulated. */
  readonly roles: readonly (ExpectedParts | null)[];
  readonly total: ExpectedParts | null;
  /** The total has a closed form: no simulated year is in it. */
  readonly isExact: boolean;
};

export function expectedOf(scenario: Scenario, outcome: SimulationOutcome | null): Expected {
  const exact = expectedCost(scenario);
  const shown = (inClosedForm: CostParts | null, simulated: CostParts | null): ExpectedParts | null => {
    const parts = inClosedForm ?? simulated;
    return parts === null ? null : { ...parts, isCoarse: inClosedForm === null && outcome?.isCoarse === true };
  };
  return {
    roles: scenario.roles.map((role, index) => shown(exact.roles[index] ?? null, outcome?.roles.find(({ id }) => id === role.id)?.expected ?? null)),
    total: shown(exact.total, outcome?.expected ?? null),
    isExact: exact.total !== null,
  };
}

/** CCOS of the expected pay that is shown; null until it is there. */
export function ccosOf(scenario: Scenario, { total }: Expected): (ExpectedCcos & Coarse) | null {
  return total === null ? null : { ...expectedCcos(scenario, total), isCoarse: total.isCoarse };
}

/** The cost at average attainment, and what is added to it by what makes years differ; null where the expected cost is not there. */
export function gapOf(scenario: Scenario, expected: Expected): { readonly average: ScenarioTotal; readonly gap: number | null } {
  const average = costAtAverage(scenario);
  return { average, gap: expected.total === null ? null : addedBySpread(scenario, expected.total, average) };
}

/** What makes the gap: the cost at average attainment has neither spread nor what draws and guarantees pay. */
export function gapCause({ roles }: Scenario): "spread" | "spread and draws" {
  return roles.some(({ countsInCost, draw }) => countsInCost && draw !== null) ? "spread and draws" : "spread";
}

/** "spread of attainment", "spread and draws". */
export function gapWords(scenario: Scenario): string {
  const cause = gapCause(scenario);
  return cause === "spread" ? "spread of attainment" : cause;
}
