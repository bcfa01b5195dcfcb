/**
 * Property tests draw the same examples on every run, so that a run can be repeated and what fails was changed. Fresh
 * examples are drawn with `PAYMIX_FRESH_EXAMPLES=1` (README.md, "Test it").
 */
import fc from "fast-check";

const SEED = 20_260_101;

/** What fails is said before the test runs out of time, not once the smallest example is found. */
const MOST_SHRINKING = 15_000;

fc.configureGlobal({ interruptAfterTimeLimit: MOST_SHRINKING, ...(process.env["PAYMIX_FRESH_EXAMPLES"] === undefined ? { seed: SEED } : {}) });
