/** What a person reads when something did not work: what happened, what is on disk now, what can be done. */
import type { HeldBy, HostError } from "#shared/host-api/contract.ts";
import type { FileProblem } from "#shared/scenario-file/problems.ts";
import type { DamagedFile } from "./damaged-files.ts";
import { firstOf } from "./expiry.ts";
import { shownName } from "./file-names.ts";
import { HELD, reasonFor } from "./system-errors.ts";
import type { WriteOutcome } from "./write-document.ts";

const SAVE_ELSEWHERE = "Save it in another place with Save As; your work is still in this window.";

/** Why a file was not written. That it was, or that the person stopped it, is no error. */
export function saveError(path: string, outcome: Exclude<WriteOutcome, { readonly kind: "written" | "given-up" }>): HostError {
  const fileName = shownName(path);
  switch (outcome.kind) {
    case "changed":
      return changedOnDisk(path);
    case "missing":
      return missing(path);
    case "read-only":
      return {
        kind: "read-only",
        fileName,
        message:
          outcome.what === "file"
            ? `“${fileName}” is read-only, so it was not saved and is unchanged. ${SAVE_ELSEWHERE}`
            : `Nothing can be written to the folder of “${fileName}”, so nothing there was changed. ${SAVE_ELSEWHERE}`,
      };
    case "not-a-file":
      return { kind: "not-saved", fileName, message: `“${fileName}” was not saved: ${NOT_A_FILE[outcome.what]}. Nothing was changed. ${SAVE_ELSEWHERE}` };
    case "failed": {
      const reason = outcome.held ? HELD : reasonFor(outcome.code);
      const onDisk = outcome.fileIsThere ? "The file on disk is unchanged." : "No file was written.";
      return {
        kind: "not-saved",
        fileName,
        message: `“${fileName}” was not saved: ${reason}. ${onDisk} Your work is still in this window; save again, or use Save As.`,
      };
    }
  }
}

const NOT_A_FILE = {
  folder: "a folder has that name",
  device: "that is a device, not a file",
  "dangling-link": "that is a link to a file that is not there",
} as const;

export function changedOnDisk(path: string): HostError {
  const fileName = shownName(path);
  return {
    kind: "changed-on-disk",
    fileName,
    message: `“${fileName}” was changed by another program since it was opened here. Nothing was overwritten.`,
  };
}

export function missing(path: string): HostError {
  const fileName = shownName(path);
  return { kind: "missing", fileName, message: `“${fileName}” is no longer where it was: it was moved, renamed or deleted.` };
}

export function nameIsTaken(path: string): HostError {
  const fileName = shownName(path);
  return {
    kind: "not-saved",
    fileName,
    message: `“${fileName}” was not saved: a file of that name is there already. It is unchanged. Choose that file to replace it, or another name.`,
  };
}

export function openElsewhere(path: string): HostError {
  const fileName = shownName(path);
  return {
    kind: "open-elsewhere",
    fileName,
    message: `“${fileName}” is open in another window and was not replaced. Close it there first, or choose another name.`,
  };
}

export function held(path: string, { person, computer }: HeldBy): HostError {
  const fileName = shownName(path);
  const who = person === "" ? `on ${computer}` : `by ${person} on ${computer}`;
  return { kind: "held", fileName, message: `“${fileName}” was not saved: it is open in another Paymix, ${who}. Nothing was overwritten.` };
}

export function notRead(path: string, code: string): HostError {
  const fileName = shownName(path);
  const reason = code === "EISDIR" ? "it is a folder" : code === "ENODEV" ? "it is not a file" : reasonFor(code);
  return { kind: "not-read", fileName, message: `“${fileName}” could not be read: ${reason}.` };
}

/** A file whose content cannot be understood. */
export function refused(fileName: string, problems: readonly FileProblem[]): HostError {
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  return {
    kind: "refused",
    fileName,
    message: `“${fileName}” was not opened: it has ${count}. The file was not touched.`,
    problems,
  };
}

/** A document in a window that its own file format would refuse. */
export function cannotBeSaved(fileName: string, problems: readonly FileProblem[]): HostError {
  return {
    kind: "refused",
    fileName,
    message: `“${fileName}” was not saved: the file would be refused on opening. What is on disk is unchanged.`,
    problems,
  };
}

export function recoveryIsOff(fileName: string): HostError {
  return {
    kind: "not-saved",
    fileName,
    message: "Paymix cannot keep recovery copies: nothing can be written to its own folder. Save your work to a file.",
  };
}

/** @param paths recovery copies that may be fine and could not be read just now */
export function unreadableStore(paths: readonly string[]): HostError | null {
  return ofOwnFiles(paths, "Recovered work could not be read just now, and was left where it is. Start Paymix again to be offered it");
}

/** @param paths where the damaged files are now */
export function damagedStore(paths: readonly string[]): HostError | null {
  return ofOwnFiles(paths, "Paymix found damaged files of its own and started without them. They were put aside");
}

/** @param files damaged ones that are past their time */
export function damagedGoes(files: readonly DamagedFile[]): HostError | null {
  const goesAt = firstOf(files.map((file) => file.goesAt));
  if (goesAt === null) return null;
  const day = new Date(goesAt).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return ofOwnFiles(files.map(({ path }) => path), `Damaged files of Paymix’s own, put aside long ago, are removed from ${day} on. Copy them if you want to keep them`);
}

/** What there is to say, as one; null where there is nothing. */
export function inOne(errors: readonly (HostError | null)[]): HostError | null {
  const [first, ...more] = errors.filter((error) => error !== null);
  return first === undefined ? null : { ...first, message: [first, ...more].map(({ message }) => message).join(" ") };
}

/** null where there are none. */
function ofOwnFiles(paths: readonly string[], what: string): HostError | null {
  const [first] = paths;
  return first === undefined ? null : { kind: "not-read", fileName: shownName(first), message: `${what}: ${paths.join(", ")}.` };
}
