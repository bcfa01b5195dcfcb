/** A proxy that lets nothing through and remembers who asked: what a browser is told to use for everything but this computer. */
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** Services the browser itself talks to, whatever page it shows. What a page asks of them is seen as a request of the page. */
const OF_THE_BROWSER: readonly string[] = [
  "accounts.google.com", "android.clients.google.com", "clients2.google.com", "clientservices.googleapis.com", "content-autofill.googleapis.com",
  "edgedl.me.gvt1.com", "mtalk.google.com", "optimizationguide-pa.googleapis.com", "redirector.gvt1.com", "safebrowsing.googleapis.com",
  "safebrowsingohttpgateway.googleapis.com", "update.googleapis.com", "www.google.com",
];

export type WatchingProxy = {
  readonly address: string;
  /** What was asked for since the last time, "GET http://example.com/" or "CONNECT example.com:443". */
  readonly taken: () => readonly string[];
  readonly stop: () => void;
};

export async function startWatchingProxy(): Promise<WatchingProxy> {
  let asked: string[] = [];
  const note = (method: string, url: string, host: string): void => {
    if (!OF_THE_BROWSER.includes(host)) asked.push(`${method} ${url}`);
  };
  const server = createServer((request, response) => {
    note(request.method ?? "", request.url ?? "", hostOf(request.url ?? ""));
    response.writeHead(403).end();
  });
  server.on("connect", (request, socket) => {
    note("CONNECT", request.url ?? "", (request.url ?? "").replace(/:\d+$/, ""));
    // Whoever asked may be gone already: nobody waits for the answer then.
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    taken: () => {
      const all = asked;
      asked = [];
      return all;
    },
    stop: () => server.close(),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
