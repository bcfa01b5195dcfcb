/** What a document's file held before, and what it holds on disk now: to look at, to restore, to remove. */
import type { HostResult, PreviousVersion } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { badCall, fail, succeed, type HostContext } from "./host-context.ts";
import { refused } from "./messages.ts";
import { documentName, type Document } from "./open-windows.ts";
import { readDocument } from "./read-document.ts";

export async function versionsOf({ versions }: HostContext, { file }: Document): Promise<HostResult<readonly PreviousVersion[]>> {
  return succeed(file === null ? [] : await versions.list(file.target));
}

/** @param id of a previous version; null for the file as it is on disk */
export async function readVersion({ ports, versions }: HostContext, document: Document, id: string | null): Promise<HostResult<Scenario>> {
  const { file } = document;
  if (file === null) return badCall("An untitled document has no file.");
  if (id === null) {
    const read = await readDocument(ports.files, file.path);
    return read.ok ? succeed(read.scenario) : fail(read.error);
  }
  const bytes = await versions.read(file.target, id);
  if (bytes === null) return badCall("This version is not kept any more.");
  const parsed = parseScenario(bytes);
  return parsed.ok ? succeed(parsed.scenario) : fail(refused(documentName(document), parsed.problems));
}

export async function removeVersions(context: HostContext, document: Document): Promise<HostResult<readonly PreviousVersion[]>> {
  if (document.file !== null) await context.versions.removeAll(document.file.target);
  return versionsOf(context, document);
}
