import { describe, expect, it } from "vitest";
import { conflictedCopyOf } from "./conflicted-copy.ts";

describe("a conflicted copy", () => {
  it.each([
    ["plan (Ada's conflicted copy 2026-03-01)", "plan"],
    ["plan (conflicted copy)", "plan"],
    ["FY27 plan (conflict from LAPTOP)", "FY27 plan"],
    ["plan.sync-conflict-20260301-120000-ABCDEFG", "plan"],
    ["plan (Ada's copy in conflict 2026)", "plan"],
    ["plan-conflict", "plan"],
    ["plan_conflict-1", "plan"],
    ["plan-DESKTOP-7F3K2QX", "plan"],
    ["plan-LAPTOP-7", "plan"],
    ["FY27-plan-LAPTOP-9Q0A1B2C-2", "FY27-plan"],
    ["plan-WIN-0ABCDEF1234", "plan"],
    ["plan-Adas-MacBook-Pro", "plan"],
    ["Q3-plan-iMac-3", "Q3-plan"],
    ["plan-NB-0423", "plan"],
    ["plan-nb-0423-2", "plan"],
  ])("%s is one of %s", (name, original) => {
    expect(conflictedCopyOf(name, "NB-0423")).toBe(original);
  });

  it.each(["plan", "Channel conflict plan", "plan (draft)", "conflict", "Conflicts of interest", "plan-EMEA", "plan-FY28", "plan-2027", "LAPTOP-7", "-NB-0423", "NB-0423", "plan-NB-0424", "plan for LAPTOP-7", "plan-desktop-view"])("%s is an ordinary conflicted copy of nothing", (name) => {
    expect(conflictedCopyOf(name, "NB-0423")).toBeNull();
  });

  it.each(["", "plan", "ada", "x-1"])("is not told by a computer that is called %j", (computer) => {
    expect(conflictedCopyOf(`FY27-${computer}`, computer)).toBeNull();
  });
});
