/** When pay comes, in words: periods, seasons, the first periods of new hires, draws and guarantees. */
import { periodsOf, seasonsOf } from "../engine/index.ts";
import type { Draw, NewHires, Payments, Role } from "../model/scenario.ts";
import { roundMoney } from "../units/money.ts";
import { say, type StatementSentence } from "./statement.ts";
import type { Subject } from "./subject.ts";
import { counted, listed, share } from "./words.ts";

const FREQUENCY_WORDS = { annual: "once a year", "half-yearly": "twice a year", quarterly: "every quarter", monthly: "every month" } as const;
const PERIOD_NAMES = {
  annual: { one: "year", many: "years" },
  "half-yearly": { one: "half-year", many: "half-years" },
  quarterly: { one: "quarter", many: "quarters" },
  monthly: { one: "month", many: "months" },
} as const;

export function whenSentences({ role, scenario: { payments } }: Subject): readonly StatementSentence[] {
  if (role.kpis.length === 0) return [say("Base pay is paid over the whole year.")];
  const first = say(`Incentive is paid ${FREQUENCY_WORDS[payments.frequency]}.`, { key: true });
  if (payments.frequency === "annual") return [first];
  const { one, many } = PERIOD_NAMES[payments.frequency];
  const basis =
    payments.basis === "discrete"
      ? `Each ${one} stands alone: it has its own part of the year’s target and of target incentive, is read off every curve by itself, and what it pays is final.`
      : `The year so far counts: each ${one} pays what you have earned since the start of the year, less what was paid before. A weak ${one} can be made up, and what was paid too much is taken back.`;
  return [first, say(basis), say(seasonWords(payments, one, many))];
}

function seasonWords(payments: Payments, one: string, many: string): string {
  const seasons = seasonsOf(payments);
  const isEqual = payments.seasonality === "equal" || seasons.every((season) => season === seasons[0]);
  return isEqual ? `Every ${one} has the same part of the year’s target.` : `The ${many} have ${listed(seasons.map(share))} of the year’s target.`;
}

/** The first periods of those who join, and what is paid meanwhile; none where there is neither. */
export function startSentences({ role, scenario, money }: Subject): readonly StatementSentence[] {
  const hires = role.newHires.map((group) => say(hireWords(group, scenario.payments)));
  return role.draw === null ? hires : [...hires, say(drawWords(role.draw, role, scenario.payments, money(roundMoney(role.draw.perPeriod, scenario.currency))), { key: true })];
}

function hireWords({ count, startPeriod, ramp }: NewHires, payments: Payments): string {
  const { one, many } = PERIOD_NAMES[payments.frequency];
  const joins = `${counted(count, "person joins", "people join")}`;
  if (startPeriod > periodsOf(payments)) return `${joins} after the end of this year.`;
  const when = payments.frequency === "annual" ? `${joins} at the start of the year` : `${joins} in ${one} ${startPeriod}`;
  if (ramp.length === 0) return `${when}, with the full target from the start.`;
  const first = ramp.length === 1 ? `the first ${one}` : `the first ${ramp.length} ${many}`;
  return `${when}: ${first} ${ramp.length === 1 ? "has" : "have"} ${listed(ramp.map(share))} of the full target and of target incentive, so each result pays the same; after that all of it.`;
}

function drawWords({ kind, periods }: Draw, { newHires }: Role, payments: Payments, amount: string): string {
  const { one, many } = PERIOD_NAMES[payments.frequency];
  const who = newHires.length > 0 ? "New hires" : "You";
  const when = periods === 1 ? `first ${one}` : `first ${periods} ${many}`;
  const most = `${who} are paid at least ${amount} of incentive a ${one} in the ${when}`;
  switch (kind) {
    case "guarantee":
      return `${most}: a guarantee, nothing is paid back.`;
    case "non-recoverable":
      return `${most}: a draw that is not paid back.`;
    case "recoverable":
      return `${most}: a draw. What it adds to earned incentive is taken back from later earnings, never so far that a ${one} with the draw pays less than it.`;
  }
}
