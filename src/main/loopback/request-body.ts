/** Reads what a page sends: JSON, in UTF-8, up to a limit. */
import type { IncomingMessage } from "node:http";

export type RequestBody =
  | { readonly kind: "read"; readonly value: unknown }
  | { readonly kind: "refused"; readonly status: 400 | 413 | 415; readonly message: string };

const TOO_LARGE = { kind: "refused", status: 413, message: "That is too much at once." } as const;

/** @param limit in bytes */
export async function readRequestBody(request: IncomingMessage, limit: number): Promise<RequestBody> {
  if (request.headers["content-type"] !== "application/json") return { kind: "refused", status: 415, message: "Only JSON." };
  if (Number(request.headers["content-length"] ?? 0) > limit) return TOO_LARGE;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) break;
    length += chunk.length;
    if (length > limit) return TOO_LARGE;
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return { kind: "read", value: JSON.parse(text) };
  } catch {
    return { kind: "refused", status: 400, message: "That is not JSON." };
  }
}
