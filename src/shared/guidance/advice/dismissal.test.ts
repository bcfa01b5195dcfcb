import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../../tests/helpers/scenario-arbitrary.ts";
import { removeRole } from "../../editing/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import { parseScenario, serializeScenario, validateScenario } from "../../scenario-file/index.ts";
import { adviceOn } from "./advice-on.ts";
import { dismissAdvice, restoreAdvice, withDismissals } from "./dismissal.ts";

const SPLIT = { id: "split", roleId: "seller" };
/** 80/20 for a quota: the split is said to be outside. */
const plan = plainScenario({ roles: [plainRole({ baseShare: 0.8 })] });
const reading = (scenario: Scenario): ReturnType<typeof withDismissals> => withDismissals(adviceOn(scenario), scenario);

describe("dismissing", () => {
  it("takes one piece out of the open ones, with its reason, and leaves the order", () => {
    const { open, dismissed, noLongerApplies } = reading(dismissAdvice(plan, SPLIT, "Agreed with the works council"));
    expect(dismissed.map(({ advice, reason }) => [advice.id, reason])).toEqual([["split", "Agreed with the works council"]]);
    expect(open.map((advice) => advice.id)).toEqual(adviceOn(plan).map((advice) => advice.id).filter((id) => id !== "split"));
    expect(noLongerApplies).toEqual([]);
  });

  it("twice replaces the reason", () => {
    expect(dismissAdvice(dismissAdvice(plan, SPLIT, "one"), SPLIT, "other").dismissedAdvice).toEqual([{ ...SPLIT, reason: "other" }]);
  });

  it("is for one role only, and for the scenario apart from its roles", () => {
    const two = { ...plan, roles: [...plan.roles, plainRole({ id: "other", baseShare: 0.8 })] };
    expect(reading(dismissAdvice(two, SPLIT, "")).open.filter((advice) => advice.id === "split").map((advice) => advice.roleId)).toEqual(["other"]);
    expect(reading(dismissAdvice(two, { id: "burden", roleId: null }, "")).dismissed.map(({ advice }) => [advice.id, advice.roleId])).toEqual([["burden", null]]);
  });

  it("changes nothing for a role that is not there, or where the file holds all it may", () => {
    expect(dismissAdvice(plan, { id: "split", roleId: "gone" }, "")).toBe(plan);
    const full = { ...plan, dismissedAdvice: Array.from({ length: 1_000 }, (_, index) => ({ id: `old-${index}`, roleId: null, reason: "" })) };
    expect(dismissAdvice(full, SPLIT, "")).toBe(full);
    expect(dismissAdvice(full, { id: "old-7", roleId: null }, "new").dismissedAdvice).toHaveLength(1_000);
  });

  it("cuts a reason that no file would hold", () => {
    const long = dismissAdvice(plan, SPLIT, "x".repeat(10_001));
    expect(long.dismissedAdvice[0]?.reason).toHaveLength(10_000);
    expect(validateScenario(long).ok).toBe(true);
  });

  it("fits a file with the longest id of a KPI", () => {
    const named = plainScenario({ roles: [plainRole({ kpis: [plainKpi({ id: "k".repeat(200), curve: { kind: "steps", cap: null, steps: [{ from: 0.5, payout: 1 }] } })] })] });
    const cliff = adviceOn(named).find((advice) => advice.id.startsWith("cliff/"));
    if (cliff === undefined) throw new Error("no cliff");
    expect(validateScenario(dismissAdvice(named, cliff, "")).ok).toBe(true);
  });
});

describe("what was dismissed and is not said any more", () => {
  const met = { ...dismissAdvice(plan, SPLIT, "why"), roles: [plainRole({ baseShare: 0.5 })] };

  it("stays, is listed apart, and comes back with the advice", () => {
    expect(reading(met).dismissed).toEqual([]);
    expect(reading(met).noLongerApplies).toEqual([{ ...SPLIT, reason: "why" }]);
    expect(reading({ ...met, roles: plan.roles }).dismissed.map(({ reason }) => reason)).toEqual(["why"]);
  });

  it("does not hide that it is met", () => {
    expect(reading(met).open.find((advice) => advice.id === "split")?.severity).toBe("met");
  });

  it("can be taken back", () => {
    expect(restoreAdvice(met, SPLIT).dismissedAdvice).toEqual([]);
  });

  it("goes with its role, so that the file stays valid", () => {
    const gone = removeRole(met, "seller");
    expect(gone.dismissedAdvice).toEqual([]);
    expect(validateScenario(gone).ok).toBe(true);
  });
});

describe("restoring", () => {
  it("changes nothing where nothing was dismissed", () => {
    expect(restoreAdvice(plan, SPLIT)).toBe(plan);
  });

  it("undoes any dismissal, through a file too, and nothing is lost on the way", () => {
    fc.assert(fc.property(scenarioArbitrary(), fc.nat(), fc.string({ unit: "grapheme" }), (scenario, pick, reason) => {
      const bare = { ...scenario, dismissedAdvice: [] };
      const advice = adviceOn(bare).filter((each) => each.severity !== "met");
      const one = advice[pick % Math.max(1, advice.length)];
      if (one === undefined) return;
      const file = parseScenario(new TextEncoder().encode(serializeScenario(dismissAdvice(bare, one, reason), "1")));
      if (!file.ok) throw new Error(JSON.stringify(file.problems));
      const { open, dismissed, noLongerApplies } = reading(file.scenario);
      expect(dismissed.map((each) => [each.advice.id, each.advice.roleId, each.reason])).toEqual([[one.id, one.roleId, reason]]);
      expect(open.length + 1).toBe(adviceOn(bare).length);
      expect(noLongerApplies).toEqual([]);
      expect(restoreAdvice(file.scenario, one).dismissedAdvice).toEqual([]);
    }));
  });
});
