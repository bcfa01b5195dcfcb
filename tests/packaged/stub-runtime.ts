/** A folder that electron-builder takes for Electron's runtime: the files it looks for, and a program that carries fuses. */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** By which the fuses are found in the program; after it their version, their count, and one character each ("1" on, "0" off). */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
/** As Electron's own runtime comes: everything an attacker would like is on. */
const FUSES = "10110011";

export async function makeStubRuntime(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, "locales"), { recursive: true });
  await mkdir(join(folder, "resources"));
  const program = join(folder, "electron");
  await writeFile(program, Buffer.concat([Buffer.from("#!/bin/sh\nexit 1\n"), Buffer.from(FUSE_SENTINEL), Buffer.from([1, FUSES.length]), Buffer.from(FUSES), Buffer.from("\n")]));
  await chmod(program, 0o755);
  await writeFile(join(folder, "version"), version);
  await writeFile(join(folder, "LICENSE"), "Electron's licence stands here.\n");
  await writeFile(join(folder, "LICENSES.chromium.html"), "<!doctype html>Chromium's licences stand here.\n");
  for (const locale of ["en-US", "de", "fr"]) await writeFile(join(folder, "locales", `${locale}.pak`), "");
}
