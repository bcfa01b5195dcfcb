/**
 * Who is let in. An address with a ticket works once and makes one tab a window. The tab keeps a secret of its own, which
 * every call carries in a header; the cookie beside it reaches every port of this computer and is never enough.
 */
import { isSecret, newSecret } from "./secrets.ts";

export type Admission = {
  /**
   * The address that opens the window in a tab. A new one for the same window takes the place of the one before. One that goes
   * through a terminal or a command line works for a minute; one that is given to a tab that is let in, until it is used.
   */
  readonly address: (windowId: string, goes: "outside" | "to-a-tab") => string;
  /** Uses up a ticket. The window it was for and the secret of the tab that holds it now, or null. */
  readonly redeem: (ticket: string) => { readonly windowId: string; readonly secret: string } | null;
  /** The window of a tab's secret, or null. */
  readonly windowOf: (secret: string | undefined) => string | null;
  readonly setCookie: string;
  readonly hasCookie: (header: string | undefined) => boolean;
};

export const TICKET = "ticket";

/** Milliseconds that an unused address works. */
export const LIFE = 60_000;

/** @param now milliseconds of a clock that nobody sets */
export function createAdmission(port: number, now: () => number = () => performance.now()): Admission {
  const tickets = new Map<string, { readonly ticket: string; readonly until: number }>();
  const windows = new Map<string, string>();
  const cookieName = `paymix-${port}`;
  const cookie = newSecret();
  return {
    address: (windowId, goes) => {
      const ticket = newSecret();
      tickets.set(windowId, { ticket, until: goes === "outside" ? now() + LIFE : Number.POSITIVE_INFINITY });
      return `http://127.0.0.1:${port}/?${TICKET}=${ticket}`;
    },
    redeem: (guess) => {
      const found = [...tickets].find(([, { ticket }]) => isSecret(guess, ticket));
      if (found === undefined) return null;
      const [windowId, { until }] = found;
      tickets.delete(windowId);
      if (now() >= until) return null;
      const secret = newSecret();
      windows.set(secret, windowId);
      return { windowId, secret };
    },
    windowOf: (guess) => {
      if (guess === undefined) return null;
      return [...windows].find(([secret]) => isSecret(guess, secret))?.[1] ?? null;
    },
    setCookie: `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
    hasCookie: (header) => {
      const sent = (header ?? "").split(";").map((pair) => pair.trim());
      return sent.some((pair) => pair.startsWith(`${cookieName}=`) && isSecret(pair.slice(cookieName.length + 1), cookie));
    },
  };
}
