/**
 * Property tests draw the same examples on every run, so that a run can be repeated and what fails was changed. Fresh
 * examples are drawn with `PAYMIX_FRESH_EXAMPLES=1` (README.md, "Test it").
 */
import fc from "fast-check";

const SEED = 20_260_101;

/** What fails is said before the test runs out of time, not once the smallest example is found. Too few examples are a failure too. */
const MOST_TIME = 50_000;

/** Of a property that is drawn in batches: the examples of one of them, others than those of every other. */
export function examplesOf(batch: number): { readonly seed?: number } {
  return process.env["PAYMIX_FRESH_EXAMPLES"] === undefined ? { seed: SEED + batch } : {};
}

fc.configureGlobal({ interruptAfterTimeLimit: MOST_TIME, markInterruptAsFailure: true, ...examplesOf(0) });
