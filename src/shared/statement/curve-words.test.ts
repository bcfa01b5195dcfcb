import { describe, expect, it } from "vitest";
import { plainKpi, points } from "../../../tests/helpers/plain-plan.ts";
import { presetCurve, type CurvePresetId } from "../library/index.ts";
import type { Curve, Kpi } from "../model/scenario.ts";
import { curveSentences } from "./curve-words.ts";

/** A share of $26,400, as sourced revenue has in the sample. */
function told(curve: Curve, kpi: Partial<Kpi> = {}, worth = 2_640_000): string {
  return curveSentences(curve, { kpi: plainKpi(kpi), worth, currency: "USD" }).map((sentence) => sentence.text).join(" ");
}

describe("a curve in words", () => {
  it.each<{ readonly preset: CurvePresetId; readonly says: string }>([
    { preset: "straight-line", says: "At target you earn $26,400. For every 1% of target, you earn $264, without limit." },
    { preset: "ramp", says: "At target you earn $26,400. Below 70% of target nothing is paid; from there pay climbs from nothing. For every 1% of target above 70%, you earn $880 more, without limit." },
    {
      preset: "first-unit",
      says: "At target you earn $26,400. Below 70% of target nothing is paid; at 70% you earn $18,480, as if paid from the first unit on. For every 1% of target from 70% to 100%, you earn $264 more. For every 1% of target above 100%, you earn $528 more, twice the rate below target (an accelerator), without limit.",
    },
    {
      preset: "jump",
      says: "At target you earn $26,400. Below 70% of target nothing is paid; at 70% you earn $10,560. For every 1% of target from 70% to 100%, you earn $528 more. For every 1% of target from 100% to 130%, you earn $1,320 more, 2.5 times the rate below target (an accelerator). For every 1% of target from 130% to 180%, you earn $264 more, a lower rate than before. From 180% of target on pay stays at $79,200, the cap of this measure.",
    },
    { preset: "capped", says: "At target you earn $26,400. For every 1% of target up to 150%, you earn $264. From 150% of target on pay stays at $39,600, the cap of this measure." },
    {
      preset: "tiers-whole",
      says: "At target you earn $26,400. The rate you reach counts on your whole result, back to the first unit. For every 1% of target up to 80%, you earn about $158. At 80% of target pay jumps from $12,672 to $16,896. For every 1% of target from 80% to 100%, you earn $211 more. At 100% of target pay jumps from $21,120 to $26,400. For every 1% of target from 100% to 120%, you earn $264 more, 1.25 times the rate below target (an accelerator). At 120% of target pay jumps from $31,680 to $39,600. For every 1% of target above 120%, you earn $330 more, without limit.",
    },
    {
      preset: "tiers-excess",
      says: "At target you earn $26,400. One rate counts up to target; above it, the rate you reach counts on everything above target. For every 1% of target up to 100%, you earn $264. For every 1% of target from 100% to 120%, you earn $396 more, 1.5 times the rate below target (an accelerator). At 120% of target pay jumps from $34,320 to $36,960. For every 1% of target above 120%, you earn $528 more, without limit.",
    },
    { preset: "tiers-marginal", says: "At target you earn $26,400. Each rate counts on its own part of the result only. For every 1% of target up to 100%, you earn $264. For every 1% of target from 100% to 120%, you earn $396 more, 1.5 times the rate below target (an accelerator). For every 1% of target above 120%, you earn $528 more, a higher rate than before, without limit." },
    { preset: "steps", says: "You earn $13,200 from 60% of target, $21,120 from 80%, $26,400 from 100% and $34,320 from 120%. Below 60% of target nothing is paid. Between those results pay does not change." },
    { preset: "levels", says: "“Partly met” from 50% of target pays $13,200, “Met” from 100% pays $26,400, “Exceeded” from 125% pays $33,000 and “Far exceeded” from 150% pays $39,600. Below 50% of target nothing is paid. Between those results pay does not change." },
  ])("$preset", ({ preset, says }) => {
    expect(told(presetCurve(preset))).toBe(says);
  });

  it.each<{ readonly what: string; readonly curve: Curve; readonly says: string }>([
    { what: "nothing at all", curve: points([[0, 0]]), says: "This measure pays nothing, whatever the result." },
    { what: "a cap of nothing", curve: points([[0, 0], [1, 1]], { cap: 0 }), says: "This measure pays nothing, whatever the result." },
    { what: "a decelerator at target", curve: points([[0, 0], [1, 1], [2, 1.5]], { above: "extend" }), says: "For every 1% of target above 100%, you earn $132 more, 0.5 times the rate below target (a decelerator), without limit." },
    { what: "a flat end", curve: points([[0, 0], [1, 1], [1.5, 1.5]]), says: "From 150% of target on pay stays at $39,600." },
    { what: "pay without a result", curve: points([[0, 0.5], [1, 1]]), says: "Even without any result you earn $13,200. For every 1% of target up to 100%, you earn $132 more." },
    { what: "the first payout below the first point", curve: points([[0.5, 0.5], [1, 1]], { below: "first" }), says: "Even without any result you earn $13,200. From 0% to 50% of target pay stays at $13,200." },
    { what: "pay that falls", curve: points([[0, 0], [1, 1], [1.2, 0.9]]), says: "For every 1% of target from 100% to 120%, you earn $132 less." },
    { what: "a fall at one result", curve: points([[0, 0], [1, 1], [1, 0.5]]), says: "At 100% of target pay falls from $26,400 to $13,200." },
    { what: "nothing at target", curve: points([[1, 0], [2, 1]]), says: "Meeting the target exactly pays nothing." },
    { what: "less than its share at target", curve: points([[0, 0], [1, 0.8]]), says: "At target you earn $21,120, 80% of its share of target incentive." },
    { what: "a cap out of reach", curve: points([[0, 0], [1, 1]], { cap: 2 }), says: "Its cap of $52,800 is never reached." },
    { what: "a stretch without pay in the middle", curve: points([[0.5, 0], [0.5, 0.2], [0.6, 0], [0.8, 0], [1, 1]]), says: "From 60% to 80% of target nothing is paid." },
    { what: "steps under a cap", curve: { kind: "steps", cap: 1, steps: [{ from: 0, payout: 0.5 }, { from: 1, payout: 3 }] }, says: "You earn $13,200 from 0% of target and $26,400 from 100%. Between those results pay does not change." },
    { what: "a level without a name", curve: { kind: "levels", cap: null, levels: [{ name: "met", from: 0.5, payout: 0.5 }, { name: " ", from: 1, payout: 1 }] }, says: "“Met” from 50% of target pays $13,200 and level 2 from 100% pays $26,400." },
    { what: "one step", curve: { kind: "steps", cap: null, steps: [{ from: 1, payout: 1 }] }, says: "You earn $26,400 from 100% of target. Below 100% of target nothing is paid." },
    { what: "attainments with decimals", curve: points([[0, 0], [1 / 3, 0.1], [1, 1]]), says: "from 33.33% to 100%" },
  ])("$what", ({ curve, says }) => {
    expect(told(curve)).toContain(says);
  });

  it("counts points of attainment where less is better", () => {
    expect(told(presetCurve("jump"), { direction: "lower" })).toContain("Below 70% attainment nothing is paid; at 70% you earn $10,560. For every 1 point of attainment from 70% to 100%, you earn $528 more.");
  });

  it("lists the corners of a curve with many, and keeps each slope as a fact", () => {
    const many = points(Array.from({ length: 12 }, (_, index) => [index / 10, (index * index) / 100] as const), { above: "extend" });
    const sentences = curveSentences(many, { kpi: plainKpi(), worth: 2_640_000, currency: "USD" });
    const list = sentences.find((sentence) => sentence.text.startsWith("Pay follows"));
    expect(list?.text).toMatch(/^Pay follows 11 corners: at 0% of target \$0; at 10% \$264; .*; and at 100% \$26,400; between them it runs in straight lines; above the last, every 1% of target adds \$554, without limit\.$/u);
    expect(list?.facts).toHaveLength(11);
  });

  it("does not hide small amounts behind rounding", () => {
    expect(told(presetCurve("straight-line"), {}, 20)).toContain("you earn less than $1, without limit");
    expect(told(presetCurve("straight-line"), {}, 15_050)).toContain("you earn about $2, without limit");
  });
});
