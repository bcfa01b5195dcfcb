/** Packs what was built as electron-builder does it for Linux, over a stub of Electron's runtime, once for all these tests. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { extractAll } from "@electron/asar";
import type { TestProject } from "vitest/node";
import { makeStubRuntime } from "./stub-runtime.ts";

export type Packed = {
  /** As an installer would put it on a computer. */
  readonly folder: string;
  readonly archive: string;
  /** What is in the archive, as files. */
  readonly content: string;
};

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- Vitest's own interface is extended.
  interface ProvidedContext {
    packed: Packed;
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(root, "out", "electron", "main.cjs"))) throw new Error("Nothing is built yet: npm run build.");
  const work = await mkdtemp(join(tmpdir(), "paymix-packed-"));
  const runtime = join(work, "runtime");
  const electron = JSON.parse(await readFile(join(root, "node_modules", "electron", "package.json"), "utf8")) as { version: string };
  await makeStubRuntime(runtime, electron.version);
  const builder = join(root, "node_modules", "electron-builder", "cli.js");
  const output = join(work, "packed");
  await promisify(execFile)(process.execPath, [builder, "--linux", "dir", "--x64", `-c.electronDist=${runtime}`, `-c.directories.output=${output}`], { cwd: root });
  const folder = join(output, "linux-unpacked");
  const archive = join(folder, "resources", "app.asar");
  const content = join(work, "content");
  extractAll(archive, content);
  project.provide("packed", { folder, archive, content });
  return () => rm(work, { recursive: true, force: true });
}
