/** A recovery copy as it lies on disk. */
import type { PendingWeights } from "#shared/host-api/contract.ts";
import { checkPendingWeights } from "#shared/host-api/schemas.ts";
import { isRecord } from "./stored-json.ts";

export type RecoveryCopy = {
  /** Orders the copies of all documents; clocks are put back, this is not. */
  readonly sequence: number;
  /** ISO 8601, for the person. */
  readonly savedAt: string;
  /** ISO 8601: the start at which it was first past its time; null where it is not. */
  readonly dueSince: string | null;
  readonly fileName: string | null;
  readonly path: string | null;
  /** SHA-256 of the file's content that the work is based on. */
  readonly baseHash: string | null;
  readonly scenarioName: string;
  /** The document as it would be in its file. */
  readonly document: string;
  /** Weights that waited in the window. */
  readonly pendingWeights: PendingWeights | null;
};

export function understandRecoveryCopy(content: unknown): RecoveryCopy | null {
  if (!isRecord(content) || content["format"] !== "paymix-recovery" || content["version"] !== 1) return null;
  const { sequence, savedAt, dueSince = null, fileName, path, baseHash, scenarioName, document } = content;
  if (typeof sequence !== "number" || !Number.isSafeInteger(sequence)) return null;
  if (typeof savedAt !== "string" || typeof scenarioName !== "string" || typeof document !== "string") return null;
  if (!isTextOrNull(dueSince) || !isTextOrNull(fileName) || !isTextOrNull(path) || !isTextOrNull(baseHash)) return null;
  return { sequence, savedAt, dueSince, fileName, path, baseHash, scenarioName, document, pendingWeights: checkPendingWeights(content["pendingWeights"]) };
}

export function recoveryText(copy: RecoveryCopy): string {
  return JSON.stringify({ format: "paymix-recovery", version: 1, ...copy });
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}
