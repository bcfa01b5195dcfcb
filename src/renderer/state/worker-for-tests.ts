/** A thread that only writes down what it is asked; a test answers in its place. */

export type WorkerForTests<Question, Answer> = {
  readonly asked: Question[];
  readonly answer: (answer: Answer) => void;
  readonly worker: Pick<Worker, "postMessage" | "addEventListener">;
};

export function workerForTests<Question, Answer>(): WorkerForTests<Question, Answer> {
  const asked: Question[] = [];
  const messages = new EventTarget();
  return {
    asked,
    answer: (answer) => void messages.dispatchEvent(new MessageEvent("message", { data: answer })),
    worker: { postMessage: (question: Question) => void asked.push(question), addEventListener: messages.addEventListener.bind(messages) },
  };
}
