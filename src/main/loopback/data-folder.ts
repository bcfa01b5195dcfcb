/** Paymix's own folder in the browser shell: one for each folder of documents, so that several can be served at once. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { browserFolders } from "../host/paymix-folder.ts";

export function browserDataFolder(documentsFolder: string): string {
  const name = createHash("sha256").update(documentsFolder).digest("hex").slice(0, 16);
  return join(browserFolders(), name);
}
