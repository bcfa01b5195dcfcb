import { describe, expect, it } from "vitest";
import { ENGINE_VERSION, compileCurve, curveTraits, evaluateScenario, expectedCcos, expectedCost, factorAt, headline, upside } from "../engine/index.ts";
import { FOCUSES, MEASURES, type Role, type Scenario } from "../model/scenario.ts";
import { parseScenario, serializeScenario, validateScenario } from "../scenario-file/index.ts";
import { WHOLE } from "../units/basis-points.ts";
import {
  ARTICLE_SCORECARD, CURVE_PRESETS, EXAMPLE_NOTE, KPI_CATALOGUE, ROLE_TEMPLATES, emptyScenario, freeId, kpiFromTemplate, kpiTemplate, presetCurve, roleFromTemplate, sampleScenario,
} from "./index.ts";

const START = { id: "s", name: "Name", currency: "USD", fiscalYear: 2027 };
const withRoles = (roles: readonly Role[]): Scenario => ({ ...emptyScenario(START), roles });

describe("freeId", () => {
  it.each([
    ["cam", [], "cam"],
    ["cam", ["psm"], "cam"],
    ["cam", ["cam"], "cam-2"],
    ["cam", ["cam", "cam-2", "cam-4"], "cam-3"],
  ])("%s beside %j is %s", (stem, taken, id) => {
    expect(freeId(stem, taken)).toBe(id);
  });
});

describe("curve presets", () => {
  it.each(CURVE_PRESETS.map((preset) => [preset.id, preset] as const))("%s pays 100 % at target and says what it does", (_, preset) => {
    expect(factorAt(compileCurve(preset.curve), 1)).toBe(1);
    expect(preset.help).toMatch(/^[A-Z0-9].*\.$/u);
    expect(preset.curve).toBe(presetCurve(preset.id));
  });

  it.each([
    ["straight-line", null, 1],
    ["ramp", "ramp", 1], // 3.33 below target and above it
    ["first-unit", "first-unit", 2],
    ["jump", "jump", 2.5],
    ["accelerator", null, 2],
  ] as const)("%s starts and accelerates as its name says", (id, thresholdKind, accelerator) => {
    const traits = curveTraits(compileCurve(presetCurve(id)));
    expect(traits.thresholdKind).toBe(thresholdKind);
    expect(traits.accelerator).toBeCloseTo(accelerator, 9);
  });

  it.each([
    ["straight-line", 0.8, 0.8],
    ["ramp", 0.7, 0],
    ["first-unit", 0.69, 0],
    ["first-unit", 0.7, 0.7],
    ["jump", 0.69, 0],
    ["jump", 0.7, 0.4],
    ["jump", 1.3, 2.5],
    ["jump", 1.8, 3],
    ["jump", 2.5, 3],
    ["decelerator", 1.3, 1.6],
    ["decelerator", 1.5, 1.7],
    ["capped", 1.5, 1.5],
    ["capped", 3, 1.5],
    ["tiers-marginal", 1.4, 1.7],
    ["tiers-whole", 0.79, 0.474],
    ["tiers-whole", 0.8, 0.64],
    ["tiers-excess", 1.4, 1.8],
    ["steps", 0.59, 0],
    ["steps", 0.8, 0.8],
    ["levels", 0.49, 0],
    ["levels", 0.5, 0.5],
    ["levels", 1.25, 1.25],
    ["levels", 1.5, 1.5],
  ] as const)("%s at %d pays %d", (id, attainment, payout) => {
    expect(factorAt(compileCurve(presetCurve(id)), attainment)).toBeCloseTo(payout, 9);
  });

  it("holds every kind and every tier basis", () => {
    const kinds = new Set(CURVE_PRESETS.map(({ curve }) => (curve.kind === "tiers" ? `tiers ${curve.basis}` : curve.kind)));
    expect(kinds).toEqual(new Set(["points", "tiers marginal", "tiers whole", "tiers excess", "steps", "levels"]));
  });
});

describe("KPI catalogue", () => {
  it("has each measure of the file format once, in its order", () => {
    expect(KPI_CATALOGUE.map((template) => template.measure)).toEqual(MEASURES);
  });

  it("proposes something for every focus", () => {
    for (const focus of FOCUSES) expect(KPI_CATALOGUE.some((template) => template.measure !== "custom" && template.focuses.includes(focus))).toBe(true);
  });

  it.each(KPI_CATALOGUE.map((template) => [template.measure, template] as const))("%s makes a KPI that a file can hold", (_, template) => {
    const kpi = { ...kpiFromTemplate(template, { kpiIds: [] }), weight: WHOLE };
    expect(validateScenario(withRoles([{ ...roleFromTemplate(ROLE_TEMPLATES.at(-1)!, { roleIds: [] }), kpis: [kpi] }]))).toMatchObject({ ok: true });
    expect(template.help).toMatch(/^[A-Z].*\.$/u);
  });

  it("weighs nothing until it is given weight, and gets an id of its own", () => {
    const kpi = kpiFromTemplate(kpiTemplate("renewals"), { kpiIds: ["renewals"] });
    expect(kpi).toMatchObject({ id: "renewals-2", weight: 0 });
  });

  it("credits revenue where it is booked once: sourced, renewals, bookings", () => {
    const credited = KPI_CATALOGUE.filter((template) => kpiFromTemplate(template, { kpiIds: [] }).revenue === "credited");
    expect(credited.map((template) => template.measure)).toEqual(["partner-sourced-revenue", "renewals", "bookings"]);
  });
});

