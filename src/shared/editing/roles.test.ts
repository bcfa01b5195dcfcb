import { describe, expect, it } from "vitest";
import { sampleScenario } from "../library/index.ts";
import { MOST_ROLES } from "../model/limits.ts";
import { addRole, duplicateRole, moveRole, removeRole } from "./roles.ts";

const sample = sampleScenario();
const [cam, psm] = sample.roles;
const ids = (scenario: typeof sample): readonly string[] => scenario.roles.map((role) => role.id);

describe("roles of a scenario", () => {
  it("adds at the end and numbers an id that is taken", () => {
    const next = addRole(sample, cam!);
    expect(ids(next)).toEqual([...ids(sample), "cam-2"]);
    expect(next.roles[0]).toBe(cam);
    expect(ids(addRole(next, cam!)).at(-1)).toBe("cam-3");
  });

  it("adds nothing to a full scenario", () => {
    const full = { ...sample, roles: Array.from({ length: MOST_ROLES }, (_, index) => ({ ...cam!, id: `r${index}` })) };
    expect(addRole(full, cam!)).toBe(full);
    expect(duplicateRole(full, "r0")).toBe(full);
  });

  it("duplicates right after the original with a fresh id and a title of its own", () => {
    const once = duplicateRole(sample, "cam");
    expect(ids(once).slice(0, 3)).toEqual(["cam", "cam-2", "psm"]);
    expect(once.roles[1]).toEqual({ ...cam, id: "cam-2", title: "Channel Account Manager copy" });
    expect(once.roles[2]).toBe(psm);
    const twice = duplicateRole(once, "cam");
    expect(twice.roles[1]).toMatchObject({ id: "cam-3", title: "Channel Account Manager copy 2" });
    expect(duplicateRole(twice, "cam-3").roles[2]).toMatchObject({ id: "cam-4", title: "Channel Account Manager copy 3" });
  });

  it("duplicates a role without a title", () => {
    const untitled = { ...sample, roles: [{ ...cam!, title: "" }] };
    expect(duplicateRole(untitled, "cam").roles[1]!.title).toBe("copy");
  });

  it.each([
    ["cam", 1, ["psm", "cam", "alliances", "pdm", "success", "ae"]],
    ["ae", 0, ["ae", "cam", "psm", "alliances", "pdm", "success"]],
    ["cam", 99, ["psm", "alliances", "pdm", "success", "ae", "cam"]],
    ["psm", -1, ["psm", "cam", "alliances", "pdm", "success", "ae"]],
  ] as const)("moves %s to place %i", (id, to, order) => {
    expect(ids(moveRole(sample, id, to))).toEqual(order);
  });

  it("removes a role with the reasons that would point nowhere", () => {
    const dismissed = [{ id: "a", roleId: "cam", reason: "" }, { id: "b", roleId: "psm", reason: "" }, { id: "c", roleId: null, reason: "" }];
    const next = removeRole({ ...sample, dismissedAdvice: dismissed }, "cam");
    expect(ids(next)).not.toContain("cam");
    expect(next.dismissedAdvice.map((advice) => advice.id)).toEqual(["b", "c"]);
    expect(removeRole(sample, "cam").dismissedAdvice).toBe(sample.dismissedAdvice);
  });

  it("gives the same scenario back where nothing changes", () => {
    expect(duplicateRole(sample, "x")).toBe(sample);
    expect(moveRole(sample, "x", 0)).toBe(sample);
    expect(moveRole(sample, "cam", 0)).toBe(sample);
    expect(moveRole(sample, "cam", -5)).toBe(sample);
    expect(removeRole(sample, "x")).toBe(sample);
  });
});
