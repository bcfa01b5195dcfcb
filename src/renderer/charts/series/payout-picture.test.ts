import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curveHandles, moveHandle } from "#shared/editing/index.ts";
import { compileCurve, curveFaults, curveLine, factorAt } from "#shared/engine/index.ts";
import type { Curve } from "#shared/model/scenario.ts";
import { roundMoney } from "#shared/units/money.ts";
import { faultBoxes } from "./fault-marks.ts";
import { boxesMeet, boxHolds, lengthInside, segmentsOf } from "./geometry.ts";
import { NO_SIDES, sidesOf, type Wording } from "./labels.ts";
import { lineShape, runSpots } from "./line-shape.ts";
import type { PayoutWords } from "./payout-labels.ts";
import { payoutPicture, type PayoutDrawing, type PayoutPicture } from "./payout-picture.ts";
import { planeOf } from "./test-plane.ts";

const LETTER = 6.5;

function said(name: string, value: string): Wording {
  return { name, value, width: (name.length + value.length + 1) * LETTER };
}

const WORDS: PayoutWords = {
  handle: (handle, rate) => (handle.kind === "tier-rate" ? [said(`${rate.toFixed(2)}×`, "")] : [said(handle.name, "100% pays 100%"), said("", "100%")]),
  excellence: () => [said("Top tenth", "130% pays 250%")],
  whatIf: ({ name }) => [said(name, "108% pays 140%")],
  slope: ({ slope }) => said(`${slope.toFixed(1)}×`, ""),
  line: (line) => said(line, ""),
  linkedLine: (name) => said(name, ""),
  cliff: ({ attainment }) => [said("+$4,000", `at ${attainment * 100}%`), said("+$4k", "")],
  deadZone: ({ amount }) => [said("90–100% pays nothing more", String(amount)), said(String(amount), "")],
};

const JUMP: Curve = {
  kind: "points", below: "zero", above: "extend", cap: 3,
  points: [{ attainment: 0.7, payout: 0.4 }, { attainment: 1, payout: 1 }, { attainment: 1.3, payout: 2.5 }, { attainment: 1.8, payout: 3 }],
};
const TIERS: Curve = { kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0, rate: 1 }, { from: 1, rate: 1.5 }] };
const PLANE = planeOf(0.4, 2, 3.4);

function drawingOf(curve: Curve, more: Partial<PayoutDrawing> = {}): PayoutDrawing {
  return { line: curveLine(compileCurve(curve), 0.4, 2), handles: curveHandles(curve), whatIf: [], excellence: null, roleLine: null, savedLine: null, linkedLines: [], faults: null, ...more };
}

function picture(drawing: PayoutDrawing, activeId: string | null = null, kept = NO_SIDES, plane = PLANE): PayoutPicture {
  return payoutPicture(plane, drawing, WORDS, activeId, kept);
}

function labelNames({ labels }: PayoutPicture): readonly string[] {
  return labels.map(({ id }) => id).sort();
}

