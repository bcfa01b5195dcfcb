/** The HTTP side: every request passes the gate, then its secrets are checked, then it is answered. */
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { ADDRESSES, START_HEADER, STREAM_PROTOCOL, WINDOW_HEADER } from "#shared/host-api/browser-shell.ts";
import { checkCallBody, checkFileAnswer, checkFolderRequest, checkStartRequest } from "#shared/host-api/browser-shell-schemas.ts";
import { INDEX, type BuiltFiles } from "../host/built-files.ts";
import type { Host } from "../host/host.ts";
import { TICKET, type Admission } from "./admission.ts";
import type { DocumentsFolder } from "./documents-folder.ts";
import type { FileChoices } from "./file-choices.ts";
import { refusalOf } from "./gate.ts";
import { pageFor } from "./page.ts";
import { readRequestBody } from "./request-body.ts";
import { isSecret } from "./secrets.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import type { Tabs } from "./tabs.ts";
import { acceptWebSocket } from "./web-socket.ts";

export type ServerParts = {
  readonly host: Host;
  readonly tabs: Tabs;
  readonly choices: FileChoices;
  readonly folder: DocumentsFolder;
  readonly admission: Admission;
  readonly files: () => BuiltFiles;
  /** Known to a second start of Paymix only, which gets the address of a window for it. */
  readonly startSecret: string;
  readonly newWindow: (file?: string) => Promise<string>;
};

type Answer = { readonly status: number; readonly type: string; readonly body: string | Uint8Array; readonly headers?: Readonly<Record<string, string>> };

const LARGEST_CALL = 25 * 1024 * 1024;
const LARGEST_ANSWER = 64 * 1024;
const NOT_ADMITTED = "This address works once, for a minute. Start Paymix again, or press Enter in the terminal it runs in, to get another one.";

/** Milliseconds that a client has to send the head and the whole of a request, and between two looks at who is late. */
export type TimeLimits = { readonly head: number; readonly whole: number; readonly look: number };

const TIME_LIMITS: TimeLimits = { head: 10_000, whole: 60_000, look: 1_000 };

/** A server on this computer's own interface and a port of the system's choice. Answers and event streams may take their time. */
export async function listen({ head, whole, look }: TimeLimits = TIME_LIMITS): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer({ headersTimeout: head, requestTimeout: whole, connectionsCheckingInterval: look });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { server, port: address.port };
}

export function serve(server: Server, port: number, parts: ServerParts): void {
  // A request that expects something (Expect: 100-continue) comes by an event of its own, and Node would answer it unseen.
  for (const event of ["request", "checkContinue", "checkExpectation"]) {
    server.on(event, (request: IncomingMessage, response: ServerResponse) => void respond(request, response, port, parts));
  }
  server.on("upgrade", (request, socket) => upgrade(request, socket, port, parts));
  server.on("clientError", (_error, socket) => refuseRaw(socket, 400));
}

async function respond(request: IncomingMessage, response: ServerResponse, port: number, parts: ServerParts): Promise<void> {
  const { method = "", url = "", headers } = request;
  let answer: Answer;
  try {
    const refusal = refusalOf({ method, url, headers }, port);
    if (refusal !== null) answer = text(refusal.status, refusal.message);
    else if (method === "GET") answer = page(url, headers.cookie, parts);
    else answer = url === ADDRESSES.start ? await startAgain(request, parts) : await call(request, url, parts);
  } catch {
    answer = text(500, "Paymix could not answer because of a fault of its own.");
  }
  // What was not read of a refused request ends with its connection.
  const closing = request.complete ? {} : { Connection: "close" };
  response.writeHead(answer.status, { ...SECURITY_HEADERS, ...closing, "Content-Type": answer.type, ...answer.headers });
  response.end(answer.body);
}

