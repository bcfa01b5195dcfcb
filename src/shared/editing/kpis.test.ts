import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roleArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { KPI_CATALOGUE, emptyScenario, kpiFromTemplate, kpiTemplate, presetCurve, sampleScenario } from "../library/index.ts";
import { MEASURES, type Kpi, type Link, type Role, type Scenario } from "../model/scenario.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { basisPoints } from "../units/basis-points.ts";
import { addKpi, applyArticleScorecard, changeMeasure, moveKpi, removeKpi } from "./kpis.ts";
import { MOST_KPIS } from "../model/limits.ts";

const cam = sampleScenario().roles[0]!;
const empty: Role = { ...cam, kpis: [] };
const satisfaction = kpiFromTemplate(kpiTemplate("partner-satisfaction"), { kpiIds: [] });
const weights = (role: Role): Readonly<Record<string, number>> => Object.fromEntries(role.kpis.map((kpi) => [kpi.id, kpi.weight]));
const unlocked = (role: Role): Role => ({ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, locked: false })) });
const scenarioOf = (role: Role): Scenario => ({ ...emptyScenario({ id: "s", name: "", currency: "USD", fiscalYear: 2027 }), roles: [role] });
const problems = (role: Role): unknown => {
  const read = validateScenario(scenarioOf(role));
  return read.ok ? [] : read.problems;
};

describe("addKpi", () => {
  it("gives the first one everything and later ones nothing", () => {
    const one = addKpi(empty, satisfaction);
    expect(weights(one)).toEqual({ satisfaction: 10_000 });
    expect(weights(addKpi(one, satisfaction))).toEqual({ satisfaction: 10_000, "satisfaction-2": 0 });
  });

  it("keeps the others as they are", () => {
    const next = addKpi(cam, satisfaction);
    expect(next.kpis.slice(0, 4)).toEqual(cam.kpis);
    expect(next.kpis[0]).toBe(cam.kpis[0]);
  });

  it("gives the first one that pays a curve where it has none", () => {
    const added = addKpi(empty, { ...satisfaction, curve: null }).kpis[0];
    expect(added).toMatchObject({ weight: 10_000, curve: kpiTemplate("partner-satisfaction").curve });
  });

  it("adds nothing to a full scorecard", () => {
    const full = Array.from({ length: MOST_KPIS }).reduce<Role>((role) => addKpi(role, satisfaction), empty);
    expect(full.kpis).toHaveLength(MOST_KPIS);
    expect(addKpi(full, satisfaction)).toBe(full);
  });
});

describe("removeKpi", () => {
  it("gives its weight to the unlocked others in proportion", () => {
    expect(weights(removeKpi(cam, "influenced").role)).toEqual({ sourced: 6_000, milestones: 3_000, objectives: 1_000 });
    expect(weights(removeKpi(unlocked(cam), "sourced").role)).toEqual({ influenced: 5_000, milestones: 3_333, objectives: 1_667 });
  });

  it("gives it to locked ones where nobody else is there, and leaves the locks on", () => {
    const locked = { ...cam, kpis: cam.kpis.map((kpi) => ({ ...kpi, locked: kpi.id !== "sourced" })) };
    const { role } = removeKpi(locked, "sourced");
    expect(weights(role)).toEqual({ influenced: 5_000, milestones: 3_333, objectives: 1_667 });
    expect(role.kpis.every((kpi) => kpi.locked)).toBe(true);
  });

  it("leaves a role without KPIs after the last one", () => {
    expect(removeKpi(addKpi(empty, satisfaction), "satisfaction").role.kpis).toEqual([]);
  });

  it("takes measured-only KPIs along with the last one that pays", () => {
    const measured: Kpi = { ...satisfaction, id: "measured", curve: null };
    const role = addKpi(addKpi(empty, satisfaction), measured);
    const removal = removeKpi(role, "satisfaction");
    expect(removal.role.kpis).toEqual([]);
    expect(removal.removedKpis.map((kpi) => kpi.id)).toEqual(["measured"]);
  });

  it("removes and narrows the links that name it, and says which", () => {
    const measuredByIt: Link = { kind: "gate", measuredBy: "sourced", minimum: 0.8, appliesTo: "all", otherwise: "no-payout" };
    const onlyToIt: Link = { kind: "gate", measuredBy: "influenced", minimum: 0.8, appliesTo: ["sourced"], otherwise: "no-payout" };
    const alsoToIt: Link = { kind: "modifier", measuredBy: "influenced", appliesTo: ["sourced", "objectives"], curve: presetCurve("steps") };
    const other: Link = { kind: "gate", measuredBy: "influenced", minimum: 0.5, appliesTo: "all", otherwise: "capped-at-target" };
    const removal = removeKpi({ ...cam, links: [measuredByIt, onlyToIt, alsoToIt, other] }, "sourced");
    expect(removal.role.links).toEqual([{ ...alsoToIt, appliesTo: ["objectives"] }, other]);
    expect(removal.removedLinks).toEqual([measuredByIt, onlyToIt]);
    expect(removal.narrowedLinks).toEqual([alsoToIt]);
  });

  it("shares the links where none names it, and everything where the id is unknown", () => {
    expect(removeKpi(cam, "sourced").role.links).toBe(cam.links);
    expect(removeKpi(cam, "x").role).toBe(cam);
  });
});

