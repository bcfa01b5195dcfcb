// Getting Electron's runtime from a server of the test, with Electron's own downloader and installer, into a copy of its package.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const EXECUTABLES: Readonly<Record<string, string>> = { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" };
const EXECUTABLE = EXECUTABLES[process.platform] ?? "electron";

let folder: string;
let electron: string;
let server: Server;
let answer: RequestListener;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "paymix-runtime-"));
  const modules = join(folder, "node_modules");
  electron = join(modules, "electron");
  await mkdir(electron, { recursive: true });
  for (const name of ["package.json", "install.js", "checksums.json"]) await cp(join(ROOT, "node_modules", "electron", name), join(electron, name));
  for (const name of ["@electron", "@electron-internal"]) await symlink(join(ROOT, "node_modules", name), join(modules, name), "junction");
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

type Got = { readonly path?: string; readonly reason?: string };

async function download(patience: number, env: Readonly<Record<string, string>> = {}): Promise<{ got: Got; said: string; milliseconds: number }> {
  const script = `
    import { downloadElectronRuntime } from ${JSON.stringify(join(ROOT, "scripts", "electron-runtime.mjs"))};
    const got = await downloadElectronRuntime({ folder: ${JSON.stringify(electron)}, patience: ${patience} });
    console.log(JSON.stringify(got));
    process.exit(0);`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: {
      PATH: process.env["PATH"],
      electron_config_cache: join(folder, "cache"),
      ELECTRON_MIRROR: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      electron_use_remote_checksums: "1",
      ...env,
    },
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve) => child.once("exit", resolve));
  const last = said.trim().split("\n").at(-1) ?? "";
  return { got: JSON.parse(last) as Got, said, milliseconds: performance.now() - startedAt };
}

describe("downloading Electron's runtime", () => {
  it("shows how far it is, unpacks it with Electron's installer, and finds it afterwards", async () => {
    const { version } = JSON.parse(await readFile(join(electron, "package.json"), "utf8")) as { version: string };
    const archive = zip({ version, [EXECUTABLE]: "x".repeat(500_000) });
    answer = ({ url = "" }, response) => {
      const name = url.split("/").at(-1) ?? "";
      if (name === "SHASUMS256.txt") return void response.end(`${createHash("sha256").update(archive).digest("hex")} *electron-v${version}-${process.platform}-${process.arch}.zip\n`);
      response.writeHead(200, { "Content-Length": archive.length }).end(archive);
    };
    const { got, said } = await download(5_000);
    expect(got).toEqual({ path: join(electron, "dist", EXECUTABLE) });
    expect(said).toContain(`Downloading Electron ${version}: 10`);
    expect(await readFile(join(electron, "dist", EXECUTABLE), "utf8")).toHaveLength(500_000);
  });

  it("gives up when no byte comes", async () => {
    answer = () => undefined;
    const { got, milliseconds } = await download(1_000);
    expect(got).toEqual({ reason: "no data came for 1 seconds" });
    expect(milliseconds).toBeLessThan(10_000);
  });

  it("gives up when the bytes stop coming, and not while they come slowly", async () => {
    answer = (_request, response) => {
      response.writeHead(200, { "Content-Length": 1_000 });
      let sent = 0;
      const timer = setInterval(() => {
        response.write("x");
        sent += 1;
        if (sent === 8) clearInterval(timer);
      }, 500);
    };
    const { got, milliseconds } = await download(3_000);
    expect(got).toEqual({ reason: "no data came for 3 seconds" });
    expect(milliseconds).toBeGreaterThan(6_000);
  });

  it("gives up at once when it is not there, or the connection is refused", async () => {
    answer = (_request, response) => void response.writeHead(404).end();
    expect((await download(15_000)).got.reason).toContain("404");
    const refused = await download(15_000, { ELECTRON_MIRROR: "http://127.0.0.1:59/" });
    expect(refused.got).toEqual({ reason: "the connection was refused" });
    expect(refused.milliseconds).toBeLessThan(10_000);
  });

  it("takes nothing whose checksum is wrong", async () => {
    answer = (_request, response) => void response.end("not Electron");
    const { got } = await download(5_000, { electron_use_remote_checksums: "" });
    expect(got.path).toBeUndefined();
    expect(got.reason).toMatch(/checksum/i);
  });
});

/** A zip archive that stores its files as they are. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, Buffer.from(name), bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(0o100755 * 0x10000, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 3]), shared, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from("PK\u0005\u0006"), end]);
}
