/**
 * The half of the WebSocket protocol (RFC 6455) that a server needs that only tells: text goes out; the page has nothing to
 * say here, so whatever comes in is the goodbye. Not an event stream over plain HTTP, because a browser opens no more than six
 * of those to one address over all its tabs, and the seventh tab would stand still.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

export type TextStream = {
  readonly send: (text: string) => void;
  readonly end: () => void;
  readonly onceClosed: (listener: () => void) => void;
};

/** A fixed value of the protocol. */
const ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TEXT = 0x81;
const CLOSE = Buffer.from([0x88, 0x00]);

/** Answers the handshake; null when the request is none. */
export function acceptWebSocket(request: IncomingMessage, socket: Duplex, protocol: string): TextStream | null {
  const { upgrade, "sec-websocket-key": key, "sec-websocket-version": version } = request.headers;
  if (upgrade?.toLowerCase() !== "websocket" || version !== "13" || key === undefined || Buffer.from(key, "base64").length !== 16) return null;
  const accept = createHash("sha1").update(key + ACCEPT_SUFFIX).digest("base64");
  socket.write(
    ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade", `Sec-WebSocket-Accept: ${accept}`, `Sec-WebSocket-Protocol: ${protocol}`, "", ""].join("\r\n"),
  );
  const end = (): void => {
    if (socket.writable) socket.end(CLOSE, () => socket.destroy());
  };
  socket.on("data", end);
  socket.on("end", end);
  socket.on("error", () => socket.destroy());
  return {
    send: (text) => {
      if (!socket.writable) return;
      const bytes = Buffer.from(text);
      socket.write(Buffer.concat([header(bytes.length), bytes]));
    },
    end,
    onceClosed: (listener) => socket.once("close", listener),
  };
}

function header(length: number): Buffer {
  if (length < 126) return Buffer.from([TEXT, length]);
  if (length < 65_536) {
    const short = Buffer.from([TEXT, 126, 0, 0]);
    short.writeUInt16BE(length, 2);
    return short;
  }
  const long = Buffer.alloc(10);
  long[0] = TEXT;
  long[1] = 127;
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}
