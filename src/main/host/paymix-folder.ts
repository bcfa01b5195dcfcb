/** Paymix's own folder, where the system keeps such things: the desktop app's, with those of the browser shell in it. */
import { homedir } from "node:os";
import { join } from "node:path";

/** Where the desktop app keeps its own files. */
export function paymixFolder(): string {
  return join(applicationData(), "Paymix");
}

/** Holds one folder for each folder of documents that the browser shell serves. */
export function browserFolders(): string {
  return join(paymixFolder(), "browser");
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
