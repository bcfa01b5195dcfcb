/** The part of `evaluate` for people that tells the year: each payment to a person, and what the year costs with them. */
import type { PersonYear, RoleYear } from "#shared/engine/index.ts";
import type { Role, Scenario } from "#shared/model/scenario.ts";
import { costTable, exactMoney, type Money } from "./cost-text.ts";
import type { Evaluation } from "./evaluation.ts";
import { alignedLines, printable } from "./text-lines.ts";

const ALWAYS = ["base", "earned"] as const;
const WITH_DRAW = ["drawn", "recovered", "paid", "balance"] as const;
type Column = (typeof ALWAYS)[number] | (typeof WITH_DRAW)[number];

/** Whether the year differs from one payment at its end to everybody. */
export function hasYear({ payments, roles }: Scenario): boolean {
  return payments.frequency !== "annual" || roles.some(leavesOut);
}

/** Whether the full year leaves something out that the year has. */
export function leavesOut(role: Role): boolean {
  return role.newHires.length > 0 || role.draw !== null;
}

/**
 * Every payment of the year to one person; then, where it differs from the full year, the cost of the year with all of
 * them. Draw columns only where there is a draw.
 */
export function yearText(scenario: Scenario, { outcome, year }: Evaluation): string {
  const columns: readonly Column[] = scenario.roles.some((role) => role.draw !== null) ? [...ALWAYS, ...WITH_DRAW] : ALWAYS;
  const people = year.roles.flatMap((role) => [role.staff, ...role.hires]);
  const money = exactMoney(year.currency, people.flatMap((person) => person.periods.flatMap((period) => columns.map((column) => period[column]))));
  const pairs = year.roles.flatMap((roleYear, index) => {
    const role = scenario.roles[index];
    return role === undefined ? [] : [{ role, roleYear }];
  });
  const added = scenario.roles.some(leavesOut) ? ", with new hires and draws" : "";
  const differs = added !== "" || year.total.cost !== outcome.total.cost;
  return [
    "\nPayments of the year to a person\n\n",
    alignedLines([["", ...columns], ...pairs.flatMap(({ role, roleYear }) => roleRows(role, roleYear, columns, money))]),
    differs ? `\nCost of the year as it is paid${added}\n\n` : "",
    differs ? costTable(pairs.map(({ role, roleYear }) => ({ ...roleYear, title: role.title, people: role.headcount })), year.total, year.currency) : "",
    ...pairs.filter(({ roleYear }) => roleYear.withoutSeat > 0).map(({ role, roleYear }) => `\n${printable(role.title)}: ${roleYear.withoutSeat} of the new hires have no seat and are in no figure.\n`),
  ].join("");
}

function roleRows(role: Role, { staff, hires }: RoleYear, columns: readonly Column[], money: Money): readonly (readonly string[])[] {
  const empty = columns.map(() => "");
  const groups = hires.filter((group) => group.people > 0);
  const staffRows = staff.people > 0 || groups.length === 0 ? periodRows(staff, columns, money) : [];
  const hireRows = groups.flatMap((group) => [[`  ${joinWords(group)}`, ...empty], ...periodRows(group, columns, money)]);
  return [[printable(role.title), ...empty], ...staffRows, ...hireRows];
}

function joinWords({ people, startPeriod, periods }: PersonYear): string {
  const when = periods.length === 0 ? "after this year" : `in period ${startPeriod}`;
  return `${people} ${people === 1 ? "joins" : "join"} ${when}`;
}

function periodRows(person: PersonYear, columns: readonly Column[], money: Money): readonly (readonly string[])[] {
  return person.periods.map((period) => [`    Period ${period.period}`, ...columns.map((column) => money(period[column]))]);
}
