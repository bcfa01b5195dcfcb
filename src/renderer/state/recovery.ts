/** Sends unsaved work to the host as it happens, so that no crash and no closed lid costs more than a second of it. */
import { callHost } from "../platform/host.ts";
import { documentStore, isEdited, type DocumentState } from "./document-store.ts";

const INTERVAL = 1_000;

/** Starts keeping recovery copies of whatever document this window shows. */
export function keepRecoveryCopies(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let sent: { readonly handle: string; readonly scenario: unknown } | null = null;

  const send = (): void => {
    timer = null;
    const { open } = documentStore.getState();
    if (open === null) return;
    const scenario = isEdited(open) ? open.scenario : null;
    if (sent?.handle === open.info.handle && sent.scenario === scenario) return;
    sent = { handle: open.info.handle, scenario };
    void callHost("keepRecovery", { handle: open.info.handle, scenario });
  };

  const schedule = (now: DocumentState, before: DocumentState): void => {
    if (now.open === null || now.open.scenario === before.open?.scenario && now.open.saved === before.open.saved) return;
    timer ??= setTimeout(send, INTERVAL);
  };

  documentStore.subscribe(schedule);
  window.addEventListener("pagehide", send);
}
