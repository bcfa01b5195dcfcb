import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presences } from "./presence.ts";

describe("presences", () => {
  it("goes on with the role before in a period without results, and begins with the first", () => {
    expect(presences([[false, true, false, false], [false, false, false, true]])).toEqual([[1, 1, 1, 0], [0, 0, 0, 1]]);
  });

  it("totals one person in every period, whatever the results", () => {
    const results = fc.integer({ min: 1, max: 4 }).chain((roles) => fc.array(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), { minLength: roles, maxLength: roles })).filter((list) => list.flat().some(Boolean));
    fc.assert(fc.property(results, (list) => {
      const shares = presences(list);
      for (let period = 0; period < 12; period += 1) expect(shares.reduce((sum, each) => sum + (each[period] ?? 0), 0)).toBeCloseTo(1, 12);
    }));
  });
});
