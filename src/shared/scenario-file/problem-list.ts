/** Collects what is wrong in a file. Only the first problems are kept: a file of 20 MB can hold millions of them. */
import type { FileProblem } from "./problems.ts";

/** Problems beyond this many are counted, not listed. */
const MOST_PROBLEMS = 100;

export type ProblemList = {
  readonly add: (path: string, message: string) => void;
  /** In the order they were found, then how many more there are; empty where nothing is wrong. */
  readonly all: () => readonly FileProblem[];
};

export function problemList(): ProblemList {
  const kept: FileProblem[] = [];
  let more = 0;
  return {
    add(path, message) {
      if (kept.length < MOST_PROBLEMS) kept.push({ path, message });
      else more += 1;
    },
    all: () => (more === 0 ? kept : [...kept, { path: "", message: more === 1 ? "And 1 more problem." : `And ${more} more problems.` }]),
  };
}
