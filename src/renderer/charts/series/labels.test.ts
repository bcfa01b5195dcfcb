import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxesMeet, boxHolds, lengthInside } from "./geometry.ts";
import { LABEL_HEIGHT, placeLabels, spreadApart, type LabelRequest, type Surroundings } from "./labels.ts";

const AREA = { left: 0, top: 0, right: 400, bottom: 200 };
const OPEN: Surroundings = { area: AREA, marks: [], lines: [] };
const NOTHING_KEPT = new Map<string, string>();

function label(id: string, x: number, y: number, more: Partial<LabelRequest> & { readonly text?: string } = {}): LabelRequest {
  const { text = "pays 100%", ...rest } = more;
  return {
    id,
    importance: 1,
    always: false,
    wordings: [
      { name: id, value: text, width: 80 },
      { name: "", value: text, width: 50 },
    ],
    places: () => [
      { side: "right", x: x + 10, y, align: "start" },
      { side: "left", x: x - 10, y, align: "end" },
      { side: "above", x, y: y - 18, align: "middle" },
    ],
    ...rest,
  };
}

function shown(requests: readonly LabelRequest[], around = OPEN, kept: ReadonlyMap<string, string> = NOTHING_KEPT): Record<string, string> {
  return Object.fromEntries(placeLabels(requests, around, kept).map(({ id, place, wording }) => [id, `${place.side} ${wording.width}`]));
}

describe("placeLabels", () => {
  it("takes the first place that is free", () => {
    expect(shown([label("a", 100, 100)])).toEqual({ a: "right 80" });
  });

  it("moves away from the plot's edge", () => {
    expect(shown([label("a", 390, 100)])).toEqual({ a: "left 80" });
  });

  it("moves away from a mark and off a line", () => {
    const marks = [{ left: 112, top: 92, right: 128, bottom: 108 }];
    expect(shown([label("a", 100, 100)], { ...OPEN, marks })).toEqual({ a: "left 80" });
    const lines = [{ segments: [{ from: { x: 0, y: 100 }, to: { x: 400, y: 100 } }], weight: "solid" as const }];
    expect(shown([label("a", 100, 100)], { ...OPEN, lines })).toEqual({ a: "above 80" });
  });

  it("steps off a faint line only where another place is as good", () => {
    const lines = [{ segments: [{ from: { x: 120, y: 0 }, to: { x: 120, y: 200 } }], weight: 0.1 }];
    expect(shown([label("a", 100, 100)], { ...OPEN, lines })).toEqual({ a: "left 80" });
    expect(shown([label("a", 100, 100)], { ...OPEN, lines: [{ ...lines[0]!, weight: 0.01 }] })).toEqual({ a: "right 80" });
  });

  it("lets the more important label choose first", () => {
    expect(shown([label("low", 100, 100), label("high", 95, 104, { importance: 2 })])).toMatchObject({ high: "right 80", low: "left 80" });
  });

  it("shortens, then hides, the less important", () => {
    const wall = (right: number): Surroundings => ({ ...OPEN, area: { left: 95, top: 93, right, bottom: 107 } });
    expect(shown([label("a", 100, 100)], wall(165))).toEqual({ a: "right 50" });
    expect(shown([label("a", 100, 100)], wall(150))).toEqual({});
    expect(shown([label("low", 100, 100), label("high", 100, 100, { importance: 2 })], wall(195))).toEqual({ high: "right 80" });
  });

  it("always shows the label under the hand", () => {
    const area = { left: 95, top: 93, right: 105, bottom: 107 };
    expect(Object.keys(shown([label("a", 100, 100, { always: true })], { ...OPEN, area }))).toEqual(["a"]);
  });

  it("asks one label to step aside before it hides another", () => {
    const stuck = label("stuck", 100, 100, { places: () => [{ side: "right", x: 110, y: 100, align: "start" }] });
    expect(shown([label("first", 100, 100, { importance: 2 }), stuck])).toEqual({ first: "left 80", stuck: "right 80" });
  });

  it("keeps the side of the picture at rest", () => {
    expect(shown([label("a", 200, 100)], OPEN, new Map([["a", "above"]]))).toEqual({ a: "above 80" });
    const marks = [{ left: 195, top: 75, right: 205, bottom: 85 }];
    expect(shown([label("a", 200, 100)], { ...OPEN, marks }, new Map([["a", "above"]]))).toEqual({ a: "right 80" });
  });

  it("never overlaps, never leaves the plot, never covers a mark or a curve", () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 14 }), fc.array(spot, { maxLength: 5 }), (spots, corners) => {
        const marks = spots.map(({ x, y }) => ({ left: x - 8, top: y - 8, right: x + 8, bottom: y + 8 }));
        const segments = corners.slice(1).map((to, index) => ({ from: corners[index]!, to }));
        const placed = placeLabels(
          spots.map(({ x, y }, index) => label(`l${index}`, x, y, { importance: index % 3 })),
          { area: AREA, marks, lines: [{ segments, weight: "solid" }] },
          NOTHING_KEPT,
        );
        for (const [index, { box }] of placed.entries()) {
          expect(boxHolds(AREA, box)).toBe(true);
          expect(box.bottom - box.top).toBe(LABEL_HEIGHT);
          expect(marks.some((mark) => boxesMeet(mark, box))).toBe(false);
          expect(segments.some((segment) => lengthInside(box, segment) > 0)).toBe(false);
          for (const other of placed.slice(index + 1)) expect(boxesMeet(box, other.box)).toBe(false);
        }
      }),
    );
  });
});

describe("spreadApart", () => {
  it.each([
    { name: "room for all", wishes: [20, 60, 120], expected: [20, 60, 120] },
    { name: "two too close", wishes: [50, 60], expected: [38, 72] },
    { name: "against the end", wishes: [180, 190], expected: [166, 200] },
    { name: "against the start", wishes: [-10, 0, 100], expected: [0, 34, 100] },
    { name: "one", wishes: [250], expected: [200] },
    { name: "none", wishes: [], expected: [] },
  ])("$name", ({ wishes, expected }) => {
    expect(spreadApart(wishes, 34, 0, 200)).toEqual(expected);
  });

  it("squeezes evenly where there is not room", () => {
    expect(spreadApart([10, 10, 10], 34, 0, 40)).toEqual([0, 20, 40]);
  });

  it("keeps the order, the distance and the limits", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 350 }), { maxLength: 6 }), (wishes) => {
        const sorted = [...wishes].sort((a, b) => a - b);
        const spread = spreadApart(sorted, 34, 0, 200);
        expect(spread).toHaveLength(sorted.length);
        spread.forEach((middle, index) => {
          expect(middle).toBeGreaterThanOrEqual(-1e-9);
          expect(middle).toBeLessThanOrEqual(200 + 1e-9);
          if (index > 0) expect(middle - spread[index - 1]!).toBeGreaterThanOrEqual(34 - 1e-9);
        });
      }),
    );
  });
});
