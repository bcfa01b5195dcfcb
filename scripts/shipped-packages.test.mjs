import { describe, expect, it } from "vitest";
import { createModuleGraph } from "./module-graph.mjs";
import { comparedPart, documentOf } from "./shipped-document.mjs";
import { addressOf, advisoriesOf, copyrightsOf, folderOf, isAllowed, isGrave, isLicenceFile, licenceText, packagesIn, problemsOf, unpinned } from "./shipped-packages.mjs";

const described = (rest = {}) => ({ name: "one", version: "1.2.3", licence: "MIT", purpose: "draws", parts: ["window"], bytes: 10, within: null, files: [{ name: "LICENSE", text: "MIT" }], ...rest });

describe("modules", () => {
  it.each([
    ["node_modules/react/index.js", "node_modules/react"],
    ["node_modules/@reduxjs/toolkit/dist/a.mjs", "node_modules/@reduxjs/toolkit"],
    ["node_modules/one/node_modules/two/index.js", "node_modules/one/node_modules/two"],
    ["\0node_modules/one/index.js", "node_modules/one"],
    ["\0rolldown/runtime.js", "node_modules/rolldown"],
    ["\0vite/preload-helper.js", "node_modules/vite"],
    ["src/renderer/main.tsx", null],
    ["assets/licences.json", null],
    ["package.json", null],
    ["\0some-plugin", undefined],
    ["../elsewhere/index.js", undefined],
  ])("%j is of %j", (id, folder) => expect(folderOf(id)).toBe(folder));

  it("are told apart by where they ship; what is beside the desktop app has no bytes in it", () => {
    const { packages, unknown } = packagesIn({
      "renderer/assets/index-1.js": { "node_modules/one/a.js": 5, "node_modules/one/b.js": 6, "src/a.ts": 100 },
      "renderer/assets/actuals.worker-1.js": { "node_modules/two/a.js": 7 },
      "renderer/assets/inter-1.woff2": { "node_modules/font/a.woff2": 8 },
      "loopback/main.mjs": { "node_modules/one/a.js": 5, "node_modules/three/a.js": 9, "\0what": 1 },
      "elsewhere.js": {},
    });
    expect([...packages].map(([folder, { parts, bytes }]) => [folder, [...parts].join(), bytes])).toEqual([
      ["node_modules/one", "window,browser shell", 11],
      ["node_modules/two", "workers", 7],
      ["node_modules/font", "typeface", 8],
      ["node_modules/three", "browser shell", 0],
    ]);
    expect(unknown).toEqual(["\0what", "elsewhere.js"]);
  });

  it("come from what the bundlers say, without those of which nothing is left", () => {
    const graph = createModuleGraph("/app");
    graph.addMetafile("electron/main.cjs", { outputs: { "main.cjs": { bytes: 100, inputs: { "src/a.ts": { bytesInOutput: 60 }, "node_modules/one/a.js": { bytesInOutput: 30 }, "node_modules/two/a.js": { bytesInOutput: 0 } } } } });
    graph.plugin.generateBundle(null, {
      a: { type: "chunk", fileName: "assets/a.js", modules: { "/app/src/b.ts?worker&url": { renderedLength: 3 }, "\0rolldown/runtime.js": { renderedLength: 4 }, "/app/node_modules/two/a.js": { renderedLength: 0 } } },
      b: { type: "asset", fileName: "assets/b.woff2", originalFileNames: ["../../node_modules/font/b.woff2"], source: new Uint8Array(5) },
    });
    expect(graph.modules()).toEqual({
      "electron/main.cjs": { "src/a.ts": 60, "node_modules/one/a.js": 30, "\0esbuild/helpers": 10 },
      "renderer/assets/a.js": { "src/b.ts": 3, "\0rolldown/runtime.js": 4 },
      "renderer/assets/b.woff2": { "node_modules/font/b.woff2": 5 },
    });
  });
});

