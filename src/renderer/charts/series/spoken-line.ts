export type LineFigure = "curve" | "role-curve" | "cost" | "incentive" | "burden" | "base";

/** A line of a plot as it is walked by keyboard: corner by corner, with what is said at each. */
export type SpokenLine = {
  readonly name: string;
  /** What its points are, for whoever explains them; null where that is not asked. */
  readonly figure: LineFigure | null;
  readonly stops: readonly { readonly attainment: number; readonly spoken: string }[];
};
