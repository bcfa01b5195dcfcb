/** `--lever PATH --goal METRIC=VALUE --range A:B --lock PATH` as goal seek takes them. */
import { COMPANY_FIGURES, isGoalMetric, isMoney, isOfRole, leverAt, unknownLock, type SolveOptions } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { roundMoney } from "#shared/units/money.ts";
import { printable } from "./text-lines.ts";

export type SolveWords = { readonly lever: string | undefined; readonly goal: string | undefined; readonly range: string | undefined; readonly lock: readonly string[] | undefined };

type Refusal = { readonly ok: false; readonly message: string };
type Answer<Value> = { readonly ok: true; readonly value: Value } | Refusal;

const GOALS = [...Object.keys(COMPANY_FIGURES), "upside", "pay@1.2"].join(", ");

/** What the call asks for; what does not fit is named, with the path that may have been meant. */
export function solveInput({ lever, goal, range, lock = [] }: SolveWords, scenario: Scenario): Answer<SolveOptions> {
  if (lever === undefined) return refused("paymix solve needs --lever, the path of one number: roles.cam.onTargetEarnings");
  if (goal === undefined) return refused("paymix solve needs --goal: costAtTarget=2400000");
  const found = leverAt(scenario, lever);
  if (!found.ok) return refused(`--lever: ${printable(found.message)}${found.nearest === null ? "" : ` The nearest is “${printable(found.nearest)}”.`}`);
  const [metric = "", ...values] = goal.split("=");
  if (!isGoalMetric(metric)) return refused(`--goal: “${printable(metric)}” is no goal. Goals: ${GOALS}`);
  const value = numberOf(values.join("="));
  if (value === null) return refused(`--goal: “${printable(goal)}” has no number behind its =; like ${metric}=${isMoney(metric) ? "2400000" : "0.08"}`);
  if (isOfRole(metric) && found.lever.roleId === null) return refused(`--goal: ${metric} is of one role; --lever must be a number of it`);
  const unknown = unknownLock(scenario, lock);
  if (unknown !== null) return refused(`--lock: There is no input “${printable(unknown)}”.`);
  const bounds = range === undefined ? null : rangeOf(range);
  if (range !== undefined && bounds === null) return refused(`--range: “${printable(range)}” must be two numbers, the lower first: 0.4:0.7`);
  return { ok: true, value: { lever, goal: { metric, value: isMoney(metric) ? roundMoney(value, scenario.currency) : value }, ...(bounds === null ? {} : { range: bounds }), locks: lock } };
}

function rangeOf(text: string): { readonly from: number; readonly to: number } | null {
  const [from, to, ...more] = text.split(":").map(numberOf);
  return from === undefined || from === null || to === undefined || to === null || more.length > 0 || from > to ? null : { from, to };
}

function numberOf(text: string): number | null {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

function refused(message: string): Refusal {
  return { ok: false, message };
}
