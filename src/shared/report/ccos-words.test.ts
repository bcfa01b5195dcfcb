import { describe, expect, it } from "vitest";
import { ccosDefinition, revenueInWords } from "./ccos-words.ts";

describe("the definition of CCOS", () => {
  it.each([
    [["booked"], "pay ÷ booked revenue", "without burden"],
    [["credited"], "pay ÷ credited revenue", "may count a deal twice"],
    [["booked", "booked"], "pay ÷ booked revenue", "without burden"],
    [["booked", "credited"], "pay ÷ booked or credited revenue", "may count a deal twice"],
  ] as const)("of %j", (bases, measure, caution) => expect(ccosDefinition(bases)).toEqual({ measure, caution }));

  it("says in a sentence what may be counted twice", () => {
    expect(revenueInWords("booked")).toBe("booked revenue");
    expect(revenueInWords("credited")).toContain("which may count a deal twice");
  });
});
