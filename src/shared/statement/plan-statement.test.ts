import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { presetCurve } from "../library/index.ts";
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { planStatement, statementText } from "./index.ts";

function section(role: Partial<Role>, id: string, scenario: Partial<Scenario> = {}): string {
  const whole = plainRole(role);
  const found = planStatement(whole, plainScenario({ ...scenario, roles: [whole] })).sections.find((each) => each.id === id);
  return found?.sentences.map((sentence) => sentence.text).join(" ") ?? "";
}

describe("the section on the role", () => {
  it("says what it drives in its own words and in the product’s", () => {
    expect(section({ drives: " revenue  with partners ", focus: "revenue", alsoDrives: ["strategic", "enablement"], quotaCarrying: true }, "role")).toBe(
      "Revenue with partners. The main focus is revenue; the role also drives strategic relationships and enablement of partners. The role carries a quota.",
    );
    expect(section({ drives: "", focus: "operations", alsoDrives: ["operations"], quotaCarrying: false }, "role")).toBe("The main focus is operations. The role carries no quota.");
  });
});

describe("the section on pay", () => {
  it("names OTE, its parts, and how the incentive is split", () => {
    const kpis = [plainKpi({ id: "a", name: "Sales", weight: basisPoints(7_500) }), plainKpi({ id: "b", name: "Renewals", weight: basisPoints(2_500) })];
    expect(section({ kpis }, "pay")).toBe(
      "Your on-target earnings (OTE) are $100,000 a year: $50,000 base pay and $50,000 target incentive, a split of 50/50. The incentive depends on two measures: Sales 75% ($37,500) and Renewals 25% ($12,500).",
    );
  });

  it("says so where target does not pay the target incentive", () => {
    expect(section({ kpis: [plainKpi({ curve: points([[0, 0], [1, 0.8]]) })] }, "pay")).toContain("With every target met the plan pays $40,000 of incentive: $10,000 less than target incentive.");
    expect(section({ kpis: [plainKpi({ curve: points([[0, 0], [1, 1.1]]) })] }, "pay")).toContain("$55,000 of incentive: $5,000 more than target incentive.");
  });

  it("has words for a role without incentive or without measures", () => {
    expect(section({ baseShare: 1 }, "pay")).toContain("are $100,000 a year, all of it base pay.");
    expect(section({ kpis: [] }, "pay")).toContain("No measure is tied to the incentive yet, so none of it is paid.");
    expect(section({ kpis: [] }, "limit")).toBe("There is no incentive to earn: your pay is your base pay.");
  });

  it("writes every amount in the document’s currency", () => {
    expect(section({}, "pay", { currency: "JPY" })).toContain("¥50,000 base pay");
  });
});

describe("the section on limits", () => {
  it.each<{ readonly role: Partial<Role>; readonly says: string }>([
    { role: {}, says: "There is no limit on what you can earn for Sales." },
    { role: { kpis: [plainKpi({ curve: presetCurve("capped") })] }, says: "The most you can earn is $75,000 for Sales. Your pay for a year is never more than $125,000." },
    { role: { payoutCap: 2 }, says: "Whatever the results, the incentive of a year is at most $100,000: 200% of target incentive. Your pay for a year is never more than $150,000." },
    {
      role: { payoutCap: 2, kpis: [plainKpi({ curve: presetCurve("capped") })] },
      says: "Before the limit of the plan, the most you can earn is $75,000 for Sales. Whatever the results, the incentive of a year is at most $100,000: 200% of target incentive. Your pay for a year is never more than $125,000.",
    },
  ])("$says", ({ role, says }) => {
    expect(section(role, "limit")).toBe(says);
  });

  it("counts modifiers, which act after the cap of a KPI", () => {
    const kpis = [plainKpi({ curve: presetCurve("capped") }), plainKpi({ id: "quality", name: "Quality", weight: basisPoints(0), curve: null })];
    const modifier = { kind: "modifier", measuredBy: "quality", appliesTo: "all", curve: { kind: "steps", cap: null, steps: [{ from: 0, payout: 0.9 }, { from: 1, payout: 1.2 }] } } as const;
    expect(section({ kpis, links: [modifier] }, "limit")).toContain("$90,000 for Sales");
  });
});

