import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarioArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { sampleScenario } from "../library/index.ts";
import { MOST_GOALS } from "../model/limits.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { addGoal, moveGoal, removeGoal, renameGoal, supportCount, withSupport } from "./goals.ts";

const sample = sampleScenario();
const [first, second] = sample.goals;
if (first === undefined || second === undefined) throw new Error("The sample has goals.");

describe("addGoal", () => {
  it("adds at the end with an id of its own", () => {
    const twice = addGoal(addGoal(sample, " Win in EMEA "), "Win in APAC");
    expect(twice.goals.slice(sample.goals.length)).toEqual([{ id: "goal", text: "Win in EMEA" }, { id: "goal-2", text: "Win in APAC" }]);
  });

  it("adds nothing without words or to a full list", () => {
    expect(addGoal(sample, "  ")).toBe(sample);
    const full = { ...sample, goals: Array.from({ length: MOST_GOALS }, (_, index) => ({ id: `g${index}`, text: "" })) };
    expect(addGoal(full, "One more")).toBe(full);
  });
});

describe("renameGoal", () => {
  it("rewords and keeps what supports it", () => {
    const next = renameGoal(sample, first.id, "Grow faster ");
    expect(next.goals[0]).toEqual({ id: first.id, text: "Grow faster" });
    expect(next.roles).toBe(sample.roles);
  });

  it.each([["the same text", first.id, first.text], ["no text", first.id, " "], ["an unknown goal", "none", "Grow"]])("changes nothing for %s", (_, id, text) => {
    expect(renameGoal(sample, id, text)).toBe(sample);
  });
});

describe("moveGoal", () => {
  it("moves within the list", () => {
    expect(moveGoal(sample, first.id, 1).goals.slice(0, 2)).toEqual([second, first]);
    expect(moveGoal(sample, first.id, -1)).toBe(sample);
  });
});

describe("removeGoal", () => {
  it("takes the goal out of every KPI and shares the roles that do not name it", () => {
    expect(supportCount(sample, first.id)).toBeGreaterThan(1);
    const next = removeGoal(sample, first.id);
    expect(next.goals).not.toContain(first);
    expect(supportCount(next, first.id)).toBe(0);
    sample.roles.forEach((role, index) => {
      if (!role.kpis.some((kpi) => kpi.supports.includes(first.id))) expect(next.roles[index]).toBe(role);
    });
    expect(removeGoal(sample, "none")).toBe(sample);
  });

  it("leaves a valid document, and the supports of every other goal", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), (scenario, pick) => {
        const goal = scenario.goals[pick % Math.max(scenario.goals.length, 1)];
        if (goal === undefined) return;
        const next = removeGoal(scenario, goal.id);
        expect(validateScenario(next)).toMatchObject({ ok: true });
        for (const each of next.goals) expect(supportCount(next, each.id)).toBe(supportCount(scenario, each.id));
      }),
    );
  });
});

it("supports a goal or not", () => {
  const kpi = sample.roles[0]?.kpis[0];
  if (kpi === undefined) throw new Error("The sample has KPIs.");
  const both = withSupport(kpi, second.id, true);
  expect(both.supports).toEqual([...kpi.supports, second.id]);
  expect(withSupport(both, second.id, true)).toBe(both);
  expect(withSupport(both, second.id, false).supports).toEqual(kpi.supports);
});
