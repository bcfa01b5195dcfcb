/** Paymix's own folder in the browser shell: one for each folder of documents, so that several can be served at once. */
import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

export function browserDataFolder(documentsFolder: string): string {
  const name = createHash("sha256").update(documentsFolder).digest("hex").slice(0, 16);
  return join(applicationData(), "Paymix", "browser", name);
}

function applicationData(): string {
  switch (process.platform) {
    case "darwin":
      return join(homedir(), "Library", "Application Support");
    case "win32":
      return process.env["APPDATA"] ?? join(homedir(), "AppData", "Roaming");
    default:
      return process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config");
  }
}
