// npm start [-- FILE_OR_FOLDER] [--no-open]: the desktop window where Electron's runtime is or can be had, else the same app
// in the browser. PAYMIX_SHELL=desktop or =browser insists on one of them.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, isBuilt, out } from "./bundles.mjs";
import { downloadElectronRuntime, electronRuntime } from "./electron-runtime.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Milliseconds within which a desktop window that cannot start has ended. */
const START_TIME = 10_000;

const { named, opensBrowser } = readArguments();
const place = placeOf(named);
const insisted = process.env.PAYMIX_SHELL ?? "";
if (insisted !== "" && insisted !== "desktop" && insisted !== "browser") fail(`PAYMIX_SHELL is "${insisted}"; it can be "desktop" or "browser".`);

if (!isBuilt()) {
  console.log("Building Paymix …");
  await build({ minify: true });
}
if (insisted !== "browser") {
  const reason = await tryDesktop();
  if (insisted === "desktop") fail(`Paymix cannot open a desktop window: ${reason}.`);
  console.log(`Paymix opens in the browser, not in a desktop window: ${reason}.`);
}
await runInBrowser();

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: { "no-open": { type: "boolean", default: false } }, allowPositionals: true });
    if (positionals.length > 1) fail("Name one file or folder.");
    return { named: positionals[0], opensBrowser: !values["no-open"] };
  } catch (error) {
    return fail(error.message);
  }
}

/** What to work on. A folder that is not there is made; a file that is not there is a mistake. */
function placeOf(named) {
  if (named === undefined) return { folder: null, file: null };
  // npm runs scripts in the checkout; the name is meant from where the person is.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), named);
  const isScenario = path.toLowerCase().endsWith(".paymix");
  if (!existsSync(path)) return isScenario ? fail(`There is no file ${path}`) : { folder: path, file: null };
  if (statSync(path).isDirectory()) return { folder: path, file: null };
  return isScenario ? { folder: dirname(path), file: path } : fail(`${path} is not a .paymix file.`);
}

/** Runs the desktop window to its end and the process with it; where that cannot be, answers why. */
async function tryDesktop() {
  let runtime = electronRuntime();
  if (runtime === null) {
    const got = await downloadElectronRuntime();
    if ("reason" in got) return `Electron's runtime is not here and could not be downloaded: ${got.reason}`;
    runtime = got.path;
  }
  const started = performance.now();
  const folder = place.folder !== null && place.file === null ? [`--folder=${place.folder}`] : [];
  const child = spawn(runtime, [root, ...folder, ...(place.file === null ? [] : [place.file])], { stdio: "inherit" });
  const endChild = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, endChild);
  const end = await new Promise((settle) => {
    child.once("error", (error) => settle({ failed: error.message }));
    child.once("exit", (code, signal) => settle({ failed: code === 0 ? null : `Electron ended with ${signal ?? `code ${code}`}` }));
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, endChild);
  if (end.failed === null || child.killed) process.exit(0);
  if (performance.now() - started > START_TIME) fail(end.failed);
  return end.failed;
}

/** Serves until it is ended. The server is a process of its own, and ends when this one does. */
async function runInBrowser() {
  const folder = place.folder ?? join(homedir(), "Documents", "Paymix");
  const options = [...(place.file === null ? ["--seed"] : ["--file", place.file]), ...(opensBrowser ? ["--open"] : [])];
  const child = spawn(process.execPath, [join(out, "loopback", "main.mjs"), "--folder", folder, ...options], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.connected && child.disconnect());
  const code = await new Promise((settle) => child.once("exit", (code) => settle(code ?? 1)));
  process.exit(code);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
