import { describe, expect, it } from "vitest";
import { plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { payChanges, type PayChanges } from "#shared/actuals/index.ts";
import { NO_CHOICES, costBridge, matchRoles, type MatchChoices } from "#shared/comparison/index.ts";
import { evaluateRole, drawnSellers, simulate } from "#shared/engine/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { comparisonService, type ComparisonAnswer, type ComparisonQuestion } from "./comparison-service.ts";

const scenarioOf = (onTargetEarnings: number): Scenario => {
  const plain = plainScenario({ roles: [plainRole({ headcount: 4, onTargetEarnings })] });
  return { ...plain, outlook: { ...plain.outlook, trials: 3_000 } };
};
const [base, other] = [scenarioOf(100_000), scenarioOf(120_000)];
const question = (id: number, of: Partial<ComparisonQuestion>): { of: "question"; question: ComparisonQuestion } => ({ of: "question", question: { id, years: [], bridges: [], pay: [], ...of } });

/** A service whose steps are run by hand; every look at the clock is a long time. */
function started() {
  const answers: ComparisonAnswer[] = [];
  const waiting: (() => void)[] = [];
  let clock = 0;
  const ask = comparisonService({ answer: (answer) => answers.push(answer), later: (step) => waiting.push(step), now: () => (clock += 5) });
  const step = (): boolean => {
    const next = waiting.shift();
    next?.();
    return next !== undefined;
  };
  return { ask, answers, step, finish: () => { while (step()); } };
}

describe("comparison off the main thread", () => {
  it("answers bridges, then the first 1,000 years of every scenario, then all, the same as at once", () => {
    const { ask, answers, finish } = started();
    ask(question(3, { years: [{ key: "a", scenario: base }, { key: "b", scenario: other }], bridges: [{ key: "b", basis: "target", base, other, choices: NO_CHOICES }] }));
    finish();
    expect(answers.map((answer) => (answer.of === "years" ? `${answer.key} ${answer.outcome.trials}` : answer.of))).toEqual(["bridge", "a 1000", "b 1000", "a 3000", "b 3000", "done"]);
    expect(answers[0]).toMatchObject({ bridge: costBridge(base, other, matchRoles(base, other), "target") });
    expect(answers.find((answer) => answer.of === "years" && answer.key === "b" && !answer.outcome.isCoarse)).toMatchObject({ outcome: simulate(other) });
  });

  it("drops what was asked before when something else is", () => {
    const { ask, answers, step, finish } = started();
    ask(question(1, { years: [{ key: "a", scenario: base }] }));
    step();
    ask(question(2, { bridges: [{ key: "b", basis: "expected", base, other, choices: NO_CHOICES }] }));
    finish();
    expect(answers.map(({ id, of }) => [id, of])).toEqual([[2, "bridge"], [2, "done"]]);
  });

  it("pays the sellers of the first simulated year, and people of a file, under any scenario", () => {
    const { ask, answers, finish } = started();
    ask({ of: "people", source: { id: 1, scenario: base, results: null } });
    ask(question(1, { pay: [{ key: "a", scenario: base, base, choices: NO_CHOICES }] }));
    finish();
    const [role] = base.roles;
    const paid = answers.find((answer) => answer.of === "pay");
    const expected = [...drawnSellers(base, 0)].map(({ attained }) => (role === undefined ? 0 : evaluateRole(role, base, ({ id }) => attained[id]?.[0] ?? 1).pay));
    expect(paid?.of === "pay" ? paid.backTests["a"]?.people.map(({ pay }) => pay) : []).toEqual(expected);
    ask({ of: "people", source: { id: 2, scenario: base, results: { periods: 1, people: [{ person: "Ada", roleId: "seller", attained: { sales: [1] } }] } } });
    ask(question(2, { pay: [{ key: "b", scenario: other, base, choices: NO_CHOICES }] }));
    finish();
    expect(answers.at(-2)).toMatchObject({ of: "pay", sourceId: 2, backTests: { b: { people: [{ person: "Ada", pay: 12_000_000 }] } } });
  });

  it("gives way while sellers of a year are drawn, and draws no more when something else is asked", () => {
    const { ask, answers, step, finish } = started();
    const many: Scenario = { ...base, roles: base.roles.map((role) => ({ ...role, headcount: 1_000 })) };
    ask({ of: "people", source: { id: 1, scenario: many, results: null } });
    ask(question(1, { pay: [{ key: "a", scenario: many, base: many, choices: NO_CHOICES }] }));
    for (let steps = 0; steps < 4; steps += 1) expect(step()).toBe(true);
    expect(answers).toEqual([]);
    ask(question(2, { years: [] }));
    finish();
    expect(answers.map(({ id, of }) => [id, of])).toEqual([[2, "done"]]);
    ask(question(3, { pay: [{ key: "a", scenario: many, base: many, choices: NO_CHOICES }] }));
    finish();
    expect(answers.flatMap((answer) => (answer.of === "pay" ? [answer.backTests["a"]?.people.length] : []))).toEqual([1_000]);
  });

  it("keeps a role that was matched by hand after the base was edited", () => {
    const { ask, answers, finish } = started();
    const edited: Scenario = { ...base, cost: { ...base.cost, burdenOnBase: 0.3 } };
    const renamed: Scenario = { ...other, roles: other.roles.map((role) => ({ ...role, id: "hunter", title: "Hunter", archetype: "custom" })) };
    ask({ of: "people", source: { id: 1, scenario: base, results: { periods: 1, people: [{ person: "Ada", roleId: "seller", attained: { sales: [1] } }] } } });
    ask(question(1, { pay: [{ key: "base", scenario: edited, base: edited, choices: NO_CHOICES }, { key: "b", scenario: renamed, base: edited, choices: { roles: { hunter: "seller" }, kpis: {} } }] }));
    finish();
    expect(answers[0]).toMatchObject({ of: "pay", backTests: { base: { withoutRole: [], people: [{ person: "Ada", pay: 10_000_000 }] }, b: { withoutRole: [], people: [{ person: "Ada", pay: 12_000_000 }] } } });
  });

  /** Pay of the base's simulated sellers under the base and under another scenario, compared. */
  const changesUnder = (plan: Scenario, compared: Scenario, choices: MatchChoices = NO_CHOICES): PayChanges => {
    const { ask, answers, finish } = started();
    ask({ of: "people", source: { id: 1, scenario: plan, results: null } });
    ask(question(1, { pay: [{ key: "base", scenario: plan, base: plan, choices: NO_CHOICES }, { key: "b", scenario: compared, base: plan, choices }] }));
    finish();
    const paid = answers.find((answer) => answer.of === "pay");
    const [mine, theirs] = paid?.of === "pay" ? [paid.backTests["base"], paid.backTests["b"]] : [];
    if (mine === undefined || theirs === undefined) throw new Error("Both were asked.");
    return payChanges(mine, theirs, 0, 0);
  };

  it("has no winner and no loser where a role and its KPI are only called otherwise", () => {
    const sample = sampleScenario();
    const people = sample.roles.reduce((sum, { headcount }) => sum + headcount, 0);
    const [role] = sample.roles;
    const [kpi] = role?.kpis ?? [];
    if (role === undefined || kpi === undefined) throw new Error("The sample has a role with KPIs.");
    const called = (title: string, name: string): Scenario => ({ ...sample, roles: sample.roles.map((each) => (each === role ? { ...role, title, kpis: role.kpis.map((one) => (one === kpi ? { ...kpi, name } : one)) } : each)) });
    const withIds = (scenario: Scenario): Scenario => JSON.parse(JSON.stringify(scenario).replaceAll(`"${role.id}"`, '"other-role"').replaceAll(`"${kpi.id}"`, '"other-kpi"')) as Scenario;
    const none = { gain: 0, lose: 0, same: people, toKeepWhole: 0 };
    expect(changesUnder(sample, called("Partner Hunter", "Deals found"))).toMatchObject(none);
    expect(changesUnder(sample, withIds(sample))).toMatchObject(none);
    const byHand = { roles: { "other-role": role.id }, kpis: { "other-role": { "other-kpi": kpi.id } } };
    expect(changesUnder(sample, withIds(called("Partner Hunter", "Deals found")), byHand)).toMatchObject(none);
    // The other is not the base under another name only.
    expect(changesUnder(sample, { ...sample, roles: sample.roles.map((each) => ({ ...each, onTargetEarnings: each.onTargetEarnings + 1_000 })) })).toMatchObject({ gain: people });
  });

  it("tells sellers of two roles of one title apart", () => {
    const twins = plainScenario({ roles: ["one", "two"].map((id) => plainRole({ id, title: "Seller", headcount: 2 })) });
    expect(changesUnder(twins, twins).people.map(({ person, roleIds }) => [person, roleIds])).toEqual([["Seller 1", ["one"]], ["Seller 2", ["one"]], ["Seller 3", ["two"]], ["Seller 4", ["two"]]]);
  });
});
