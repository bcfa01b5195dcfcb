// `npm start` as a process: what it serves, what it says, how it ends.
import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sampleScenario } from "#shared/library/index.ts";
import { documentBytes } from "../host/document-bytes.ts";
import { send } from "./testing/test-loopback.ts";

const START = join(import.meta.dirname, "..", "..", "..", "scripts", "start.mjs");
/** A first start builds. */
const PATIENCE = 60_000;

let root: string;
let started: Started[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "paymix-start-"));
  started = [];
});
afterEach(async () => {
  for (const each of started) {
    if (each.child.exitCode === null && each.child.signalCode === null) each.child.kill("SIGTERM");
    await each.ended;
  }
  await vi.waitFor(() => rm(root, { recursive: true, force: true }));
});

type Started = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };

function start(args: readonly string[], env: Readonly<Record<string, string>> = { PAYMIX_SHELL: "browser" }): Started {
  const child = spawn(process.execPath, [START, "--no-open", ...args], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HOME: root,
      APPDATA: join(root, "data"),
      XDG_CONFIG_HOME: join(root, "data"),
      XDG_CACHE_HOME: join(root, "cache"),
      // No runtime, whatever this computer has.
      ELECTRON_OVERRIDE_DIST_PATH: join(root, "nothing"),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const one = { child, said: () => said, ended: new Promise<number | null>((resolve) => child.once("exit", resolve)) };
  started.push(one);
  return one;
}

async function addressOf({ child, said }: Started): Promise<URL> {
  await vi.waitFor(() => expect(child.exitCode !== null || /runs at http\S+\n/.test(said())).toBe(true), { timeout: PATIENCE, interval: 50 });
  const address = /runs at (http\S+)/.exec(said())?.[1];
  if (address === undefined) throw new Error(said());
  return new URL(address);
}

/** The first call of the tab at the address. */
async function firstCall(address: URL): Promise<{ document: { info: { fileName: string | null } } | null }> {
  const port = Number(address.port);
  const page = await send(port, { path: address.pathname + address.search });
  expect(page.status).toBe(200);
  const secret = /<meta name="paymix-window" content="([^"]+)">/.exec(page.body)?.[1] ?? "";
  const headers = { Cookie: page.headers["set-cookie"]?.[0]?.split(";")[0] ?? "", "paymix-window": secret, Origin: address.origin, "Content-Type": "application/json" };
  for (const [, path = ""] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) expect([path, (await send(port, { path, headers: { Cookie: headers.Cookie } })).status]).toEqual([path, 200]);
  const reply = await send(port, { method: "POST", path: "/host", headers, body: JSON.stringify({ verb: "start", args: {} }) });
  return (JSON.parse(reply.body) as { value: { document: { info: { fileName: string | null } } | null } }).value;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });
}

describe("npm start in the browser", { timeout: 2 * PATIENCE }, () => {
  it("makes the folder with the sample in it, serves the built page on the sample, and ends with Ctrl+C", async () => {
    const app = start(["Plans"]);
    const address = await addressOf(app);
    expect(await readdir(join(root, "Plans"))).toEqual(["FY27 Partner Sales.paymix"]);
    expect((await firstCall(address)).document).not.toBeNull();
    app.child.kill("SIGINT");
    expect(await app.ended).toBe(0);
    expect(await isListening(Number(address.port))).toBe(false);
  });

  it("without a name takes Documents/Paymix", async () => {
    await addressOf(start([]));
    expect(await readdir(join(root, "Documents", "Paymix"))).toEqual(["FY27 Partner Sales.paymix"]);
  });

  it("shows the file that is named, and puts nothing beside it", async () => {
    const content = documentBytes(sampleScenario());
    await writeFile(join(root, "Mine.paymix"), content.ok ? content.text : "");
    const app = start(["Mine.paymix"]);
    expect((await firstCall(await addressOf(app))).document?.info.fileName).toBe("Mine");
    expect((await readdir(root)).filter((name) => name.endsWith(".paymix"))).toEqual(["Mine.paymix"]);
  });

  it.each([
    ["nothing.paymix", "There is no file"],
    ["notes.txt", "is not a .paymix file"],
  ])("says what is wrong with %s", async (name, message) => {
    await writeFile(join(root, "notes.txt"), "");
    const app = start([name]);
    expect(await app.ended).toBe(1);
    expect(app.said()).toContain(message);
    expect(app.said().trim().split("\n")).toHaveLength(1);
  });

  it("does not serve a folder twice: a second start gets a window of the first, and serves after a crash", async () => {
    const content = documentBytes(sampleScenario());
    await mkdir(join(root, "Plans"));
    await writeFile(join(root, "Plans", "Mine.paymix"), content.ok ? content.text : "");
    const first = start(["Plans"]);
    const { port } = await addressOf(first);
    const second = start(["Plans/Mine.paymix"]);
    expect(await second.ended).toBe(0);
    const address = new URL(/already\. Another window of it is at (\S+)/.exec(second.said())?.[1] ?? "");
    expect(address.port).toBe(port);
    expect((await firstCall(address)).document?.info.fileName).toBe("Mine");

    first.child.kill("SIGKILL");
    await vi.waitFor(async () => expect(await isListening(Number(port))).toBe(false), { timeout: 5_000 });
    await addressOf(start(["Plans"]));
  });

  it("L10 ends with the process that started it, however that ended", async () => {
    const app = start(["Plans"]);
    const { port } = await addressOf(app);
    app.child.kill("SIGKILL");
    await app.ended;
    await vi.waitFor(async () => expect(await isListening(Number(port))).toBe(false), { timeout: 5_000 });
  });
});