describe("moveKpi", () => {
  it("moves within the list", () => {
    expect(moveKpi(cam, "sourced", 2).kpis.map((kpi) => kpi.id)).toEqual(["influenced", "milestones", "sourced", "objectives"]);
    expect(moveKpi(cam, "sourced", 0)).toBe(cam);
  });
});

describe("changeMeasure", () => {
  it("takes over name, unit and revenue, and a target in the new unit", () => {
    const kpi = changeMeasure(cam, "sourced", "new-partners").kpis[0]!;
    expect(kpi).toEqual({ ...cam.kpis[0], measure: "new-partners", name: "New partners", unit: "count", target: 12, revenue: "none" });
  });

  it("keeps a name of one's own, and the target in the same unit", () => {
    const named = { ...cam, kpis: [{ ...cam.kpis[0]!, name: "EMEA deals", target: 5 }] };
    expect(changeMeasure(named, "sourced", "renewals").kpis[0]).toMatchObject({ name: "EMEA deals", target: 5, revenue: "credited" });
    expect(changeMeasure(named, "sourced", "partner-influenced-revenue").kpis[0]).toMatchObject({ target: 5, revenue: "none" });
  });

  it("changes nothing for the same measure or an unknown id", () => {
    expect(changeMeasure(cam, "sourced", "partner-sourced-revenue")).toBe(cam);
    expect(changeMeasure(cam, "x", "renewals")).toBe(cam);
  });
});

describe("applyArticleScorecard", () => {
  it("puts 40/30/20/10 in place of what was there", () => {
    const role = applyArticleScorecard(addKpi(empty, satisfaction));
    expect(role.kpis.map(({ measure, weight }) => [measure, weight])).toEqual([
      ["partner-sourced-revenue", 4_000], ["partner-influenced-revenue", 3_000], ["enablement-milestones", 2_000], ["strategic-objectives", 1_000],
    ]);
  });

  it("keeps what already measures the same thing, but for its weight", () => {
    const own: Kpi = { ...cam.kpis[1]!, id: "mine", name: "Mine", target: 7, curve: presetCurve("levels"), weight: basisPoints(10_000) };
    expect(applyArticleScorecard({ ...cam, kpis: [own] }).kpis[1]).toEqual({ ...own, weight: 3_000 });
  });

  it("gives a measured-only KPI a curve, since it now pays", () => {
    const measured = { ...cam, kpis: cam.kpis.map((kpi) => (kpi.id === "objectives" ? { ...kpi, curve: null } : kpi)) };
    expect(applyArticleScorecard(measured).kpis[3]!.curve).toEqual(presetCurve("levels"));
  });
});

describe("every change of a scorecard", () => {
  type Change = (role: Role) => Role;
  const changes: fc.Arbitrary<Change> = fc.oneof(
    fc.constantFrom(...KPI_CATALOGUE).map((template): Change => (role) => addKpi(role, kpiFromTemplate(template, { kpiIds: [] }))),
    fc.nat(5).map((index): Change => (role) => removeKpi(role, role.kpis[index]?.id ?? "").role),
    fc.tuple(fc.nat(5), fc.integer({ min: -1, max: 6 })).map(([index, to]): Change => (role) => moveKpi(role, role.kpis[index]?.id ?? "", to)),
    fc.tuple(fc.nat(5), fc.constantFrom(...MEASURES)).map(([index, measure]): Change => (role) => changeMeasure(role, role.kpis[index]?.id ?? "", measure)),
    fc.constant<Change>(applyArticleScorecard),
  );

  it("leaves a role that a file can hold", () => {
    fc.assert(fc.property(roleArbitrary(), fc.array(changes, { maxLength: 6 }), (start, steps) => {
      expect(problems(start)).toEqual([]);
      expect(problems(steps.reduce((role, change) => change(role), start))).toEqual([]);
    }));
  });
});
