/** Small JSON files of the app's own. A damaged one is moved aside, never overwritten, and the app starts without it. */
import { damagedName } from "./damaged-files.ts";
import type { ReplacePorts } from "./replace-file.ts";
import { codeOf, isAbsent } from "./system-errors.ts";

export type Stored<Value> =
  | { readonly kind: "read"; readonly value: Value }
  | { readonly kind: "absent" }
  /** `at` is where it was moved, or still lies where it could not be. */
  | { readonly kind: "damaged"; readonly at: string }
  /** It may be fine: a scanner holds it, the disk does not answer. It lies where it was. */
  | { readonly kind: "unreadable"; readonly at: string };

/**
 * Reads one of our files.
 * @param understand the value, or null where the content is not what we write
 */
export async function readStoredJson<Value>(
  ports: Pick<ReplacePorts, "files" | "clock">,
  path: string,
  limit: number,
  understand: (content: unknown) => Value | null,
): Promise<Stored<Value>> {
  let bytes: Uint8Array | null = null;
  try {
    bytes = await ports.files.read(path, limit);
  } catch (error) {
    if (isAbsent(error)) return { kind: "absent" };
    if (codeOf(error) !== "EFBIG") return { kind: "unreadable", at: path };
  }
  const value = bytes === null ? null : understood(bytes, understand);
  if (value !== null) return { kind: "read", value };
  const movedTo = damagedName(path, ports.clock.now());
  try {
    await ports.files.rename(path, movedTo);
    return { kind: "damaged", at: movedTo };
  } catch {
    return { kind: "damaged", at: path };
  }
}

/** The value of a JSON text; null where the text is none, or the content is not what we write. */
export function understood<Value>(bytes: Uint8Array, understand: (content: unknown) => Value | null): Value | null {
  try {
    return understand(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
