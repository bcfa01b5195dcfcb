import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxesMeet } from "./geometry.ts";
import { histogramPicture, type HistogramMarks, type HistogramPicture } from "./histogram-picture.ts";
import { NO_SIDES } from "./labels.ts";
import { planeOf } from "./test-plane.ts";

const PLANE = planeOf(0, 400, 0.5);
const BINS = [0.1, 0.4, 0.3, 0.2].map((share, index) => ({ from: index * 100, to: (index + 1) * 100, years: share * 10, share }));

function marks(costs: { readonly budget: number | null; readonly average: number; readonly expected: number }): HistogramMarks {
  const word = (name: string, width: number): { name: string; value: string; width: number } => ({ name, value: "", width });
  return {
    budget: costs.budget === null ? null : { at: costs.budget, wording: word("Budget", 90) },
    average: { at: costs.average, wording: word("At average", 110) },
    expected: { at: costs.expected, wording: word("Expected", 105) },
    p10: { at: 100, wording: word("P10", 70) },
    p90: { at: 350, wording: word("P90", 70) },
    gap: [word("because", 200), word("+1", 50)],
    over: [word("of years", 150), word("over", 100)],
  };
}

function picture(costs: Parameters<typeof marks>[0]): HistogramPicture {
  return histogramPicture(PLANE, BINS, marks(costs), NO_SIDES);
}

describe("histogramPicture", () => {
  it("cuts the bar that holds the budget", () => {
    const { bars, tops } = picture({ budget: 150, average: 180, expected: 220 });
    expect(tops.within).toBe("M40.5,170H139.5M140.5,50H190");
    expect(tops.over).toBe("M190,50H239.5M240.5,90H339.5M340.5,130H439.5");
    expect(bars.over.startsWith("M190,210V50H239.5V210Z")).toBe(true);
  });

  it("has no bar over budget without one", () => {
    expect(picture({ budget: null, average: 180, expected: 220 }).bars.over).toBe("");
  });

  it("joins the two lines by an arrow where there is room, whichever is larger", () => {
    expect(picture({ budget: null, average: 180, expected: 220 }).arrow).toMatchObject({ from: 220, to: 260 });
    expect(picture({ budget: null, average: 220, expected: 180 }).arrow).toMatchObject({ from: 220, to: 260 });
    expect(picture({ budget: null, average: 200, expected: 205 }).arrow).toBeNull();
  });

  it("marks a budget the axis does not reach at its edge, with its name", () => {
    const { uprights, exits, labels } = picture({ budget: 900, average: 180, expected: 220 });
    expect(uprights.some(({ id }) => id === "budget")).toBe(false);
    expect(exits).toMatchObject([{ id: "budget", side: "right" }]);
    expect(labels.some(({ id }) => id === "budget")).toBe(true);
  });

  it("never lays a label over another, over a bar, or over a line", () => {
    const cost = fc.integer({ min: 0, max: 400 });
    fc.assert(fc.property(cost, cost, fc.option(cost, { nil: null }), (average, expected, budget) => {
      const { labels, uprights } = picture({ budget, average, expected });
      for (const [index, { box }] of labels.entries()) {
        expect(labels.slice(index + 1).some((other) => boxesMeet(box, other.box))).toBe(false);
        for (const { id, x, top } of uprights) {
          if (id === "p10" || id === "p90") continue;
          expect(x > box.left && x < box.right && top < box.bottom - 7).toBe(false);
        }
        for (const bin of BINS) {
          const bar = { left: PLANE.x(bin.from), right: PLANE.x(bin.to), top: PLANE.y(bin.share), bottom: 210 };
          expect(boxesMeet(box, { ...bar, left: bar.left + 1, right: bar.right - 1 })).toBe(false);
        }
      }
    }));
  });
});
