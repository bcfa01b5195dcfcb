/** The thread that compares scenarios: messages in and out, nothing else. */
import { comparisonService, type ComparisonAnswer, type ComparisonMessage } from "./comparison-service.ts";
import { messageStepper } from "./stepper.ts";

const ask = comparisonService({
  answer: (answer: ComparisonAnswer) => postMessage(answer),
  later: messageStepper(),
  now: () => performance.now(),
});

addEventListener("message", (event: MessageEvent<ComparisonMessage>) => ask(event.data));
