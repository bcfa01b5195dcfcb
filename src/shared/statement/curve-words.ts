/** A payout curve in words and money: where pay starts, what each further point earns, where it jumps and ends. */
import { compileCurve, curveTraits, factorAt, type CurveTraits } from "../engine/index.ts";
import type { Curve, Kpi } from "../model/scenario.ts";
import { formatNumber } from "../report/format.ts";
import { mark, onePoint } from "./subject.ts";
import { say, type StatementFact, type StatementSentence } from "./statement.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";
import { SAME, asPhrase, capital, isSaid, listed, money, share } from "./words.ts";

/** With more stretches than this a curve is told as a list of its corners. */
const MOST_STRETCHES = 8;

/** Whose curve it is and what a factor of 1 is worth: minor units. */
type Worth = { readonly kpi: Kpi; readonly worth: number; readonly currency: string };
type Told = Worth & { readonly traits: CurveTraits; readonly pays: (factor: number) => string; readonly place: (attainment: number) => string };

/**
 * What a KPI's curve pays, in sentences (docs/compensation-model.md, "Curve shapes" and "What is read off a curve").
 * @param worth the KPI's share of target incentive, minor units; amounts are that × the factor, links left aside
 */
export function curveSentences(curve: Curve, { kpi, worth, currency }: Worth): readonly StatementSentence[] {
  const compiled = compileCurve(curve);
  const traits = curveTraits(compiled);
  const about = { kpiId: kpi.id };
  if (traits.threshold === null) return [say("This measure pays nothing, whatever the result.", { ...about, key: true })];
  const told: Told = {
    kpi, worth, currency, traits,
    pays: (factor) => money(worth * factor, currency),
    place: (attainment) => mark(kpi, attainment),
  };
  if (curve.kind === "steps" || curve.kind === "levels") {
    const rungs = curve.kind === "steps" ? curve.steps.map((step) => ({ ...step, name: "" })) : curve.levels;
    const sentence = rungsSentence(told, rungs.map((rung) => ({ ...rung, payout: factorAt(compiled, rung.from) })));
    const below = traits.threshold === 0 ? [] : [say(`Below ${told.place(traits.threshold)} nothing is paid.`, about)];
    const between = rungs.length === 1 ? [] : [say("Between those results pay does not change.", about)];
    return [say(sentence, { ...about, key: true }), ...below, ...between];
  }
  const basis = curve.kind === "tiers" && curve.tiers.length > 1 ? [say(BASIS_WORDS[curve.basis], { ...about, key: curve.basis === "whole" })] : [];
  return [targetSentence(told), ...basis, ...thresholdSentence(told), ...stretchSentences(told, stretchesOf(compiled)), ...unreachedCap(told, curve.cap)];
}

const BASIS_WORDS = {
  marginal: "Each rate counts on its own part of the result only.",
  whole: "The rate you reach counts on your whole result, back to the first unit.",
  excess: "One rate counts up to target; above it, the rate you reach counts on everything above target.",
} as const;

function targetSentence({ kpi, traits, pays }: Told): StatementSentence {
  const factor = traits.payoutAtTarget;
  if (factor <= SAME) return say("Meeting the target exactly pays nothing.", { kpiId: kpi.id });
  const part = Math.abs(factor - 1) <= SAME ? "" : `, ${share(factor)} of its share of target incentive`;
  return say(`At target you earn ${pays(factor)}${part}.`, { kpiId: kpi.id });
}

function thresholdSentence({ kpi, traits, pays, place }: Told): readonly StatementSentence[] {
  const { threshold, thresholdKind, payoutAtThreshold } = traits;
  const about = { kpiId: kpi.id, key: true };
  if (threshold === null) return [];
  const paid = payoutAtThreshold ?? 0;
  if (threshold === 0) return paid > SAME ? [say(`Even without any result you earn ${pays(paid)}.`, about)] : [];
  const below = `Below ${place(threshold)} nothing is paid`;
  switch (thresholdKind) {
    case "ramp":
    case null:
      return [say(`${below}; from there pay climbs from nothing.`, about)];
    case "first-unit":
      return [say(`${below}; at ${share(threshold)} you earn ${pays(paid)}, as if paid from the first unit on.`, about)];
    case "jump":
      return [say(`${below}; at ${share(threshold)} you earn ${pays(paid)}.`, about)];
  }
}

function stretchSentences(told: Told, stretches: readonly Stretch[]): readonly StatementSentence[] {
  const paying = stretches.filter((stretch) => stretch.from >= (told.traits.threshold ?? 0));
  if (paying.length > MOST_STRETCHES) return [cornerList(told, paying)];
  return paying.flatMap((stretch, index) => [...jumpSentence(told, stretch), stretchSentence(told, stretch, paying[index - 1])]);
}

