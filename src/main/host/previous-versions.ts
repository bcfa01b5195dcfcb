/** What a document's file held before, and what it holds on disk now: to look at, to restore, to remove. */
import { dirname } from "node:path";
import type { HostResult, PreviousVersion } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { shownFolder, shownName } from "./file-names.ts";
import { badCall, fail, succeed, type HostContext } from "./host-context.ts";
import { refused } from "./messages.ts";
import { documentName, type Document, type HostWindow } from "./open-windows.ts";
import { readDocument } from "./read-document.ts";
import { waitFor } from "./reading.ts";
import type { KeptVersion } from "./versions.ts";

export async function versionsOf({ ports, versions }: HostContext, { file, current }: Document): Promise<HostResult<readonly PreviousVersion[]>> {
  if (file === null) return succeed([]);
  const found = await versions.list(file.target, current.id);
  return succeed(found.map((version) => previousVersion(version, file.target, ports.homeFolder)));
}

/** @param target the file they are asked for */
export function previousVersion({ id, savedAt, path }: KeptVersion, target: string, homeFolder: string): PreviousVersion {
  const isElsewhere = path !== null && path !== target;
  return { id, savedAt, from: isElsewhere ? { fileName: shownName(path), folder: shownFolder(dirname(path), homeFolder) } : null };
}

/**
 * @param id of a previous version; null for the file as it is on disk
 * @returns null where the person stopped waiting for that
 */
export async function readVersion(context: HostContext, window: HostWindow, document: Document, id: string | null): Promise<HostResult<Scenario | null>> {
  const { ports, versions } = context;
  const { file } = document;
  if (file === null) return badCall("An untitled document has no file.");
  if (id === null) {
    const waited = await waitFor(context, window, file.path, readDocument(ports.files, file.path));
    if (waited === null) return succeed(null);
    const read = waited.value;
    return read.ok ? succeed(read.scenario) : fail(read.error);
  }
  const version = await versions.read(id);
  if (version === null) return badCall("This version is not kept any more.");
  const parsed = parseScenario(version.bytes);
  return parsed.ok ? succeed(parsed.scenario) : fail(refused(documentName(document), parsed.problems));
}

export async function removeVersions(context: HostContext, document: Document): Promise<HostResult<readonly PreviousVersion[]>> {
  if (document.file !== null) await context.versions.removeAll(document.file.target, document.current.id);
  return versionsOf(context, document);
}
