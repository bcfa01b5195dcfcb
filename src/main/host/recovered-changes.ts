/** Recovered work with what differs from its file, so that a person can tell whether it is worth keeping. */
import { differenceWords, inputDifferences, matchRoles } from "#shared/comparison/index.ts";
import type { Recovered } from "#shared/host-api/contract.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import type { HostContext } from "./host-context.ts";
import { readDocument } from "./read-document.ts";

/** Differences that are told in words. */
const TOLD = 3;

/** What is there to recover, newest first. */
export async function recoveredWork(context: HostContext): Promise<readonly Recovered[]> {
  return Promise.all(context.recovery.list().map(async (found) => ({ ...found, changes: await changesOf(context, found.id) })));
}

/** Tells all windows what is left to recover, and answers it. */
export async function tellRecovered(context: HostContext): Promise<readonly Recovered[]> {
  const recovered = await recoveredWork(context);
  for (const { id, started } of context.windows.all()) if (started) context.ports.windows.send(id, { kind: "recovered", recovered });
  return recovered;
}

async function changesOf({ ports, recovery }: HostContext, id: string): Promise<Recovered["changes"]> {
  const copy = recovery.read(id);
  if (copy?.path == null) return null;
  const work = parseScenario(Buffer.from(copy.document));
  const file = await readDocument(ports.files, copy.path);
  if (!work.ok || !file.ok || work.scenario.currency !== file.scenario.currency) return null;
  const differences = inputDifferences(file.scenario, work.scenario, matchRoles(file.scenario, work.scenario));
  return { count: differences.length, first: differences.slice(0, TOLD).map(differenceWords) };
}