/** A jump at the threshold is what the sentence about the threshold says. */
function jumpSentence({ kpi, traits, pays, place }: Told, { from, below, at }: Stretch): readonly StatementSentence[] {
  if (from <= (traits.threshold ?? 0) || Math.abs(at - below) <= SAME) return [];
  return [say(`At ${place(from)} pay ${at > below ? "jumps" : "falls"} from ${pays(below)} to ${pays(at)}.`, { kpiId: kpi.id, key: true })];
}

function stretchSentence(told: Told, stretch: Stretch, before: Stretch | undefined): StatementSentence {
  const { from, to, slope, at } = stretch;
  const { kpi, traits, pays, place } = told;
  if (Math.abs(slope) <= SAME) {
    const isCap = traits.cap !== null && at >= traits.cap.payout - SAME;
    const stays = at <= SAME ? "nothing is paid" : `pay stays at ${pays(at)}${isCap ? ", the cap of this measure" : ""}`;
    return say(to === null ? `From ${place(from)} on ${stays}.` : `From ${share(from)} to ${place(to)} ${stays}.`, { kpiId: kpi.id, key: from >= 1 });
  }
  const fact = factOf(told, stretch);
  const amount = money(Math.abs(fact.perPoint), told.currency);
  const way = slope < 0 ? " less" : from === 0 && at <= SAME ? "" : " more";
  return say(`For every ${onePoint(kpi)}${rangeWords(from, to)}, you earn ${amount}${way}${comparison(told, stretch, before)}${to === null && slope > 0 ? ", without limit" : ""}.`, {
    kpiId: kpi.id,
    facts: [fact],
    key: from >= 1 || to === null || to > 1,
  });
}

function rangeWords(from: number, to: number | null): string {
  if (to === null) return from === 0 ? "" : ` above ${share(from)}`;
  return from === 0 ? ` up to ${share(to)}` : ` from ${share(from)} to ${share(to)}`;
}

/** At target the accelerator has a number; elsewhere more or less will do. */
function comparison({ traits }: Told, { from, slope, below, at }: Stretch, before: Stretch | undefined): string {
  if (before === undefined || before.slope <= SAME || slope <= 0 || Math.abs(slope - before.slope) <= SAME) return "";
  if (from === 1 && traits.accelerator !== null) {
    const times = formatNumber(traits.accelerator);
    return `, ${times === "2" ? "twice" : `${times} times`} the rate below target (${traits.accelerator > 1 ? "an accelerator" : "a decelerator"})`;
  }
  return Math.abs(at - below) > SAME ? "" : slope > before.slope ? ", a higher rate than before" : ", a lower rate than before";
}

function factOf({ kpi, worth }: Told, { from, to, slope }: Stretch): StatementFact {
  return { kpiId: kpi.id, from, to, perPoint: (worth * slope) / 100 };
}

/** Too many stretches to tell one by one. */
function cornerList(told: Told, stretches: readonly Stretch[]): StatementSentence {
  const { kpi, pays, place } = told;
  const corners = stretches.map(({ from, below, at }, index) => {
    const here = index === 0 ? place(from) : share(from);
    return from > 0 && Math.abs(at - below) > SAME ? `at ${here} ${pays(at)}, after ${pays(below)} just below` : `at ${here} ${pays(at)}`;
  });
  const last = stretches.at(-1);
  const end = last === undefined || last.slope <= SAME ? "" : `; above the last, every ${onePoint(kpi)} adds ${pays(last.slope / 100)}, without limit`;
  return say(`Pay follows ${stretches.length} corners: ${listed(corners, ";")}; between them it runs in straight lines${end}.`, {
    kpiId: kpi.id,
    facts: stretches.map((stretch) => factOf(told, stretch)),
  });
}

/** A cap that the curve reaches is named where pay stays at it. */
function unreachedCap({ kpi, traits, pays }: Told, cap: number | null): readonly StatementSentence[] {
  return cap === null || traits.cap !== null ? [] : [say(`Its cap of ${pays(cap)} is never reached.`, { kpiId: kpi.id })];
}

type Rung = { readonly name: string; readonly from: number; readonly payout: number };

function rungsSentence({ pays, place }: Told, rungs: readonly Rung[]): string {
  const isNamed = rungs.some((rung) => rung.name !== "");
  const items = rungs.map(({ name, from, payout }, index) => {
    const at = index === 0 ? place(from) : share(from);
    const title = asPhrase(name);
    return isNamed ? `${isSaid(title) ? `“${capital(title)}”` : `level ${index + 1}`} from ${at} pays ${pays(payout)}` : `${pays(payout)} from ${at}`;
  });
  return isNamed ? `${capital(listed(items))}.` : `You earn ${listed(items)}.`;
}
