import { describe, expect, it } from "vitest";
import { initialsAmong } from "./initials.ts";

describe("initialsAmong", () => {
  const titles = ["Partner Sales Manager", "Partner Success Manager", "Channel Account Manager", "Seller", "Sales & Channel lead"];

  it.each([
    ["Channel Account Manager", "CAM"],
    ["Partner Sales Manager", "PSaM"],
    ["Partner Success Manager", "PSuM"],
    ["Seller", "Seller"],
    ["Sales & Channel lead", "SCL"],
    ["", ""],
  ])("%s", (title, expected) => {
    expect(initialsAmong(title, titles)).toBe(expected);
  });

  it("leaves two roles of one title alike", () => {
    expect(initialsAmong("Partner Sales Manager", ["Partner Sales Manager", "Partner Sales Manager"])).toBe("PSM");
  });
});
