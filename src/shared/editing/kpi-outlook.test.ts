import { describe, expect, it } from "vitest";
import { withShape } from "./kpi-outlook.ts";

describe("withShape", () => {
  it("keeps mean and spread from one shape to the other, and the value where nothing changes", () => {
    const outlook = { shape: "lognormal", mean: 0.97, spread: 0.22 } as const;
    expect(withShape(outlook, "normal")).toEqual({ shape: "normal", mean: 0.97, spread: 0.22 });
    expect(withShape(outlook, "lognormal")).toBe(outlook);
  });

  it("takes mean and standard deviation of a list, to a hundredth of a point", () => {
    expect(withShape({ shape: "empirical", attainments: [0.8, 1, 1.2] }, "normal")).toEqual({ shape: "normal", mean: 1, spread: 0.1633 });
    expect(withShape({ shape: "empirical", attainments: [0.9] }, "lognormal")).toEqual({ shape: "lognormal", mean: 0.9, spread: 0 });
  });

  it("stays within the bounds of a spread", () => {
    expect(withShape({ shape: "empirical", attainments: [0, 100] }, "normal")).toMatchObject({ mean: 50, spread: 10 });
  });
});
