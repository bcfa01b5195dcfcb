/** LibreOffice as another program that reads and writes the same files: without a window, in a profile of its own. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, parse } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished, type TestContext } from "vitest";
import { needsTool } from "../helpers/needed-tool.ts";

const PLACES = [
  ...(process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, process.platform === "win32" ? "soffice.com" : "soffice")),
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];
const office = PLACES.find((path) => existsSync(path));

/** One start on a slow machine, its first profile included. */
const PATIENCE = 90_000;
export const OFFICE_TIME = PATIENCE + 10_000;

/** How text is cut and read: numbers, percents, dates and formulas are found as they are when a person pastes. */
export type TextReading = { readonly delimiter: "," | ";" | "\t"; readonly language: "en-US" | "de-DE" };

const LANGUAGES = { "en-US": 1033, "de-DE": 1031 } as const;
const UTF_8 = 76;

function textFilter({ delimiter: cut, language }: TextReading): string {
  const [quote, firstLine] = ['"'.charCodeAt(0), 1];
  const [quotedIsText, findsNumbers, evaluatesFormulas] = [false, true, true];
  return `CSV:${[cut.charCodeAt(0), quote, UTF_8, firstLine, "", LANGUAGES[language], quotedIsText, findsNumbers, false, false, false, -1, evaluatesFormulas].join(",")}`;
}

/**
 * Files as LibreOffice writes them in another format, in one start.
 * @param files name with ending, and content
 * @param read how the files are read where they are text
 * @returns by name without ending; a file that was not converted is missing
 */
export async function convert(test: TestContext, files: Readonly<Record<string, string | Uint8Array>>, to: string, read?: TextReading): Promise<ReadonlyMap<string, Uint8Array>> {
  needsTool(test, office !== undefined, "LibreOffice is not on this machine (Debian: apt-get install libreoffice-calc)");
  const folder = await mkdtemp(join(tmpdir(), "paymix-office-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  const written = join(folder, "written");
  await mkdir(written);
  const names = Object.keys(files);
  for (const name of names) await writeFile(join(folder, name), files[name] ?? "");
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const reading = read === undefined ? [] : [`--infilter=${textFilter(read)}`];
  await run([profile, "--headless", "--norestore", "--convert-to", to, ...reading, "--outdir", written, ...names.map((name) => join(folder, name))]);
  const ending = to.split(":")[0] ?? to;
  const converted = new Map<string, Uint8Array>();
  for (const { name } of names.map(parse)) {
    const path = join(written, `${name}.${ending}`);
    if (existsSync(path)) converted.set(name, new Uint8Array(await readFile(path)));
  }
  return converted;
}

/** Ended with everything it started: the command is a script that waits for another process. */
function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(office ?? "", args, { stdio: "ignore", detached: true, env: { ...process.env, LC_ALL: "en_US.UTF-8" } });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
      reject(new Error(`LibreOffice did not end within ${PATIENCE / 1_000} seconds.`));
    }, PATIENCE);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`LibreOffice ended with ${String(code)}.`));
    });
  });
}
