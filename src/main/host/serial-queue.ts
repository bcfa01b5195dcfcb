/** One task after the other. */

export type SerialQueue = {
  /** Runs the task when those before it are through, whatever came of them. */
  readonly add: <Value>(task: () => Promise<Value>) => Promise<Value>;
  /** Resolves when what is in the queue now is through. */
  readonly settled: () => Promise<void>;
};

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    add: (task) => {
      const run = last.then(task);
      last = run.catch(() => undefined);
      return run;
    },
    settled: async () => {
      await last;
    },
  };
}