function page(url: string, cookie: string | undefined, { admission, files }: ServerParts): Answer {
  const [path = "", query = ""] = url.split("?", 2);
  const ticket = new URLSearchParams(query).get(TICKET);
  if (path === "/" && ticket !== null) {
    const admitted = admission.redeem(ticket);
    if (admitted === null) return text(403, NOT_ADMITTED);
    return { status: 200, type: "text/html; charset=utf-8", body: pageFor(files(), admitted.secret), headers: { "Set-Cookie": admission.setCookie } };
  }
  if (!admission.hasCookie(cookie)) return text(403, NOT_ADMITTED);
  if (path === "/") return { status: 200, type: "text/html; charset=utf-8", body: pageFor(files(), null) };
  const file = path === INDEX ? undefined : files().get(path);
  return file === undefined ? text(404, "There is nothing here.") : { status: 200, type: file.type, body: file.bytes };
}

async function startAgain(request: IncomingMessage, { startSecret, newWindow }: ServerParts): Promise<Answer> {
  const guess = request.headers[START_HEADER];
  if (typeof guess !== "string" || !isSecret(guess, startSecret)) return text(403, NOT_ADMITTED);
  const body = await readRequestBody(request, LARGEST_ANSWER);
  const asked = body.kind === "read" ? checkStartRequest(body.value) : null;
  return asked === null ? text(400, "That is not a start.") : json(await newWindow(asked.file ?? undefined));
}

async function call(request: IncomingMessage, url: string, { host, tabs, choices, folder, admission }: ServerParts): Promise<Answer> {
  const secret = request.headers[WINDOW_HEADER];
  const windowId = admission.hasCookie(request.headers.cookie) && typeof secret === "string" ? admission.windowOf(secret) : null;
  if (windowId === null) return text(403, NOT_ADMITTED);
  const body = await readRequestBody(request, url === ADDRESSES.call ? LARGEST_CALL : LARGEST_ANSWER);
  if (body.kind === "refused") return text(body.status, body.message);
  switch (url) {
    case ADDRESSES.call: {
      const checked = checkCallBody(body.value);
      if (checked === null) return text(400, "That is not a call.");
      if (checked.verb === "start") host.addWindow(windowId);
      return json(await tabs.asking(windowId, () => host.call(windowId, checked.verb, checked.args)));
    }
    case ADDRESSES.folder: {
      const asked = checkFolderRequest(body.value);
      const listing = asked === null ? null : await folder.list(asked.folder);
      return listing === null ? text(400, "There is no such folder in here.") : json(listing);
    }
    case ADDRESSES.answer: {
      const answer = checkFileAnswer(body.value);
      const outcome = answer === null ? null : await choices.answer(windowId, answer);
      return outcome === null ? text(400, "That is not an answer.") : json(outcome);
    }
    case ADDRESSES.focused:
      await host.windowFocused(windowId);
      return json(null);
    default:
      return text(404, "There is nothing here.");
  }
}

/** A tab begins to listen. Its secret is the second protocol it offers: a page can send no header of its own here. */
function upgrade(request: IncomingMessage, socket: Duplex, port: number, { admission, tabs }: ServerParts): void {
  socket.on("error", () => socket.destroy());
  const { method = "", url = "", headers } = request;
  const refusal = refusalOf({ method, url, headers }, port);
  if (refusal !== null) return refuseRaw(socket, refusal.status);
  if (url !== ADDRESSES.events) return refuseRaw(socket, 404);
  const [protocol, secret] = (headers["sec-websocket-protocol"] ?? "").split(",").map((each) => each.trim());
  const windowId = admission.hasCookie(headers.cookie) && protocol === STREAM_PROTOCOL ? admission.windowOf(secret) : null;
  if (windowId === null) return refuseRaw(socket, 403);
  const stream = acceptWebSocket(request, socket, STREAM_PROTOCOL);
  if (stream === null) return refuseRaw(socket, 400);
  tabs.connect(windowId, stream);
}

function refuseRaw(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy();
  const headers = Object.entries({ ...SECURITY_HEADERS, Connection: "close", "Content-Length": "0" });
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`, ...headers.map(([name, value]) => `${name}: ${value}`), "", ""].join("\r\n"));
}

function text(status: number, body: string): Answer {
  return { status, type: "text/plain; charset=utf-8", body };
}

function json(value: unknown): Answer {
  return { status: 200, type: "application/json", body: JSON.stringify(value) };
}