describe("worked years", () => {
  it("are the engine’s, and say where the plan’s limit holds them", () => {
    expect(section({ payoutCap: 1.1 }, "examples")).toBe(
      "At 80% of every target you are paid $90,000 for the year: $50,000 base pay and $40,000 incentive. " +
        "At 100% of every target you are paid $100,000 for the year: $50,000 base pay and $50,000 incentive. " +
        "At 120% of every target you are paid $105,000 for the year: $50,000 base pay and $55,000 incentive, held at the limit of the plan.",
    );
  });

  it("say that they leave draws and new hires aside", () => {
    expect(section({ draw: { kind: "guarantee", perPeriod: 1_000, periods: 1 } }, "examples")).toContain("without a draw and without the start of a new hire");
  });
});

describe("the section on payment", () => {
  const quarterly = { ...PLAIN_PAYMENTS, frequency: "quarterly" } as const;
  it.each([
    { payments: PLAIN_PAYMENTS, says: "Incentive is paid once a year." },
    { payments: quarterly, says: "Incentive is paid every quarter. Each quarter stands alone: it has its own part of the year’s target and of target incentive, is read off every curve by itself, and what it pays is final. Every quarter has the same part of the year’s target." },
    { payments: { ...quarterly, basis: "cumulative" as const, seasonality: [0.2, 0.25, 0.25, 0.3] }, says: "The quarters have 20%, 25%, 25% and 30% of the year’s target." },
    { payments: { ...quarterly, basis: "cumulative" as const }, says: "each quarter pays what you have earned since the start of the year, less what was paid before" },
    { payments: { ...quarterly, frequency: "half-yearly" as const }, says: "Incentive is paid twice a year. Each half-year stands alone" },
  ])("$says", ({ payments, says }) => {
    expect(section({}, "when", { payments })).toContain(says);
  });

  it.each<{ readonly role: Partial<Role>; readonly says: string }>([
    { role: { newHires: [{ count: 1, startPeriod: 2, ramp: [0.25] }] }, says: "1 person joins in quarter 2: the first quarter has 25% of the full target and of target incentive, so each result pays the same; after that all of it." },
    { role: { newHires: [{ count: 3, startPeriod: 3, ramp: [0.25, 0.5] }] }, says: "3 people join in quarter 3: the first 2 quarters have 25% and 50% of the full target" },
    { role: { newHires: [{ count: 2, startPeriod: 1, ramp: [] }] }, says: "2 people join in quarter 1, with the full target from the start." },
    { role: { newHires: [{ count: 2, startPeriod: 5, ramp: [] }] }, says: "2 people join after the end of this year." },
    { role: { draw: { kind: "guarantee", perPeriod: 2_000, periods: 2 } }, says: "You are paid at least $2,000 of incentive a quarter in the first 2 quarters: a guarantee, nothing is paid back." },
    { role: { draw: { kind: "non-recoverable", perPeriod: 2_000, periods: 1 } }, says: "You are paid at least $2,000 of incentive a quarter in the first quarter: a draw that is not paid back." },
    { role: { draw: { kind: "recoverable", perPeriod: 2_000, periods: 2 } }, says: "is taken back from later earnings" },
    { role: { newHires: [{ count: 1, startPeriod: 1, ramp: [] }], draw: { kind: "guarantee", perPeriod: 1, periods: 1 } }, says: "New hires are paid at least $1" },
  ])("$says", ({ role, says }) => {
    expect(section(role, "start", { payments: quarterly })).toContain(says);
  });

  it("has nothing to say about a start where nobody joins and nothing is drawn", () => {
    expect(section({}, "start")).toBe("");
  });
});

