/** Recovered work with what differs from its file, so that a person can tell whether it is worth keeping. */
import { differenceWords, inputDifferences, matchRoles } from "#shared/comparison/index.ts";
import type { Recovered } from "#shared/host-api/contract.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import type { HostContext } from "./host-context.ts";
import type { FilePort } from "./ports.ts";
import { readDocument } from "./read-document.ts";
import type { RecoveryCopy } from "./recovery-copy.ts";
import { QUICK, within } from "./within.ts";

/** Differences that are told in words. */
const TOLD = 3;

/** What was found to differ when a copy was compared with its file last. */
const known = new WeakMap<RecoveryCopy, Recovered["changes"]>();

/** What is there to recover, newest first. Where a disk does not say at once what differs, the windows are told when it does. */
export async function recoveredWork(context: HostContext): Promise<readonly Recovered[]> {
  let isLate = false;
  const look = context.looks.add(() => compareAll(context)).then(() => (isLate ? send(context, listed(context)) : undefined));
  await within(QUICK, look, undefined);
  isLate = true;
  return listed(context);
}

/** Tells all windows what is left to recover, and answers it. */
export async function tellRecovered(context: HostContext): Promise<readonly Recovered[]> {
  const recovered = await recoveredWork(context);
  send(context, recovered);
  return recovered;
}

function send({ ports, windows }: HostContext, recovered: readonly Recovered[]): void {
  for (const { id, started } of windows.all()) if (started) ports.windows.send(id, { kind: "recovered", recovered });
}

function listed({ recovery }: HostContext): readonly Recovered[] {
  return recovery.list().map((found) => {
    const copy = recovery.read(found.id);
    return { ...found, changes: copy === null ? null : (known.get(copy) ?? null) };
  });
}

async function compareAll({ ports, recovery }: HostContext): Promise<void> {
  for (const { id } of recovery.list()) {
    const copy = recovery.read(id);
    if (copy !== null) known.set(copy, await changesOf(ports.files, copy));
  }
}

async function changesOf(files: FilePort, { path, document }: RecoveryCopy): Promise<Recovered["changes"]> {
  if (path === null) return null;
  const work = parseScenario(Buffer.from(document));
  const file = await readDocument(files, path);
  if (!work.ok || !file.ok || work.scenario.currency !== file.scenario.currency) return null;
  const differences = inputDifferences(file.scenario, work.scenario, matchRoles(file.scenario, work.scenario));
  return { count: differences.length, first: differences.slice(0, TOLD).map(differenceWords) };
}
