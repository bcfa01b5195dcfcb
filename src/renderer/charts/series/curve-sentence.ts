/** What a payout curve does, in one sentence read off its compiled form. */
import type { CompiledCurve, CurveTraits } from "#shared/engine/outcome.ts";
import type { Curve } from "#shared/model/scenario.ts";
import { percentText, pointsText } from "./percent-text.ts";
import { spare, strong, type Sentence } from "./sentence.ts";

/** More steps than this are counted, not listed. */
const MOST_LISTED = 4;
/** Payouts this close are one. */
const SAME = 1e-9;

type Rung = { readonly name: string; readonly from: number; readonly payout: number };

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
}

/** "a, b and c" of sentences. */
function listed(items: readonly Sentence[]): Sentence {
  return items.flatMap((item, index) => (index === 0 ? item : [index === items.length - 1 ? " and " : ", ", ...item]));
}

function rungsSentence(rungs: readonly Rung[], cap: number | null): Sentence {
  const paid = rungs.map((rung) => ({ ...rung, payout: cap === null ? rung.payout : Math.min(cap, rung.payout) }));
  const first = paid[0];
  const last = paid.at(-1);
  if (first === undefined || last === undefined) return [];
  const below: Sentence = first.from > 0 ? [spare(`; nothing below ${percentText(first.from)}`), "."] : ["."];
  if (paid.length > MOST_LISTED) {
    return [
      `${paid.length} steps, from `, strong(percentText(first.payout)), ` at ${percentText(first.from)} to `,
      strong(percentText(last.payout)), ` at ${percentText(last.from)}`, ...below,
    ];
  }
  const named = paid.some((rung) => rung.name !== "");
  if (named) {
    const items = paid.map((rung, index): Sentence => [`${index === 0 ? sentenceCase(rung.name) : rung.name} pays `, strong(percentText(rung.payout))]);
    return [...listed(items), ...below];
  }
  const items = paid.map((rung, index): Sentence => [index === 0 ? "Pays " : "", strong(percentText(rung.payout)), ` from ${percentText(rung.from)}`]);
  return [...listed(items), ...below];
}

/** How the stretch above target ends; a plain corner is said in few words. */
type StretchEnd = { readonly words: string; readonly plain: boolean };

/** Where the slope above target changes, and whether pay jumps there or has reached its cap. */
function stretchEnd(compiled: CompiledCurve, segment: number): StretchEnd {
  const end = compiled.x[segment + 1];
  if (end === undefined) return { words: "", plain: true };
  const below = compiled.below[segment + 1] ?? 0;
  const at = compiled.at[segment + 1] ?? 0;
  if (at > below) return { words: ` until it jumps to ${percentText(at)} at ${percentText(end)}`, plain: false };
  if (at < below) return { words: ` until it falls to ${percentText(at)} at ${percentText(end)}`, plain: false };
  const capped = compiled.cap !== null && at === compiled.cap && compiled.slope[segment + 1] === 0;
  return capped ? { words: ` until the cap at ${percentText(end)}`, plain: false } : { words: ` until ${percentText(end)}`, plain: true };
}

/** The last of the segments that go straight on from target. */
function straightFromTarget({ x, below, at, slope }: CompiledCurve): number {
  const next = x.findIndex((start) => start > 1);
  let segment = (next === -1 ? x.length : next) - 1;
  while (segment + 1 < x.length && at[segment + 1] === below[segment + 1] && Math.abs((slope[segment + 1] ?? 0) - (slope[segment] ?? 0)) < SAME) segment += 1;
  return segment;
}

function slopesSentence(compiled: CompiledCurve, traits: CurveTraits): Sentence {
  const segment = straightFromTarget(compiled);
  const slope = compiled.slope[segment] ?? 0;
  const end = stretchEnd(compiled, segment);
  const target = percentText(traits.payoutAtTarget);
  const onTarget = Math.abs(traits.payoutAtTarget - 1) < SAME;
  if (slope === 0) {
    return onTarget || end.words !== "" ? ["Above target, pay stays at ", strong(target), `${end.words}.`] : ["Target pays ", strong(target), "; above it, pay stays there."];
  }
  const verb = slope > 0 ? "adds" : "takes away";
  const points = strong(pointsText(Math.abs(slope)));
  const open = end.words === "" && slope > 0 ? ", without a cap" : end.words;
  if (!onTarget) return ["Target pays ", strong(target), `; above it, each point ${verb} `, points, `${open}.`];
  if (!end.plain) return [`Above target, each point ${verb} `, points, `${open}.`];
  return ["Above target, each point", spare(" of attainment"), ` ${verb} `, points, spare(" of incentive"), `${open}.`];
}

/** The sentence of any kind of curve. `compiled` and `traits` belong to `curve`. */
export function curveSentence(curve: Curve, compiled: CompiledCurve, traits: CurveTraits): Sentence {
  if (traits.threshold === null) return ["This curve pays ", strong("nothing"), " at any attainment."];
  switch (curve.kind) {
    case "steps":
      return rungsSentence(curve.steps.map((step) => ({ ...step, name: "" })), curve.cap);
    case "levels":
      return rungsSentence(curve.levels, curve.cap);
    case "points":
    case "tiers":
      return slopesSentence(compiled, traits);
  }
}
