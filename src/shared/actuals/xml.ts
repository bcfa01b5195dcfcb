/** XML that comes in pieces, element by element: only what is asked for becomes text. */

// Every engine that runs this has it; the language's own library does not name it.
declare const TextDecoder: new (encoding: "utf-8") => { readonly decode: (bytes: Uint8Array) => string };

/** What is told of a document, in its order. Names are without prefixes; attributes are as they are written. */
export type XmlListener = {
  readonly opened: (name: string, attributes: string) => void;
  /** Also of an element without content, right after it was opened. */
  readonly closed: (name: string) => void;
  /** Whether text that comes now is wanted; otherwise it is passed over undecoded. */
  readonly isTextWanted: () => boolean;
  /** A run of text; one between the same two tags may come as several. */
  readonly text: (run: string) => void;
};

export type XmlReader = {
  readonly push: (piece: Uint8Array) => void;
  /** @throws Error where the document ends inside a tag */
  readonly end: () => void;
};

const [LESS_THAN, GREATER_THAN, SLASH, BANG, QUESTION, DASH, BRACKET, DOUBLE, SINGLE] = [60, 62, 47, 33, 63, 45, 91, 34, 39];
const CDATA = "<![CDATA[".length;

/** Reads UTF-8. Comments, instructions and declarations are passed over. */
export function createXmlReader(listener: XmlListener): XmlReader {
  const decoder = new TextDecoder("utf-8");
  let rest: Uint8Array = new Uint8Array();

  /** Tells all of the bytes that is complete, and returns the place from which on it is not. */
  function tell(bytes: Uint8Array): number {
    let at = 0;
    for (;;) {
      const tag = bytes.indexOf(LESS_THAN, at);
      if (tag < 0) return at;
      if (tag > at && listener.isTextWanted()) listener.text(unescaped(decoder.decode(bytes.subarray(at, tag))));
      const end = markEnd(bytes, tag);
      if (end === null) return tag;
      tellTag(bytes, tag, end);
      at = end;
    }
  }

  function tellTag(bytes: Uint8Array, from: number, end: number): void {
    const first = bytes[from + 1];
    if (first === QUESTION) return;
    if (first === BANG) {
      if (bytes[from + 2] === BRACKET && listener.isTextWanted()) listener.text(decoder.decode(bytes.subarray(from + CDATA, end - 3)));
      return;
    }
    if (first === SLASH) return listener.closed(localName(bytes, from + 2, end - 1).name);
    const isEmpty = bytes[end - 2] === SLASH;
    const last = isEmpty ? end - 2 : end - 1;
    const { name, to } = localName(bytes, from + 1, last);
    listener.opened(name, to === last ? "" : decoder.decode(bytes.subarray(to, last)));
    if (isEmpty) listener.closed(name);
  }

  return {
    push(piece) {
      const bytes = rest.length === 0 ? piece : joined(rest, piece);
      rest = bytes.slice(tell(bytes));
    },
    end() {
      if (rest.includes(LESS_THAN)) throw new Error("The document ends inside a tag.");
    },
  };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}

/** The place after a tag, comment or the like that begins at `from`; null where it ends in what is still to come. */
function markEnd(bytes: Uint8Array, from: number): number | null {
  // As long as the longest beginning that tells what it is.
  if (from + CDATA > bytes.length && bytes.indexOf(GREATER_THAN, from) < 0) return null;
  if (bytes[from + 1] === BANG && bytes[from + 2] === DASH) return after(bytes, from + 4, [DASH, DASH, GREATER_THAN]);
  if (bytes[from + 1] === BANG && bytes[from + 2] === BRACKET) return after(bytes, from + CDATA, [93, 93, GREATER_THAN]);
  for (let at = from + 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === GREATER_THAN) return at + 1;
    if (byte !== DOUBLE && byte !== SINGLE) continue;
    at = bytes.indexOf(byte, at + 1);
    if (at < 0) return null;
  }
  return null;
}

function after(bytes: Uint8Array, from: number, mark: readonly [number, number, number]): number | null {
  for (let at = bytes.indexOf(mark[2], from + 2); at >= 0; at = bytes.indexOf(mark[2], at + 1)) {
    if (bytes[at - 1] === mark[1] && bytes[at - 2] === mark[0]) return at + 1;
  }
  return null;
}

/** The name that begins at `from`, without a prefix, and where it ends. */
function localName(bytes: Uint8Array, from: number, last: number): { readonly name: string; readonly to: number } {
  let name = "";
  let to = from;
  for (; to < last; to += 1) {
    const byte = bytes[to] ?? 0;
    if (byte <= 32) break;
    name = byte === 58 ? "" : name + String.fromCharCode(byte);
  }
  return { name, to };
}

/** An attribute of a tag, whatever its prefix; null where the tag has none of this name. */
export function attribute(attributes: string, name: string): string | null {
  const [, double, single] = patternOf(name).exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? null : unescaped(value);
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(String.raw`(?:^|\s)(?:[\w.-]+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`, "u");
  patterns.set(name, known);
  return known;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
