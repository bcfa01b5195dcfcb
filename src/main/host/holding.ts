/** One file, two Paymix: who has it, and what the window is told of that. */
import { isDeepStrictEqual } from "node:util";
import type { HostContext } from "./host-context.ts";
import { documentInfo, type Document, type HostWindow } from "./open-windows.ts";

/** Looks at the mark beside the file once more, and tells the window when another Paymix took the file or let go of it. */
export async function checkMark({ ports, marks }: HostContext, window: HostWindow, document: Document): Promise<void> {
  const { file } = document;
  if (file === null) return;
  const heldBy = await marks.claim(file.target);
  if (isDeepStrictEqual(heldBy, document.heldBy) || window.document !== document) return;
  document.heldBy = heldBy;
  ports.windows.send(window.id, { kind: "held", info: documentInfo(document, ports.homeFolder) });
}

/** The document leaves its file alone from now on. */
export function letGo({ marks, inBackground }: HostContext, { file }: Document): void {
  if (file !== null) inBackground(marks.release(file.target));
}
