/** `app://bundle/`: the built page, from a map of its files. */
import { protocol } from "electron";
import { CONTENT_SECURITY_POLICY } from "#shared/host-api/content-security-policy.ts";
import type { BuiltFiles } from "../host/built-files.ts";
import { isOwnAddress, ORIGIN, SCHEME } from "./app-origin.ts";

const HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY.desktop,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
} as const;

/** Before the app is ready. No fetching, no service workers, no way around the content security policy. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

export function serveBuiltFiles(files: BuiltFiles): void {
  protocol.handle(SCHEME, ({ method, url }) => answer(files, method, url));
}

/** The answer to a request. An address is looked up as it stands: a query, an escape or a way up finds nothing. */
export function answer(files: BuiltFiles, method: string, address: string): Response {
  if (method !== "GET") return plain(405);
  const file = isOwnAddress(address) ? files.get(address.slice(ORIGIN.length)) : undefined;
  if (file === undefined) return plain(404);
  return new Response(Buffer.from(file.bytes), { status: 200, headers: { ...HEADERS, "Content-Type": file.type } });
}

function plain(status: 404 | 405): Response {
  return new Response(null, { status, headers: { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" } });
}
