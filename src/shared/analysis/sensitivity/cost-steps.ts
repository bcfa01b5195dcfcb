/** The cost that is moved, read off one scenario after another: a few milliseconds at a time. */
import { createSimulator, expectedCost } from "../../engine/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { MinorUnits } from "../../units/money.ts";
import type { Stoppable } from "../stoppable.ts";

/** Which cost is asked about. */
export type CostGoal = "expectedCost" | "p90";

/** Reads a cost, with a stop every few milliseconds; null where a scenario has none. */
export type CostReader = (scenario: Scenario) => Stoppable<MinorUnits | null>;

/**
 * Expected cost, simulated only where it has no closed form, or P90 of the simulated years; the same figures as everywhere
 * else. One reader keeps its draws from one scenario to the next.
 */
export function costReader(goal: CostGoal): CostReader {
  const simulator = createSimulator();

  return function* (scenario) {
    if (goal === "expectedCost") {
      const { total } = expectedCost(scenario);
      if (total !== null) return total.cost;
    }
    simulator.begin(scenario);
    while (simulator.advance()) yield;
    const outcome = simulator.outcome();
    return outcome === null ? null : goal === "p90" ? outcome.p90 : outcome.expected.cost;
  };
}
