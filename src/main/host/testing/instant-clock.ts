import type { Clock } from "../ports.ts";

/** A clock that never makes a test wait: waiting moves it on. */
export function instantClock(start = Date.UTC(2026, 7, 30, 12)): Clock & { readonly set: (now: number) => void } {
  let now = start;
  return {
    now: () => now,
    wait: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    set: (to) => {
      now = to;
    },
  };
}