describe("licences", () => {
  it.each([
    ["MIT", true],
    ["MIT AND ISC AND BSD-3-Clause", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["MIT AND GPL-3.0-only", false],
    ["GPL-3.0-only", false],
    ["(MIT OR (ISC AND X))", false],
    ["UNLICENSED", false],
    ["", false],
  ])("%j are allowed: %s", (expression, allowed) => expect(isAllowed(expression)).toBe(allowed));

  it("are found by the names of their files", () => {
    expect(["LICENSE", "licence.md", "LICENSE.txt", "NOTICE", "COPYING"].every(isLicenceFile)).toBe(true);
    expect(["THIRD-PARTY-LICENSE", "license.js.map", "README.md", "licenses"].some(isLicenceFile)).toBe(false);
  });

  it("are texts as they are, without what is about a bundler itself", () => {
    expect(licenceText("MIT\r\n\r\nText \n")).toBe("MIT\n\nText");
    expect(licenceText("# Vite core license\nMIT\n\n# Licenses of bundled dependencies\nISC\n")).toBe("# Vite core license\nMIT");
  });

  it("name who holds the rights, once", () => {
    const text = "MIT License\n\nCopyright (c) 2020 A\n  Copyright 2021 B\nCopyright (c) 2020 A\nThe above copyright notice\ncopyright notice and this permission";
    expect(copyrightsOf(text)).toEqual(["Copyright (c) 2020 A", "Copyright 2021 B"]);
  });

  it("that are missing or not allowed, and packages without a reason, are said", () => {
    expect(problemsOf([described()])).toEqual([]);
    expect(problemsOf([described({ licence: "GPL-3.0-only", files: [], purpose: "" })])).toHaveLength(3);
    expect(problemsOf([described({ licence: "" })])[0]).toContain("not stated");
  });

  it("come with an address to read", () => {
    expect(addressOf({ homepage: "https://one.test", repository: "a/b" })).toBe("https://one.test");
    expect(addressOf({ repository: { url: "git+https://github.com/a/b.git" } })).toBe("https://github.com/a/b");
    expect(addressOf({ repository: "github:a/b" })).toBe("https://github.com/a/b");
    expect(addressOf({ repository: "a/b" })).toBe("https://github.com/a/b");
    expect(addressOf({})).toBe("");
  });
});

describe("versions", () => {
  const lock = (rest = {}) => ({ packages: { "node_modules/one": { version: "1.2.3", integrity: "sha512-x", ...rest } } });
  const problems = (manifest, locked, version = "1.2.3") => unpinned(["node_modules/one"], manifest, locked, () => version);

  it("are pinned exactly, those that other packages ask for by the lock file", () => {
    expect(problems({ devDependencies: { one: "1.2.3" } }, lock())).toEqual([]);
    expect(problems({}, lock())).toEqual([]);
    expect(problems({ devDependencies: { one: "^1.2.3" } }, lock())).toEqual([expect.stringContaining("^1.2.3")]);
    expect(problems({ dependencies: { one: "latest" } }, lock())).toHaveLength(1);
  });

  it("are those that are installed, with a checksum", () => {
    expect(problems({}, lock(), "1.2.4")).toEqual([expect.stringContaining("1.2.4 is installed")]);
    expect(problems({}, lock({ integrity: undefined }))).toHaveLength(1);
    expect(problems({}, { packages: {} })).toHaveLength(1);
  });
});

describe("advisories", () => {
  const advisory = { title: "Bad", severity: "high", url: "https://one.test/1" };

  it("of what ships are apart from those of what only builds; what is only passed on is not repeated", () => {
    const report = { vulnerabilities: { one: { via: [advisory], nodes: ["node_modules/one"] }, two: { via: ["one"], nodes: ["node_modules/two"] }, three: { via: [advisory], nodes: ["node_modules/three"] } } };
    expect(advisoriesOf(report, ["node_modules/one", "node_modules/two"])).toEqual({ shipped: [{ name: "one", ...advisory }], development: [{ name: "three", ...advisory }] });
  });

  it("are unknown, not none, where nobody answered", () => {
    for (const report of [null, {}, { error: { summary: "" } }, { message: "405" }]) expect(advisoriesOf(report, [])).toBeNull();
    const text = documentOf([described()], { date: "2026-01-02", advisories: null });
    expect(text).toContain("not asked: the service did not answer on 2026-01-02");
    expect(text).not.toContain("Known advisories of what ships: none");
  });

  it("of moderate severity or more are grave", () => {
    expect(["info", "low", "moderate", "high", "critical"].filter((severity) => isGrave({ severity }))).toEqual(["moderate", "high", "critical"]);
  });
});

describe("the document", () => {
  const of = (packages, date, advisories = { shipped: [], development: [] }) => documentOf(packages, { date, advisories });

  it("is compared without its day, its answer of the advisory service and its sizes", () => {
    expect(comparedPart(of([described()], "2026-01-02"))).toBe(comparedPart(of([described({ bytes: 99 })], "2027-03-04", null)));
    expect(comparedPart(of([described()], "2026-01-02"))).not.toBe(comparedPart(of([described({ version: "1.2.4" })], "2026-01-02")));
  });

  it("keeps what is only beside the desktop app apart", () => {
    const text = of([described(), described({ name: "two", parts: ["command line"], bytes: 0 })], "2026-01-02");
    expect(text).toMatch(/In the desktop app: 1 package\n[\s\S]*\| one \|[\s\S]*Only in the browser shell or the command line: 1 package\n[\s\S]*\| two \|/);
    expect(text).toContain("Known advisories of what ships: none.");
  });
});
