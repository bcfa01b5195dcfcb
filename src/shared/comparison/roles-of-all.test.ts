import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { basisPoints } from "../units/basis-points.ts";
import { NO_CHOICES } from "./match-roles.ts";
import { resultsMatching, rolesOfAll, withNewRoles } from "./roles-of-all.ts";

const half = basisPoints(5_000);
const base = plainScenario({ roles: [plainRole({ id: "cam", title: "Account Manager", kpis: [plainKpi({ id: "sourced", name: "Sourced" })] })] });
const other = plainScenario({ roles: [
  plainRole({ id: "hunter", title: "Hunter", kpis: [plainKpi({ id: "new", name: "New logos", weight: half }), plainKpi({ id: "sourced", name: "Sourced deals", weight: half })] }),
  plainRole({ id: "overlay", title: "Overlay", kpis: [plainKpi({ id: "deals", name: "Deals" })] }),
] });
const byHand = { ...NO_CHOICES, roles: { hunter: "cam" } };

describe("rolesOfAll", () => {
  it("has the roles of the base and those only another has, and KPIs only another has without weight", () => {
    const { roles } = rolesOfAll(base, [{ scenario: other, choices: byHand }]);
    expect(roles).toMatchObject([
      { id: "cam", title: "Account Manager", alsoCalled: ["hunter", "Hunter"], kpis: [{ id: "sourced", weight: 10_000, alsoCalled: ["sourced", "Sourced deals"] }, { id: "new", weight: 0 }] },
      { id: "overlay", title: "Overlay", kpis: [{ id: "deals", weight: 10_000 }] },
    ]);
  });

  it("tells apart two roles of one id that are not the same", () => {
    const twin = plainScenario({ roles: [plainRole({ id: "cam", title: "Manager" }), plainRole({ id: "lead", title: "Lead" })] });
    expect(rolesOfAll(base, [{ scenario: twin, choices: { ...NO_CHOICES, roles: { lead: "cam" } } }]).roles.map(({ id, title }) => [id, title])).toEqual([["cam", "Account Manager"], ["cam-2", "Manager"]]);
  });
});

describe("withNewRoles", () => {
  const list = rolesOfAll(base, []);

  it("adds roles, KPIs and what they are called; what was in the list keeps its ids", () => {
    const both = withNewRoles(list, rolesOfAll(base, [{ scenario: other, choices: byHand }]));
    expect(both.roles.map(({ id, title, kpis }) => [id, title, kpis.map((kpi) => kpi.id)])).toEqual([["cam", "Account Manager", ["sourced", "new"]], ["overlay", "Overlay", ["deals"]]]);
    expect(both.roles[0]?.alsoCalled).toEqual(expect.arrayContaining(["hunter", "Hunter"]));
    expect(both.roles[0]?.kpis[0]?.alsoCalled).toContain("Sourced deals");
  });

  it("stays the list itself where nothing is new, though roles of it are gone", () => {
    expect(withNewRoles(list, rolesOfAll(base, []))).toBe(list);
    const full = rolesOfAll(base, [{ scenario: other, choices: byHand }]);
    expect(withNewRoles(full, rolesOfAll(base, [{ scenario: other, choices: byHand }]))).toBe(full);
    expect(withNewRoles(full, list)).toBe(full);
  });
});

describe("ids of all", () => {
  it("are one each, whatever ids roles and KPIs have that are not the same", () => {
    const taken = plainScenario({ roles: [plainRole({ id: "cam", title: "Manager" }), plainRole({ id: "cam-2", title: "Lead" })] });
    expect(rolesOfAll(base, [{ scenario: taken, choices: { ...NO_CHOICES, roles: { cam: null } } }]).roles.map(({ id, title }) => [id, title])).toEqual([["cam", "Account Manager"], ["cam-3", "Manager"], ["cam-2", "Lead"]]);
    const crossed = plainScenario({ roles: [plainRole({ id: "cam", kpis: [plainKpi({ id: "sourced", name: "Other", weight: half }), plainKpi({ id: "x", name: "X", weight: half })] })] });
    const [role] = rolesOfAll(base, [{ scenario: crossed, choices: { ...NO_CHOICES, kpis: { cam: { x: "sourced" } } } }]).roles;
    expect(role?.kpis.map(({ id, name }) => [id, name])).toEqual([["sourced", "Sourced"], ["sourced-2", "Other"]]);
  });
});

describe("resultsMatching", () => {
  it("goes through the base as matched by hand, and directly where the base lacks the role or KPI", () => {
    const from = rolesOfAll(base, [{ scenario: other, choices: byHand }]);
    const { roleOf, kpiOf } = resultsMatching(from, base, other, byHand);
    expect(["cam", "overlay", "nobody"].map(roleOf)).toEqual(["hunter", "overlay", null]);
    expect([kpiOf("cam", "sourced"), kpiOf("cam", "new"), kpiOf("overlay", "deals")]).toEqual(["sourced", "new", "deals"]);
    const inBase = resultsMatching(from, base, base);
    expect(["cam", "overlay"].map(inBase.roleOf)).toEqual(["cam", null]);
    expect([inBase.kpiOf("cam", "sourced"), inBase.kpiOf("cam", "new")]).toEqual(["sourced", null]);
  });

  it("finds a role and a KPI that were said to be the other's own", () => {
    const choices = { roles: { hunter: "cam", overlay: null }, kpis: { hunter: { new: null } } };
    const from = rolesOfAll(base, [{ scenario: other, choices }]);
    const { roleOf, kpiOf } = resultsMatching(from, base, other, choices);
    expect(["cam", "overlay"].map(roleOf)).toEqual(["hunter", "overlay"]);
    expect([kpiOf("cam", "sourced"), kpiOf("cam", "new"), kpiOf("overlay", "deals")]).toEqual(["sourced", "new", "deals"]);
  });
});
