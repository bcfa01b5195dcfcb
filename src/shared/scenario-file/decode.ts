/** Bytes to text: UTF-8 only, and never with replaced characters. What is not text at all is named where it can be. */
import type { FileProblem } from "./problems.ts";

// Every runtime has it; the pure rooms are compiled without the libraries that declare it.
declare const TextDecoder: new (encoding: "utf-8", options: { readonly fatal: true }) => { readonly decode: (bytes: Uint8Array) => string };

/** The largest file that is read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: FileProblem };

function refused(message: string): Decoded {
  return { ok: false, problem: { path: "", message } };
}

/** The text of a file, without its byte-order mark; or why it is none. */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_FILE_BYTES) {
    return refused(`The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB, the most Paymix opens.`);
  }
  if (bytes.length === 0) return refused("The file is empty.");
  if (bytes.every((byte) => byte === 0)) return refused("The file holds only zeros: it was probably cut off while it was written.");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refused("The file is in UTF-16. Save it as UTF-8.");
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refused("The file is a ZIP archive or an Office document, not a scenario.");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/^\s*<(!doctype|html|\?xml)/i.test(text)) return refused("The file is a web page, not a scenario. It was probably saved from a sign-in page.");
    if (text.trim() === "") return refused("The file holds only blanks.");
    return { ok: true, text };
  } catch {
    return refused("The file is not UTF-8 text: some of its bytes are damaged or of another encoding.");
  }
}
