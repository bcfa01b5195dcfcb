import { describe, expect, it } from "vitest";
import { percentText, pointsText } from "./percent-text.ts";

describe("shares as text", () => {
  it.each([[1.3, "130%"], [0.075, "7.5%"], [1.0000000001, "100%"], [0.9996, "100%"], [-0.5, "\u221250%"]])("%s is %s", (ratio, text) => {
    expect(percentText(ratio)).toBe(text);
  });

  it.each([[5, "5 points"], [1, "1 point"], [0.666, "0.67 points"], [1.004, "1 point"]])("%s is %s", (points, text) => {
    expect(pointsText(points)).toBe(text);
  });
});
