import { build } from "esbuild";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { HostBridge } from "#shared/host-api/contract.ts";

type Heard = { readonly channel: string; readonly listener: (event: unknown, message: unknown) => void };

let script: string;
let exposed: Record<string, HostBridge>;
let required: string[];
let invoked: unknown[][];
let heard: Heard[];
let drop: ((event: unknown) => void) | null;

beforeAll(async () => {
  const built = await build({
    entryPoints: [join(import.meta.dirname, "preload.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["electron"],
    write: false,
    logLevel: "error",
  });
  script = built.outputFiles[0]?.text ?? "";
});

beforeEach(() => {
  [exposed, required, invoked, heard, drop] = [{}, [], [], [], null];
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, value: HostBridge) => (exposed[key] = value) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args);
        return Promise.resolve("answer");
      },
      on: (channel: string, listener: Heard["listener"]) => heard.push({ channel, listener }),
      off: (_channel: string, listener: unknown) => (heard = heard.filter((each) => each.listener !== listener)),
    },
    webUtils: { getPathForFile: (file: { path?: string }) => file.path ?? "" },
  };
  runInNewContext(script, {
    require: (name: string) => {
      required.push(name);
      return name === "electron" ? electron : undefined;
    },
    window: { addEventListener: (type: string, listener: (event: unknown) => void, capture: unknown) => (drop = type === "drop" && capture === true ? listener : drop) },
  });
});

describe("the preload script", () => {
  it("requires electron and nothing else, as the sandbox demands", () => {
    expect(required).toEqual(["electron"]);
  });

  it("gives the page the bridge and nothing else", () => {
    expect(Object.keys(exposed)).toEqual(["paymix"]);
    expect(Object.keys(exposed["paymix"] ?? {}).sort()).toEqual(["call", "listen"]);
  });

  it("passes on a verb of the contract, on one channel", async () => {
    expect(await exposed["paymix"]?.call("recent", {})).toBe("answer");
    expect(invoked).toEqual([["paymix:call", "recent", {}]]);
  });

  it.each(["readFile", "__proto__", "constructor", "toString", "", 5, null])("passes on no other: %j", async (verb) => {
    await expect(exposed["paymix"]?.call(verb as "recent", {})).rejects.toThrow("no such verb");
    expect(invoked).toEqual([]);
  });

  it("tells the page what the host says, without Electron's event", () => {
    const told: unknown[][] = [];
    const stop = exposed["paymix"]?.listen((...args: unknown[]) => told.push(args));
    expect(heard.map(({ channel }) => channel)).toEqual(["paymix:event"]);
    heard[0]?.listener({ sender: "secret" }, { kind: "command", command: "save" });
    expect(told).toEqual([[{ kind: "command", command: "save" }]]);
    stop?.();
    expect(heard).toEqual([]);
  });
});

describe("a file dragged in", () => {
  type Drop = { isTrusted: boolean; stopped: boolean; prevented: boolean };
  function dropped(files: { path?: string }[], isTrusted = true): Drop {
    const state = { isTrusted, stopped: false, prevented: false };
    drop?.({ isTrusted, dataTransfer: { files }, preventDefault: () => (state.prevented = true), stopImmediatePropagation: () => (state.stopped = true) });
    return state;
  }

  it("goes to the host by its path, which the page does not see", () => {
    expect(dropped([{ path: "/home/a/plan.paymix" }])).toMatchObject({ stopped: true, prevented: true });
    expect(invoked).toEqual([["paymix:dropped", "/home/a/plan.paymix"]]);
  });

  it.each([
    ["a file the page made up", [{}], true],
    ["a drop the page made up", [{ path: "/etc/passwd" }], false],
    ["a drop without files", [], true],
  ])("%s stays the page's", (_name, files, isTrusted) => {
    expect(dropped(files, isTrusted)).toMatchObject({ stopped: false, prevented: false });
    expect(invoked).toEqual([]);
  });
});
