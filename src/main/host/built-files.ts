/**
 * The built page as a map from its addresses to its files. Both shells serve from this map and nothing else: an address is
 * looked up as it stands and never becomes a path.
 */
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

export type BuiltFile = { readonly type: string; readonly bytes: Uint8Array };
/** Keys are paths of addresses: "/index.html", "/assets/index-4f2a.js". */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

export const INDEX = "/index.html";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Reads a folder of the build into memory. A kind of file that the page does not consist of fails. */
export async function readBuiltFiles(folder: string): Promise<BuiltFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, BuiltFile]> => {
        const type = TYPES[extname(path)];
        if (type === undefined) throw new Error(`The build holds a file of an unknown kind: ${path}`);
        return [`/${relative(folder, path).split(sep).join("/")}`, { type, bytes: await readFile(path) }];
      }),
    ),
  );
}
