import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curveArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { compileCurve, factorAt } from "../engine/index.ts";
import { ROLE_TEMPLATES, emptyScenario, roleFromTemplate } from "../library/index.ts";
import type { Curve } from "../model/scenario.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { WHOLE } from "../units/basis-points.ts";
import { paysTheSame } from "./convert-curve.ts";
import { addHandle, convertCurve, curveHandles, moveHandle, removeHandle, setHandle, withCap, withThresholdKind, withTierBasis } from "./index.ts";

/** What a file says about a curve; empty for a valid one. */
function problems(curve: Curve): unknown {
  const role = roleFromTemplate(ROLE_TEMPLATES[0]!, { roleIds: [] });
  const kpi = { ...role.kpis[0]!, weight: WHOLE, curve };
  const read = validateScenario({ ...emptyScenario({ id: "s", name: "", currency: "USD", fiscalYear: 2027 }), roles: [{ ...role, kpis: [kpi] }] });
  return read.ok ? [] : read.problems;
}

const CURVES = fc.oneof({ weight: 4, arbitrary: curveArbitrary() }, { weight: 1, arbitrary: curveArbitrary("extreme") });
/** As a person would have typed it: no two corners closer than anyone could see. */
const TYPED = curveArbitrary().map((curve): Curve => {
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  const cap = curve.cap === null ? null : round(curve.cap);
  switch (curve.kind) {
    case "points":
      return { ...curve, cap, points: curve.points.map((each) => ({ attainment: round(each.attainment), payout: round(each.payout) })) };
    case "tiers":
      return { ...curve, cap, tiers: curve.tiers.map((each) => ({ from: round(each.from), rate: round(each.rate) })) };
    case "steps":
      return { ...curve, cap, steps: curve.steps.map((each) => ({ from: round(each.from), payout: round(each.payout) })) };
    case "levels":
      return { ...curve, cap, levels: curve.levels.map((each) => ({ name: each.name, from: round(each.from), payout: round(each.payout) })) };
  }
}).filter((curve) => (problems(curve) as readonly unknown[]).length === 0);
const place = fc.record({
  attainment: fc.oneof(fc.double({ min: -1, max: 3, noNaN: true }), fc.constantFrom(-Infinity, Infinity, NaN, 0, 1, 1e300)),
  payout: fc.oneof(fc.double({ min: -1, max: 4, noNaN: true }), fc.constantFrom(-Infinity, Infinity, NaN, 0, 1, 1e300)),
});

type Edit = (curve: Curve) => Curve;
const handleOf = (curve: Curve, index: number): string => curveHandles(curve)[index % curveHandles(curve).length]!.id;
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(20), place).map(([index, to]): Edit => (curve) => moveHandle(curve, handleOf(curve, index), to)),
  fc.tuple(fc.nat(20), place).map(([index, to]): Edit => (curve) => setHandle(curve, handleOf(curve, index), to)),
  place.map((at): Edit => (curve) => (Number.isNaN(at.attainment) || Number.isNaN(at.payout) ? curve : addHandle(curve, at))),
  fc.nat(20).map((index): Edit => (curve) => removeHandle(curve, handleOf(curve, index)) ?? curve),
  fc.option(fc.double({ min: -1, max: 200, noNaN: true })).map((cap): Edit => (curve) => withCap(curve, cap)),
  fc.constantFrom("none" as const, "ramp" as const, "first-unit" as const, "jump" as const).map((kind): Edit => (curve) => withThresholdKind(curve, kind)),
  fc.constantFrom("marginal" as const, "whole" as const, "excess" as const).map((basis): Edit => (curve) => withTierBasis(curve, basis)),
  fc.constantFrom("points" as const, "tiers" as const, "steps" as const, "levels" as const).map((kind): Edit => (curve) => convertCurve(curve, kind).curve),
);

describe("every edit of a curve", () => {
  it("leaves a curve that a file can hold", () => {
    fc.assert(fc.property(CURVES, fc.array(edits, { maxLength: 8 }), (start, steps) => {
      expect(problems(steps.reduce((curve, step) => step(curve), start))).toEqual([]);
    }), { numRuns: 500 });
  });
});

describe("handles", () => {
  it("sit on the line, with ids of their own", () => {
    fc.assert(fc.property(TYPED, (curve) => {
      const handles = curveHandles(curve);
      const compiled = compileCurve(curve);
      expect(new Set(handles.map((handle) => handle.id)).size).toBe(handles.length);
      for (const [index, { attainment, payout }] of handles.entries()) {
        // The lower side of a jump at nothing is never paid.
        if (attainment === 0 && handles[index + 1]?.attainment === 0) continue;
        const near = Math.min(...(["at", "below"] as const).map((side) => Math.abs(factorAt(compiled, attainment, side) - payout)));
        expect(near).toBeLessThan(1e-6 * Math.max(1, payout));
      }
    }), { numRuns: 500 });
  });

  it("stay where they are when dragged to where they stand", () => {
    fc.assert(fc.property(CURVES, (curve) => {
      for (const handle of curveHandles(curve)) {
        expect(moveHandle(curve, handle.id, handle)).toBe(curve);
        expect(setHandle(curve, handle.id, handle)).toBe(curve);
      }
    }), { numRuns: 500 });
  });

  it("keep their place in the order while one of them is dragged, and are never lost under the hand", () => {
    fc.assert(fc.property(TYPED, fc.nat(20), place, (curve, index, to) => {
      const id = handleOf(curve, index);
      const moved = moveHandle(curve, id, to);
      expect(curveHandles(moved).some((handle) => handle.id === id)).toBe(true);
      const corners = (of: Curve): readonly string[] => curveHandles(of).filter(({ kind }) => kind !== "tier-rate").filter((each) => each.id !== "cap").map((each) => each.id);
      expect(corners(moved)).toEqual(corners(curve));
    }), { numRuns: 500 });
  });
});

describe("adding", () => {
  it("on the line changes nothing that is paid", () => {
    fc.assert(fc.property(TYPED, fc.integer({ min: 0, max: 250 }), (curve, percent) => {
      const attainment = percent / 100;
      const added = addHandle(curve, { attainment, payout: factorAt(compileCurve(curve), attainment) });
      expect(paysTheSame(curve, added)).toBe(true);
    }), { numRuns: 500 });
  });
});