describe("the section on a KPI", () => {
  const kpiSection = (kpi: Partial<Kpi>, scenario: Partial<Scenario> = {}): string => section({ kpis: [plainKpi(kpi)] }, "kpi/sales", scenario);

  it("says what it measures, its target by its unit, and what it weighs", () => {
    expect(kpiSection({})).toContain("Booked value of own deals, direct or with a partner. Your target is $1,000,000 for the year. It carries 100% of your target incentive: $50,000 a year.");
    expect(kpiSection({ unit: "count", target: 1_200 })).toContain("Your target is 1,200 in the year.");
    expect(kpiSection({ unit: "percent", target: 95 })).toContain("Your target is 95%.");
    expect(kpiSection({ unit: "score", target: 4.5 })).toContain("Your target is a score of 4.5.");
    expect(kpiSection({ measure: "custom" })).toMatch(/^Your target/u);
  });

  it("names the goals it supports", () => {
    const goals = [{ id: "one", text: "Grow with partners." }, { id: "two", text: "Keep customers" }];
    expect(kpiSection({ supports: ["one"] }, { goals })).toContain("It supports the company goal “Grow with partners”.");
    expect(kpiSection({ supports: ["two", "one"] }, { goals })).toContain("It supports the company goals “Grow with partners” and “Keep customers”.");
  });

  it("explains attainment where less is better", () => {
    expect(kpiSection({ direction: "lower" })).toContain("Less is better: attainment is target ÷ result, so a result 10% below target counts as 111%.");
    expect(kpiSection({ direction: "lower", target: 0 })).toContain("a result of 0 meets the target, anything above it counts as nothing.");
    expect(kpiSection({ direction: "lower" })).toContain("For every 1 point of attainment, you earn $500, without limit.");
  });

  it("says what a KPI without pay is there for", () => {
    const quality = plainKpi({ id: "quality", name: "Quality", weight: basisPoints(0), curve: null });
    const gate = { kind: "gate", measuredBy: "quality", minimum: 1, appliesTo: "all", otherwise: "no-payout" } as const;
    expect(section({ kpis: [plainKpi(), quality], links: [gate] }, "kpi/quality")).toContain("It carries no pay itself; it acts on what other measures pay.");
    expect(section({ kpis: [plainKpi(), quality] }, "kpi/quality")).toContain("It carries no pay and acts on none.");
    expect(section({ kpis: [plainKpi(), quality], links: [gate] }, "kpi/sales")).toContain("Other measures can change these amounts, as said below.");
  });

  it("goes by its place where it has no name", () => {
    const role = plainRole({ kpis: [plainKpi({ name: " . " })] });
    expect(planStatement(role, plainScenario()).sections.find((each) => each.id === "kpi/sales")?.title).toBe("Measure 1");
  });

  it("says that credit is not settled", () => {
    expect(kpiSection({ attribution: "unclear" })).toContain("It is not settled yet who gets credit for a result.");
  });
});

describe("rules of engagement", () => {
  it("stand as sentences, empty ones left out", () => {
    expect(section({}, "rules", { rulesOfEngagement: ["register deals first", "", "Who registers, leads!"] })).toBe("Register deals first. Who registers, leads!");
    expect(section({}, "rules")).toBe("");
  });
});

describe("the statement as text", () => {
  it("has a title, paragraphs, and lists of what stands alone", () => {
    const role = plainRole({ kpis: [] });
    expect(statementText(planStatement(role, plainScenario({ roles: [role], rulesOfEngagement: ["One", "Two"] })))).toContain(
      "Seller, fiscal year 2027\n\nWhat this role drives\nThe main focus is revenue. The role carries a quota.\n\nYour pay\n",
    );
    expect(statementText(planStatement(role, plainScenario({ roles: [role], rulesOfEngagement: ["One", "Two"] })))).toMatch(/\n\nRules of engagement\n• One\.\n• Two\.\n$/u);
  });
});
