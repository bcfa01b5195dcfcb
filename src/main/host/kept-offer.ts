/** What is kept of a file that could not be opened, offered beside the reason. */
import { basename, dirname, join } from "node:path";
import type { HostError, KeptOffer } from "#shared/host-api/contract.ts";
import type { HostContext } from "./host-context.ts";
import { previousVersion } from "./previous-versions.ts";

/** The error with what is kept of the file at `path`, for those that a person can do something about with it. */
export async function withKept(context: HostContext, path: string, error: HostError): Promise<HostError> {
  return error.kind === "refused" || error.kind === "missing" || error.kind === "not-read" ? { ...error, kept: await keptOf(context, path) } : error;
}

async function keptOf({ ports, versions, recovery }: HostContext, path: string): Promise<KeptOffer> {
  const { files, homeFolder } = ports;
  // A file that is gone lay in its folder, wherever that leads.
  const target = await files.realpath(path).catch(async () => join(await files.realpath(dirname(path)).catch(() => dirname(path)), basename(path)));
  const copy = recovery.list().find(({ id }) => [path, target].includes(recovery.read(id)?.path ?? ""));
  return {
    versions: (await versions.list(target)).map((version) => previousVersion(version, target, homeFolder)),
    recovered: copy === undefined ? null : { id: copy.id, savedAt: copy.savedAt },
  };
}
