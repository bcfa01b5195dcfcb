/** What holds for the statement of every valid plan, and what ties its words to the engine. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { compileCurve, evaluateRole, factorAt, periodsOf, planOf } from "../engine/index.ts";
import { presetCurve } from "../library/index.ts";
import { measuringIds } from "../model/links.ts";
import type { Role, Scenario } from "../model/scenario.ts";
import { planStatement, statementText, type PlanStatement } from "./index.ts";

const anyScenario = fc.oneof(scenarioArbitrary("ordinary"), scenarioArbitrary("extreme"));

function everyRole(check: (role: Role, scenario: Scenario, statement: PlanStatement) => void): void {
  fc.assert(fc.property(anyScenario, (scenario) => scenario.roles.forEach((role) => check(role, scenario, planStatement(role, scenario)))), { numRuns: 150 });
}

function sentencesOf(statement: PlanStatement): readonly PlanStatement["sections"][number]["sentences"][number][] {
  return statement.sections.flatMap((section) => section.sentences);
}

function expectWholeSentences(statement: PlanStatement): void {
  for (const { text } of sentencesOf(statement)) {
    expect(text).toMatch(/[.!?…]$/u);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity| {2}|^ | $| [.,;:](?: |$)|[.,;:]\.$|\n/u);
  }
}

/** The scenario with one text in every place where a person may type. */
function typed(scenario: Scenario, text: string): Scenario {
  return {
    ...scenario,
    goals: scenario.goals.map((goal) => ({ ...goal, text })),
    rulesOfEngagement: [text],
    roles: scenario.roles.map((role) => ({
      ...role,
      title: text,
      drives: text,
      kpis: role.kpis.map((kpi) => ({ ...kpi, name: text, curve: kpi.curve?.kind === "levels" ? { ...kpi.curve, levels: kpi.curve.levels.map((level) => ({ ...level, name: text })) } : kpi.curve })),
    })),
  };
}

describe("a statement of any valid plan", () => {
  it("is made of whole sentences", () => {
    everyRole((_, __, statement) => expectWholeSentences(statement));
  });

  it("is made of whole sentences whatever was typed into the plan", () => {
    const part = fc.constantFrom("Sales", "inc.", "a", ".", ",", ":", ";", " ", "  ", "\n", "\t", "\u00a0", "é", "7", "%");
    const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(scenarioArbitrary(), text, (scenario, words) => {
        const whole = typed(scenario, words);
        for (const role of whole.roles) expectWholeSentences(planStatement(role, whole));
      }),
      { numRuns: 150 },
    );
  });

  it("has a section for every KPI and names each that pays among the pay and the limits", () => {
    everyRole((role, _, statement) => {
      const kpiSections = statement.sections.filter((each) => each.id.startsWith("kpi/"));
      expect(kpiSections.map((each) => each.id)).toEqual(role.kpis.map((kpi) => `kpi/${kpi.id}`));
      const pay = statement.sections.find((each) => each.id === "pay")!.sentences.map((each) => each.text).join(" ");
      role.kpis.forEach((kpi, index) => {
        if (kpi.weight > 0) expect(pay).toContain(kpiSections[index]!.title);
      });
    });
  });

  it("has one sentence for every link, about the KPI it measures", () => {
    everyRole((role, _, statement) => {
      const links = statement.sections.find((each) => each.id === "links")?.sentences ?? [];
      expect(links.map((each) => each.kpiId)).toEqual(role.links.map((link) => measuringIds(link)[0]));
    });
  });

  it("states for every sloping stretch of a curve what the engine pays for a point there", () => {
    everyRole((role, scenario, statement) => {
      const facts = sentencesOf(statement).flatMap((each) => each.facts);
      const outcome = evaluateRole(role, scenario, () => 1);
      for (const { kpiId, from, to, perPoint } of facts) {
        const index = role.kpis.findIndex((kpi) => kpi.id === kpiId);
        const worth = outcome.kpis[index]!.targetIncentive;
        const curve = compileCurve(role.kpis[index]!.curve!);
        const end = to ?? 100;
        const [one, other] = [from + (end - from) * 0.25, from + (end - from) * 0.75];
        const paid = worth * (factorAt(curve, other) - factorAt(curve, one));
        // Attainments are told apart to ten decimals.
        const blur = Math.abs(perPoint) * 100 * 2e-10 + worth * 1e-8 * (1 + end);
        expect(Math.abs(paid - perPoint * 100 * (other - one))).toBeLessThanOrEqual(blur + 1e-6 * Math.abs(paid));
      }
    });
  });

  it("leaves no slope of a paying curve unsaid", () => {
    everyRole((role, scenario, statement) => {
      const facts = sentencesOf(statement).flatMap((each) => each.facts);
      const outcome = evaluateRole(role, scenario, () => 1);
      role.kpis.forEach((kpi, index) => {
        if (kpi.weight === 0 || kpi.curve === null || planOf(role).kpis[index]?.matrix !== null || outcome.kpis[index]!.targetIncentive === 0) return;
        const curve = compileCurve(kpi.curve);
        curve.x.forEach((from, segment) => {
          if (Math.abs(curve.slope[segment] ?? 0) <= 1e-8) return;
          const said = facts.some((fact) => fact.kpiId === kpi.id && fact.from <= from && (fact.to === null || fact.to > from));
          expect(said).toBe(true);
        });
      });
    });
  });

  it("never lets the incentive pass the most it names", () => {
    const attainment = fc.array(fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(anyScenario, attainment, (scenario, attainments) => {
        for (const role of scenario.roles) {
          const { mostIncentive } = planStatement(role, scenario);
          const { incentive } = evaluateRole(role, scenario, (kpi) => attainments[role.kpis.indexOf(kpi)] ?? 1);
          const rounding = role.kpis.length * periodsOf(scenario.payments) + 1;
          if (mostIncentive !== null) expect(incentive).toBeLessThanOrEqual(mostIncentive * (1 + 1e-9) + rounding);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is the same text again for the same plan", () => {
    everyRole((role, scenario, statement) => {
      const text = statementText(statement);
      expect(statementText(planStatement(structuredClone(role), structuredClone(scenario)))).toBe(text);
      expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
    });
  });
});

describe("amounts in words", () => {
  it("say the engine's difference for a point, to the dollar", () => {
    const curve = fc.constantFrom(...(["jump", "ramp", "first-unit", "accelerator", "decelerator", "capped", "tiers-marginal", "tiers-whole", "tiers-excess"] as const)).map(presetCurve);
    fc.assert(
      fc.property(curve, fc.integer({ min: 1, max: 400_000 }), (shape, earnings) => {
        const role = plainRole({ onTargetEarnings: earnings, kpis: [plainKpi({ curve: shape })] });
        const scenario = plainScenario({ roles: [role] });
        for (const { text, facts } of sentencesOf(planStatement(role, scenario))) {
          const [fact] = facts;
          if (fact === undefined) continue;
          const [, amount = ""] = /you earn (?:about |less than )?\$([\d,]+)/u.exec(text) ?? [];
          const at = fact.from + 0.001;
          const paid = (attainment: number): number => evaluateRole(role, scenario, () => attainment).incentive;
          const difference = Math.abs(paid(at + 0.01) - paid(at)) / 100;
          expect(Math.abs(Number(amount.replaceAll(",", "")) - difference)).toBeLessThanOrEqual(text.includes("less than") ? 1 : 0.521);
        }
      }),
    );
  });
});
