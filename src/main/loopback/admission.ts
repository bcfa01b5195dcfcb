/**
 * Who is let in. An address with a ticket works once and makes one tab a window. The tab keeps a secret of its own, which
 * every call carries in a header; the cookie beside it reaches every port of this computer and is never enough.
 */
import { isSecret, newSecret } from "./secrets.ts";

export type Admission = {
  /** The address that opens the window in a tab. A new one for the same window takes the place of the one before. */
  readonly address: (windowId: string) => string;
  /** Uses up a ticket. The window it was for and the secret of the tab that holds it now, or null. */
  readonly redeem: (ticket: string) => { readonly windowId: string; readonly secret: string } | null;
  /** The window of a tab's secret, or null. */
  readonly windowOf: (secret: string | undefined) => string | null;
  readonly setCookie: string;
  readonly hasCookie: (header: string | undefined) => boolean;
};

export const TICKET = "ticket";

export function createAdmission(port: number): Admission {
  const tickets = new Map<string, string>();
  const windows = new Map<string, string>();
  const cookieName = `paymix-${port}`;
  const cookie = newSecret();
  return {
    address: (windowId) => {
      const ticket = newSecret();
      tickets.set(windowId, ticket);
      return `http://127.0.0.1:${port}/?${TICKET}=${ticket}`;
    },
    redeem: (guess) => {
      const found = [...tickets].find(([, ticket]) => isSecret(guess, ticket));
      if (found === undefined) return null;
      const [windowId] = found;
      tickets.delete(windowId);
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
