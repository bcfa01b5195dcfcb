/**
 * Sends unsaved work to the host, which writes it at once, so that no crash and no closed lid costs more than about a
 * second of it. This interval is the only one between an edit and the disk.
 */
import type { PendingWeights } from "#shared/host-api/contract.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { callHost } from "../platform/host.ts";
import { documentStore, isEdited } from "./document-store.ts";
import { sessionStore } from "./session-store.ts";
import { noteAnswer, windowStore } from "./window-store.ts";

/** Milliseconds from a change until it is sent, with all that changed meanwhile. */
const INTERVAL = 1_000;
/** What could not be kept is sent again after so many milliseconds, until it is kept. */
const RETRY = 5_000;

type Unsaved = { readonly handle: string; readonly scenario: Scenario | null; readonly pendingWeights: PendingWeights | null };

/** Starts keeping recovery copies of whatever document this window shows. */
export function keepRecoveryCopies(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let sent: Unsaved | null = null;

  const send = (): void => {
    timer = null;
    clearTimeout(retry);
    const unsaved = unsavedWork();
    if (unsaved === null || isSame(unsaved, sent)) return;
    sent = unsaved;
    void callHost("keepRecovery", unsaved).then((kept) => {
      const isLost = !kept.ok && kept.error.kind === "disconnected";
      noteAnswer(isLost);
      if (sent !== unsaved) return;
      if (!isLost) windowStore.setState({ recoveryProblem: kept.ok ? null : kept.error });
      // A document that would be refused on opening is refused until it changes.
      if (kept.ok || kept.error.kind === "refused") return;
      sent = null;
      retry = setTimeout(send, RETRY);
    });
  };

  const schedule = (): void => {
    timer ??= setTimeout(send, INTERVAL);
  };

  documentStore.subscribe(schedule);
  sessionStore.subscribe((now, before) => {
    if (now.pendingWeights !== before.pendingWeights) schedule();
  });
  windowStore.subscribe((now, before) => {
    if (before.lost && !now.lost) schedule();
  });
  window.addEventListener("pagehide", send);
}

/** What the host would need to bring the window back; a null scenario where the file holds all of it. */
function unsavedWork(): Unsaved | null {
  const { open } = documentStore.getState();
  if (open === null) return null;
  const { pendingWeights } = sessionStore.getState();
  const waits = pendingWeights !== null && Object.keys(pendingWeights.weights).length > 0 ? pendingWeights : null;
  return { handle: open.info.handle, scenario: isEdited(open) || waits !== null ? open.scenario : null, pendingWeights: waits };
}

function isSame(one: Unsaved, other: Unsaved | null): boolean {
  return one.handle === other?.handle && one.scenario === other.scenario && one.pendingWeights === other.pendingWeights;
}
