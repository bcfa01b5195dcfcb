import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMoney, divideToTotal, roundMinor, roundMoney, splitByLargestRemainder, splitWhole, subtractMoney, sumMoney, toCurrencyUnits } from "./money.ts";

describe("roundMoney", () => {
  it.each([
    { amount: 0, currency: "USD", minor: 0 },
    { amount: -0, currency: "USD", minor: 0 },
    { amount: 123.45, currency: "USD", minor: 12_345 },
    { amount: 0.004, currency: "USD", minor: 0 },
    { amount: 0.005, currency: "USD", minor: 1 },
    { amount: -0.004, currency: "USD", minor: 0 },
    { amount: -0.005, currency: "USD", minor: -1 },
    { amount: 1.005, currency: "USD", minor: 101 },
    { amount: 1.004999, currency: "USD", minor: 100 },
    { amount: 8.345, currency: "USD", minor: 835 },
    { amount: -8.345, currency: "USD", minor: -835 },
    { amount: 100_000 * (1 - 0.7), currency: "USD", minor: 3_000_000 },
    { amount: 0.5, currency: "JPY", minor: 1 },
    { amount: 1_234.499_999, currency: "JPY", minor: 1_234 },
    { amount: 1.0005, currency: "KWD", minor: 1_001 },
    { amount: 1.00005, currency: "CLF", minor: 10_001 },
    { amount: 1e12, currency: "CLF", minor: 1e16 },
  ])("$amount $currency is $minor minor units", ({ amount, currency, minor }) => {
    expect(roundMoney(amount, currency)).toBe(minor);
  });
});

describe("roundMinor", () => {
  it("keeps whole numbers, however large", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (amount) => void expect(roundMinor(amount)).toBe(amount)));
    expect(roundMinor(1e300)).toBe(1e300);
  });

  it("rounds the amount as written with 15 significant digits, half away from zero", () => {
    const asWritten = fc.tuple(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(asWritten, ([whole, thousandths]) => {
        const amount = Number(`${whole}.${String(thousandths).padStart(3, "0")}`);
        const rounded = whole + (thousandths >= 500 ? 1n : 0n);
        expect(roundMinor(amount)).toBe(Number(rounded));
        expect(roundMinor(-amount)).toBe(rounded === 0n ? 0 : -Number(rounded));
      }),
      { examples: [[[0n, 500]], [[999_999_999_999n, 499]], [[999_999_999_999n, 500]]] },
    );
  });

  it("never falls as the amount rises", () => {
    const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(fc.property(amount, amount, (one, other) => void expect(roundMinor(Math.min(one, other))).toBeLessThanOrEqual(roundMinor(Math.max(one, other)))));
  });
});

describe("toCurrencyUnits", () => {
  it.each([
    { minor: 12_345, currency: "USD", amount: 123.45 },
    { minor: 12_345, currency: "JPY", amount: 12_345 },
    { minor: 12_345, currency: "KWD", amount: 12.345 },
  ])("$minor minor units are $amount $currency", ({ minor, currency, amount }) => {
    expect(toCurrencyUnits(minor, currency)).toBe(amount);
  });

  it("comes back from minor units unchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom("JPY", "USD", "KWD", "CLF"), (minor, currency) =>
        void expect(roundMoney(toCurrencyUnits(minor, currency), currency)).toBe(minor),
      ),
    );
  });
});

it("adds and subtracts", () => {
  const [one, other] = [roundMinor(250), roundMinor(100)];
  expect([addMoney(one, other), subtractMoney(one, other), sumMoney([one, other, one]), sumMoney([])]).toEqual([350, 150, 600, 0]);
});

describe("divideToTotal", () => {
  it.each([
    { parts: [], divisor: 2, divided: [] },
    { parts: [1, 1], divisor: 2, divided: [1, 0] },
    { parts: [-1, -1], divisor: 2, divided: [0, -1] },
    { parts: [11, -5, 6], divisor: 4, divided: [3, -1, 1] },
    { parts: [10, 0, 0], divisor: 2, divided: [5, 0, 0] },
    { parts: [-22, 1], divisor: 3, divided: [-7, 0] },
    { parts: [2, 2, 2], divisor: 3, divided: [1, 1, 0] },
  ])("$parts over $divisor is $divided", ({ parts, divisor, divided }) => {
    expect(divideToTotal(parts.map(BigInt), BigInt(divisor))).toEqual(divided);
  });

  it("totals exactly, each less than one from its quotient", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1, maxLength: 10 }), fc.bigInt({ min: 1n, max: 40_320n }), (list, divisor) => {
        const sum = list.reduce((total, part) => total + part, 0n);
        const parts = [...list, -(sum % divisor)];
        const divided = divideToTotal(parts, divisor).map(BigInt);
        expect(divided.reduce((total, part) => total + part, 0n)).toBe(sum / divisor);
        divided.forEach((part, index) => {
          const off = part * divisor - (parts[index] ?? 0n);
          expect(off < divisor && off > -divisor).toBe(true);
        });
      }),
    );
  });
});

describe("splitWhole", () => {
  it.each([
    { total: 100, shares: [], parts: [] },
    { total: 100, shares: [1], parts: [100] },
    { total: 100, shares: [1, 1, 1], parts: [34, 33, 33] },
    { total: -100, shares: [1, 1, 1], parts: [-34, -33, -33] },
    { total: 2, shares: [1, 1, 1], parts: [1, 1, 0] },
    { total: 0, shares: [3, 1], parts: [0, 0] },
    { total: 10, shares: [0, 0, 0], parts: [4, 3, 3] },
    { total: 10, shares: [0, 1, 0], parts: [0, 10, 0] },
    { total: 1, shares: [0, 1, 1], parts: [0, 1, 0] },
    { total: 9_000_000, shares: [4_000, 3_000, 2_000, 1_000], parts: [3_600_000, 2_700_000, 1_800_000, 900_000] },
    { total: 101, shares: [4_000, 3_000, 2_000, 1_000], parts: [41, 30, 20, 10] },
    { total: 5, shares: [1, 4, 10], parts: [1, 1, 3] },
    { total: 10, shares: [0.25, 0.25, 0.5], parts: [3, 2, 5] },
    { total: 3, shares: [1, 2, 4], parts: [0, 1, 2] },
    { total: 7, shares: [1, 4], parts: [1, 6] },
  ])("$total by $shares is $parts", ({ total, shares, parts }) => {
    expect(splitWhole(total, shares)).toEqual(parts);
  });

  it("totals exactly, each part within one of its exact share, nothing for a share of zero", () => {
    const shares = fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.array(shares, { minLength: 1, maxLength: 50 }), (total, list) => {
        const parts = splitWhole(total, list);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        const whole = list.reduce((sum, share) => sum + share, 0);
        if (whole === 0) return;
        parts.forEach((part, index) => {
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - (total * (list[index] ?? 0)) / whole)).toBeLessThan(1 + 1e-3);
          if (list[index] === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  it("gives equal shares parts that differ by at most one, the larger first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 50 }), (total, count) => {
        const parts = splitWhole(total, Array.from({ length: count }, () => 7));
        expect(parts).toEqual([...parts].sort((a, b) => b - a));
        expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("ends soon and stays finite where numbers are too large to be exact", () => {
    const parts = splitWhole(3e31, [1e30, 2e29, 7]);
    expect(parts.every(Number.isFinite)).toBe(true);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(3e31, -20);
  });

  it("splits money the same way", () => {
    expect(splitByLargestRemainder(roundMinor(100), [1, 1, 1])).toEqual([34, 33, 33]);
  });
});
