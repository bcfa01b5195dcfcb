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
  ])("%s is one of %s", (name, original) => {
    expect(conflictedCopyOf(name)).toBe(original);
  });

  it.each(["plan", "Channel conflict plan", "plan (draft)", "conflict", "Conflicts of interest"])("%s is an ordinary conflicted copy of nothing", (name) => {
    expect(conflictedCopyOf(name)).toBeNull();
  });
});
