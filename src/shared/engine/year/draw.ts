/** Draws and guarantees: what is paid in a period beside or instead of what is earned. */
import type { Draw, Role } from "../../model/scenario.ts";
import { NO_MONEY, addMoney, roundMoney, subtractMoney, type MinorUnits } from "../../units/money.ts";
import type { PersonPeriod } from "./outcome.ts";

export type DrawnPeriod = Pick<PersonPeriod, "drawn" | "recovered" | "paid" | "balance">;

/** What a draw adds to a period or takes back, and what is owed after it. */
export type Settlement = { readonly drawn: number; readonly recovered: number; readonly balance: number };

/**
 * One period under a draw (docs/compensation-model.md, "Payments, new hires, draws"): while it runs, what is missing from its
 * amount is added; what is earned beyond it, or beyond nothing once it has ended, repays what is owed.
 * @param earned minor units of the period, rounded or not
 * @param least the draw's amount while it runs, else null
 * @param balance owed before the period
 */
export function settlePeriod(earned: number, least: number | null, balance: number, isRecoverable: boolean): Settlement {
  const drawn = least !== null && earned < least ? least - earned : 0;
  const beyond = earned - (least ?? 0);
  const recovered = beyond > 0 ? Math.min(balance, beyond) : 0;
  return { drawn, recovered, balance: isRecoverable ? balance + drawn - recovered : 0 };
}

/** People of a role that its draw or guarantee covers: its new hires that have a seat; everybody in a role without new hires. */
export function peopleCovered({ draw, newHires, headcount }: Pick<Role, "draw" | "newHires" | "headcount">): number {
  if (draw === null) return 0;
  return newHires.length === 0 ? headcount : Math.min(headcount, newHires.reduce((sum, { count }) => sum + count, 0));
}

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
  let owed = 0;
  return earned.map((amount, index) => {
    const settled = settlePeriod(amount, draw !== null && index < draw.periods ? perPeriod : null, owed, draw?.kind === "recoverable");
    owed = settled.balance;
    const [drawn, recovered, balance] = [settled.drawn as MinorUnits, settled.recovered as MinorUnits, settled.balance as MinorUnits];
    return { drawn, recovered, paid: subtractMoney(addMoney(amount, drawn), recovered), balance };
  });
}
