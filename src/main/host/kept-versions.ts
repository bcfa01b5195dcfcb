/** Previous versions of a file that cannot be opened: opened as a copy, or put back where the file was. */
import type { Destination, HostResult, OpenOutcome } from "#shared/host-api/contract.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { badCall, fail, type HostContext } from "./host-context.ts";
import { nameIsTaken, refused, saveError } from "./messages.ts";
import type { HostWindow } from "./open-windows.ts";
import { openPath, openText } from "./opening.ts";
import { writeNewDocument } from "./write-document.ts";

/** A previous version of any file, as an unsaved copy. */
export async function openVersion(context: HostContext, window: HostWindow, id: string, destination: Destination): Promise<HostResult<OpenOutcome>> {
  const version = await context.versions.read(id);
  if (version === null) return badCall("This version is not kept any more.");
  return openText(context, window, version.fileName, Buffer.from(version.bytes).toString("utf8"), destination);
}

/** Puts a previous version to where its file was, if nothing lies there, and opens it. */
export async function putBack(context: HostContext, window: HostWindow, id: string, destination: Destination): Promise<HostResult<OpenOutcome>> {
  const { ports } = context;
  const version = await context.versions.read(id);
  if (version?.path == null) return badCall("This version is not kept any more.");
  const { path, fileName, bytes } = version;
  const parsed = parseScenario(bytes);
  if (!parsed.ok) return fail(refused(fileName, parsed.problems));
  const outcome = await writeNewDocument(ports, path, bytes);
  if (outcome.kind === "changed") return fail(nameIsTaken(path));
  if (outcome.kind !== "written") return fail(saveError(path, outcome));
  return openPath(context, window, path, destination);
}
