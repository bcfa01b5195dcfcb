/** The thread of the simulation: messages in and out, nothing else. */
import { simulationService, type SimulationAnswer, type SimulationQuestion } from "./simulation-service.ts";

/** A step that lets waiting messages in first; a timer would wait for four milliseconds. */
const steps = new MessageChannel();
let next: (() => void) | null = null;
steps.port1.onmessage = () => {
  const step = next;
  next = null;
  step?.();
};

const ask = simulationService({
  answer: (answer: SimulationAnswer) => postMessage(answer, { transfer: [answer.outcome.costs.buffer] }),
  later: (step) => {
    next = step;
    steps.port2.postMessage(null);
  },
  now: () => performance.now(),
});

addEventListener("message", (event: MessageEvent<SimulationQuestion>) => ask(event.data));
