/** The thread of goal seek: a message in, a message out. */
import { answerTo, type SolveQuestion } from "./solve-answer.ts";

addEventListener("message", (event: MessageEvent<SolveQuestion>) => postMessage(answerTo(event.data)));
