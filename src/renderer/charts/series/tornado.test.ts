import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SensitivityUnit } from "#shared/engine/outlook/outcome.ts";
import { roundMinor } from "#shared/units/money.ts";
import { inOrderOf, nearestPoint, rowAt, tornadoBar, tornadoPitch, tornadoRange, tornadoRows, type TornadoInput } from "./tornado.ts";
import { shortLabel, differenceText, pointReading, restText, swingText, tornadoSentence, tornadoTable, tornadoWalk, valueText } from "./tornado-words.ts";

const NOW = 110_000_000;

function sensitivity(id: string, costs: readonly number[], more: Partial<TornadoInput> = {}): TornadoInput {
  const [lowest, highest] = [Math.min(...costs), Math.max(...costs)];
  return {
    id, label: id, unit: "percent", current: 1, allowed: { from: 0, to: 100 }, isWhole: false, isMonotone: true, note: null, shortLabel: id,
    points: costs.map((cost, index) => ({ value: (8 + index) / 10, cost: roundMinor(cost) })),
    lowest: roundMinor(lowest), highest: roundMinor(highest), swing: roundMinor(highest - lowest), ...more,
  };
}

const SMALL = sensitivity("small", [NOW - 1e5, NOW, NOW, NOW, NOW + 1e5]);
const LARGE = sensitivity("large", [NOW + 5e6, NOW + 2e6, NOW, NOW - 2e6, NOW - 4e6]);
const TURNS = sensitivity("turns", [NOW, NOW + 1e6, NOW + 2e6, NOW + 1e6, NOW], { isMonotone: false });
const ROWS = tornadoRows([SMALL, LARGE, TURNS], NOW);

it.each([
  ["Headcount, Channel Account Manager", "Headcount, CAM"],
  ["Weight of Sourced, new, Partner Sales Manager", "Weight of Sourced, new, PSM"],
  ["Headcount, all roles", "Headcount, all roles"],
  ["Spread", "Spread"],
])("%s is short %s", (label, short) => expect(shortLabel(label, ["Channel Account Manager", "Partner Sales Manager"])).toBe(short));

describe("tornadoRows", () => {
  it("puts the largest swing first, and finds the ends by cost, not by value", () => {
    expect(ROWS.map(({ sensitivity: { id } }) => id)).toEqual(["large", "turns", "small"]);
    expect(ROWS[0]?.low).toMatchObject({ value: 1.2, difference: -4e6 });
    expect(ROWS[0]?.high).toMatchObject({ value: 0.8, difference: 5e6 });
    expect(ROWS[1]?.high.value).toBe(1);
  });

  it("leaves out inputs without points", () => {
    expect(tornadoRows([sensitivity("none", [])], NOW)).toEqual([]);
  });

  it("keeps the order of others", () => {
    const moved = tornadoRows([sensitivity("small", [NOW, NOW + 9e7]), LARGE, sensitivity("new", [NOW, NOW + 9e8])], NOW);
    expect(inOrderOf(moved, ROWS).map(({ sensitivity: { id } }) => id)).toEqual(["large", "small", "new"]);
  });
});

describe("tornadoRange", () => {
  it("holds every bar and zero, and a budget that is near", () => {
    expect(tornadoRange(ROWS, null)).toEqual({ from: -4e6, to: 5e6 });
    expect(tornadoRange(ROWS, 7e6)).toEqual({ from: -4e6, to: 7e6 });
    expect(tornadoRange(ROWS, 9e7)).toEqual({ from: -4e6, to: 5e6 });
    expect(tornadoRange([ROWS[1]!], null)).toEqual({ from: 0, to: 2e6 });
  });

  it("has a length where nothing moves the cost", () => {
    const { from, to } = tornadoRange(tornadoRows([sensitivity("still", [NOW, NOW])], NOW), null);
    expect(from).toBeLessThan(to);
  });
});

describe("tornadoPitch", () => {
  it("shows all rows, or as many as fit and a last one for the rest", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 26, max: 800 }), fc.integer({ min: 0, max: 5 }), (rows, height, idle) => {
      const { shown, left, pitch } = tornadoPitch(rows, height, idle);
      expect(shown + left).toBe(rows + idle);
      expect(left).toBeGreaterThanOrEqual(idle);
      expect((shown + (left > 0 ? 1 : 0)) * pitch).toBeLessThanOrEqual(height + 1e-9);
      expect(pitch).toBeGreaterThanOrEqual(26);
      expect(pitch).toBeLessThanOrEqual(44);
    }));
  });

  it("finds the row at a height", () => {
    const pitch = { shown: 2, left: 0, pitch: 30 };
    expect([9, 10, 39, 40, 69, 70].map((y) => rowAt(y, 10, pitch))).toEqual([null, 0, 0, 1, 1, null]);
  });
});

