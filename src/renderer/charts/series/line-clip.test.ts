import { describe, expect, it } from "vitest";
import { clipLine, payoutOn, runsAlong, sameLine } from "./line-clip.ts";

const LINE = [
  { attainment: 0, payout: 0 },
  { attainment: 0.5, payout: 0 },
  { attainment: 0.5, payout: 0.5 },
  { attainment: 1.5, payout: 1.5 },
];

describe("clipLine", () => {
  it.each([
    { name: "inside", from: 0.25, to: 1, part: [[0.25, 0], [0.5, 0], [0.5, 0.5], [1, 1]] },
    { name: "at corners", from: 0.5, to: 1.5, part: [[0.5, 0], [0.5, 0.5], [1.5, 1.5]] },
    { name: "beyond the line", from: 0, to: 9, part: [[0, 0], [0.5, 0], [0.5, 0.5], [1.5, 1.5]] },
    { name: "within one piece", from: 0.75, to: 1, part: [[0.75, 0.75], [1, 1]] },
    { name: "past its end", from: 2, to: 3, part: [] },
  ])("$name", ({ from, to, part }) => {
    expect(clipLine(LINE, from, to).map(({ attainment, payout }) => [attainment, payout])).toEqual(part);
  });
});

describe("payoutOn", () => {
  it.each([
    { at: 0.4, payout: 0 },
    { at: 0.5, payout: 0.5 },
    { at: 1, payout: 1 },
    { at: 1.5, payout: 1.5 },
    { at: 1.6, payout: null },
    { at: -1, payout: null },
  ])("at $at", ({ at, payout }) => {
    expect(payoutOn(LINE, at)).toBe(payout);
  });
});

describe("sameLine", () => {
  it("compares corners, not identity", () => {
    expect(sameLine(LINE, LINE.map((point) => ({ ...point })))).toBe(true);
    expect(sameLine(LINE, LINE.slice(1))).toBe(false);
    expect(sameLine(LINE, null)).toBe(false);
    expect(sameLine(null, null)).toBe(true);
    expect(sameLine(LINE, LINE.map((point) => ({ ...point, payout: point.payout + 1 })))).toBe(false);
  });
});

describe("runsAlong", () => {
  const line = [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 1, payout: 2 }, { attainment: 2, payout: 2 }];

  it("takes lines for one that differ in corners only", () => {
    expect(runsAlong(line, [...line.slice(0, 1), { attainment: 0.5, payout: 0.5 }, ...line.slice(1)])).toBe(true);
  });

  it("tells a corner apart that only one of them turns at", () => {
    expect(runsAlong(line, [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1 }, { attainment: 2, payout: 2 }])).toBe(false);
    expect(runsAlong([{ attainment: 0, payout: 0 }, { attainment: 2, payout: 2 }], [{ attainment: 0, payout: 0 }, { attainment: 1, payout: 1.5 }, { attainment: 2, payout: 2 }])).toBe(false);
  });
});
