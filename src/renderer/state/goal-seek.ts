/** Goal seek in a thread of its own, ended as soon as its answer is no longer wanted. */
import type { Solution } from "#shared/analysis/index.ts";
import type { SolveQuestion } from "../worker/solve-answer.ts";
import { startWorker } from "../worker/start-worker.ts";

/** @returns ends it: no answer comes afterwards */
export function seekGoal(question: SolveQuestion, onAnswer: (answer: Solution) => void): () => void {
  const worker = startWorker("solve");
  worker.addEventListener("message", ({ data }: MessageEvent<Solution>) => {
    onAnswer(data);
    worker.terminate();
  });
  worker.postMessage(question);
  return () => worker.terminate();
}
