// Finds a Chromium for the end-to-end tests and the benchmark: chromium, chrome or edge on this machine, else Playwright's
// own download, else Debian's package where the user may install it, else one line that says what to install.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge-stable", "microsoft-edge", "msedge"];
const FIXED = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function installed() {
  const named = process.env.PAYMIX_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const ending = process.platform === "win32" ? ".exe" : "";
  for (const name of NAMES) {
    for (const folder of folders) {
      const path = join(folder, name + ending);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  return FIXED.find((path) => existsSync(path)) ?? null;
}

/** Playwright's own Chromium, downloaded if it is not there yet; null where that cannot be. */
function fromPlaywright() {
  const cli = fileURLToPath(new URL("../node_modules/@playwright/test/cli.js", import.meta.url));
  const got = spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 180_000 });
  if (got.status !== 0) return null;
  const asked = spawnSync(process.execPath, ["-e", "process.stdout.write(require('@playwright/test').chromium.executablePath())"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    encoding: "utf8",
  });
  return existsSync(asked.stdout) ? asked.stdout : null;
}

function fromApt() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { stdio: "ignore", env });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore", env });
  return installed();
}

/** The path of a Chromium; ends the process with one line where there is none to be had. */
export function findOrInstallChromium() {
  const path = installed() ?? fromPlaywright() ?? fromApt();
  if (path !== null) return path;
  console.error("No browser for the end-to-end tests: install Chromium, Chrome or Edge (Debian: apt-get install chromium) and run npm test again.");
  process.exit(1);
}
