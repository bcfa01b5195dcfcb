/** Goal seek in a thread of its own, ended as soon as its answer is no longer wanted. */
import type { SolveAnswer, SolveQuestion } from "../worker/solve-answer.ts";
import { startWorker } from "../worker/start-worker.ts";

/** @returns ends it: no answer comes afterwards */
export function seekGoal(question: SolveQuestion, onAnswer: (answer: SolveAnswer) => void): () => void {
  const worker = startWorker("solve");
  worker.addEventListener("message", ({ data }: MessageEvent<SolveAnswer>) => {
    onAnswer(data);
    worker.terminate();
  });
  worker.postMessage(question);
  return () => worker.terminate();
}