describe("npm start without Electron's runtime", { timeout: 2 * PATIENCE }, () => {
  /** A port that nobody listens at. */
  const refused = { ELECTRON_MIRROR: "http://127.0.0.1:59/" };

  it("says so in one line, at once when the connection is refused, and serves in the browser", async () => {
    const app = start(["Plans"], refused);
    await addressOf(app);
    const lines = app.said().split("\n").filter((line) => line.includes("desktop window"));
    expect(lines).toEqual(["Paymix opens in the browser, not in a desktop window: Electron's runtime is not here and could not be downloaded: the connection was refused."]);
  });

  it("ends where the desktop window is insisted on", async () => {
    const app = start(["Plans"], { ...refused, PAYMIX_SHELL: "desktop" });
    expect(await app.ended).toBe(1);
    expect(app.said()).toContain("the connection was refused");
    expect(app.said()).not.toContain("runs at");
  });

  it("knows two shells", async () => {
    const app = start([], { PAYMIX_SHELL: "phone" });
    expect(await app.ended).toBe(1);
    expect(app.said()).toContain('"phone"');
  });
});

describe("npm start with Electron's runtime", { timeout: 2 * PATIENCE }, () => {
  beforeEach(({ task, skip }) => {
    if (process.platform !== "win32") return;
    Object.assign(task.meta, { notRun: "Windows starts no script in place of the runtime" });
    skip();
  });

  /** Says how it was started, and ends as told. */
  async function fakeRuntime(end: string): Promise<Record<string, string>> {
    const folder = join(root, "runtime");
    const executable = join(folder, process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron");
    await mkdir(join(executable, ".."), { recursive: true });
    await writeFile(executable, `#!/bin/sh\necho "started with $@"\n${end}\n`);
    await chmod(executable, 0o755);
    return { ELECTRON_OVERRIDE_DIST_PATH: folder };
  }

  it("starts it with the folder, and ends with it", async () => {
    const app = start(["Plans"], await fakeRuntime("exit 0"));
    expect(await app.ended).toBe(0);
    expect(app.said()).toContain(`--folder=${join(root, "Plans")}`);
    expect(app.said()).not.toContain("runs at");
  });

  it("starts it with the file", async () => {
    await writeFile(join(root, "Mine.paymix"), "");
    const app = start(["Mine.paymix"], await fakeRuntime("exit 0"));
    await app.ended;
    expect(app.said()).toMatch(new RegExp(`started with \\S+ ${join(root, "Mine.paymix")}`));
  });

  it("passes on Ctrl+C", async () => {
    const app = start(["Plans"], await fakeRuntime("trap 'exit 0' INT TERM\necho waiting\nwhile :; do sleep 0.05; done"));
    await vi.waitFor(() => expect(app.said()).toContain("waiting"), { timeout: PATIENCE });
    app.child.kill("SIGINT");
    expect(await app.ended).toBe(0);
  });

  it("opens the browser where it cannot start, and says so in one line", async () => {
    const app = start(["Plans"], await fakeRuntime("exit 7"));
    await addressOf(app);
    expect(app.said()).toContain("Paymix opens in the browser, not in a desktop window: Electron ended with code 7.\n");
  });
});
