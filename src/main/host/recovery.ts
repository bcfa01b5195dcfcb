/**
 * Copies of unsaved work in the app's own folder, one for each document that has any. They are written while the person
 * works, as soon as the window tells of a change, and never only on quitting: a crash, a dead battery or a killed process
 * costs what the window did not tell yet.
 */
import { join } from "node:path";
import type { PendingWeights, Recovered } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { contentHash } from "./content-hash.ts";
import { documentText } from "./document-bytes.ts";
import { dueSinceNow, firstOf, goesAt } from "./expiry.ts";
import type { WriteAtOnce } from "./ports.ts";
import { recoveryText, understandRecoveryCopy, type RecoveryCopy } from "./recovery-copy.ts";
import { writeOwnFile, type ReplacePorts } from "./replace-file.ts";
import { createSerialQueue, type SerialQueue } from "./serial-queue.ts";
import { readStoredJson } from "./stored-json.ts";
import { isAbsent } from "./system-errors.ts";

export const LARGEST_COPY = 256 * 1024 * 1024;
const COPY_NAME = /^([0-9a-f-]{36})\.json$/;

/** The id of the recovery copy that has this file name; null where it is none. */
export function copyId(fileName: string): string | null {
  return COPY_NAME.exec(fileName)?.[1] ?? null;
}

/** Unsaved work, and which content of which file it is based on. */
export type UnsavedWork = {
  readonly fileName: string | null;
  readonly path: string | null;
  readonly baseHash: string | null;
  readonly scenario: Scenario;
  readonly pendingWeights: PendingWeights | null;
};

export type Recovery = {
  /** What is there to recover: copies that belong to no open document, newest first. */
  readonly list: () => readonly Omit<Recovered, "changes">[];
  /** The copy of a list entry; null when there is none. */
  readonly read: (id: string) => RecoveryCopy | null;
  readonly isOpen: (id: string) => boolean;
  /**
   * Removes the copies whose work is in its file: the save succeeded, only the copy could not be removed any more. Answers
   * whether there were any, as late as the disks of the files do.
   */
  readonly forgetSaved: () => Promise<boolean>;
  /** The copy belongs to an open document from now on, and is not listed. */
  readonly take: (id: string) => void;
  /** Its document is gone without the person's agreement: listed again, if there is a copy. */
  readonly leave: (id: string) => void;
  /** Answers, when this work or newer work is on disk, whether it is. While one copy is written only the newest work waits. */
  readonly keep: (id: string, work: UnsavedWork) => Promise<boolean>;
  /** Removes the copy, and what was about to be written. Answers whether it is gone. */
  readonly drop: (id: string) => Promise<boolean>;
  /** Resolves when what waits is written, and tries again what could not be. */
  readonly flush: () => Promise<void>;
  /** The same before it returns, for the end of the session. What cannot be written is left to `flush`. */
  readonly flushAtOnce: () => void;
  /** Damaged copies found at start, with where they are now. */
  readonly damaged: readonly string[];
  /** Copies that could not be read at start, and may be fine. */
  readonly unreadable: readonly string[];
};

type Slot = {
  copy: RecoveryCopy | null;
  open: boolean;
  /** What the next write will hold. */
  next: UnsavedWork | null;
  /** What is being written. */
  writing: UnsavedWork | null;
  /** The write that has not begun yet, for all that ask meanwhile. */
  coming: Promise<boolean> | null;
  readonly queue: SerialQueue;
};

