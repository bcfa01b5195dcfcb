/** XML that comes in pieces, element by element. */
import { SaxesParser } from "saxes";

// Every engine that runs this has it; the language's own library does not name it.
declare const TextDecoder: new (encoding: "utf-8") => { readonly decode: (bytes: Uint8Array, options: { readonly stream: boolean }) => string };

/** By their names as they are written. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told of a document, in its order. Names of elements are without prefixes. */
export type XmlListener = {
  readonly opened: (name: string, attributes: Attributes) => void;
  /** Also of an element without content, right after it was opened. */
  readonly closed: (name: string) => void;
  /** A run of text; one between the same two tags may come as several. */
  readonly text: (run: string) => void;
};

export type XmlReader = {
  readonly push: (piece: Uint8Array) => void;
  /** @throws Error where the document is not at its end */
  readonly end: () => void;
};

/** Reads UTF-8. Comments, instructions and declarations are passed over; what is no XML throws. */
export function createXmlReader({ opened, closed, text }: XmlListener): XmlReader {
  const decoder = new TextDecoder("utf-8");
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => opened(localName(tag.name), tag.attributes));
  parser.on("closetag", (tag) => closed(localName(tag.name)));
  parser.on("text", text);
  parser.on("cdata", text);
  return {
    push: (piece) => void parser.write(decoder.decode(piece, { stream: true })),
    end: () => void parser.write(decoder.decode(new Uint8Array(), { stream: false })).close(),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** An attribute with a prefix, whichever that is: `r:id`. Undefined where there is none. */
export function prefixedAttribute(attributes: Attributes, name: string): string | undefined {
  const written = Object.keys(attributes).find((each) => each.endsWith(`:${name}`));
  return written === undefined ? undefined : attributes[written];
}
