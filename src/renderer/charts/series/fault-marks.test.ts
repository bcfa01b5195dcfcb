import { describe, expect, it } from "vitest";
import { compileCurve, curveFaults, type CurveFaults } from "#shared/engine/index.ts";
import type { Curve } from "#shared/model/scenario.ts";
import { roundMoney } from "#shared/units/money.ts";
import { faultBoxes, faultMarks } from "./fault-marks.ts";
import { faultNotes, spokenFaults } from "./fault-words.ts";
import { planeOf } from "./test-plane.ts";

/** 0–200 % over 400 px from x = 40, 0–200 % over 200 px up from y = 210. */
const PLANE = planeOf(0, 2, 2);
const CURVE: Curve = {
  kind: "points", below: "zero", above: "flat", cap: null,
  points: [{ attainment: 0.7, payout: 0.4 }, { attainment: 0.9, payout: 0.8 }, { attainment: 1, payout: 0.8 }, { attainment: 1.5, payout: 1.6 }],
};
const STEPS: Curve = { kind: "steps", cap: null, steps: [{ from: 0.5, payout: 0.5 }, { from: 1, payout: 1 }] };

function faultsOf(curve: Curve): CurveFaults {
  return curveFaults(compileCurve(curve), roundMoney(10_000, "USD"));
}

describe("faultMarks", () => {
  it("has a tick beside each jump and a line under each flat part", () => {
    const { cliffs, zones } = faultMarks(PLANE, faultsOf(CURVE));
    // The jump at x = 180 goes from y = 210 to 170.
    expect(cliffs.map(({ spot }) => spot)).toEqual([{ x: 172, y: 190 }]);
    expect(cliffs[0]?.path).toBe("M168,193h8l-4,-6Z");
    expect(zones.map(({ path, isSaid }) => [path, isSaid])).toEqual([["M220,135L240,135", false]]);
  });

  it("a tick points down where pay falls", () => {
    const fall: Curve = { ...CURVE, points: [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 1, payout: 0.5 }, { attainment: 2, payout: 1.5 }] };
    expect(faultMarks(PLANE, faultsOf(fall)).cliffs[0]?.path).toBe("M228,132h8l-4,6Z");
  });

  it("the cost of a step is said once: at the jump that ends it", () => {
    expect(faultMarks(PLANE, faultsOf(STEPS)).zones.map(({ isSaid }) => isSaid)).toEqual([true]);
  });

  it("the dearest comes first, and nothing outside the plot is marked", () => {
    const steps: Curve = { kind: "steps", cap: null, steps: [{ from: 0.5, payout: 0.2 }, { from: 1, payout: 1.2 }, { from: 3, payout: 5 }] };
    const { cliffs, zones } = faultMarks(PLANE, faultsOf(steps));
    expect(cliffs.map(({ cliff }) => cliff.attainment)).toEqual([1, 0.5]);
    expect(zones.map(({ zone }) => [zone.from, zone.to])).toEqual([[1, 3], [0.5, 1]]);
    expect(zones[0]?.segment.to.x).toBe(PLANE.area.right);
    expect(faultMarks(planeOf(1.1, 2, 1), faultsOf(steps))).toEqual({ cliffs: [], zones: [] });
  });

  it("is nothing without faults", () => {
    expect(faultBoxes(faultMarks(PLANE, null))).toEqual([]);
    expect(faultNotes(null, "USD")).toEqual([]);
    expect(spokenFaults(null, "USD")).toBe("");
  });
});

describe("faults in words", () => {
  it("are in the order of attainment, in money", () => {
    expect(faultNotes(faultsOf(CURVE), "USD")).toEqual(["+$4,000 at 70%", "90–100% pays nothing more, −$2,000"]);
    expect(spokenFaults(faultsOf(CURVE), "USD")).toBe(
      "Pay jumps by 4,000 dollars at 70 percent. From 90 percent to 100 percent nothing more is paid, which costs 2,000 dollars.",
    );
  });
});
