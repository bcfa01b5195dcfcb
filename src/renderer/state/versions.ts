/** Previous versions of the document's file, and the file as it is on disk: compared, restored, removed. */
import type { PreviousVersion } from "#shared/host-api/contract.ts";
import { callHost } from "../platform/host.ts";
import { addFile } from "./comparison-store.ts";
import { documentStore, edit } from "./document-store.ts";
import { showPlace } from "./session-store.ts";
import { showProblem, showToast } from "./window-store.ts";

/** null where they could not be read. */
export async function previousVersions(): Promise<readonly PreviousVersion[] | null> {
  const { open } = documentStore.getState();
  if (open === null) return null;
  const found = await callHost("versions", { handle: open.info.handle });
  if (found.ok) return found.value;
  showProblem(found.error);
  return null;
}

/** Puts a previous version, or the file as it is on disk, beside the document in Compare. */
export async function compareVersion(id: string | null, name: string): Promise<void> {
  const { open } = documentStore.getState();
  if (open === null) return;
  const read = await callHost("readVersion", { handle: open.info.handle, id });
  if (!read.ok) return showProblem(read.error);
  const { value } = read;
  if (value === null) return;
  addFile({ fileName: name, folder: open.info.folder ?? "", scenario: { ...value, name } });
  showPlace("compare");
}

/** The document becomes what its file held: one undo step, and nothing on disk changes before it is saved. */
export async function restoreVersion({ id }: PreviousVersion, name: string): Promise<void> {
  const { open } = documentStore.getState();
  if (open === null) return;
  const read = await callHost("readVersion", { handle: open.info.handle, id });
  if (!read.ok) return showProblem(read.error);
  const { value } = read;
  if (value === null) return;
  edit(`version of ${name}`, null, () => value);
  showToast(`This is the version of ${name}. Save keeps it; undo goes back.`);
}

export async function removeVersions(): Promise<readonly PreviousVersion[] | null> {
  const { open } = documentStore.getState();
  if (open === null) return null;
  const left = await callHost("removeVersions", { handle: open.info.handle });
  if (left.ok) return left.value;
  showProblem(left.error);
  return null;
}
