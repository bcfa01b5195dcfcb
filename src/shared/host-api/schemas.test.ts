import { describe, expect, expectTypeOf, it } from "vitest";
import type { HostVerb, HostVerbs } from "./contract.ts";
import { checkCall, checkPreferences, type HostCall } from "./schemas.ts";

const EXAMPLES: { readonly [Verb in HostVerb]: object } = {
  start: {},
  create: { from: "sample", destination: "here" },
  open: { destination: "new-window" },
  openRecent: { id: "r1", destination: "here" },
  openText: { fileName: "plan.paymix", text: "", destination: "here" },
  stopReading: {},
  openVersion: { id: "v1", destination: "here" },
  putBack: { id: "v1", destination: "new-window" },
  saveAgain: { handle: "d1", scenario: {} },
  openRecovered: { id: "c1", destination: "here" },
  read: { recentId: null },
  versions: { handle: "h1" },
  readVersion: { handle: "h1", id: null },
  removeVersions: { handle: "h1" },
  discardRecovered: { id: "c1" },
  save: { handle: "d1", scenario: {}, replaceChanged: false },
  saveAs: { handle: "d1", scenario: {} },
  stopSave: { handle: "d1" },
  reload: { handle: "d1" },
  takeOver: { handle: "d1" },
  keepRecovery: { handle: "d1", scenario: null, pendingWeights: { roleId: "cam", weights: { sourced: 3_700 } } },
  kept: {},
  clearKept: {},
  recent: {},
  clearRecent: {},
  setPreferences: { preferences: { theme: "dark" } },
  about: {},
  closeWindow: { handle: null },
};

describe("the arguments of a call", () => {
  it.each(Object.entries(EXAMPLES))("of %s are passed on as they came", (verb, args) => {
    expect(checkCall(verb, args)).toEqual({ ok: true, call: { verb, args } });
  });

  it.each(Object.entries(EXAMPLES))("of %s are refused with one missing, one too many, or of another type", (verb, args) => {
    expect(checkCall(verb, { ...args, path: "/etc/passwd" }).ok).toBe(false);
    for (const key of Object.keys(args).filter((each) => each !== "scenario")) {
      const rest = Object.fromEntries(Object.entries(args).filter(([other]) => other !== key));
      expect(checkCall(verb, rest).ok, `without ${key}`).toBe(false);
      for (const wrong of [undefined, 7, [], { toString: "here" }]) expect(checkCall(verb, { ...args, [key]: wrong }).ok).toBe(false);
    }
    for (const wrong of [undefined, null, 7, "text"]) expect(checkCall(verb, wrong).ok).toBe(false);
  });

  it("of an unknown verb are refused, with what is wrong", () => {
    for (const verb of ["", "delete", "__proto__", "constructor", "toString"]) {
      const checked = checkCall(verb, {});
      expect(checked.ok).toBe(false);
      expect(!checked.ok && checked.message).toMatch(/verb/);
    }
  });

  it("are those of the contract, a scenario being unchecked", () => {
    type Loose<Args> = { [Key in keyof Args]: Key extends "scenario" ? unknown : Args[Key] };
    type Contract = { [Verb in HostVerb]: { verb: Verb; args: Loose<HostVerbs[Verb]["args"]> } }[HostVerb];
    expectTypeOf<HostCall["verb"]>().toEqualTypeOf<HostVerb>();
    expectTypeOf<Contract>().toExtend<HostCall>();
  });
});

it("preferences are a theme and nothing else", () => {
  expect(checkPreferences({ theme: "system" })).toEqual({ theme: "system" });
  for (const wrong of [null, {}, [], { theme: "pink" }, { theme: "dark", more: 1 }]) expect(checkPreferences(wrong)).toBeNull();
});
