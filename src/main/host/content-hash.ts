import { createHash } from "node:crypto";

/** SHA-256 of a file's bytes, hexadecimal: what tells one version of a file from another. */
export function contentHash(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
