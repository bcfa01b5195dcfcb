/** What the desktop shell runs on, and where the licences of that lie. */
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { app } from "electron";
import type { Installation } from "../host/ports.ts";

/** Electron's distribution has it; its own licence lies beside it. */
const LICENCES = "LICENSES.chromium.html";

export async function installation(): Promise<Installation> {
  const { electron, chrome, node } = process.versions;
  return {
    version: app.getVersion(),
    runtime: [
      { name: "Electron", version: electron },
      { name: "Chromium", version: chrome },
      { name: "Node", version: node },
    ],
    runtimeLicences: await folderOfLicences(),
  };
}

/** Beside the program on Windows and Linux, among the resources on macOS, where a program has no files beside it. */
async function folderOfLicences(): Promise<string | null> {
  for (const folder of [dirname(process.execPath), dirname(app.getAppPath())]) {
    const isThere = await access(join(folder, LICENCES)).then(() => true, () => false);
    if (isThere) return folder;
  }
  return null;
}
