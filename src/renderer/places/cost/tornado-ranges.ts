/** Ranges that were set in place of the usual ones, for this window only. */
import { sessionStore } from "../../state/session-store.ts";

export function withRange(id: string, range: { readonly from: number; readonly to: number }): void {
  sessionStore.setState(({ ranges }) => ({ ranges: { ...ranges, [id]: range } }));
}

/** The usual range of one input again. */
export function withUsualRange(id: string): void {
  sessionStore.setState(({ ranges }) => ({ ranges: Object.fromEntries(Object.entries(ranges).filter(([key]) => key !== id)) }));
}
