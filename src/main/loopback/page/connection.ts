/** Speaks to the server: calls by fetch, messages from it by a WebSocket that comes back when it is lost. */
import { ADDRESSES, STREAM_PROTOCOL, WINDOW_HEADER, type FileAnswer, type FileAnswerOutcome, type FolderListing, type FolderNames, type TabMessage } from "#shared/host-api/browser-shell.ts";
import type { HostResult, HostVerb, HostVerbs } from "#shared/host-api/contract.ts";

export type Connection = {
  readonly call: <Verb extends HostVerb>(verb: Verb, args: HostVerbs[Verb]["args"]) => Promise<HostResult<HostVerbs[Verb]["result"]>>;
  readonly list: (folder: FolderNames) => Promise<FolderListing>;
  readonly answer: (answer: FileAnswer) => Promise<FileAnswerOutcome>;
  readonly focused: () => void;
  /** Hears messages until `stop`. `lost` is told when the server stays away, and when it is back. */
  readonly hear: (listener: (message: TabMessage) => void, lost: (isLost: boolean) => void) => void;
  readonly stop: () => void;
};

/** What a browser still sends for a page that is being left. */
const LARGEST_PARTING = 60_000;
const RETRY = 500;
const RETRIES_UNTIL_LOST = 4;

/** The server checks what comes in; what it sends has the types of the contract. */
const fromWire: <Value>(text: string) => Value = JSON.parse;

export function connect(secret: string): Connection {
  let stopped = false;
  let leaving = false;
  let socket: WebSocket | null = null;
  window.addEventListener("pagehide", () => (leaving = true));
  window.addEventListener("pageshow", () => (leaving = false));

  async function post<Value>(address: string, body: unknown): Promise<Value> {
    if (stopped) throw new Error("Another tab shows this window.");
    const text = JSON.stringify(body);
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", [WINDOW_HEADER]: secret },
      body: text,
      keepalive: leaving && text.length < LARGEST_PARTING,
      redirect: "error",
    });
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return fromWire<Value>(await response.text());
  }

  return {
    call: (verb, args) => post(ADDRESSES.call, { verb, args }),
    list: (folder) => post(ADDRESSES.folder, { folder }),
    answer: (answer) => post(ADDRESSES.answer, answer),
    focused: () => void post(ADDRESSES.focused, {}).catch(() => undefined),
    hear: (listener, lost) => {
      let failures = 0;
      const open = (): void => {
        if (stopped) return;
        socket = new WebSocket(`ws://${location.host}${ADDRESSES.events}`, [STREAM_PROTOCOL, secret]);
        socket.onopen = () => {
          failures = 0;
          lost(false);
        };
        socket.onmessage = ({ data }) => {
          listener(fromWire<TabMessage>(String(data)));
        };
        socket.onclose = () => {
          failures += 1;
          if (failures === RETRIES_UNTIL_LOST && !stopped) lost(true);
          setTimeout(open, RETRY * Math.min(failures, 10));
        };
      };
      open();
    },
    stop: () => {
      stopped = true;
      socket?.close();
    },
  };
}
