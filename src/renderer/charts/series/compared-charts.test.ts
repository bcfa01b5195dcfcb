import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundMinor } from "#shared/units/money.ts";
import { bridgeBars, bridgeScale, bridgeSentence, bridgeTable, bridgeWalk, type BridgeData } from "./bridge.ts";
import { comparedSentence, comparedTable, spreadOut, type ComparedLine } from "./compared-curves.ts";
import { comparedCostsSentence, comparedCostsTable, comparedScale, expectedOfOne, outlineOf } from "./compared-costs.ts";
import { histogram } from "./histogram.ts";
import { payoutOn } from "./line-clip.ts";
import { changeRange, changesTable, rowWords, type ChangedRow } from "./pay-changes.ts";

const text = (sentence: ReturnType<typeof bridgeSentence>): string => sentence.map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : part.spare)).join("");
const million = (amount: number): ReturnType<typeof roundMinor> => roundMinor(amount * 1e8);

const data: BridgeData = {
  from: { name: "Base", slot: 0, cost: million(9.41), isCoarse: false },
  to: { name: "Sharper", slot: 1, cost: million(9.75), isCoarse: false },
  parts: [{ id: "a", label: "Pay mix", note: "CAM 50/50", amount: million(-0.04), isCoarse: false }, { id: "b", label: "Headcount", note: "PDM 9", amount: million(0.38), isCoarse: false }],
  budget: million(9.3), currency: "USD", note: null, idle: null,
};

describe("the bridge", () => {
  it("has bars that begin where the one before ended, and end at the other cost", () => {
    expect(bridgeBars(data).map(({ start, end }) => [start, end])).toEqual([[941_000_000, 937_000_000], [937_000_000, 975_000_000]]);
  });

  it("shows changes large: the axis begins at a tick below everything, near the budget, never below zero", () => {
    const { bottom, top, ticks } = bridgeScale(data, 5);
    expect(ticks[0]).toBe(bottom);
    expect(bottom).toBeGreaterThan(million(8.8));
    expect(bottom).toBeLessThanOrEqual(million(9.3));
    expect(top).toBeGreaterThan(million(9.75));
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 10 }), (start, amounts) => {
      const parts = amounts.map((amount, index) => ({ id: String(index), label: "x", note: "", amount: roundMinor(amount), isCoarse: false }));
      const end = start + amounts.reduce((sum, amount) => sum + amount, 0);
      const scale = bridgeScale({ ...data, from: { ...data.from, cost: roundMinor(start) }, to: { ...data.to, cost: roundMinor(end) }, parts, budget: null }, 5);
      const levels = [start, end, ...bridgeBars({ from: { ...data.from, cost: roundMinor(start) }, parts }).map((bar) => bar.end)];
      expect(scale.bottom).toBeLessThanOrEqual(Math.min(...levels));
      expect(scale.top).toBeGreaterThanOrEqual(Math.max(...levels));
      if (Math.min(...levels) >= 0) expect(scale.bottom).toBeGreaterThanOrEqual(0);
    }));
  });

  it("says what explains most, and where simulated years are behind it", () => {
    expect(text(bridgeSentence(data, million(9.2)))).toBe("Headcount explains +$0.38M of +$0.34M. Bars are changes; the scale starts at $9.2M.");
    const causes = (label: string, amount: number): string => text(bridgeSentence({ ...data, parts: [{ id: "a", label, note: "", amount: million(amount), isCoarse: false }] }, 0));
    expect(causes("Payout curves", 0.34)).toBe("Payout curves explain +$0.34M of +$0.34M.");
    expect(causes("OTE and pay mix", -0.34)).toBe("OTE and pay mix change it by −$0.34M of +$0.34M.");
    const parts = data.parts.map((part) => ({ ...part, isCoarse: true }));
    const between = { ...data, parts, note: "of the first 1,000 simulated years" };
    expect(text(bridgeSentence(between, 0))).toBe("Headcount explains ≈ +$0.38M of +$0.34M. ≈ of the first 1,000 simulated years.");
    expect(bridgeTable(between).rows.flat().map((cell) => /≈/u.test(cell))).toEqual([false, false, false, false, false, true, false, false, true, false, false, false]);
    const simulated = { ...between, to: { ...data.to, isCoarse: true } };
    expect(text(bridgeSentence(simulated, 0))).toContain("explains ≈ +$0.38M of ≈ +$0.34M.");
    expect(bridgeTable(simulated).rows.map((row) => row[2])).toEqual(["$9,410,000", "≈ −$40,000", "≈ +$380,000", "≈ $9,750,000"]);
    expect(bridgeWalk(simulated)[0]?.stops.map(({ spoken }) => spoken.includes("about"))).toEqual([false, true, true, true]);
    const idle = "Targets and seed differ and do not change the cost.";
    expect(text(bridgeSentence({ ...data, idle }, 0))).toContain(idle);
    expect(text(bridgeSentence({ ...data, parts: [], to: { ...data.to, cost: data.from.cost }, idle }, 0))).toBe(`Both cost the same. ${idle}`);
    expect(text(bridgeSentence({ ...data, to: data.from, parts: [] }, 0))).toBe("Both cost the same; no input that changes the cost differs.");
  });

  it("has the exact amounts as a table, and is walked end to end", () => {
    expect(bridgeTable(data).rows).toEqual([["Base", "", "$9,410,000"], ["Pay mix", "CAM 50/50", "−$40,000"], ["Headcount", "PDM 9", "+$380,000"], ["Sharper", "in all +$340,000", "$9,750,000"]]);
    expect(bridgeWalk(data)[0]?.stops.map(({ spoken }) => spoken)).toHaveLength(4);
  });
});

