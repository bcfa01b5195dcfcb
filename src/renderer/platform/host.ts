/** The only reader of `window.paymix`, the bridge that either shell puts there. */
import type { HostBridge, HostEvent, HostResult, HostVerb, HostVerbs } from "#shared/host-api/contract.ts";

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- Window can only be extended as an interface
  interface Window {
    readonly paymix?: HostBridge;
  }
}

function bridge(): HostBridge {
  if (window.paymix === undefined) throw new Error("The window was opened without its host.");
  return window.paymix;
}

/** Asks the host to do something. Expected failures come back as values; a broken connection does too. */
export async function callHost<Verb extends HostVerb>(
  verb: Verb,
  args: HostVerbs[Verb]["args"],
): Promise<HostResult<HostVerbs[Verb]["result"]>> {
  try {
    return await bridge().call(verb, args);
  } catch {
    return {
      ok: false,
      error: { kind: "disconnected", message: "Paymix lost the connection to its file service. Your work is still in this window." },
    };
  }
}

/** Hears what the host says without being asked. Returns the function that stops listening. */
export function listenToHost(listener: (event: HostEvent) => void): () => void {
  return bridge().listen(listener);
}
