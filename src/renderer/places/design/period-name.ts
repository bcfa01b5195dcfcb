import type { Payments } from "#shared/model/scenario.ts";

/** "Q1" for quarters, "H1" for half-years, "M1" for months. */
export function periodName({ frequency }: Pick<Payments, "frequency">, period: number): string {
  const letter = { annual: "Y", "half-yearly": "H", quarterly: "Q", monthly: "M" }[frequency];
  return `${letter}${period}`;
}
