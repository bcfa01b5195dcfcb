import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../../tests/helpers/property-seed.ts";
import { plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { expectedCost } from "../../engine/index.ts";
import type { Curve, Scenario } from "../../model/scenario.ts";
import { basisPoints } from "../../units/basis-points.ts";
import type { MinorUnits } from "../../units/money.ts";
import { companyInputs } from "./company-inputs.ts";
import { curveInputs } from "./curve-inputs.ts";
import type { Input } from "./input.ts";
import { roleInputs, type RoleScope } from "./role-inputs.ts";
import { sensitivities } from "./sensitivities.ts";
import { finished } from "../stoppable.ts";
import { together } from "../together.ts";

const expected = (scenario: Scenario): MinorUnits | null => expectedCost(scenario).total?.cost ?? null;

function planOf(...curves: readonly Curve[]): Scenario {
  const kpis = curves.map((curve, index) => plainKpi({ id: `kpi-${index}`, name: `KPI ${index + 1}`, weight: basisPoints(10_000 / curves.length), curve }));
  return plainScenario({ roles: [plainRole({ headcount: 10, kpis })] });
}

function valuesOf(scenario: Scenario, id: string): readonly number[] {
  return sensitivities(scenario, { cost: expected }).find((each) => each.id === id)?.points.map(({ value }) => Math.round(value * 1e6) / 1e6) ?? [];
}

const NARROW = points([[0.9, 0.5], [0.95, 0.9], [1, 1], [1.3, 2]]);

describe("values on the axis of an input", () => {
  it("end where the handle of a threshold stops", () => {
    expect(valuesOf(planOf(NARROW), "threshold")).toEqual([0.8, 0.8375, 0.875, 0.9125, 0.95]);
  });

  it("are the mean of what several curves reach, where one of them stops earlier", () => {
    // The second goes from 0.5 to 0.6, the first stops at 0.95.
    const values = valuesOf(planOf(NARROW, points([[0.5, 0], [1, 1]])), "threshold");
    expect([values[0], values.at(-1)]).toEqual([0.6, 0.775]);
  });

  it("of what excellence pays end at the cap", () => {
    expect(valuesOf(planOf(points([[0.5, 0], [1, 1], [1.3, 2]], { cap: 2.2 })), "excellence")).toEqual([1.5, 1.675, 1.85, 2.025, 2.2]);
  });

  it("of a weight are whole hundredths of a percent, none of them twice", () => {
    const plan = planOf(NARROW, NARROW);
    const found = sensitivities(plan, { cost: expected, ranges: { "weight/seller/kpi-0": { from: 0.5, to: 0.5003 } } });
    expect(found.find((each) => each.id === "weight/seller/kpi-0")?.points.map(({ value }) => value)).toEqual([0.5, 0.5001, 0.5002, 0.5003]);
  });

  it("are reached: an input of the changed scenario stands there", () => {
    const scopes: readonly RoleScope[] = [{ of: "costliest" }, { of: "all" }];
    const inputsOf = (scenario: Scenario, scope: RoleScope): readonly Input[] => [companyInputs(scenario), finished(curveInputs(scenario)), roleInputs(scenario, scope)].flatMap(({ inputs }) => inputs);
    fc.assert(
      fc.property(scenarioArbitrary(), fc.constantFrom(...scopes), fc.nat(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (scenario, scope, pick, place) => {
        const inputs = inputsOf(scenario, scope);
        const input = inputs[pick % Math.max(1, inputs.length)];
        if (input === undefined) return;
        const { from, to, least, most, stepsPerUnit } = input;
        const [low, high] = [Math.max(least, from), Math.min(most, to)];
        const there = low + (high - low) * place;
        const value = stepsPerUnit === undefined ? there : Math.min(most, Math.max(least, Math.round(there * stepsPerUnit) / stepsPerUnit));
        const changed = finished(input.at(value));
        // Another role may be the costliest then, and another weight its largest: what is asked is what the input itself says.
        const roleId = input.id.split("/")[1];
        const again = inputsOf(changed, roleId === undefined ? scope : { of: "role", id: roleId }).find((each) => each.id === input.id);
        if (again === undefined || input.id.startsWith("weight") || CURVES.includes(input.id)) return;
        expect(again.current).toBeCloseTo(value, 6);
      }),
      { numRuns: 400 },
    );
  });
});

/** A curve may lose its figure on the way, at 0 for one: see ../curves/curve-figures.test.ts for what they reach. */
const CURVES = ["threshold", "accelerator", "excellence", "cap"];

describe("figures moved together", () => {
  it("go as far as each can, and the amount to a mean is found again", () => {
    const all = together([{ share: 1, value: 0.9, least: 0, most: 0.95 }, { share: 3, value: 0.5, least: 0.45, most: 1 }])!;
    expect(all.current).toBeCloseTo(0.6, 12);
    expect(all.moved(0.1)).toBeCloseTo(0.25 * 0.95 + 0.75 * 0.6, 12);
    expect([all.least, all.most]).toEqual([0.75 * 0.45, 0.25 * 0.95 + 0.75]);
    expect(all.amountTo(all.current)).toBe(0);
    for (const by of [-0.8, -0.3, -0.02, 0.03, 0.2, 0.45]) expect(all.amountTo(all.moved(by))).toBeCloseTo(by, 9);
    expect(together([{ share: 0, value: 1, least: 0, most: 2 }])).toBeNull();
  });
});

describe("scope", () => {
  const STEPS: Curve = { kind: "steps", cap: null, steps: [{ from: 0.5, payout: 0.5 }, { from: 1, payout: 1 }] };
  const small = plainRole({ id: "small", title: "Small", headcount: 4, onTargetEarnings: 80_000, payoutCap: 2 });
  const plan = plainScenario({ roles: [small, plainRole({ id: "large", title: "Large", headcount: 20, kpis: [plainKpi({ curve: STEPS })] })] });
  const idsOf = (roles: RoleScope): readonly string[] => sensitivities(plan, { cost: () => 0 as MinorUnits, roles }).map(({ id }) => id);

  it("is the costliest role, the one asked for, or all", () => {
    expect(idsOf({ of: "costliest" })).toContain("split/large");
    expect(idsOf({ of: "role", id: "small" })).toEqual(expect.arrayContaining(["split/small", "planCap/small"]));
    expect(idsOf({ of: "role", id: "gone" })).toContain("split/large");
    expect(idsOf({ of: "all" })).toEqual(expect.arrayContaining(["split", "earnings", "headcount", "planCap"]));
  });

  it("moves all roles by the same points, the same factor, in proportion", () => {
    const { inputs } = roleInputs(plan, { of: "all" });
    const at = (id: string, value: number): readonly (readonly number[])[] => inputs.filter((each) => each.id === id).flatMap((each) => finished(each.at(value)).roles.map((role) => [role.baseShare, role.onTargetEarnings, role.headcount]));
    expect(inputs.map(({ id, current }) => [id, Math.round(current * 100) / 100])).toEqual([["split", 0.5], ["earnings", 96_666.67], ["headcount", 24], ["planCap", 2]]);
    expect(at("split", 0.6)).toEqual([[0.6, 80_000, 4], [0.6, 100_000, 20]]);
    expect(at("headcount", 30)).toEqual([[0.5, 80_000, 5], [0.5, 100_000, 25]]);
    expect(at("earnings", (2 * (4 * 80_000 + 20 * 100_000)) / 24).map(([, earnings = 0]) => Math.round(earnings))).toEqual([160_000, 200_000]);
  });

  it("names the curves and roles that do not have an input, and the inputs that none has", () => {
    expect(finished(curveInputs(plan)).inputs.find(({ id }) => id === "accelerator")?.note).toBe("1 curve has no accelerator: Sales (Large).");
    expect(finished(curveInputs(plan)).missing).toContain("No curve has a cap.");
    expect(roleInputs(plan, { of: "all" }).inputs.find(({ id }) => id === "planCap")?.note).toBe("1 role has no plan cap: Large.");
    expect(roleInputs(plan, { of: "costliest" }).missing).toEqual(["No weight of Large can move.", "Large has no plan cap."]);
  });

  it("keeps an input that moves nothing, last, with its usual range", () => {
    const found = sensitivities(plainScenario(), { cost: expected, ranges: { average: { from: 1, to: 1 } } });
    const average = found.find(({ id }) => id === "average");
    expect(average).toMatchObject({ swing: 0, isEdited: true, usual: { from: 0.92, to: 1.08 } });
    expect(found.slice(found.findIndex(({ swing }) => swing === 0)).every(({ swing }) => swing === 0)).toBe(true);
    expect(found.find(({ id }) => id === "marketCorrelation")).toMatchObject({ swing: 0, isEdited: false });
  });

  it("moves the fixed cost of a head from nothing as well", () => {
    expect(sensitivities(plainScenario(), { cost: expected }).find(({ id }) => id === "fixedPerHead")).toMatchObject({ current: 0, usual: { from: 0, to: 1_000 }, swing: 1_000_00 });
  });
});
