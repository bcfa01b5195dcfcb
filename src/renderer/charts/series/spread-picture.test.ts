import { describe, expect, it } from "vitest";
import { distributionOf } from "#shared/engine/index.ts";
import type { KpiOutlook } from "#shared/model/scenario.ts";
import { cutsOf, partsOf } from "./attainment-parts.ts";
import { spreadPicture, SPREAD_ROWS, type SpreadPicture } from "./spread-picture.ts";
import { planeOf } from "./test-plane.ts";

/** 2.5 px for each point of attainment. */
const PLANE = planeOf(0.4, 2, 3);
const WORDS = { widthOf: (text: string) => text.length * 7, captions: [{ text: "of people in each part", width: 110 }, { text: "of people", width: 45 }], nameFrom: 340 };

function pictureOf(outlook: KpiOutlook, threshold: number | null, excellence: number): SpreadPicture {
  const distribution = distributionOf(outlook);
  return spreadPicture(PLANE, { distribution, parts: partsOf(distribution, cutsOf(threshold, excellence)), isDrawn: true }, WORDS);
}

const SKEWED: KpiOutlook = { shape: "lognormal", mean: 0.97, spread: 0.22 };

/** The highest spot of a path. */
function topOf(path: string): number {
  return Math.min(...[...path.matchAll(/[ML][\d.]+,([\d.]+)/g)].map(([, y]) => Number(y)));
}

describe("spreadPicture", () => {
  it("has a part on each side of a cut, light and dark by turns, no higher than its strip", () => {
    const { areas, cuts, baseline } = pictureOf(SKEWED, 0.7, 1.3);
    expect(areas.map(({ tone }) => tone)).toEqual(["light", "dark", "light", "dark"]);
    expect(cuts.map(({ x }) => x)).toEqual([115, 190, 265].map((x) => expect.closeTo(x, 6)));
    expect(Math.min(...areas.map(({ path }) => topOf(path)))).toBeCloseTo(baseline - (SPREAD_ROWS.baseline - SPREAD_ROWS.top), 1);
  });

  it("moves the cut and the shares with the threshold", () => {
    const [before, after] = [pictureOf(SKEWED, 0.7, 1.3), pictureOf(SKEWED, 0.9, 1.3)];
    expect(after.cuts[0]?.x).toBeCloseTo(165, 6);
    expect(after.labels[0]?.text).not.toBe(before.labels[0]?.text);
    expect(after.labels.at(-2)?.text).toBe(before.labels.at(-2)?.text);
  });

  it("writes a share in the middle of its part, the outer ones near their cuts, then what the shares are of", () => {
    const { labels } = pictureOf(SKEWED, 0.7, 1.3);
    expect(labels.map(({ text }) => text)).toEqual(["9%", "51%", "32%", "8%", "of people in each part"]);
    expect(labels[1]?.x).toBeCloseTo(152.5, 6);
    expect(labels[3]?.x).toBeCloseTo(305, 6);
    expect(pictureOf(SKEWED, null, 1.3).labels[0]?.x).toBeCloseTo(150, 6);
    expect(labels[4]).toMatchObject({ x: PLANE.area.right, align: "end" });
  });

  it("shortens the caption before it meets a share, then leaves it out", () => {
    expect(pictureOf(SKEWED, 0.7, 1.5).labels.at(-1)?.text).toBe("of people");
    expect(pictureOf(SKEWED, 0.7, 1.8).labels.at(-1)?.id).not.toBe("caption");
  });

  it("leaves out the share of a part too narrow for it, and never lets two meet", () => {
    const { labels } = pictureOf(SKEWED, 0.99, 1.02);
    expect(labels.map(({ id }) => id)).toEqual(["start", "excellence", "caption"]);
  });

  it("keeps cuts clear of the name of the axis, and leaves out those beyond the plot", () => {
    const { cuts } = pictureOf(SKEWED, 0.7, 1.8);
    expect(cuts.at(-1)?.from).toBe(PLANE.area.bottom + SPREAD_ROWS.underName);
    expect(cuts[0]?.from).toBe(PLANE.area.bottom + SPREAD_ROWS.cuts);
    expect(pictureOf(SKEWED, 0.3, 2.4).cuts).toHaveLength(1);
  });

  it("draws people without spread as one bar of the full height", () => {
    const { areas, baseline } = pictureOf({ shape: "normal", mean: 0.9, spread: 0 }, 0.7, 1.3);
    expect(areas.map(({ path }) => path !== "")).toEqual([false, true, false, false]);
    expect(topOf(areas[1]?.path ?? "")).toBeCloseTo(baseline - 28, 6);
  });

  it("does not blow up a tail that is all there is to see", () => {
    const { areas, baseline } = pictureOf({ shape: "normal", mean: 0.1, spread: 0.1 }, 0.7, 1.3);
    for (const { path } of areas) expect(path === "" ? baseline : topOf(path)).toBeGreaterThan(baseline - 4);
  });
});
