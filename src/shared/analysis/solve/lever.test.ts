import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIXTURE } from "../../../../tests/helpers/changed-fixture.ts";
import "../../../../tests/helpers/property-seed.ts";
import { plainScenario } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { parseScenario, validateScenario } from "../../scenario-file/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import { leverAt, leverPaths, withLever, type Lever } from "./lever.ts";

function fixture(): Scenario {
  const read = parseScenario(new TextEncoder().encode(FIXTURE));
  if (!read.ok) throw new Error("refused");
  return read.scenario;
}

function lever(scenario: Scenario, path: string, locks: readonly string[] = []): Lever {
  const found = leverAt(scenario, path, locks);
  if (!found.ok) throw new Error(found.message);
  return found.lever;
}

const PLAN = fixture();

/** Weights and shares of periods are whole basis points; means of many numbers have the last bits of their sums. */
function exactness(path: string): number {
  if (path.endsWith(".weight") || path.startsWith("payments.")) return 0.00005 + 1e-9;
  return /^outlook\.(average|spread|marketSwing)$|(^|\.)curves\./u.test(path) ? 1e-4 : 0;
}

describe("levers", () => {
  it.each([
    ["roles.cam.onTargetEarnings", 180_000, 0, 1e12, 100],
    ["roles.cam.baseShare", 0.5, 0, 1, 10_000],
    ["roles.cam.headcount", 12, 0, 100_000, 1],
    ["roles.cam.kpis.sourced.weight", 0.4, 0, 1, 10_000],
    ["roles.cam.kpis.sourced.target", 2_000_000, 0, 1e12, 100],
    ["roles.cam.kpis.enablement.target", 20, 0, 1e12, 100],
    ["roles.cam.kpis.sourced.outlook.mean", 0.95, 0, 100, 10_000],
    ["roles.cam.kpis.sourced.outlook.spread", 0.25, 0, 10, 10_000],
    ["roles.cam.kpis.sourced.curve.points[2].payout", 2, 0, 100, 10_000],
    ["roles.cam.kpis.sourced.curve.points[1].attainment", 1, 0.5001, 1.4999, 10_000],
    ["roles.cam.kpis.influenced.curve.tiers[1].rate", 1.5, 0, 1_000, 10_000],
    ["roles.cam.kpis.sourced.curve.cap", 2.5, 0, 100, 10_000],
    ["roles.cam.links[0].minimum", 0.8, 0, 100, 10_000],
    ["roles.cam.links[1].curve.steps[1].from", 0.95, 0.0001, 1.0999, 10_000],
    ["cost.burdenOnBase", 0.25, 0, 10, 10_000],
    ["cost.fixedPerHead", 0, 0, 1e12, 100],
    ["outlook.marketCorrelation", 0.2, 0, 0.7, 10_000],
  ])("%s is %d, from %d to %d, in steps of 1/%d", (path, value, min, max, stepsPerUnit) => {
    const found = lever(PLAN, path);
    expect({ path: found.path, value: found.value, stepsPerUnit: found.stepsPerUnit, held: found.held }).toEqual({ path, value, stepsPerUnit, held: null });
    expect(found.min).toBeCloseTo(min, 12);
    expect(found.max).toBeCloseTo(max, 12);
  });

  it("steps in the minor unit of the currency", () => {
    expect(lever({ ...PLAN, currency: "JPY" }, "roles.cam.onTargetEarnings").stepsPerUnit).toBe(1);
    expect(lever({ ...PLAN, currency: "KWD" }, "cost.fixedPerHead").stepsPerUnit).toBe(1_000);
  });

  it("names the existing path that is most like a wrong one", () => {
    expect(leverAt(PLAN, "roles.cam.kpis.sourced.wieght")).toEqual({ ok: false, message: "There is no input “roles.cam.kpis.sourced.wieght”.", nearest: "roles.cam.kpis.sourced.weight" });
    expect(leverAt(PLAN, "roles.csm.headcount")).toMatchObject({ nearest: "roles.cam.headcount" });
    expect(leverAt({ ...PLAN, roles: [] }, "outlook.market")).toMatchObject({ nearest: "outlook.marketCorrelation" });
  });

  it("tells an empty field from one that does not exist", () => {
    expect(leverAt(PLAN, "cost.bookedRevenue")).toEqual({ ok: false, message: "“cost.bookedRevenue” is empty; give it a value first.", nearest: null });
    expect(leverAt({ ...PLAN, cost: { ...PLAN.cost, budget: null } }, "cost.budget")).toMatchObject({ ok: false, nearest: null });
  });

  it("moves a weight with the others, which keep their proportions", () => {
    expect(withLever(PLAN, "roles.cam.kpis.sourced.weight", 0.52).roles[0]?.kpis.map((kpi) => kpi.weight)).toEqual([5_200, 2_400, 1_600, 800, 0]);
  });

  it("leaves locked weights where they are, those of the call and those of the document", () => {
    const locked = "roles.cam.kpis.influenced.weight";
    expect(withLever(PLAN, "roles.cam.kpis.sourced.weight", 0.5, [locked]).roles[0]?.kpis.map((kpi) => kpi.weight)).toEqual([5_000, 3_000, 1_333, 667, 0]);
    expect(lever(PLAN, "roles.cam.kpis.sourced.weight", [locked]).max).toBe(0.7);
    const [role] = PLAN.roles;
    const documentLocks = { ...PLAN, roles: [{ ...role!, kpis: role!.kpis.map((kpi) => ({ ...kpi, locked: kpi.id === "influenced" })) }] };
    expect(lever(documentLocks, "roles.cam.kpis.sourced.weight").max).toBe(0.7);
    expect(lever(documentLocks, locked).held).toBe("Weight of Partner-influenced revenue is locked.");
  });

  it("is held by a lock on it or above it, and where no other weight can move", () => {
    expect(lever(PLAN, "roles.cam.headcount", ["roles.cam"]).held).toBe("Headcount, Channel Account Manager is locked.");
    expect(lever(PLAN, "roles.cam.headcount", ["roles.ca"]).held).toBeNull();
    expect(lever(plainScenario(), "roles.seller.kpis.sales.weight").held).toBe("No other weight can give or take.");
    expect(lever(PLAN, "roles.cam.kpis.satisfaction.weight").held).toBe("Partner satisfaction is measured for a link only and takes no weight.");
    expect(withLever(PLAN, "roles.cam.headcount", 3, ["roles.cam.headcount"])).toBe(PLAN);
  });

  it("keeps values within bounds and whole ones whole", () => {
    expect(withLever(PLAN, "roles.cam.baseShare", 1.4).roles[0]?.baseShare).toBe(1);
    expect(withLever(PLAN, "roles.cam.headcount", 12.6).roles[0]?.headcount).toBe(13);
    expect(withLever(PLAN, "roles.cam.nothing", 1)).toBe(PLAN);
  });

  it("gives a valid document at both ends of every lever, and changes nothing else than asked", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (scenario, pick, share) => {
        const before = JSON.stringify(scenario);
        const paths = leverPaths(scenario);
        const path = paths[pick % paths.length] ?? "";
        const found = leverAt(scenario, path);
        if (!found.ok) return;
        const { min, max } = found.lever;
        for (const value of [min, max, min + share * (max - min)]) {
          const changed = withLever(scenario, path, value);
          const read = validateScenario(changed);
          expect(read.ok ? [] : read.problems).toEqual([]);
          const reached = leverAt(changed, path);
          if (reached.ok && found.lever.held === null) expect(Math.abs(reached.lever.value - value)).toBeLessThanOrEqual(found.lever.whole ? 0.5 : exactness(path));
        }
        expect(JSON.stringify(scenario)).toBe(before);
      }),
      { numRuns: 600 },
    );
  });
});
