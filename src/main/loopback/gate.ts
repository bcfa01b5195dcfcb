/** Who may speak to the server at all. Looked at before the address, the body or any secret. */
import type { IncomingHttpHeaders } from "node:http";

export type Refusal = { readonly status: 400 | 403 | 405; readonly message: string };

/**
 * Why a request is turned away, or null. A web page that reaches 127.0.0.1 by a name of its own fails at Host, one that
 * sends requests from elsewhere fails at Origin or Sec-Fetch-Site; there are no CORS headers that could let it read anything.
 */
export function refusalOf(request: { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders }, port: number): Refusal | null {
  const { method, url, headers } = request;
  const own = [`127.0.0.1:${port}`, `localhost:${port}`].find((host) => host === headers.host);
  if (own === undefined) return { status: 403, message: "This server answers to its own address only." };
  if (method !== "GET" && method !== "POST") return { status: 405, message: "Only GET and POST." };
  const mustNameOrigin = method !== "GET" || headers.upgrade !== undefined;
  if (headers.origin === undefined ? mustNameOrigin : headers.origin !== `http://${own}`) {
    return { status: 403, message: "Requests come from this server's own page only." };
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    return { status: 403, message: "This page cannot be reached from another page. Open its address directly." };
  }
  // A browser that fetches an address ahead of time would use up its one use.
  if (headers["sec-purpose"] !== undefined) return { status: 403, message: "Not ahead of time." };
  if (!url.startsWith("/") || url.startsWith("//")) return { status: 400, message: "This is not an address of this server." };
  return null;
}
