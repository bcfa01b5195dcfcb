// Electron's runtime: where it is, and getting it. Its package downloads nothing at install, and neither does Paymix; the
// first start does, with Electron's own downloader and installer.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const PATIENCE = 15_000;
const EXECUTABLES = { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" };

/** The folder of the package `electron`; null where it is not installed. Loading the package itself would start a download. */
function electronPackage() {
  try {
    return dirname(require.resolve("electron/package.json"));
  } catch {
    return null;
  }
}

/** The path of Electron's executable, or null where this version of it is not (completely) there. */
export function electronRuntime(folder = electronPackage()) {
  if (folder === null) return null;
  const executable = EXECUTABLES[process.platform] ?? "electron";
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return existsSync(join(given, executable)) ? join(given, executable) : null;
  try {
    // The installer writes path.txt last.
    const complete = readFileSync(join(folder, "path.txt"), "utf8") === executable;
    const version = readFileSync(join(folder, "dist", "version"), "utf8").trim().replace(/^v/, "");
    const path = join(folder, "dist", executable);
    return complete && version === versionOf(folder) && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/**
 * Downloads and installs the runtime, or answers in half a sentence why that cannot be.
 * @param {{ folder?: string | null, patience?: number }} options patience: milliseconds without a byte until it is given up
 * @returns {Promise<{ path: string } | { reason: string }>}
 */
export async function downloadElectronRuntime({ folder = electronPackage(), patience = PATIENCE } = {}) {
  if (folder === null) return { reason: "the package electron is not installed" };
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), patience);
  const progress = createProgress(`Downloading Electron ${versionOf(folder)}`);
  try {
    const { downloadArtifact } = await import(pathToFileURL(require.resolve("@electron/get", { paths: [folder] })).href);
    // As in electron/install.js, which finds the archive in the cache afterwards.
    await downloadArtifact({
      version: versionOf(folder),
      artifactName: "electron",
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: process.env.electron_use_remote_checksums ? undefined : JSON.parse(readFileSync(join(folder, "checksums.json"), "utf8")),
      downloadOptions: {
        quiet: true,
        signal: stalled.signal,
        getProgressCallback: ({ transferred, total }) => {
          clearTimeout(timer);
          timer = setTimeout(() => stalled.abort(), patience);
          progress.show(transferred, total);
        },
      },
    });
  } catch (error) {
    return { reason: stalled.signal.aborted ? `no data came for ${Math.round(patience / 1000)} seconds` : reasonOf(error) };
  } finally {
    clearTimeout(timer);
    progress.end();
  }
  const installed = spawnSync(process.execPath, [join(folder, "install.js")], { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  const path = electronRuntime(folder);
  return path === null ? { reason: `it could not be unpacked (${firstLine(installed.stderr)})` } : { path };
}

function versionOf(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}

const REASONS = {
  ECONNREFUSED: "the connection was refused",
  ENOTFOUND: "its server was not found",
  EAI_AGAIN: "its server was not found",
  ENETUNREACH: "there is no network",
  UND_ERR_CONNECT_TIMEOUT: "its server does not answer",
};

function reasonOf(error) {
  const code = error?.cause?.code ?? error?.cause?.errors?.[0]?.code ?? error?.code;
  return REASONS[code] ?? firstLine(String(error?.message ?? error)) + (code ? ` (${code})` : "");
}

function firstLine(text) {
  return (text ?? "").trim().split("\n", 1)[0] || "no reason given";
}

/** One line that is drawn over on a terminal; every tenth of the way elsewhere. */
function createProgress(label) {
  const isTerminal = process.stdout.isTTY;
  let shown = -1;
  return {
    show: (transferred, total) => {
      const percent = total ? Math.floor((transferred / total) * 100) : null;
      const step = percent === null ? Math.floor(transferred / 10_000_000) : isTerminal ? percent : Math.floor(percent / 10);
      if (step === shown) return;
      shown = step;
      const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(0)} MB`;
      const line = percent === null ? `${label}: ${megabytes(transferred)}` : `${label}: ${percent} % of ${megabytes(total)}`;
      if (isTerminal) process.stdout.write(`\r${line}`);
      else console.log(line);
    },
    end: () => {
      if (isTerminal && shown >= 0) process.stdout.write("\n");
    },
  };
}
