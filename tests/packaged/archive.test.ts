/** What is in the archive, and that nothing else is. */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join, resolve } from "node:path";
import { getRawHeader, listPackage } from "@electron/asar";
import { build } from "esbuild";
import { describe, expect, inject, it } from "vitest";

const { folder, archive, content } = inject("packed");

const EXPECTED = [
  /^package\.json$/,
  /^assets\/icons\/app\/256x256\.png$/,
  /^out\/electron\/(main|preload)\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+-[\w-]{8}\.(js|css|svg|woff2)$/,
];
const LARGEST = 2_000_000;
/** Node's modules that reach a network, another program, or other code. */
const FORBIDDEN_MODULES = ["http", "http2", "https", "net", "tls", "dgram", "dns", "child_process", "cluster", "vm", "inspector", "worker_threads", "undici"];

/** What reaches out of a page, or makes a script of a text. */
const REACHING = /\b(?:fetch\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts|serviceWorker|eval\(|Function\(|document\.write)/;
/** Of a library, for systems without globalThis and self; a browser has both, and the content security policy would refuse it. */
const NEVER_REACHED = "Function(`return this`)()";

type HeaderFile = { readonly size: number; readonly unpacked?: boolean; readonly integrity?: { readonly algorithm: string; readonly hash: string; readonly blockSize: number; readonly blocks: readonly string[] } };
type HeaderFolder = { readonly files: Readonly<Record<string, HeaderFile | HeaderFolder>> };

function filesOf(header: HeaderFolder, above = ""): [string, HeaderFile][] {
  return Object.entries(header.files).flatMap(([name, entry]): [string, HeaderFile][] => ("files" in entry ? filesOf(entry, `${above}${name}/`) : [[`${above}${name}`, entry]]));
}

const inArchive = filesOf(getRawHeader(archive).header);
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What a bundle asks for from outside of itself; fails where it asks for a file that is not there. */
async function askedFor(file: string): Promise<string[]> {
  const { metafile } = await build({ entryPoints: [join(content, file)], bundle: true, write: false, metafile: true, platform: "node", external: ["electron"], logLevel: "silent" });
  expect(Object.keys(metafile.inputs)).toHaveLength(1);
  return Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path.replace(/^node:/, "")));
}

describe("the archive", () => {
  it("holds the app and nothing else", () => {
    const unknown = inArchive.map(([path]) => path).filter((path) => !EXPECTED.some((pattern) => pattern.test(path)));
    expect(unknown).toEqual([]);
    for (const pattern of EXPECTED) expect(inArchive.some(([path]) => pattern.test(path)), String(pattern)).toBe(true);
    expect(listPackage(archive, { isPack: false }).some((path) => path.includes("node_modules"))).toBe(false);
  });

  it("is small", async () => {
    expect((await stat(archive)).size).toBeLessThan(LARGEST);
  });

  it("has a package.json that names the main module, and no command or library of development", async () => {
    const described = JSON.parse(await readFile(join(content, "package.json"), "utf8")) as Record<string, unknown>;
    expect(described).toMatchObject({ name: "paymix", main: "out/electron/main.cjs" });
    expect(Object.keys(described)).not.toContain("scripts");
    expect(Object.keys(described)).not.toContain("devDependencies");
    expect(described["dependencies"] ?? {}).toEqual({});
  });

  it("holds nothing of development and nothing of the browser shell", async () => {
    for (const [path] of inArchive.filter(([name]) => /\.(cjs|mjs|js|css|html|json)$/.test(name))) {
      const text = await readFile(join(content, path), "utf8");
      for (const trace of ["sourceMappingURL", "127.0.0.1", "localhost", "createServer", "loopback"]) expect(text.includes(trace), `${path}: ${trace}`).toBe(false);
    }
  });

  it("has every file as its hashes say", async () => {
    for (const [path, { integrity, size, unpacked }] of inArchive) {
      const bytes = await readFile(join(content, path));
      expect([path, unpacked ?? false, bytes.length]).toEqual([path, false, size]);
      expect(integrity?.algorithm).toBe("SHA256");
      expect(integrity?.hash).toBe(sha256(bytes));
      const { blockSize = 1, blocks = [] } = integrity ?? {};
      expect(blocks).toEqual(Array.from({ length: Math.ceil(bytes.length / blockSize) }, (_, block) => sha256(bytes.subarray(block * blockSize, (block + 1) * blockSize))));
    }
  });
});

describe("the modules in the archive", () => {
  it("main asks for Electron and for what is in Node, and for nothing that reaches a network or another program", async () => {
    const asked = await askedFor("out/electron/main.cjs");
    expect(asked).toContain("electron");
    expect(asked.filter((name) => name !== "electron" && !builtinModules.includes(name))).toEqual([]);
    expect(asked.filter((name) => FORBIDDEN_MODULES.includes(name.split("/")[0] ?? ""))).toEqual([]);
  });

  it("the preload script is one CommonJS file that asks for Electron only", async () => {
    expect(new Set(await askedFor("out/electron/preload.cjs"))).toEqual(new Set(["electron"]));
    expect(await readFile(join(content, "out/electron/preload.cjs"), "utf8")).not.toMatch(/^\s*(import|export)\b/m);
  });
});

describe("the scripts of the page", () => {
  const scripts = inArchive.map(([path]) => path).filter((path) => path.endsWith(".js"));

  it("ask for scripts of the archive only", async () => {
    const { metafile } = await build({ entryPoints: scripts.map((path) => join(content, path)), bundle: true, write: false, metafile: true, outdir: content, format: "esm", logLevel: "silent" });
    expect(Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external))).toEqual([]);
    expect(Object.keys(metafile.inputs).map((path) => resolve(path)).sort()).toEqual(scripts.map((path) => join(content, path)).sort());
  });

  it.each(scripts)("%s reaches no network and makes no script of a text", async (path) => {
    const text = (await readFile(join(content, path), "utf8")).replace(NEVER_REACHED, "");
    expect(REACHING.exec(text)?.[0]).toBeUndefined();
  });
});

describe("beside the archive", () => {
  it("lies the runtime with its licences, in English, and no updater", async () => {
    expect((await readdir(folder)).sort()).toEqual(["LICENSE.electron.txt", "LICENSES.chromium.html", "locales", "paymix", "resources", "version"]);
    expect(await readdir(join(folder, "resources"))).toEqual(["app.asar"]);
    expect(await readdir(join(folder, "locales"))).toEqual(["en-US.pak"]);
  });
});
