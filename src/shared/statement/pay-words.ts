/** Pay in words: OTE and its parts, the most there is to earn, and what three results would pay. */
import { evaluateRole } from "../engine/index.ts";
import { formatMoney, formatSplit } from "../report/format.ts";
import { fractionOf } from "../units/basis-points.ts";
import { roundMoney } from "../units/money.ts";
import { say, type StatementSentence } from "./statement.ts";
import { mostOf } from "./stretches.ts";
import { nameOf, type Subject } from "./subject.ts";
import { inWords, listed, share } from "./words.ts";

/** Results that are worked out. */
const EXAMPLES = [0.8, 1, 1.2];

export function paySentences({ role, scenario, atTarget, money }: Subject): readonly StatementSentence[] {
  const { base, targetIncentive, incentive } = atTarget;
  const earnings = formatMoney(roundMoney(role.onTargetEarnings, scenario.currency), scenario.currency, "full");
  const first = say(
    targetIncentive === 0
      ? `Your on-target earnings (OTE) are ${earnings} a year, all of it base pay.`
      : `Your on-target earnings (OTE) are ${earnings} a year: ${money(base)} base pay and ${money(targetIncentive)} target incentive, a split of ${formatSplit(role.baseShare)}.`,
    { key: true },
  );
  if (role.kpis.length === 0) return targetIncentive === 0 ? [first] : [first, say("No measure is tied to the incentive yet, so none of it is paid.")];
  const paid = role.kpis.flatMap((kpi, index) => (kpi.weight > 0 ? [`${nameOf(role, kpi)} ${share(fractionOf(kpi.weight))} (${money(atTarget.kpis[index]?.targetIncentive ?? 0)})`] : []));
  const split = say(paid.length === 1 ? `The incentive depends on one measure: ${paid.join("")}.` : `The incentive depends on ${inWords(paid.length)} measures: ${listed(paid)}.`);
  return [first, split, ...offTarget(incentive - targetIncentive, incentive, money)];
}

/** A plan need not pay the target incentive at target; where it does not, OTE is not what target pays. */
function offTarget(difference: number, incentive: number, money: Subject["money"]): readonly StatementSentence[] {
  if (difference === 0) return [];
  return [say(`With every target met the plan pays ${money(incentive)} of incentive: ${money(Math.abs(difference))} ${difference > 0 ? "more" : "less"} than target incentive.`, { key: true })];
}

/** The most a KPI can pay, as a factor, its modifiers included; null without limit. */
function mostFactor({ plan }: Subject, index: number): number | null {
  const kpi = plan.kpis[index];
  if (kpi === undefined || kpi.curve === null) return 0;
  let most = kpi.matrix === null ? mostOf(kpi.curve) : Math.max(...kpi.matrix.factors.flat());
  for (const { curve } of kpi.modifiers) {
    const multiplier = mostOf(curve);
    if (most === 0 || multiplier === 0) return 0;
    most = most === null || multiplier === null ? null : most * multiplier;
  }
  return most;
}

type Limit = { readonly name: string; readonly most: number | null };

function limitsOf(subject: Subject): readonly Limit[] {
  return subject.role.kpis.flatMap((kpi, index) => {
    if (kpi.weight === 0) return [];
    const factor = mostFactor(subject, index);
    return [{ name: nameOf(subject.role, kpi), most: factor === null ? null : factor * (subject.atTarget.kpis[index]?.targetIncentive ?? 0) }];
  });
}

/** The incentive of a year is never more than this: minor units, unrounded; null without limit. */
export function mostIncentive(subject: Subject): number | null {
  let sum: number | null = 0;
  for (const { most } of limitsOf(subject)) sum = sum === null || most === null ? null : sum + most;
  const cap = planCap(subject);
  return cap === null ? sum : sum === null ? cap : Math.min(cap, sum);
}

function planCap({ role, atTarget }: Subject): number | null {
  return role.payoutCap === null ? null : atTarget.targetIncentive * role.payoutCap;
}

export function limitSentences(subject: Subject): readonly StatementSentence[] {
  const { role, atTarget, money } = subject;
  const limits = limitsOf(subject);
  if (limits.length === 0 || atTarget.targetIncentive === 0) return [say("There is no incentive to earn: your pay is your base pay.", { key: true })];
  const cap = planCap(subject);
  const most = mostIncentive(subject);
  const open = limits.filter((limit) => limit.most === null).map((limit) => limit.name);
  const bounded = limits.flatMap(({ name, most: amount }) => (amount === null ? [] : [`${money(amount)} for ${name}`]));
  const own = cap === null ? "" : "Before the limit of the plan, ";
  const sentences: StatementSentence[] = [];
  if (bounded.length > 0) sentences.push(say(`${own}${own === "" ? "The" : "the"} most you can earn is ${listed(bounded)}.`));
  if (open.length > 0 && most === null) sentences.push(say(`There is no limit on what you can earn for ${listed(open)}.`, { key: true }));
  if (cap !== null && role.payoutCap !== null) sentences.push(say(`Whatever the results, the incentive of a year is at most ${money(cap)}: ${share(role.payoutCap)} of target incentive.`, { key: true }));
  if (most !== null) sentences.push(say(`Your pay for a year is never more than ${money(atTarget.base + most)}.`, { key: cap === null }));
  return sentences;
}

export function exampleSentences({ role, scenario, money }: Subject): readonly StatementSentence[] {
  const isPartial = role.draw !== null || role.newHires.length > 0;
  const ofTargets = role.kpis.some((kpi) => kpi.direction === "lower") ? "attainment of every measure" : "of every target";
  const lines = EXAMPLES.map((attainment) => {
    const { base, incentive, pay, planCapBinds } = evaluateRole(role, scenario, () => attainment);
    const held = planCapBinds ? ", held at the limit of the plan" : "";
    return say(`At ${share(attainment)} ${ofTargets} you are paid ${money(pay)} for the year: ${money(base)} base pay and ${money(incentive)} incentive${held}.`);
  });
  return isPartial ? [...lines, say("These are full years, without a draw and without the start of a new hire.")] : lines;
}
