/** Steps of a thread: between two of them, messages that wait are taken in. */

/** @returns runs a step later; one step waits at most, a newer one takes its place */
export function messageStepper(): (step: () => void) => void {
  // A timer would wait for four milliseconds.
  const steps = new MessageChannel();
  let next: (() => void) | null = null;
  steps.port1.onmessage = () => {
    const step = next;
    next = null;
    step?.();
  };
  return (step) => {
    next = step;
    steps.port2.postMessage(null);
  };
}
