/** The computer's default browser, if there is one. */
import { spawn } from "node:child_process";

/** Asks the system to open an address. A computer without a browser is not an error: the address is printed too. */
export function openInDefaultBrowser(address: string): void {
  const [command, ...args] = opener();
  if (command === undefined) return;
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

function opener(): readonly string[] {
  switch (process.platform) {
    case "darwin":
      return ["open"];
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler"];
    default:
      // Without a screen, xdg-open would start a text browser in this terminal.
      return process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"] ? ["xdg-open"] : [];
  }
}
