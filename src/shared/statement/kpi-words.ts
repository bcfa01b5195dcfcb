/** One KPI in words: what it measures, its target, what it is worth, which goal it serves, and its curve. */
import { attainmentOf } from "../engine/index.ts";
import { kpiTemplate } from "../library/index.ts";
import { measuringIds } from "../model/links.ts";
import type { Kpi } from "../model/scenario.ts";
import { formatMoney, formatNumber } from "../report/format.ts";
import { fractionOf } from "../units/basis-points.ts";
import { roundMoney } from "../units/money.ts";
import { curveSentences } from "./curve-words.ts";
import { isLinked } from "./link-words.ts";
import { matrixSentences } from "./matrix-words.ts";
import { say, type StatementSection, type StatementSentence } from "./statement.ts";
import { nameOf, type Subject } from "./subject.ts";
import { asPhrase, isSaid, listed, share } from "./words.ts";

/** A result this much below target shows what attainment means where less is better. */
const TENTH_LESS = 0.9;

export function kpiSection(subject: Subject, kpi: Kpi, index: number): StatementSection {
  const about = { kpiId: kpi.id };
  return {
    id: `kpi/${kpi.id}`,
    title: nameOf(subject.role, kpi),
    isList: false,
    sentences: [
      ...(kpi.measure === "custom" ? [] : [say(kpiTemplate(kpi.measure).help, about)]),
      say(targetWords(kpi, subject.scenario.currency), about),
      ...(kpi.attribution === "unclear" ? [say("It is not settled yet who gets credit for a result.", about)] : []),
      ...goalSentences(subject, kpi),
      ...(kpi.direction === "lower" ? [say(lowerWords(kpi), about)] : []),
      ...paySentences(subject, kpi, index),
    ],
  };
}

function targetWords({ unit, target }: Kpi, currency: string): string {
  switch (unit) {
    case "currency":
      return `Your target is ${formatMoney(roundMoney(target, currency), currency, "full")} for the year.`;
    case "count":
      return `Your target is ${formatNumber(target)} in the year.`;
    case "percent":
      return `Your target is ${formatNumber(target)}%.`;
    case "score":
      return `Your target is a score of ${formatNumber(target)}.`;
  }
}

/** Attainment where less is better, by the engine's own rule. */
function lowerWords({ target, direction }: Kpi): string {
  if (target === 0) return "Less is better: a result of 0 meets the target, anything above it counts as nothing.";
  const attainment = attainmentOf({ actual: target * TENTH_LESS, target, direction });
  return `Less is better: attainment is target ÷ result, so a result 10% below target counts as ${share(Math.round(attainment * 100) / 100)}.`;
}

function goalSentences({ scenario }: Subject, kpi: Kpi): readonly StatementSentence[] {
  const goals = scenario.goals.filter((goal) => kpi.supports.includes(goal.id)).map((goal) => asPhrase(goal.text)).filter(isSaid);
  if (goals.length === 0) return [];
  return [say(`It supports the company ${goals.length === 1 ? "goal" : "goals"} ${listed(goals.map((goal) => `“${goal}”`))}.`, { kpiId: kpi.id })];
}

function paySentences(subject: Subject, kpi: Kpi, index: number): readonly StatementSentence[] {
  const about = { kpiId: kpi.id };
  if (kpi.weight === 0 || kpi.curve === null) {
    const isMeasured = subject.role.links.some((link) => measuringIds(link).includes(kpi.id));
    return [say(isMeasured ? "It carries no pay itself; it acts on what other measures pay." : "It carries no pay and acts on none.", about)];
  }
  const worth = subject.atTarget.kpis[index]?.targetIncentive ?? 0;
  const weight = say(`It carries ${share(fractionOf(kpi.weight))} of your target incentive: ${subject.money(worth)} a year.`, { ...about, opens: true });
  if (worth === 0) return [weight, say("As there is no target incentive for it, it pays nothing.", about)];
  const linked = isLinked(subject, index) ? [say("Other measures can change these amounts, as said below.", about)] : [];
  const matrix = subject.plan.kpis[index]?.matrix ?? null;
  const pays =
    matrix === null
      ? curveSentences(kpi.curve, { kpi, worth, currency: subject.scenario.currency })
      : matrixSentences(matrix, { role: subject.role, kpi, amount: (factor) => subject.money(worth * factor) });
  return [weight, ...pays, ...linked];
}
