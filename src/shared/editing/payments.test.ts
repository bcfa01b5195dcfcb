import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { scenarioArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { periodsOf, seasonsOf } from "../engine/index.ts";
import type { Payments } from "../model/scenario.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { WHOLE, basisPoints } from "../units/basis-points.ts";
import { seasonPoints, withFrequency, withSeasonShare, withSeasons } from "./payments.ts";

const FREQUENCIES = ["annual", "half-yearly", "quarterly", "monthly"] as const;
const quarterly = (seasonality: Payments["seasonality"]): Payments => ({ frequency: "quarterly", basis: "cumulative", seasonality });
const points = (...values: readonly number[]) => values.map(basisPoints);
const periodOf = (frequency: Payments["frequency"]): number => periodsOf({ ...quarterly("equal"), frequency });

describe("withFrequency", () => {
  const seasons = quarterly([0.2, 0.25, 0.25, 0.3]);

  it.each([
    ["annual", "equal"],
    ["half-yearly", [0.45, 0.55]],
    ["monthly", [0.0667, 0.0667, 0.0666, 0.0834, 0.0833, 0.0833, 0.0834, 0.0833, 0.0833, 0.1, 0.1, 0.1]],
  ] as const)("%s: seasons become %j", (frequency, seasonality) => {
    expect(withFrequency(seasons, frequency)).toEqual({ frequency, basis: "cumulative", seasonality });
  });

  it("finds seasons that merge into equal ones", () => {
    expect(withFrequency(quarterly([0.2, 0.3, 0.3, 0.2]), "half-yearly").seasonality).toBe("equal");
  });

  it("keeps equal seasons equal and changes nothing for the same frequency", () => {
    for (const frequency of FREQUENCIES) expect(withFrequency(quarterly("equal"), frequency).seasonality).toBe("equal");
    expect(withFrequency(seasons, "quarterly")).toBe(seasons);
  });

  it("leaves a valid document whatever the frequency was", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.constantFrom(...FREQUENCIES), (scenario, frequency) => {
        const payments = withFrequency(scenario.payments, frequency);
        expect(payments.frequency).toBe(frequency);
        expect(validateScenario({ ...plainScenario(), payments })).toMatchObject({ ok: true });
      }),
    );
  });

  it("gives back the seasons there were after going to shorter periods and back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FREQUENCIES), fc.constantFrom(...FREQUENCIES), fc.array(fc.nat(9_999), { minLength: 12, maxLength: 12 }), (long, short, cuts) => {
        if (periodOf(short) % periodOf(long) !== 0) return;
        const ends = [...cuts.slice(1, periodOf(long)).sort((a, b) => a - b), WHOLE];
        const shares = ends.map((end, index) => end - (ends[index - 1] ?? 0));
        const payments = withSeasons({ ...quarterly("equal"), frequency: long }, points(...shares));
        expect(seasonPoints(withFrequency(withFrequency(payments, short), long))).toEqual(points(...shares));
      }),
    );
  });
});

describe("withSeasons", () => {
  it("takes shares that total 100 %", () => {
    const next = withSeasons(quarterly("equal"), points(2_000, 2_500, 2_500, 3_000));
    expect(next).toEqual(quarterly([0.2, 0.25, 0.25, 0.3]));
    expect(seasonPoints(next)).toEqual([2_000, 2_500, 2_500, 3_000]);
  });

  it.each([
    ["99.99 %", [2_000, 2_500, 2_500, 2_999]],
    ["100.01 %", [2_000, 2_500, 2_500, 3_001]],
    ["a share too few", [2_000, 3_000, 5_000]],
  ])("changes nothing for %s", (_, shares) => {
    const payments = quarterly("equal");
    expect(withSeasons(payments, points(...shares))).toBe(payments);
  });

  it("calls the same share in every period equal", () => {
    expect(withSeasons(quarterly([0.2, 0.3, 0.25, 0.25]), points(2_500, 2_500, 2_500, 2_500)).seasonality).toBe("equal");
    const equal = quarterly("equal");
    expect(withSeasons(equal, points(2_500, 2_500, 2_500, 2_500))).toBe(equal);
  });
});

it("apportions shares that are no whole basis points", () => {
  const monthly: Payments = { frequency: "monthly", basis: "discrete", seasonality: "equal" };
  const shares = seasonPoints(monthly);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(WHOLE);
  shares.forEach((share, index) => expect(Math.abs(share / WHOLE - (seasonsOf(monthly)[index] ?? 0))).toBeLessThan(1e-4));
});

describe("withSeasonShare", () => {
  it("takes from the others in proportion, so that the total stays", () => {
    expect(withSeasonShare(quarterly("equal"), 0, 0.4).seasonality).toEqual([0.4, 0.2, 0.2, 0.2]);
    // 60 % over 20 : 30 : 40 parts of 90.
    expect(withSeasonShare(quarterly([0.1, 0.2, 0.3, 0.4]), 0, 0.4).seasonality).toEqual([0.4, 0.1333, 0.2, 0.2667]);
    expect(withSeasonShare(quarterly([0.4, 0.2, 0.2, 0.2]), 0, 0.25).seasonality).toBe("equal");
  });

  it("gives to all alike where they have nothing, and ends at nothing and all", () => {
    expect(withSeasonShare(quarterly([0, 1, 0, 0]), 1, 0.7).seasonality).toEqual([0.1, 0.7, 0.1, 0.1]);
    expect(withSeasonShare(quarterly("equal"), 3, 2).seasonality).toEqual([0, 0, 0, 1]);
    expect(withSeasonShare(quarterly([0.4, 0.2, 0.2, 0.2]), 0, -1).seasonality).toEqual([0, 0.3334, 0.3333, 0.3333]);
  });

  it("changes nothing in a year of one period, nor in one that does not exist", () => {
    const annual: Payments = { frequency: "annual", basis: "discrete", seasonality: "equal" };
    expect(withSeasonShare(annual, 0, 0.5)).toBe(annual);
    const equal = quarterly("equal");
    expect(withSeasonShare(equal, 4, 0.5)).toBe(equal);
  });
});
