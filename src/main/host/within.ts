/** Waiting for a disk that may not answer for long, or at all. */

/** Milliseconds that a start, or a list, waits for what only adds to it. */
export const QUICK = 300;

/**
 * What the work comes to; `late` where that takes longer than so many milliseconds, by real time. The work goes on then, and
 * nobody is told what came of it.
 */
export async function within<Value>(milliseconds: number, work: Promise<Value>, late: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Value>((resolve) => (timer = setTimeout(resolve, milliseconds, late)));
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
