/** Work in pieces of a few milliseconds: whoever runs it may stop after each. */

export type Stoppable<Result> = Generator<void, Result>;

/** All of it at once. */
export function finished<Result>(work: Stoppable<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
