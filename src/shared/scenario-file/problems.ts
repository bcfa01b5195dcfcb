/** One thing that is wrong in a file, with its place, in words a compensation leader understands. */
export type FileProblem = {
  /** Where: `roles[2].kpis[0].weight`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
};
