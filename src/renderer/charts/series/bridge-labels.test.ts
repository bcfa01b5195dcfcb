import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUDGET_LABEL, placeBridgeLabels, type BridgeMark } from "./bridge-labels.ts";
import { boxesMeet, type Box } from "./geometry.ts";
import type { PlacedLabel, Wording } from "./labels.ts";

const area: Box = { left: 720, top: 205, right: 1067, bottom: 375 };
const budget: Wording = { name: "Budget", value: "$9.30M", width: 90 };

/** A mark in a band of its own, 50 px wide, with a label of a usual width. */
function mark(index: number, top: number, bottom: number, width = 46): BridgeMark {
  const middle = area.left + 25 + index * 50;
  return { id: String(index), box: { left: middle - 18, right: middle + 18, top, bottom }, wording: { name: "+$42k", value: "", width } };
}

function meets(labels: readonly PlacedLabel[]): readonly string[] {
  return labels.flatMap((one, index) => labels.slice(index + 1).flatMap((another) => (boxesMeet(one.box, another.box) ? [`${one.id} ${another.id}`] : [])));
}

describe("labels of a bridge", () => {
  // The sample against a sharper plan at 1100 px: bars end a few pixels under the budget's line.
  const marks = [mark(0, 336, 340), mark(1, 278, 338, 54), mark(2, 278, 286), mark(3, 271, 286), mark(4, 265, 271), mark(5, 248, 265), mark(6, 245, 249)];
  const labels = placeBridgeLabels(area, marks, 273, budget);
  const boxOf = (id: string): Box => labels.find((label) => label.id === id)?.box ?? area;

  it("are all there, off each other, off the bars and off the line", () => {
    expect(labels.map(({ id }) => id).sort()).toEqual(["0", "1", "2", "3", "4", "5", "6", BUDGET_LABEL]);
    expect(meets(labels)).toEqual([]);
    for (const { box } of labels) {
      expect(marks.filter((each) => boxesMeet(box, each.box))).toEqual([]);
      expect(box.top < 273 && box.bottom > 273).toBe(false);
    }
  });

  it("stand above their bar as a rule, and over the line where it runs through that place", () => {
    expect(boxOf("0").bottom).toBeLessThan(336);
    expect(boxOf("5").bottom).toBeLessThan(248);
    expect(boxOf("1").bottom).toBeLessThan(273);
  });

  it("are all there and off each other wherever bars and the line are, as long as bands have room for them", () => {
    const bars = fc.array(fc.tuple(fc.integer({ min: 225, max: 340 }), fc.integer({ min: 2, max: 20 })), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(bars, fc.integer({ min: 225, max: 355 }), (heights, limit) => {
      const wide = heights.map(([top, height], index) => mark(2 * index, top, top + height, 40));
      const placed = placeBridgeLabels(area, wide, limit, budget);
      expect(placed).toHaveLength(wide.length + 1);
      expect(meets(placed)).toEqual([]);
    }), { numRuns: 300 });
  });
});
