/** What electron-builder.yml says of installers, which no test builds. */
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
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

  it("look for no update", () => {
    expect(values("publish")).toEqual(["null"]);
  });
});