describe("tornadoBar", () => {
  const x = (difference: number): number => 100 + difference / 1e5;

  it("is cut at the present cost", () => {
    expect(tornadoBar(ROWS[0]!, x)).toEqual({ left: 60, right: 150, less: { x: 60, width: 40 }, more: { x: 100, width: 50 } });
  });

  it("stands on one side where the input only raises the cost", () => {
    expect(tornadoBar(ROWS[1]!, x)).toMatchObject({ less: { width: 0 }, more: { x: 100, width: 20 } });
    const above = tornadoRows([sensitivity("above", [NOW + 1e6, NOW + 3e6])], NOW)[0]!;
    expect(tornadoBar(above, x)).toMatchObject({ less: { width: 0 }, more: { x: 110, width: 20 } });
  });
});

describe("words", () => {
  it.each<[number, SensitivityUnit, string]>([
    [0.92, "percent", "92%"], [0.0765, "percent", "7.7%"], [0.34, "points", "34 pts"], [2.5, "multiple", "2.5×"],
    [2.25, "multiple", "2.25×"], [165_000, "money", "$165,000"], [16, "count", "16"],
  ])("writes %d as %s: %s", (value, unit, text) => {
    expect(valueText(value, unit, "USD")).toBe(text);
  });

  it("writes swings to a thousand and differences with their sign", () => {
    expect([108_600_000, 79_649_999, 12_345].map((swing) => swingText(swing, "USD"))).toEqual(["$1.09M", "$796k", "$123"]);
    expect([-40_000_000, 0, 40_000_000].map((difference) => differenceText(difference, "USD"))).toEqual(["\u2212$400k", "0", "+$400k"]);
  });

  it("says how many inputs have no bar", () => {
    expect([restText(5, 2), restText(2, 2)]).toEqual(["5 with less effect", "2 without effect"]);
  });

  it("explains the asterisk only where there is one", () => {
    expect(tornadoSentence(ROWS, "expected cost")).toContain(" * The cost turns within the range.");
    expect(tornadoSentence(ROWS.slice(0, 1), "expected cost")).toEqual(["One input at a time, five points each."]);
    expect(tornadoSentence(ROWS, "P90")[0]).toContain("on P90");
    expect(tornadoSentence([], "P90")).toEqual(["No input moves the cost."]);
  });

  it("has all five points of every input in the table", () => {
    const { caption, columns, rows } = tornadoTable(ROWS, NOW, "expected cost", "USD");
    expect(caption).toContain("now 1,100");
    expect(rows).toHaveLength(15);
    expect(rows.every((cells) => cells.length === columns.length)).toBe(true);
    expect(rows[0]).toEqual(["large", "100%", "80%", "1,150", "+50", "90", ""]);
    expect(rows[2]).toEqual(["large", "100%", "100%", "1,100", "0", "90", ""]);
    expect(rows[5]?.[0]).toBe("turns *");
    const noted = tornadoTable(tornadoRows([{ ...SMALL, note: "1 curve has no cap: Sales (Seller)." }], NOW), NOW, "expected cost", "USD");
    expect(noted.rows.map((cells) => cells.at(-1))).toEqual(["1 curve has no cap: Sales (Seller).", "", "", "", ""]);
  });

  it("says each point with what it adds or saves", () => {
    const [line] = tornadoWalk(ROWS, "USD");
    expect(line?.stops.map(({ spoken }) => spoken).filter((_, index) => index % 2 === 0)).toEqual([
      "80 percent costs 1.15 million dollars, 50,000 dollars more",
      "100 percent costs 1.1 million dollars, as now",
      "120 percent costs 1.06 million dollars, 40,000 dollars less",
    ]);
    expect(pointReading(ROWS[0]!, nearestPoint(ROWS[0]!, 4.6e6), "USD")).toEqual({ name: "large 80%", value: "costs $1.15M, +$50k" });
  });
});
