import { describe, expect, it } from "vitest";
import { costPicture, type CostPicture, type CostWords } from "./cost-picture.ts";
import { boxesMeet } from "./geometry.ts";
import { NO_SIDES } from "./labels.ts";
import { planeOf } from "./test-plane.ts";

const POINTS = [
  { attainment: 0.5, base: 500, burden: 100, incentive: 0 },
  { attainment: 0.7, base: 500, burden: 100, incentive: 0 },
  { attainment: 0.7, base: 500, burden: 110, incentive: 100 },
  { attainment: 1.5, base: 500, burden: 140, incentive: 460 },
];
const WORDS: CostWords = {
  budget: { name: "Budget", value: "$9.30M", width: 90 },
  over: [{ name: "Over budget from 101%", value: "", width: 130 }, { name: "Over from 101%", value: "", width: 90 }],
};
const NO_WORDS: CostWords = { budget: null, over: [] };
const PLANE = planeOf(0.5, 1.5, 1_200);

function picture(budget: number | null, crossing: number | null, words = WORDS, points = POINTS): CostPicture {
  return costPicture(PLANE, points, budget, crossing, words, NO_SIDES);
}

describe("costPicture", () => {
  it("stacks the areas from the zero line up, jumps upright", () => {
    const { areas, edges } = picture(null, null, NO_WORDS);
    expect(areas.base.startsWith("M40,126.67L120,126.67L120,126.67L440,126.67L440,210")).toBe(true);
    expect(edges.within).toBe("M40,110L120,110L120,91.67L440,26.67");
    expect(edges.over).toBe("");
  });

  it("colours the total from where it passes the budget", () => {
    const { edges, marker, budget } = picture(900, 0.979, WORDS);
    expect(edges.within).toMatch(/^M40,110L120,110L120,91\.67L[\d.]+,60$/);
    expect(edges.over).toMatch(/^M[\d.]+,60L440,26\.67$/);
    expect(marker?.spot.y).toBeCloseTo(60, 9);
    expect(budget).toEqual({ y: 60, beyond: false });
  });

  it("names the budget and the crossing, clear of each other and of the marker", () => {
    const { labels, marker } = picture(900, 0.979);
    expect(labels.map(({ id }) => id).sort()).toEqual(["budget", "over"]);
    expect(boxesMeet(labels[0]!.box, labels[1]!.box)).toBe(false);
    expect(labels.every(({ onArea }) => !onArea)).toBe(true);
    const { from, to } = marker!.leader!;
    expect(Math.hypot(from.x - marker!.spot.x, from.y - marker!.spot.y)).toBeCloseTo(7, 6);
    expect(to.y).toBeLessThan(from.y);
  });

  it("gives a label a ground where it has to stand on an area", () => {
    const { labels } = picture(300, null, { budget: WORDS.budget, over: [] });
    expect(labels).toMatchObject([{ id: "budget", onArea: true }]);
  });

  it("shows a budget beyond the scale at the upper edge, without a marker", () => {
    const { budget, marker, labels } = picture(2_000, null, { budget: WORDS.budget, over: [] });
    expect(budget).toEqual({ y: PLANE.area.top, beyond: true });
    expect(marker).toBeNull();
    expect(labels[0]!.box.top).toBeGreaterThan(PLANE.area.top - 1);
  });

  it("marks where the total leaves the scale", () => {
    const tall = POINTS.map((point) => ({ ...point, incentive: point.incentive * 3 }));
    expect(picture(null, null, NO_WORDS, tall).exits).toMatchObject([{ y: PLANE.area.top, over: false }]);
    expect(picture(900, 0.9, WORDS, tall).exits).toMatchObject([{ over: true }]);
  });

  it("spreads the names of thin parts and lets the least important go where there is no room", () => {
    const thin = POINTS.map((point) => ({ ...point, burden: 1, incentive: 1 }));
    const middles = picture(null, null, NO_WORDS, thin).parts;
    expect(middles.map(({ part }) => part)).toEqual(["incentive", "burden", "base"]);
    middles.slice(1).forEach(({ y }, index) => expect(y - middles[index]!.y).toBeGreaterThanOrEqual(34 - 1e-9));
    const low = { ...PLANE, area: { ...PLANE.area, top: 130 } };
    expect(costPicture(low, POINTS, null, null, NO_WORDS, NO_SIDES).parts.map(({ part }) => part)).toEqual(["incentive", "base"]);
    const lower = { ...PLANE, area: { ...PLANE.area, top: 160 } };
    expect(costPicture(lower, POINTS, null, null, NO_WORDS, NO_SIDES).parts.map(({ part }) => part)).toEqual(["incentive"]);
  });

  it("draws nothing from nothing", () => {
    expect(picture(null, null, NO_WORDS, [])).toMatchObject({ edges: { within: "", over: "" }, marker: null, labels: [] });
  });
});