const line = (id: string, slot: number, corners: readonly (readonly [number, number])[], cap: number | null = null): ComparedLine => ({ id, name: id, slot, cap, line: corners.map(([attainment, payout]) => ({ attainment, payout })) });
const straight = line("Base", 0, [[0, 0], [1, 1], [2, 2]]);
const jump = line("Jump", 1, [[0, 0], [0.7, 0], [0.7, 0.4], [1, 1], [2, 3]], 3);

describe("compared curves", () => {
  it("reads a line anywhere, at a jump what applies there", () => {
    expect([0.35, 0.7, 0.85, 1.5, 2].map((at) => Number(payoutOn(jump.line, at)?.toFixed(6)))).toEqual([0, 0.4, 0.7, 2, 3]);
  });

  it("says where each is farthest from the base, and has the chosen attainments as a table", () => {
    expect(text(comparedSentence([straight, jump], [0.6, 1, 1.5]))).toBe("Jump pays 60 points less at 60%. ");
    expect(text(comparedSentence([straight], [1]))).toBe("No scenario beside this one has this curve.");
    expect(comparedTable([straight, jump], [1, 1.5], "Payout").rows).toEqual([["100%", "100%", "100%"], ["150%", "150%", "200%"], ["Cap", "none", "300%"]]);
    expect(comparedTable([straight, jump], [3], "Payout").rows[0]).toEqual(["300%", "—", "—"]);
  });

  it("keeps names at the ends of lines apart and inside, in the order of the lines", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 6 }), (wanted) => {
      const placed = spreadOut(wanted, 32, 8, 292);
      const sorted = [...placed].sort((one, other) => one - other);
      sorted.slice(1).forEach((place, index) => expect(place - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(32 - 1e-9));
      expect(sorted[0]).toBeGreaterThanOrEqual(8 - 1e-9);
      expect(sorted.at(-1)).toBeLessThanOrEqual(292 + 1e-9);
      wanted.forEach((one, index) => wanted.forEach((other, place) => {
        if (one < other) expect(placed[index]).toBeLessThan(placed[place] ?? 0);
      }));
    }));
    expect(spreadOut([10, 200], 32, 0, 300)).toEqual([10, 200]);
  });
});

describe("compared costs", () => {
  const costs = (from: number): Float64Array => Float64Array.from({ length: 1_000 }, (_, year) => million(from) + year * 1e5);
  const series = [9, 9.5].map((from, slot) => ({ id: String(slot), name: slot === 0 ? "Base" : "Other", slot, costs: costs(from), p10: million(from + 0.1), p50: million(from + 0.5), p90: million(from + 0.9), expected: million(from + 0.5), isCoarse: slot === 1, isExpectedCoarse: slot === 1 }));

  it("stand on one axis, and outlines hold all years", () => {
    const scale = comparedScale(series, null);
    expect(scale.from).toBeLessThanOrEqual(million(9.01));
    expect(scale.to).toBeGreaterThanOrEqual(million(10.4));
    for (const each of series) {
      const { bins, below, above } = histogram(each.costs, scale);
      expect(bins.reduce((sum, { years }) => sum + years, below + above)).toBe(1_000);
      expect(Math.max(...bins.map(({ share }) => share))).toBeLessThanOrEqual(scale.top);
      const outline = outlineOf(histogram(each.costs, scale));
      expect([outline[0]?.share, outline.at(-1)?.share]).toEqual([0, 0]);
    }
  });

  it("say the bad year of each, with ≈ where only the first years are in it", () => {
    expect(text(comparedCostsSentence(series, "USD"))).toBe("One year in ten of Base costs more than $9.90M, of Other ≈ $10.40M.");
    const { rows } = comparedCostsTable(series, million(9.5), "USD");
    expect(rows.map(([name]) => name)).toEqual(["Expected cost", "P10", "P50", "P90", "Years over the budget of the base"]);
    for (const [, base, other] of rows) expect([base, other]).toEqual([expect.not.stringContaining("≈"), expect.stringMatching(/^≈ /)]);
    expect(series.map((each) => expectedOfOne(each, "USD"))).toEqual(["$9.50M", "≈ $10.00M"]);
  });
});

describe("pay changes", () => {
  const row: ChangedRow = {
    id: "cam", label: "CAM",
    people: [[2_000_00, true], [-1_000_00, true], [10, false], [0, false]].map(([difference, isBeyond], index) => ({ id: String(index), name: `P${index}`, difference: Number(difference), pay: [10_000_000, 10_000_000 + Number(difference)], isBeyond: isBeyond === true })),
  };

  it("counts up and down beyond the share, and has the median", () => {
    expect(rowWords(row, { kind: "money", currency: "USD" })).toEqual(["1 up, 1 down", "median $0"]);
  });

  it("has an axis with zero in it, and a table from the largest loss to the largest gain", () => {
    expect(changeRange([row], 100)).toEqual({ from: -118_000, to: 218_000 });
    expect(changeRange([], 100)).toEqual({ from: -6, to: 6 + 0 });
    expect(changesTable([row], { kind: "money", currency: "USD" }, ["Base", "Other"]).rows.map(([, name, from, to, change]) => [name, from, to, change])[0]).toEqual(["P1", "$100,000", "$99,000", "−$1,000"]);
    expect(changesTable([row], { kind: "share" }, ["Base", "Other"]).columns).toHaveLength(3);
  });
});
