/** A host in folders of its own, with a saved plan among its documents; and the end of both. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Scenario } from "#shared/model/scenario.ts";
import { textOf } from "./test-documents.ts";
import { removeFolders, startTestHost, temporaryFolders, type Folders, type TestHost } from "./test-host.ts";

export async function startOnPlan(saved: Scenario, ports: Parameters<typeof startTestHost>[1] = {}): Promise<{ readonly folders: Folders; readonly path: string; readonly app: TestHost }> {
  const folders = await temporaryFolders();
  const path = join(folders.documents, "plan.paymix");
  await writeFile(path, textOf(saved));
  return { folders, path, app: await startTestHost(folders, ports) };
}

/** @param app the last that was started in the folders */
export async function endOnPlan({ host }: TestHost, folders: Folders): Promise<void> {
  await host.flush();
  await removeFolders(folders);
}
