/** The thread that asks what moves the cost: messages in and out, nothing else. */
import { sensitivityService, type SensitivityAnswer, type SensitivityQuestion } from "./sensitivity-service.ts";
import { messageStepper } from "./stepper.ts";

const ask = sensitivityService({
  answer: (answer: SensitivityAnswer) => postMessage(answer),
  later: messageStepper(),
  now: () => performance.now(),
});

addEventListener("message", (event: MessageEvent<SensitivityQuestion | null>) => ask(event.data));
