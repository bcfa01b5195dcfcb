/** The browser shell on a page of three files and on folders of the test, and a client that can send what no browser would. */
import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { request, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TabMessage } from "#shared/host-api/browser-shell.ts";
import type { BuiltFiles } from "../../host/built-files.ts";
import { startLoopback, type Loopback, type LoopbackOptions } from "../loopback.ts";

const text = (type: string, content: string): { type: string; bytes: Uint8Array } => ({ type, bytes: Buffer.from(content) });
export const PAGE: BuiltFiles = new Map([
  ["/index.html", text("text/html; charset=utf-8", "<!doctype html><html><head><title>Paymix</title></head><body></body></html>")],
  ["/assets/app.js", text("text/javascript; charset=utf-8", "void 0;")],
  ["/bridge.js", text("text/javascript; charset=utf-8", "void 0;")],
]);

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
export type Sent = { readonly method?: string; readonly path?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Uint8Array };

/** Sends exactly this. */
export function send(port: number, { method = "GET", path = "/", headers = {}, body }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers: { Host: `127.0.0.1:${port}`, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Sends raw bytes and answers what comes back until the server ends the connection, or for a while. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => (received += chunk.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
    setTimeout(() => socket.destroy(), 500);
  });
}

/** A tab that was let in. */
export type TestTab = {
  readonly secret: string;
  readonly cookie: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Posts as the page does. */
  readonly post: (address: string, body: unknown) => Promise<Reply>;
  readonly call: (verb: string, args: unknown) => Promise<unknown>;
  /** What the server told the tab; grows. */
  readonly told: TabMessage[];
  /** Begins to listen. The function returned stops, as a closed tab does. */
  readonly listen: () => Promise<() => void>;
  /** Waits for a message of this kind. */
  readonly next: <Kind extends TabMessage["kind"]>(kind: Kind) => Promise<Extract<TabMessage, { kind: Kind }>>;
};

export type TestLoopback = Loopback & {
  readonly root: string;
  readonly folder: string;
  readonly dataFolder: string;
  readonly announced: string[];
  readonly enter: (address?: string) => Promise<TestTab>;
  readonly end: () => Promise<void>;
};

export async function startTestLoopback(options: Pick<LoopbackOptions, "patience" | "timeLimits" | "now"> = {}): Promise<TestLoopback> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "paymix-loopback-")));
  const folder = join(root, "Plans");
  const dataFolder = join(root, "data");
  await Promise.all([mkdir(folder), mkdir(dataFolder)]);
  const announced: string[] = [];
  const loopback = await startLoopback({ folder, dataFolder, files: PAGE, announce: (address) => announced.push(address), patience: 200, ...options });
  return {
    ...loopback,
    root,
    folder,
    dataFolder,
    announced,
    enter: async (address) => enter(loopback.port, address ?? (await loopback.newWindow())),
    end: async () => {
      await loopback.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function enter(port: number, address: string): Promise<TestTab> {
  const { pathname, search } = new URL(address);
  const page = await send(port, { path: pathname + search });
  const secret = /<meta name="paymix-window" content="([^"]+)">/.exec(page.body)?.[1];
  const cookie = page.headers["set-cookie"]?.[0]?.split(";")[0];
  if (secret === undefined || cookie === undefined) throw new Error(`Not let in: ${page.status} ${page.body}`);
  const headers = { Cookie: cookie, "paymix-window": secret, Origin: `http://127.0.0.1:${port}`, "Content-Type": "application/json" };
  const post = (path: string, body: unknown): Promise<Reply> => send(port, { method: "POST", path, headers, body: JSON.stringify(body) });
  const told: TabMessage[] = [];
  return {
    secret,
    cookie,
    headers,
    post,
    call: async (verb, args) => JSON.parse((await post("/host", { verb, args })).body) as unknown,
    told,
    listen: () => listen(port, headers, secret, told),
    next: async (kind) => {
      for (let waited = 0; waited < 100; waited += 1) {
        const index = told.findIndex((message) => message.kind === kind);
        if (index >= 0) return told.splice(index, 1)[0] as never;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`Was not told "${kind}", but: ${told.map((message) => message.kind).join(", ")}`);
    },
  };
}

/** The client's half of the WebSocket protocol, as far as a server that only tells needs it. */
function listen(port: number, { Cookie = "", Origin = "" }: Readonly<Record<string, string>>, secret: string, told: TabMessage[]): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(handshake(port, { Cookie, Origin, "Sec-WebSocket-Protocol": `paymix, ${secret}` }));
    });
    let received = Buffer.alloc(0);
    let isOpen = false;
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (!isOpen) {
        const end = received.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!received.toString("latin1").startsWith("HTTP/1.1 101")) return reject(new Error(received.toString()));
        received = received.subarray(end + 4);
        isOpen = true;
        resolve(() => socket.destroy());
      }
      for (let frame = takeFrame(received); frame !== null; frame = takeFrame(received)) {
        received = received.subarray(frame.length);
        if (frame.text !== null) told.push(JSON.parse(frame.text) as TabMessage);
      }
    });
  });
}

export function handshake(port: number, headers: Readonly<Record<string, string>>): string {
  const all = {
    Host: `127.0.0.1:${port}`,
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  };
  return ["GET /events HTTP/1.1", ...Object.entries(all).map(([name, value]) => `${name}: ${value}`), "", ""].join("\r\n");
}

/** The first whole frame; a close frame has no text. */
function takeFrame(bytes: Buffer): { readonly length: number; readonly text: string | null } | null {
  const [first, short] = bytes;
  if (first === undefined || short === undefined) return null;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return null;
  const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + size) return null;
  return { length: start + size, text: first === 0x81 ? bytes.subarray(start, start + size).toString() : null };
}
