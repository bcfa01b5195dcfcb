/** Files that the system asks for: named on the command line, by a second start, or by a double-click on macOS. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { app } from "electron";
import { EXTENSION } from "../host/file-names.ts";

const FILE_ADDRESS = /^file:\/\//i;

export type FilesToOpen = {
  /** Passes on what was asked for until now, and everything after. */
  readonly passTo: (open: (path: string) => void, reopen: () => void) => readonly string[];
};

/** Before the app is ready: macOS asks as early as that. */
export function hearFilesToOpen(): FilesToOpen {
  const early = filesNamed(process.argv, process.cwd());
  let open = (path: string): void => void early.push(path);
  let reopen = (): void => undefined;
  app.on("open-file", (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on("second-instance", (_event, argv, workingFolder) => {
    const files = filesNamed(argv, workingFolder);
    if (files.length === 0) reopen();
    for (const path of files) open(path);
  });
  return {
    passTo: (nextOpen, nextReopen) => {
      open = nextOpen;
      reopen = nextReopen;
      return early;
    },
  };
}

/** The scenario files among the arguments; the rest is the program, its folder and Chromium's switches. */
export function filesNamed(argv: readonly string[], workingFolder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith("-"))
    .map((argument) => pathNamed(argument, workingFolder))
    .filter((path) => path.toLowerCase().endsWith(EXTENSION));
}

/** Linux desktops hand a file over by its address. One that leads to no file here is taken as it stands, and said to be missing. */
function pathNamed(argument: string, workingFolder: string): string {
  try {
    return FILE_ADDRESS.test(argument) ? fileURLToPath(argument) : resolve(workingFolder, argument);
  } catch {
    return resolve(workingFolder, argument);
  }
}
