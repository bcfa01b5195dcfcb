/**
 * A person waits for a file. When its disk takes long the window says so, and the waiting can be stopped: nothing happens
 * then, whatever the disk answers later.
 */
import { shownName } from "./file-names.ts";
import type { HostContext } from "./host-context.ts";
import type { HostWindow, Reading } from "./open-windows.ts";

/** What takes longer than these milliseconds is said to. */
export const SLOW = 500;

export type Waited<Value> = { readonly value: Value; /** The person may have done other things meanwhile. */ readonly wasSlow: boolean };

type Options<Value> = {
  /** Gets what comes of it after the person stopped waiting. */
  readonly drop?: (value: Value) => void;
  /** It took long before the window was there. */
  readonly isSlow?: boolean;
};

/**
 * Waits for what a window asked of the file at `path`.
 * @returns null where the person stopped waiting
 */
export async function waitFor<Value>(context: HostContext, window: HostWindow, path: string, work: Promise<Value>, { drop = () => undefined, isSlow = false }: Options<Value> = {}): Promise<Waited<Value> | null> {
  let stop: () => void = () => undefined;
  const stopped = new Promise<null>((resolve) => (stop = () => resolve(null)));
  const reading: Reading = { fileName: shownName(path), isSlow, stop };
  window.readings.add(reading);
  const timer = setTimeout(() => {
    reading.isSlow = true;
    tell(context, window);
  }, SLOW);
  try {
    const waited = await Promise.race([work.then((value) => ({ value })), stopped]);
    if (waited !== null) return { ...waited, wasSlow: reading.isSlow };
    void work.then(drop, () => undefined);
    return null;
  } finally {
    clearTimeout(timer);
    window.readings.delete(reading);
    if (reading.isSlow) tell(context, window);
  }
}

/** The person does not wait any longer for what the window reads. */
export function stopReading(window: HostWindow): void {
  for (const { stop } of window.readings) stop();
}

/** The name of the file that the window waits for longer than usual; null where it waits for none. */
export function slowFile({ readings }: HostWindow): string | null {
  return [...readings].find(({ isSlow }) => isSlow)?.fileName ?? null;
}

function tell({ ports }: HostContext, window: HostWindow): void {
  if (window.started) ports.windows.send(window.id, { kind: "reading", fileName: slowFile(window) });
}
