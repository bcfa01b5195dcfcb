import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundMinor, roundMoney, type MinorUnits } from "../units/money.ts";
import { apportionToThousands } from "./table.ts";

function money(...amounts: readonly number[]): MinorUnits[] {
  return amounts.map((amount) => roundMoney(amount, "USD"));
}

describe("apportionToThousands", () => {
  it.each([
    { name: "each rounds down alone, together they are one thousand more", parts: [1_400, 1_400, 1_400], total: 4_200, cells: [2, 1, 1] },
    { name: "the largest remainders go up", parts: [10_600, 20_700, 30_200], total: 61_500, cells: [11, 21, 30] },
    { name: "already whole", parts: [5_322_000, 2_709_000, 1_378_000], total: 9_409_000, cells: [5_322, 2_709, 1_378] },
    { name: "all nothing", parts: [0, 0], total: 0, cells: [0, 0] },
    { name: "a saving", parts: [-1_400, -1_400, -1_400], total: -4_200, cells: [-2, -1, -1] },
  ])("$name", ({ parts, total, cells }) => {
    expect(apportionToThousands(money(...parts), roundMoney(total, "USD"), "USD")).toEqual(cells);
  });

  it("has no cells for no parts", () => {
    expect(apportionToThousands([], roundMinor(0), "USD")).toEqual([]);
  });

  it("always foots, in every currency", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e11 }), { minLength: 1, maxLength: 12 }), fc.constantFrom("USD", "JPY", "KWD"), (amounts, currency) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const perThousand = { USD: 100_000, JPY: 1_000, KWD: 1_000_000 }[currency] ?? 0;
        const cells = apportionToThousands(amounts.map(roundMinor), roundMinor(total), currency);
        expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(Math.round(total / perThousand));
        cells.forEach((cell, index) => expect(Math.abs(cell - (amounts[index] ?? 0) / perThousand)).toBeLessThan(1.5));
      }),
    );
  });
});
