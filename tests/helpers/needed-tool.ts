/** Tests of what not every machine has: not run with a reason, or failed where every tool is required. */
import type { TestContext } from "vitest";

/** @param why told where it is not there, as in "mounting a small disk needs an administrator on Linux" */
export function needsTool({ task, skip }: TestContext, isThere: boolean, why: string): void {
  if (isThere) return;
  if (process.env["PAYMIX_ALL_TOOLS"] === "1") throw new Error(`Every tool is required here, and ${why}.`);
  Object.assign(task.meta, { notRun: why });
  skip();
}
