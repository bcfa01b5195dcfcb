/** Characters that texts of a document do not have, and that names of files are shown without. */

/** Controls other than tab and line ends, which show nothing and do something in a terminal; and those that turn the order of all that follows them on a line. */
const UNREADABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;

/** The first such character of a text as people look it up, "U+202E"; null where there is none. docs/file-format.md, "Limits". */
export function unreadableIn(text: string): string | null {
  const [found] = text.match(UNREADABLE) ?? [];
  return found === undefined ? null : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A text as it may be kept: what somebody pasted, without such characters. */
export function readableText(text: string): string {
  return text.replace(UNREADABLE, "");
}

/** A name of a file or folder as it may be shown, on one line: with U+FFFD for each such character, and for tabs and line ends. */
export function readableName(name: string): string {
  return name.replace(UNREADABLE, "\uFFFD").replace(/[\t\n\r]/g, "\uFFFD");
}