export async function createRecovery(ports: ReplacePorts & { readonly writeAtOnce: WriteAtOnce }, folder: string): Promise<Recovery> {
  const { files, clock } = ports;
  const slots = new Map<string, Slot>();
  const damaged: string[] = [];
  const unreadable: string[] = [];
  const pathOf = (id: string): string => join(folder, `${id}.json`);

  for (const name of await files.list(folder).catch(() => [])) {
    const id = copyId(name);
    if (id === null) continue;
    const stored = await readStoredJson(ports, join(folder, name), LARGEST_COPY, understandRecoveryCopy);
    if (stored.kind === "damaged") damaged.push(stored.at);
    if (stored.kind === "unreadable") unreadable.push(stored.at);
    if (stored.kind !== "read") continue;
    const copy = await aged(id, stored.value);
    if (copy === null) await files.remove(join(folder, name)).catch(() => undefined);
    else slots.set(id, { ...emptySlot(), copy, open: false });
  }
  let sequence = Math.max(0, ...[...slots.values()].map(({ copy }) => copy?.sequence ?? 0));

  /** The copy with the note whether it is past its time; null where it goes. */
  async function aged(id: string, copy: RecoveryCopy): Promise<RecoveryCopy | null> {
    const noted = copy.dueSince === null ? null : Date.parse(copy.dueSince);
    const dueSince = dueSinceNow(clock.now(), Date.parse(copy.savedAt), noted);
    if (dueSince === "over") return null;
    if (dueSince === noted) return copy;
    const next = { ...copy, dueSince: dueSince === null ? null : new Date(dueSince).toISOString() };
    await writeOwnFile(ports, pathOf(id), recoveryText(next));
    return next;
  }

  async function isInItsFile({ path, document, pendingWeights }: RecoveryCopy): Promise<boolean> {
    if (path === null || pendingWeights !== null) return false;
    try {
      const bytes = Buffer.from(document);
      return contentHash(await files.read(path, bytes.length)) === contentHash(bytes);
    } catch {
      return false;
    }
  }

  function slotOf(id: string): Slot {
    const slot = slots.get(id) ?? emptySlot();
    slots.set(id, slot);
    return slot;
  }

  function copyOf(work: UnsavedWork): RecoveryCopy {
    sequence += 1;
    return {
      sequence,
      savedAt: new Date(clock.now()).toISOString(),
      dueSince: null,
      fileName: work.fileName,
      path: work.path,
      baseHash: work.baseHash,
      scenarioName: work.scenario.name,
      document: documentText(work.scenario),
      pendingWeights: work.pendingWeights,
    };
  }

  async function write(id: string, slot: Slot): Promise<boolean> {
    const work = slot.next;
    if (work === null) return true;
    slot.next = null;
    slot.writing = work;
    const copy = copyOf(work);
    const written = await writeOwnFile(ports, pathOf(id), recoveryText(copy));
    if (written) slot.copy = copy;
    // Tried again when the window sends it again, or at the end of the session; not where it was let go of meanwhile.
    else if (slot.writing === work) slot.next ??= work;
    slot.writing = null;
    return written;
  }

  async function drop(id: string): Promise<boolean> {
    const slot = slots.get(id);
    if (slot === undefined) return true;
    slot.next = null;
    slot.writing = null;
    return slot.queue.add(async () => {
      if (slot.copy === null) return true;
      try {
        await files.remove(pathOf(id));
      } catch (error) {
        // Stays in the list: it would come back at the next start anyway.
        if (!isAbsent(error)) return false;
      }
      slot.copy = null;
      return true;
    });
  }

  return {
    damaged,
    unreadable,
    forgetSaved: async () => {
      let isNews = false;
      for (const [id, slot] of [...slots]) {
        const { copy } = slot;
        if (copy === null || slot.open || !(await isInItsFile(copy))) continue;
        // It may have been opened while the disk was asked.
        if (!slot.open && slot.copy === copy) isNews = (await drop(id)) || isNews;
      }
      return isNews;
    },
    list: () =>
      [...slots]
        .flatMap(([id, { copy, open }]) => (copy === null || open ? [] : [{ id, copy }]))
        .sort((one, other) => other.copy.sequence - one.copy.sequence)
        .map(({ id, copy }) => ({ id, fileName: copy.fileName, scenarioName: copy.scenarioName, savedAt: copy.savedAt, goesAt: firstOf([copyGoesAt(copy)]) })),
    isOpen: (id) => slots.get(id)?.open === true,
    read: (id) => {
      const slot = slots.get(id);
      return slot === undefined || slot.open ? null : slot.copy;
    },
    take: (id) => {
      const slot = slotOf(id);
      slot.open = true;
      // In a window again, its time begins anew.
      if (slot.copy !== null && slot.copy.dueSince !== null) {
        const copy = { ...slot.copy, savedAt: new Date(clock.now()).toISOString(), dueSince: null };
        slot.copy = copy;
        void slot.queue.add(() => writeOwnFile(ports, pathOf(id), recoveryText(copy)));
      }
    },
    leave: (id) => {
      const slot = slots.get(id);
      if (slot !== undefined) slot.open = false;
    },
    keep: (id, work) => {
      const slot = slotOf(id);
      slot.next = work;
      slot.coming ??= slot.queue.add(() => {
        slot.coming = null;
        return write(id, slot);
      });
      return slot.coming;
    },
    drop,
    flush: async () => {
      await Promise.all([...slots].map(([id, slot]) => slot.queue.add(() => write(id, slot))));
    },
    flushAtOnce: () => {
      for (const [id, slot] of slots) {
        // A write that is under way may not come to its end.
        const work = slot.next ?? slot.writing;
        if (work === null) continue;
        // Written once more where the session goes on after all: an older write that is under way may end later.
        slot.next = work;
        const copy = copyOf(work);
        try {
          ports.writeAtOnce(pathOf(id), Buffer.from(recoveryText(copy)));
          slot.copy = copy;
        } catch {
          continue;
        }
      }
    },
  };
}

/** Milliseconds since 1970; null where it does not go yet. */
export function copyGoesAt({ dueSince }: RecoveryCopy): number | null {
  return dueSince === null ? null : goesAt(Date.parse(dueSince));
}

function emptySlot(): Slot {
  return {
    copy: null,
    open: true,
    next: null,
    writing: null,
    coming: null,
    queue: createSerialQueue(),
  };
}
