/** The thread of the simulation: messages in and out, nothing else. */
import { simulationService, type SimulationAnswer, type SimulationQuestion } from "./simulation-service.ts";
import { messageStepper } from "./stepper.ts";

const ask = simulationService({
  answer: (answer: SimulationAnswer) => postMessage(answer, { transfer: [answer.outcome.costs.buffer] }),
  later: messageStepper(),
  now: () => performance.now(),
});

addEventListener("message", (event: MessageEvent<SimulationQuestion>) => ask(event.data));