describe("payoutPicture", () => {
  it("draws the curve through its corners and its jump apart", () => {
    const { curve } = picture(drawingOf(JUMP));
    expect(curve.jumps).toBe("M115,210L115,186.47");
    expect(curve.runs).toBe("M40,210L115,210M115,186.47L190,151.18L265,62.94L390,33.53L440,33.53");
  });

  it("labels every handle and every slope of the four-handle curve", () => {
    expect(labelNames(picture(drawingOf(JUMP)))).toEqual([
      "handle point-0", "handle point-1", "handle point-2", "handle point-3", "slope 3", "slope 4", "slope 5",
    ]);
  });

  it("puts the labels where the eye expects them", () => {
    const sides = sidesOf(picture(drawingOf(JUMP), null, NO_SIDES, planeOf(0.4, 2, 3.6)).labels);
    expect(Object.fromEntries(sides)).toMatchObject({
      "handle point-0": "rightBelow", "handle point-1": "rightBelow", "handle point-2": "leftAbove", "handle point-3": "aboveLeft",
      "slope 4": "below 0.5",
    });
  });

  it("names what excellence pays only where it is asked to", () => {
    const withExcellence = picture(drawingOf(JUMP, { excellence: { attainment: 1.5, payout: 2.7 } }));
    expect(labelNames(withExcellence)).toContain("excellence");
    expect(withExcellence.excellence?.x).toBeCloseTo(315, 9);
    expect(picture(drawingOf(JUMP)).excellence).toBeNull();
    expect(picture(drawingOf(JUMP, { excellence: { attainment: 9, payout: 3 } })).excellence).toBeNull();
  });

  it("says a what-if on a handle once", () => {
    const at = (attainment: number) => drawingOf(JUMP, { whatIf: [{ name: "Sourced", attainment, payout: factorAt(compileCurve(JUMP), attainment) }] });
    expect(labelNames(picture(at(1.08)))).toContain("what-if 0");
    expect(labelNames(picture(at(1)))).not.toContain("what-if 0");
    expect(picture(at(1)).whatIf).toHaveLength(1);
  });

  it("labels a tier's piece once: with its rate", () => {
    const labels = labelNames(picture(drawingOf(TIERS)));
    expect(labels.filter((id) => id.startsWith("handle tier-rate"))).toEqual(["handle tier-rate-0", "handle tier-rate-1"]);
    expect(labels.some((id) => id.startsWith("slope"))).toBe(false);
  });

  it("marks what pay jumps by and names further lines, and no label lies on a mark", () => {
    const faults = curveFaults(compileCurve(JUMP), roundMoney(10_000, "USD"));
    const linkedLines = [{ name: "gate missed", line: [{ attainment: 0.4, payout: 0.2 }, { attainment: 2, payout: 0.2 }] }];
    const drawn = picture(drawingOf(JUMP, { faults, linkedLines }));
    expect(labelNames(drawn)).toEqual(expect.arrayContaining(["fault cliff 0.7", "handle point-0", "line linked 0"]));
    expect(drawn.linkedLines).toEqual([{ runs: "M40,198.24L440,198.24", jumps: "" }]);
    for (const { box } of drawn.labels) for (const mark of faultBoxes(drawn.faults)) expect(boxesMeet(box, mark)).toBe(false);
  });

  it("the cost of a jump gives way to the handle on it", () => {
    const steps: Curve = { kind: "steps", cap: null, steps: Array.from({ length: 40 }, (_, index) => ({ from: 0.5 + index * 0.03, payout: index * 0.05 })) };
    const faults = curveFaults(compileCurve(steps), roundMoney(10_000, "USD"));
    const named = (more: Partial<PayoutDrawing>) => labelNames(picture(drawingOf(steps, more))).filter((id) => id.startsWith("handle"));
    expect(named({ faults }).length).toBeGreaterThan(0);
    expect(picture(drawingOf(steps, { faults })).labels.filter(({ id }) => id.startsWith("fault")).length).toBeLessThan(faults.cliffs.length);
  });

  it("holds a handle that leaves the scale at the edge it left through", () => {
    const high = picture(drawingOf({ ...JUMP, cap: null, points: [{ attainment: 1, payout: 1 }, { attainment: 1.5, payout: 9 }] }));
    const [, handle] = high.handles;
    expect(handle).toMatchObject({ beyond: "above", spot: { y: PLANE.area.top } });
    expect(high.exits).toHaveLength(1);
    const far = picture(drawingOf({ ...JUMP, cap: null, points: [{ attainment: 0.1, payout: 0 }, { attainment: 3, payout: 2 }] }));
    expect(far.handles.map(({ beyond }) => beyond)).toEqual(["left", "right"]);
  });

  it("shows the label under the hand whatever it meets", () => {
    const crowded: Curve = { kind: "steps", cap: null, steps: Array.from({ length: 60 }, (_, index) => ({ from: 0.5 + index * 0.02, payout: index * 0.03 })) };
    const drawing = drawingOf(crowded);
    const hidden = drawing.handles.find(({ id }) => !labelNames(picture(drawing)).includes(`handle ${id}`));
    expect(hidden).toBeDefined();
    expect(labelNames(picture(drawing, hidden!.id))).toContain(`handle ${hidden!.id}`);
  });

  it("keeps every label where it is while a handle moves a little", () => {
    const sides = sidesOf(picture(drawingOf(JUMP)).labels);
    for (let step = 1; step <= 12; step += 1) {
      const moved = moveHandle(JUMP, "point-2", { attainment: 1.3 + step * 0.01, payout: 2.5 - step * 0.02 });
      const now = sidesOf(picture(drawingOf(moved), "point-2", sides).labels);
      for (const [id, side] of now) if (id.startsWith("handle")) expect(`${id} ${side}`).toBe(`${id} ${sides.get(id)}`);
    }
  });

  it("never lets labels meet, leave the plot, or lie on the curve", () => {
    const corner = fc.record({ attainment: fc.integer({ min: 0, max: 30 }), payout: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.uniqueArray(corner, { selector: ({ attainment }) => attainment, minLength: 1, maxLength: 7 }), fc.boolean(), (corners, extend) => {
        const points = corners.sort((a, b) => a.attainment - b.attainment).map(({ attainment, payout }) => ({ attainment: attainment / 15, payout: payout / 12 }));
        const drawing = drawingOf({ kind: "points", below: "zero", above: extend ? "extend" : "flat", cap: null, points });
        const { labels } = picture(drawing);
        const curve = runSpots(PLANE, lineShape(drawing.line)).flatMap(segmentsOf);
        const { area } = PLANE;
        for (const [index, { box }] of labels.entries()) {
          expect(boxHolds({ ...area, right: area.right + 6 }, box)).toBe(true);
          expect(curve.some((segment) => lengthInside(box, segment) > 0)).toBe(false);
          for (const other of labels.slice(index + 1)) expect(boxesMeet(box, other.box)).toBe(false);
        }
      }),
    );
  });
});
