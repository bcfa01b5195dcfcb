/**
 * The tab's secret: handed over once in the page, then kept where only this tab and this port can read it, so that the tab is
 * the same window after it is loaded again.
 */
import { WINDOW_META } from "#shared/host-api/browser-shell.ts";

const KEY = "paymix-window";

/** The secret, or null in a tab that was never given one. */
export function takeSecret(): string | null {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${WINDOW_META}"]`);
  if (meta === null) return sessionStorage.getItem(KEY);
  const secret = meta.content;
  meta.remove();
  sessionStorage.setItem(KEY, secret);
  // The ticket is used up: it does not belong into the history or a bookmark.
  history.replaceState(null, "", "/");
  return secret;
}
