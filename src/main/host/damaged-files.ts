/** Damaged files of Paymix's own that were put aside: `….corrupt-<time>`, and since they are past their time `….corrupt-<time>.due-<time>`. */
import { join } from "node:path";
import { dueSinceNow, goesAt } from "./expiry.ts";
import type { Clock, FilePort } from "./ports.ts";

export type DamagedFile = { readonly path: string; /** Milliseconds since 1970; null where that is not near. */ readonly goesAt: number | null };

const STAMP = "(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d{3})Z";
const NAME = new RegExp(`^(.*\\.corrupt-${STAMP})(?:\\.due-${STAMP})?$`);

type Named = { readonly asideName: string; readonly asideAt: number; readonly dueSince: number | null };

/** The name of a damaged file once it is put aside. */
export function damagedName(name: string, now: number): string {
  return `${name}.corrupt-${stamp(now)}`;
}

/** Those in some folders. One that cannot be listed has none. */
export async function damagedFilesIn(files: FilePort, folders: readonly string[]): Promise<readonly DamagedFile[]> {
  return (await namedIn(files, folders)).map(({ folder, name, named: { dueSince } }) => ({ path: join(folder, name), goesAt: dueSince === null ? null : goesAt(dueSince) }));
}

/** Removes those whose time is over, and notes with the others whether they are past it. Answers the ones that are. */
export async function ageDamagedFiles(files: FilePort, clock: Pick<Clock, "now">, folders: readonly string[]): Promise<readonly DamagedFile[]> {
  for (const { folder, name, named } of await namedIn(files, folders)) {
    const dueSince = dueSinceNow(clock.now(), named.asideAt, named.dueSince);
    const path = join(folder, name);
    if (dueSince === "over") await files.remove(path).catch(() => undefined);
    else if (dueSince !== named.dueSince) await files.rename(path, join(folder, dueSince === null ? named.asideName : `${named.asideName}.due-${stamp(dueSince)}`)).catch(() => undefined);
  }
  return (await damagedFilesIn(files, folders)).filter((file) => file.goesAt !== null);
}

async function namedIn(files: FilePort, folders: readonly string[]): Promise<readonly { readonly folder: string; readonly name: string; readonly named: Named }[]> {
  const found = await Promise.all(folders.map(async (folder) => {
    const names = await files.list(folder).catch(() => []);
    return names.flatMap((name) => {
      const named = understood(name);
      return named === null ? [] : [{ folder, name, named }];
    });
  }));
  return found.flat();
}

function understood(name: string): Named | null {
  const [, asideName, ...parts] = NAME.exec(name) ?? [];
  return asideName === undefined ? null : { asideName, asideAt: timeOf(parts.slice(0, 5)) ?? 0, dueSince: timeOf(parts.slice(5)) };
}

function timeOf([day, hour, minute, second, millisecond]: readonly (string | undefined)[]): number | null {
  return day === undefined ? null : Date.parse(`${day}T${String(hour)}:${String(minute)}:${String(second)}.${String(millisecond)}Z`);
}

function stamp(time: number): string {
  return new Date(time).toISOString().replace(/[:.]/g, "-");
}
