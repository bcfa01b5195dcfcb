/** What is of simulated years carries "≈" while they are only the first of those asked for. */
export type Coarse = { readonly isCoarse: boolean };

/** A figure as it is shown, in a headline, a table or a chart: "$9.11M", "≈ $9.11M". */
export function nearly(text: string, { isCoarse }: Coarse): string {
  return isCoarse ? `≈ ${text}` : text;
}
