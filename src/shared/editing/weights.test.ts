import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WHOLE, basisPoints } from "../units/basis-points.ts";
import { splitWhole } from "../units/money.ts";
import { normaliseWeights, redistributeWeights, type WeightEntry } from "./weights.ts";

function entries(...rows: readonly (readonly [id: string, weight: number, state?: "locked" | "measured"])[]): readonly WeightEntry[] {
  return rows.map(([id, weight, state]) => ({ id, weight: basisPoints(weight), locked: state === "locked", ...(state === "measured" ? { curve: null } : {}) }));
}
function moved(start: readonly WeightEntry[], id: string, to: number): { readonly weights: readonly number[]; readonly stopped: boolean } {
  const { weights, stopped } = redistributeWeights(start, id, basisPoints(to));
  return { weights: weights.map((each) => each.weight), stopped };
}

const ARTICLE = entries(["a", 4000], ["b", 3000], ["c", 2000], ["d", 1000]);

describe("redistributeWeights", () => {
  it.each([
    ["takes in proportion", ARTICLE, "a", 5000, [5000, 2500, 1667, 833], false],
    ["gives in proportion", ARTICLE, "a", 1000, [1000, 4500, 3000, 1500], false],
    ["leaves the locked one", entries(["a", 4000], ["b", 3000], ["c", 2000], ["d", 1000, "locked"]), "a", 5000, [5000, 2400, 1600, 1000], false],
    ["goes to what is left beside the locked one and stops", entries(["a", 4000], ["b", 5000], ["d", 1000, "locked"]), "a", 9500, [9000, 0, 1000], true],
    ["just reaches what is left without stopping", entries(["a", 4000], ["b", 5000], ["d", 1000, "locked"]), "a", 9000, [9000, 0, 1000], false],
    ["goes to 0 and stops", ARTICLE, "a", -1, [0, 5000, 3333, 1667], true],
    ["cannot move where all others are locked", entries(["a", 6000], ["b", 4000, "locked"]), "a", 5000, [6000, 4000], true],
    ["does not move a locked one", entries(["a", 6000, "locked"], ["b", 4000]), "a", 5000, [6000, 4000], true],
    ["does not move the only one", entries(["a", 10000]), "a", 5000, [10000], true],
    ["shares equally only where all unlocked others stand at 0", entries(["a", 10000], ["b", 0], ["c", 0]), "a", 4000, [4000, 3000, 3000], false],
    ["leaves a sibling at 0 where another has weight", entries(["a", 6000], ["b", 4000], ["c", 0]), "a", 2000, [2000, 8000, 0], false],
    ["never gives to a measured-only KPI", entries(["a", 10000], ["b", 0], ["m", 0, "measured"]), "a", 4000, [4000, 6000, 0], false],
    ["cannot move where the only other is measured only", entries(["a", 10000], ["m", 0, "measured"]), "a", 4000, [10000, 0], true],
    ["an unknown id moves nothing", ARTICLE, "x", 4000, [4000, 3000, 2000, 1000], true],
  ] as const)("%s", (_, start, id, to, weights, stopped) => {
    expect(moved(start, id, to)).toEqual({ weights, stopped });
  });

  const scorecard = fc
    .array(fc.record({ part: fc.nat(20), locked: fc.boolean(), measured: fc.integer({ min: 0, max: 4 }).map((n) => n === 0) }), { minLength: 1, maxLength: 8 })
    .filter((rows) => rows.some((row) => !row.measured))
    .map((rows): readonly WeightEntry[] => {
      const shares = rows.map((row) => (row.measured ? 0 : row.part));
      if (!shares.some((share) => share > 0)) shares[rows.findIndex((row) => !row.measured)] = 1;
      const weights = splitWhole(WHOLE, shares);
      return rows.map((row, i) => ({ id: `k${i}`, weight: basisPoints(weights[i] ?? 0), locked: row.locked, ...(row.measured ? { curve: null } : {}) }));
    });
  const drag = scorecard.chain((start) =>
    fc.record({ start: fc.constant(start), id: fc.constantFrom(...start.map((each) => each.id)), to: fc.integer({ min: -2_000, max: 12_000 }).map(basisPoints) }),
  );

  it("totals exactly 100 %, stays within bounds, never moves a locked or measured-only one", () => {
    fc.assert(fc.property(drag, ({ start, id, to }) => {
      const { weights } = redistributeWeights(start, id, to);
      expect(weights.map((each) => each.id)).toEqual(start.map((each) => each.id));
      expect(weights.reduce((sum, each) => sum + each.weight, 0)).toBe(WHOLE);
      for (const [index, { weight }] of weights.entries()) {
        const before = start[index]!;
        expect(Number.isInteger(weight) && weight >= 0 && weight <= WHOLE).toBe(true);
        if (before.locked || before.curve === null) expect(weight).toBe(before.weight);
      }
    }));
  });

  it("gets where it was asked to, unless it says that it stopped", () => {
    fc.assert(fc.property(drag, ({ start, id, to }) => {
      const { weights, stopped } = redistributeWeights(start, id, to);
      expect(weights.find((each) => each.id === id)!.weight === to).toBe(!stopped);
    }));
  });

  it("restores every weight where it is dragged back", () => {
    fc.assert(fc.property(drag, ({ start, id }) => {
      const own = start.find((each) => each.id === id)!.weight;
      expect(redistributeWeights(start, id, own).weights.map((each) => each.weight)).toEqual(start.map((each) => each.weight));
    }));
  });

  it("keeps every other unlocked weight within one basis point of its exact share", () => {
    fc.assert(fc.property(drag, ({ start, id, to }) => {
      const { weights } = redistributeWeights(start, id, to);
      const siblings = start.filter((each) => each.id !== id && !each.locked && each.curve !== null);
      const before = siblings.reduce((sum, each) => sum + each.weight, 0);
      const after = new Map(weights.map((each) => [each.id, each.weight]));
      const left = siblings.reduce((sum, each) => sum + after.get(each.id)!, 0);
      for (const each of siblings) {
        const exact = before === 0 ? left / siblings.length : (left * each.weight) / before;
        expect(Math.abs(after.get(each.id)! - exact)).toBeLessThan(1);
      }
    }));
  });
});

describe("normaliseWeights", () => {
  it.each([
    ["scales the unlocked ones in proportion", entries(["a", 4000], ["b", 2000]), [6667, 3333]],
    ["leaves locked ones", entries(["a", 4000], ["b", 2000], ["c", 1000, "locked"]), [6000, 3000, 1000]],
    ["scales locked ones where nobody else can take the rest", entries(["a", 4000, "locked"], ["b", 1000, "locked"]), [8000, 2000]],
    ["shares equally where all stand at 0", entries(["a", 0], ["b", 0], ["c", 0]), [3334, 3333, 3333]],
    ["gives the unlocked one at 0 what the locked ones leave", entries(["a", 0], ["b", 4000, "locked"]), [6000, 4000]],
    ["scales all where the locked ones alone exceed 100 %", entries(["a", 0], ["b", 9000, "locked"], ["c", 3000, "locked"]), [0, 7500, 2500]],
    ["gives nothing to measured-only ones", entries(["a", 2000], ["m", 0, "measured"]), [10000, 0]],
    ["is empty for none", [], []],
  ] as const)("%s", (_, start, weights) => {
    expect(normaliseWeights(start).map((each) => each.weight)).toEqual(weights);
  });
});
