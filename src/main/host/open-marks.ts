/**
 * Marks beside files that say who has them open: of two Paymix on one file, the second one sees the first. A mark is advice,
 * not a lock: what nobody may overwrite unseen is compared by content at every save. It holds no more than the four things a
 * person needs to ask the other one, and where it cannot be written or read everything works without.
 */
import { basename, dirname, join } from "node:path";
import type { HeldBy } from "#shared/host-api/contract.ts";
import { readableName } from "#shared/model/readable-text.ts";
import type { HostPorts } from "./ports.ts";
import { isRecord } from "./stored-json.ts";
import { codeOf } from "./system-errors.ts";

/** Whoever works in the same folder may read it; the folder decides who that is. */
const MODE = 0o644;
const LARGEST = 4_096;

type Mark = HeldBy & { readonly process: number; readonly instance: string };

export type OpenMarks = {
  /** Marks the file as open here, unless it is open elsewhere: then answers by whom, and leaves that mark alone. */
  readonly claim: (target: string) => Promise<HeldBy | null>;
  /** Marks the file as open here, whoever had it. */
  readonly takeOver: (target: string) => Promise<void>;
  /** Removes the mark if it is ours. */
  readonly release: (target: string) => Promise<void>;
};

/** As office programs name theirs, which sync programs know to leave alone. */
export function markPath(target: string): string {
  return join(dirname(target), `.~lock.${basename(target)}#`);
}

export function createOpenMarks({ files, clock, ids, self }: Pick<HostPorts, "files" | "clock" | "ids" | "self">): OpenMarks {
  const instance = ids();

  /** null: there is none. A mark that nobody could have meant is "unclear". */
  async function read(target: string): Promise<Mark | "unclear" | null> {
    try {
      return understand(Buffer.from(await files.read(markPath(target), LARGEST)).toString("utf8")) ?? "unclear";
    } catch (error) {
      return codeOf(error) === "EFBIG" ? "unclear" : null;
    }
  }

  function isOurs(mark: Mark): boolean {
    return mark.instance === instance;
  }

  /** Left behind by a Paymix that ended without a word: surely so only on this computer, where its process is gone or is us. */
  function isStale(mark: Mark): boolean {
    return mark.computer === self.computer && (mark.process === self.process || !self.isRunning(mark.process));
  }

  async function write(target: string): Promise<void> {
    const mark: Mark = { person: self.person, computer: self.computer, since: new Date(clock.now()).toISOString(), process: self.process, instance };
    const file = await files.create(markPath(target), MODE);
    try {
      await file.write(Buffer.from(JSON.stringify({ format: "paymix-open", version: 1, ...mark })));
      await file.close();
    } catch (error) {
      await file.close().catch(() => undefined);
      await files.remove(markPath(target)).catch(() => undefined);
      throw error;
    }
  }

  async function replace(target: string): Promise<void> {
    await files.remove(markPath(target)).catch(() => undefined);
    // A folder that takes no file, a full disk: the work goes on without a mark.
    await write(target).catch(() => undefined);
  }

  async function holderOf(target: string): Promise<Mark | null> {
    const mark = await read(target);
    return mark === null || mark === "unclear" || isOurs(mark) || isStale(mark) ? null : mark;
  }

  return {
    claim: async (target) => {
      const found = await read(target);
      if (found !== null && found !== "unclear" && isOurs(found)) return null;
      if (found === null) {
        const failed = await write(target).then(() => null, codeOf);
        // Somebody else was faster.
        return failed === "EEXIST" ? heldBy(await holderOf(target)) : null;
      }
      if (found !== "unclear" && !isStale(found)) return heldBy(found);
      await replace(target);
      return null;
    },
    takeOver: replace,
    release: async (target) => {
      const found = await read(target);
      if (found !== null && found !== "unclear" && isOurs(found)) await files.remove(markPath(target)).catch(() => undefined);
    },
  };
}

/** Anybody who can write to the folder may have written the mark. */
function heldBy(mark: Mark | null): HeldBy | null {
  return mark === null ? null : { person: readableName(mark.person), computer: readableName(mark.computer), since: mark.since };
}

function understand(text: string): Mark | null {
  try {
    const content: unknown = JSON.parse(text);
    if (!isRecord(content) || content["format"] !== "paymix-open") return null;
    const { person, computer, since, process, instance } = content;
    if (typeof person !== "string" || typeof computer !== "string" || typeof instance !== "string" || typeof process !== "number") return null;
    return typeof since === "string" && Number.isFinite(Date.parse(since)) ? { person, computer, since, process, instance } : null;
  } catch {
    return null;
  }
}