describe("the article's scorecard", () => {
  it("is 40/30/20/10 and names its source", () => {
    expect(ARTICLE_SCORECARD.weights.map(({ weight }) => weight)).toEqual([4_000, 3_000, 2_000, 1_000]);
    expect(ARTICLE_SCORECARD.source.url).toMatch(/^https:\/\//u);
  });
});

describe("role templates", () => {
  it("are the five partner roles, the Account Executive and a blank one", () => {
    expect(ROLE_TEMPLATES.map((template) => template.title)).toEqual([
      "Channel Account Manager", "Partner Sales Manager", "Alliances Manager", "Partner Development Manager", "Partner Success Manager", "Account Executive", "New role",
    ]);
  });

  it.each(ROLE_TEMPLATES.map((template) => [template.title, template] as const))("%s makes a role that a file can hold", (_, template) => {
    const role = roleFromTemplate(template, { roleIds: [] });
    const read = validateScenario(withRoles([role]));
    expect(read).toEqual({ ok: true, scenario: withRoles([role]) });
    expect(role.kpis.reduce((sum, kpi) => sum + kpi.weight, 0)).toBe(template.title === "New role" ? 0 : WHOLE);
  });

  it("numbers the id of a role that is there already", () => {
    expect(roleFromTemplate(ROLE_TEMPLATES[0]!, { roleIds: ["cam", "cam-2"] }).id).toBe("cam-3");
  });

  it("leaves only the Account Executive out of the cost", () => {
    const out = ROLE_TEMPLATES.filter((template) => !roleFromTemplate(template, { roleIds: [] }).countsInCost);
    expect(out.map((template) => template.archetype)).toEqual(["account-executive"]);
  });

  it("measures each role on what fits what it drives", () => {
    for (const template of ROLE_TEMPLATES) {
      const drives = new Set([template.focus, ...template.alsoDrives]);
      for (const kpi of template.kpis) expect(kpiTemplate(kpi.measure).focuses.some((focus) => drives.has(focus)), `${template.title}: ${kpi.name}`).toBe(true);
    }
  });
});

describe("the sample", () => {
  const sample = sampleScenario();
  const cents = (amount: number): number => amount * 100;

  it("is valid and survives its file", () => {
    expect(validateScenario(sample)).toEqual({ ok: true, scenario: sample });
    expect(parseScenario(new TextEncoder().encode(serializeScenario(sample, ENGINE_VERSION)))).toEqual({ ok: true, scenario: sample });
    expect(sampleScenario()).toEqual(sample);
  });

  it("says that its figures are examples", () => {
    expect(sample.notes).toContain(EXAMPLE_NOTE);
  });

  it("has the pictured headline", () => {
    const figures = headline(sample);
    expect(figures).toMatchObject({ people: 47, roles: 5, onTargetEarnings: cents(7_830_000), targetIncentive: cents(2_508_000), budget: cents(9_300_000), revenueBasis: "booked" });
    expect(figures.ccos).toBeCloseTo(0.065, 3);
    const { total } = expectedCost(sample);
    expect(total === null ? null : expectedCcos(sample, total).ccos).toBeCloseTo(0.0643, 4);
    expect(figures.costAtTarget / 1e8).toBeCloseTo(9.19, 2);
  });

  it("leaves the Account Executive out of the cost", () => {
    expect(evaluateScenario(sample, { kind: "uniform", attainment: 1 }).roles.filter((role) => !role.countsInCost).map((role) => role.id)).toEqual(["ae"]);
  });

  it("pays the pictured Channel Account Manager what the picture says", () => {
    const byRole = { cam: { sourced: 1.08, influenced: 0.94, milestones: 1.1, objectives: 1 } };
    const cam = evaluateScenario(sample, { kind: "each", byRole }).roles[0]!;
    expect(cam.kpis.map((kpi) => kpi.payout)).toEqual([36_960, 17_424, 16_500, 6_600].map(cents));
    expect(cam.pay).toBe(cents(176_484));
    const best = upside(sample.roles[0]!, sample);
    expect(best.multiple).toBeCloseTo(2.175, 9);
    expect(best.pay).toBe(cents(242_550));
  });

  it("pays nobody off target: every role earns its target incentive at 100 %", () => {
    for (const role of evaluateScenario(sample, { kind: "uniform", attainment: 1 }).roles) expect(role.incentive).toBe(role.targetIncentive);
  });

  it("shows the whole family of curves and one lock", () => {
    const kpis = sample.roles.flatMap((role) => role.kpis);
    expect(new Set(kpis.map((kpi) => kpi.curve?.kind))).toEqual(new Set(["points", "tiers", "steps", "levels"]));
    expect(kpis.filter((kpi) => kpi.locked).map((kpi) => kpi.id)).toEqual(["objectives"]);
  });

  it("expects skewed attainment a little below target, with a shared swing of about 6 points", () => {
    for (const kpi of sample.roles.flatMap((role) => role.kpis)) expect(kpi.outlook).toEqual({ shape: "lognormal", mean: 0.97, spread: 0.22 });
    expect(Math.sqrt(sample.outlook.marketCorrelation) * 0.22).toBeCloseTo(0.06, 3);
  });
});

describe("the empty scenario", () => {
  it("is valid, has no roles, and carries what it was given", () => {
    expect(validateScenario(emptyScenario(START))).toEqual({ ok: true, scenario: emptyScenario(START) });
    expect(emptyScenario(START)).toMatchObject({ ...START, roles: [] });
  });
});
