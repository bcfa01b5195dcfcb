/** A line of a plot as it is walked by keyboard: corner by corner, with what is said at each. */
export type SpokenLine = {
  readonly name: string;
  readonly stops: readonly { readonly attainment: number; readonly spoken: string }[];
};
