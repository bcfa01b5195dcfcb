import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { sensitivities } from "#shared/analysis/index.ts";
import { expectedCost, simulate } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { sensitivityService, type SensitivityAnswer, type SensitivityQuestion } from "./sensitivity-service.ts";

function scenarioOf(headcount: number): Scenario {
  const plain = plainScenario({ roles: [plainRole({ headcount })] });
  return { ...plain, outlook: { ...plain.outlook, trials: 2_000 } };
}

function question(id: number, scenario: Scenario, goal: SensitivityQuestion["goal"]): SensitivityQuestion {
  return { id, scenario, goal, roles: { of: "costliest" }, ranges: {} };
}

const MISSING = ["No curve has a threshold that moves.", "No curve has a cap.", "No weight of Seller can move.", "Seller has no plan cap."];

/** A service whose steps are run by hand; every look at the clock is a long time. */
function started() {
  const answers: SensitivityAnswer[] = [];
  const waiting: (() => void)[] = [];
  let clock = 0;
  const ask = sensitivityService({ answer: (answer) => answers.push(answer), later: (step) => waiting.push(step), now: () => (clock += 5) });
  const step = (): boolean => {
    const next = waiting.shift();
    next?.();
    return next !== undefined;
  };
  return { ask, answers, step, finish: () => { while (step()); } };
}

describe("what moves the cost, off the main thread", () => {
  it("answers once where the cost is in closed form, and as it does at once", () => {
    const { ask, answers, finish } = started();
    ask(question(3, scenarioOf(10), "expectedCost"));
    finish();
    const cost = (scenario: Scenario) => expectedCost(scenario).total?.cost ?? null;
    expect(answers).toEqual([{ id: 3, goal: "expectedCost", isCoarse: false, cost: cost(scenarioOf(10)), sensitivities: sensitivities(scenarioOf(10), { cost }), missing: MISSING }]);
  });

  it("answers P90 of the first thousand years, then of all", () => {
    const { ask, answers, finish } = started();
    ask(question(1, scenarioOf(3), "p90"));
    finish();
    expect(answers.map(({ isCoarse, cost }) => [isCoarse, cost])).toEqual([[true, simulate(scenarioOf(3), { trials: 1_000 }).p90], [false, simulate(scenarioOf(3)).p90]]);
  });

  it("drops what was asked before when something else is, or nothing", () => {
    const { ask, answers, step, finish } = started();
    ask(question(1, scenarioOf(3), "p90"));
    step();
    ask(question(2, scenarioOf(10), "expectedCost"));
    finish();
    expect(answers.map(({ id }) => id)).toEqual([2]);
    ask(question(3, scenarioOf(3), "p90"));
    step();
    ask(null);
    finish();
    expect(answers).toHaveLength(1);
  });

  it("answers P90 as the simulation has it, and simulated expected cost where there is no closed form", () => {
    const plain = plainScenario({ roles: [plainRole({ headcount: 3, payoutCap: 1.2 })] });
    const { ask, answers, finish } = started();
    ask(question(1, plain, "expectedCost"));
    finish();
    const cost = (scenario: Scenario) => simulate(scenario).expected.cost;
    expect(answers).toMatchObject([{ isCoarse: false, cost: cost(plain), sensitivities: sensitivities(plain, { cost }) }]);
  });

  it.each(["expectedCost", "p90"] as const)("gives way inside the first %s of many roles", (goal) => {
    const roles = Array.from({ length: 60 }, (_, index) => plainRole({ id: `role-${index}`, headcount: 20, kpis: [plainKpi({ outlook: { shape: "normal", mean: 1 + index / 100, spread: 0.2 } })] }));
    const { ask, answers, step, finish } = started();
    ask(question(1, { ...plainScenario({ roles }), outlook: { ...plainScenario().outlook, trials: 1_000 } }, goal));
    // Two looks at the clock are longer than a stretch: one piece of work each.
    for (let count = 0; count < 10; count += 1) expect(step()).toBe(true);
    ask(question(2, scenarioOf(2), "expectedCost"));
    finish();
    expect(answers.map(({ id }) => id)).toEqual([2]);
  });

  it("asks about the roles that are wanted", () => {
    const { ask, answers, finish } = started();
    ask({ ...question(1, scenarioOf(10), "expectedCost"), roles: { of: "all" } });
    finish();
    expect(answers[0]?.sensitivities.map(({ id }) => id)).toContain("headcount");
  });

  it("takes ranges that are asked for", () => {
    const { ask, answers, finish } = started();
    ask({ ...question(1, scenarioOf(10), "expectedCost"), ranges: { "headcount/seller": { from: 1, to: 2 } } });
    finish();
    expect(answers[0]?.sensitivities.find((each) => each.id === "headcount/seller")?.points.map(({ value }) => value)).toEqual([1, 2]);
  });
});
