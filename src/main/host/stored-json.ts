/** Small JSON files of the app's own. A damaged one is moved aside, never overwritten, and the app starts without it. */
import type { ReplacePorts } from "./replace-file.ts";
import { isAbsent } from "./system-errors.ts";

export type Stored<Value> =
  | { readonly kind: "read"; readonly value: Value }
  | { readonly kind: "absent" }
  /** `at` is where it was moved, or still lies where it could not be. */
  | { readonly kind: "damaged"; readonly at: string };

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
  try {
    const bytes = await ports.files.read(path, limit);
    const content: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const value = understand(content);
    if (value !== null) return { kind: "read", value };
  } catch (error) {
    if (isAbsent(error)) return { kind: "absent" };
  }
  const movedTo = `${path}.corrupt-${new Date(ports.clock.now()).toISOString().replace(/[:.]/g, "-")}`;
  try {
    await ports.files.rename(path, movedTo);
    return { kind: "damaged", at: movedTo };
  } catch {
    return { kind: "damaged", at: path };
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
