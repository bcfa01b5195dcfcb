/** What electron-builder.yml says of installers, which no test builds. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { EXTENSION } from "../../src/main/host/file-names.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const said = readFileSync(`${root}/electron-builder.yml`, "utf8");
/** The values of a key, wherever it stands. */
const values = (key: string): string[] => [...said.matchAll(new RegExp(`^[ -]*${key}: (.+)$`, "gm"))].map(([, value = ""]) => value);

describe("the installers", () => {
  it("make Paymix the program for its own files, and for no others", () => {
    expect(values("ext")).toEqual([EXTENSION.slice(1)]);
    expect(values("role")).toEqual(["Editor"]);
    expect(values("protocols")).toEqual([]);
  });

  it("name pictures that are there for each system", async () => {
    const there = await readdir(`${root}/assets/icons`);
    expect(values("icon")).toEqual(["document", "app.icns", "app.ico", "app"]);
    for (const name of ["document.icns", "document.ico", "app.icns", "app.ico", "app"]) expect(there).toContain(name);
  });

  it("start Paymix in its sandbox", () => {
    expect(values("executableArgs")).toEqual(["[]"]);
    expect(said).not.toContain("no-sandbox");
  });

  it("start Paymix in its sandbox also by the entry that is written into the AppImage", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL("appimage-entry.mjs", import.meta.url))]);
    const entry = stdout.slice(stdout.indexOf("[Desktop Entry]")).split("\n");
    expect(entry).toEqual(expect.arrayContaining(["Exec=AppRun %U", "Name=Paymix", "MimeType=application/x-paymix;"]));
    expect(stdout).not.toContain("no-sandbox");
  });

  it("run on macOS in the hardened runtime, with the one exception that V8 needs, in the app and in its helpers", () => {
    expect(values("hardenedRuntime")).toEqual(["true"]);
    const named = [...values("entitlements"), ...values("entitlementsInherit")];
    expect(named).toEqual(["assets/entitlements.mac.plist", "assets/entitlements.mac.plist"]);
    const list = readFileSync(`${root}/assets/entitlements.mac.plist`, "utf8").replaceAll(/<!--[^]*?-->/g, "");
    expect([...list.matchAll(/<key>(.*?)<\/key>\s*<(.*?)\/>/g)].map(([, key, value]) => [key, value])).toEqual([["com.apple.security.cs.allow-jit", "true"]]);
    expect(list.match(/<key>/g)).toHaveLength(1);
  });

  it("look for no update", () => {
    expect(values("publish")).toEqual(["null"]);
  });
});
