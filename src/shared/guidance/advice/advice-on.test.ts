import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { sampleScenario } from "../../library/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import { serializeScenario, validateScenario } from "../../scenario-file/index.ts";
import { guardrailById } from "../register.ts";
import { adviceOn } from "./advice-on.ts";
import type { Advice } from "./advice.ts";
import { ROLE_CHECKS, SCENARIO_CHECKS } from "./register.ts";
import { LONGEST_SENTENCE, statementsOf } from "./words.ts";

const CHECKS = [...ROLE_CHECKS, ...SCENARIO_CHECKS];
const checkOf = (advice: Advice): string => advice.id.split("/")[0] ?? "";
const ORDER = ["advice", "information", "met"];

/** A sentence without the name of a KPI before its colon; nothing of one that ends in the words of a goal. */
function withoutName(advice: Advice): string {
  return checkOf(advice) === "goals" && advice.id !== "goals" ? "" : advice.sentence.replace(/^.*: /su, "");
}

/** Scenarios as they are and with names that do not fit. */
const scenarios = fc.tuple(fc.constantFrom("ordinary" as const, "extreme" as const).chain(scenarioArbitrary), fc.boolean()).map(([scenario, isLong]) => (isLong ? withLongNames(scenario) : scenario));

function withLongNames(scenario: Scenario): Scenario {
  const long = "Émilie’s 🦜 registered and co-sold revenue of the northern territories ".repeat(3);
  return {
    ...scenario,
    goals: scenario.goals.map((goal) => ({ ...goal, text: long })),
    roles: scenario.roles.map((role) => ({ ...role, title: long, kpis: role.kpis.map((kpi) => ({ ...kpi, name: long })) })),
  };
}

function forAnyAdvice(check: (advice: Advice, scenario: Scenario) => void, numRuns = 100): void {
  fc.assert(fc.property(scenarios, (scenario) => adviceOn(scenario).forEach((advice) => check(advice, scenario))), { numRuns });
}

describe("advice on any scenario", () => {
  it("is one sentence of at most 70 characters, without words that judge", () => {
    forAnyAdvice((advice) => {
      const { sentence } = advice;
      expect(sentence.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(sentence).toMatch(/^\S.*\.$/su);
      expect(sentence).not.toMatch(/\p{Surrogate}/u);
      expect(withoutName(advice)).not.toMatch(/NaN|undefined|Infinity|null|!|-\d|optimal|best practice|recommend/iu);
    }, 400);
  });

  it("names a role and a KPI that are there", () => {
    forAnyAdvice(({ roleId, place }, scenario) => {
      const role = scenario.roles.find((each) => each.id === roleId);
      if (roleId !== null) expect(role).toBeDefined();
      expect(place?.roleId).toBe(roleId);
      if (place?.kpiId != null) expect(role?.kpis.map((kpi) => kpi.id)).toContain(place.kpiId);
    });
  });

  it("has an id of its own within its role, short enough for a file", () => {
    fc.assert(fc.property(scenarios, (scenario) => {
      const keys = adviceOn(scenario).map(({ id, roleId }) => JSON.stringify([id, roleId]));
      expect(new Set(keys).size).toBe(keys.length);
    }));
    expect(Math.max(...CHECKS.map((check) => check.id.length))).toBeLessThan(100);
  });

  it("cites what the register has under the guardrails of its check, wherever its sentence speaks of a source", () => {
    forAnyAdvice((advice) => {
      const check = CHECKS.find((each) => each.id === checkOf(advice));
      const known = (check?.guardrails ?? []).flatMap((id) => statementsOf(guardrailById(id)));
      const article = guardrailById("G10").publisher;
      for (const source of advice.sources) if (source.publisher !== article) expect(known).toContainEqual(source);
      for (const source of advice.sources) expect(advice.detail).toContain(source.value);
      if (/source|scorecard|example|published|SCORE|ZS|payroll tax/u.test(withoutName(advice))) expect(advice.sources.length).toBeGreaterThan(0);
    });
  });

  it("is never louder than the first source it names", () => {
    forAnyAdvice(({ severity, sources: [first] }) => {
      if (first?.tag === "C") expect(severity).not.toBe("advice");
    });
  });

  it("comes as advice, information, met; within each by role in document order, then the scenario's", () => {
    fc.assert(fc.property(scenarios, (scenario) => {
      const ids: readonly (string | null)[] = [...scenario.roles.map((role) => role.id), null];
      const ranks = adviceOn(scenario).map(({ severity, roleId }) => ORDER.indexOf(severity) * ids.length + ids.indexOf(roleId));
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    }));
  });

  it("has at most five things that are met in a role", () => {
    fc.assert(fc.property(scenarios, (scenario) => {
      for (const role of scenario.roles) expect(adviceOn(scenario).filter(({ roleId, severity }) => roleId === role.id && severity === "met").length).toBeLessThanOrEqual(5);
    }));
  });

  it("offers changes that leave a valid document and end the advice", () => {
    forAnyAdvice((advice, scenario) => {
      if (advice.tryIt === null) return;
      const changed = advice.tryIt.apply(scenario);
      expect(validateScenario(changed)).toEqual({ ok: true, scenario: changed });
      expect(serializeScenario(changed, "1")).not.toBe(serializeScenario(scenario, "1"));
      const still = adviceOn(changed).find(({ id, roleId }) => id === advice.id && roleId === advice.roleId);
      if (still !== undefined && checkOf(advice) !== "cliff") expect(still.severity).toBe("met");
      expect(still?.sentence).not.toBe(advice.sentence);
    });
  });
});

describe("advice is kept", () => {
  it("per scenario", () => {
    const scenario = sampleScenario();
    expect(adviceOn(scenario)).toBe(adviceOn(scenario));
  });

  it("per role, while what its checks look at is the same", () => {
    const scenario = plainScenario({ roles: [plainRole({ id: "a" }), plainRole({ id: "b", kpis: [plainKpi({ name: "Bookings" })] })] });
    const ofA = (changed: Scenario): readonly Advice[] => adviceOn(changed).filter(({ roleId }) => roleId === "a");
    const [first, second] = scenario.roles;
    if (first === undefined || second === undefined) throw new Error("two roles");
    const before = ofA(scenario);
    expect(before.length).toBeGreaterThan(2);
    ofA({ ...scenario, name: "Other", roles: [first, { ...second, baseShare: 0.9 }] }).forEach((advice, index) => expect(advice).toBe(before[index]));
    expect(ofA({ ...scenario, currency: "EUR" })[0]).not.toBe(before[0]);
  });
});

it("every check has an id of its own", () => {
  expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length);
  for (const { id } of CHECKS) expect(id).toMatch(/^[a-z-]+$/u);
});
