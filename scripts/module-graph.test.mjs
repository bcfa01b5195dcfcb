import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createModuleGraph } from "./module-graph.mjs";

let folder;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "paymix-modules-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each(["of its own", "that is a link"])("names modules the same in a tree with a folder of packages %s", (kind) => {
  const root = join(folder, "tree");
  const packages = kind === "of its own" ? join(root, "node_modules") : join(folder, "elsewhere", "node_modules");
  mkdirSync(root);
  mkdirSync(packages, { recursive: true });
  if (kind !== "of its own") symlinkSync(packages, join(root, "node_modules"), "junction");
  const graph = createModuleGraph(root);
  const [own, ofPackage] = [join(root, "src", "a.ts"), join(packages, "@scope", "b", "index.js")];
  graph.addMetafile("electron/main.cjs", { outputs: { main: { bytes: 30, inputs: { "src/a.ts": { bytesInOutput: 10 }, [relative(root, ofPackage)]: { bytesInOutput: 20 } } } } });
  graph.plugin.generateBundle({}, { page: { type: "chunk", fileName: "page.js", modules: { [own]: { renderedLength: 1 }, [`${ofPackage}?commonjs-module`]: { renderedLength: 2 }, "\0vite/helper.js": { renderedLength: 3 } } } });
  expect(graph.modules()).toEqual({
    "electron/main.cjs": { "src/a.ts": 10, "node_modules/@scope/b/index.js": 20 },
    "renderer/page.js": { "src/a.ts": 1, "node_modules/@scope/b/index.js": 2, "\0vite/helper.js": 3 },
  });
});
