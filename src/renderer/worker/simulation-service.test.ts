import { describe, expect, it } from "vitest";
import { plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { simulate } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { simulationService, type SimulationAnswer } from "./simulation-service.ts";

function scenarioOf(onTargetEarnings: number, trials = 3_000): Scenario {
  const plain = plainScenario({ roles: [plainRole({ headcount: 40, onTargetEarnings })] });
  return { ...plain, outlook: { ...plain.outlook, trials } };
}

/** A service whose steps are run by hand; every look at the clock is a long time. */
function started() {
  const answers: SimulationAnswer[] = [];
  const waiting: (() => void)[] = [];
  let clock = 0;
  const ask = simulationService({ answer: (answer) => answers.push(answer), later: (step) => waiting.push(step), now: () => (clock += 5) });
  const step = (): boolean => {
    const next = waiting.shift();
    next?.();
    return next !== undefined;
  };
  return { ask, answers, step, finish: () => { while (step()); } };
}

describe("the simulation off the main thread", () => {
  it("answers coarse first, then in full, and the same as at once", () => {
    const { ask, answers, finish } = started();
    ask({ id: 7, scenario: scenarioOf(100_000) });
    finish();
    expect(answers.map(({ id, outcome }) => [id, outcome.trials, outcome.isCoarse])).toEqual([[7, 1_000, true], [7, 3_000, false]]);
    expect(answers.at(-1)?.outcome).toEqual(simulate(scenarioOf(100_000)));
  });

  it("answers once where the first years are all", () => {
    const { ask, answers, finish } = started();
    ask({ id: 1, scenario: scenarioOf(100_000, 1_000) });
    finish();
    expect(answers.at(-1)?.outcome.isCoarse).toBe(false);
  });

  it("drops what was asked before when something else is", () => {
    const { ask, answers, step, finish } = started();
    ask({ id: 1, scenario: scenarioOf(100_000) });
    step();
    ask({ id: 2, scenario: scenarioOf(120_000) });
    finish();
    expect(answers.filter(({ id, outcome }) => id === 1 && !outcome.isCoarse)).toEqual([]);
    expect(answers.at(-1)).toEqual({ id: 2, outcome: simulate(scenarioOf(120_000)) });
  });
});
