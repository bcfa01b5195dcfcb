/** Draws and guarantees: what is paid in a period beside or instead of what is earned. */
import type { Draw } from "../../model/scenario.ts";
import { NO_MONEY, addMoney, roundMoney, subtractMoney, type MinorUnits } from "../../units/money.ts";
import type { PersonPeriod } from "./outcome.ts";

export type DrawnPeriod = Pick<PersonPeriod, "drawn" | "recovered" | "paid" | "balance">;

/**
 * What is paid in each period of a person, and what is still owed (docs/compensation-model.md, "Payments, new hires,
 * draws"). While the draw runs each period pays at least its amount. What a recoverable draw added becomes a balance, which
 * later earnings repay: never below the draw while it runs, never below 0 after it. What is still owed at the year's end
 * stays owed; what was earned below 0 after the draw is taken back as it is without one.
 * @param earned minor units by period, the person's first period first
 * @param draw null where the person has none
 */
export function withDraw(earned: readonly MinorUnits[], draw: Draw | null, currency: string): readonly DrawnPeriod[] {
  const perPeriod = draw === null ? NO_MONEY : roundMoney(draw.perPeriod, currency);
  let balance = NO_MONEY;
  return earned.map((amount, index) => {
    const runs = draw !== null && index < draw.periods;
    const drawn = runs && amount < perPeriod ? subtractMoney(perPeriod, amount) : NO_MONEY;
    const beyond = subtractMoney(amount, runs ? perPeriod : NO_MONEY);
    const recovered = beyond > NO_MONEY ? smaller(balance, beyond) : NO_MONEY;
    if (draw?.kind === "recoverable") balance = subtractMoney(addMoney(balance, drawn), recovered);
    return { drawn, recovered, paid: subtractMoney(addMoney(amount, drawn), recovered), balance };
  });
}

function smaller(one: MinorUnits, other: MinorUnits): MinorUnits {
  return one < other ? one : other;
}
