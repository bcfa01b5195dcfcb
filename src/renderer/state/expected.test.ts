import { describe, expect, it } from "vitest";
import { expectedCcos, simulate, type SimulationOutcome } from "#shared/engine/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { nearly } from "#shared/report/nearly.ts";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { ccosOf, expectedOf, gapCause, gapOf, gapWords } from "./expected.ts";

const capped = plainRole({ id: "capped", payoutCap: 1.2, kpis: [plainKpi({ revenue: "credited" })] });
const linkless = plainRole({ id: "linkless" });
const mixed = plainScenario({ roles: [capped, linkless] });

function first(scenario: Scenario): SimulationOutcome {
  return { ...simulate(scenario, { trials: 10 }), isCoarse: true };
}

describe("expected cost on screen", () => {
  it("is coarse only where it is of simulated years, and only while these are the first", () => {
    const { total, roles, isExact } = expectedOf(mixed, first(mixed));
    expect({ total: total?.isCoarse, roles: roles.map((role) => role?.isCoarse), isExact }).toEqual({ total: true, roles: [true, false], isExact: false });
    const whole = expectedOf(mixed, { ...first(mixed), isCoarse: false });
    expect([whole.total?.isCoarse, ...whole.roles.map((role) => role?.isCoarse)]).toEqual([false, false, false]);
    const exact = plainScenario({ roles: [linkless] });
    expect(expectedOf(exact, first(exact)).total?.isCoarse).toBe(false);
  });

  it("marks what is coarse", () => {
    expect(nearly("$9.11M", { isCoarse: true })).toBe("≈ $9.11M");
    expect(nearly("$9.11M", { isCoarse: false })).toBe("$9.11M");
  });

  it("has CCOS of the pay that is shown, as coarse as that", () => {
    expect(ccosOf(mixed, expectedOf(mixed, null))).toBeNull();
    const outcome = first(mixed);
    expect(ccosOf(mixed, expectedOf(mixed, outcome))).toEqual({ ...expectedCcos(mixed, outcome.expected), isCoarse: true });
    expect(ccosOf(sampleScenario(), expectedOf(sampleScenario(), null))).toMatchObject({ isCoarse: false, revenueBasis: "booked" });
  });
});

describe("the gap", () => {
  it("is nothing without spread on the sample, where rounding leaves some cents", () => {
    const sample = sampleScenario();
    const even = { ...sample, roles: sample.roles.map((role) => ({ ...role, kpis: role.kpis.map((kpi) => (kpi.outlook.shape === "empirical" ? kpi : { ...kpi, outlook: { ...kpi.outlook, spread: 0 } })) })) };
    const expected = expectedOf(even, null);
    const { average, gap } = gapOf(even, expected);
    expect(expected.total?.cost).not.toBe(average.cost);
    expect(gap).toBe(0);
  });

  it("names draws where a role that counts has one", () => {
    const draw = { kind: "guarantee", perPeriod: 1_000, periods: 1 } as const;
    expect(gapWords(mixed)).toBe("spread of attainment");
    expect(gapCause(plainScenario({ roles: [plainRole({ draw, countsInCost: false })] }))).toBe("spread");
    expect(gapWords(plainScenario({ roles: [linkless, plainRole({ id: "new", draw })] }))).toBe("spread and draws");
  });
});
