import { describe, expect, it } from "vitest";
import { compileCurve, curveTraits } from "#shared/engine/index.ts";
import type { Curve } from "#shared/model/scenario.ts";
import { curveSentence } from "./curve-sentence.ts";

function said(curve: Curve): string {
  const compiled = compileCurve(curve);
  return curveSentence(curve, compiled, curveTraits(compiled))
    .map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : part.spare))
    .join("");
}

function points(corners: readonly (readonly [number, number])[], more: Partial<Extract<Curve, { kind: "points" }>> = {}): Curve {
  return { kind: "points", below: "zero", above: "extend", cap: null, points: corners.map(([attainment, payout]) => ({ attainment, payout })), ...more };
}

function tiers(basis: "marginal" | "whole" | "excess", rates: readonly (readonly [number, number])[], cap: number | null = null): Curve {
  return { kind: "tiers", basis, cap, tiers: rates.map(([from, rate]) => ({ from, rate })) };
}

function steps(rungs: readonly (readonly [number, number])[], cap: number | null = null): Curve {
  return { kind: "steps", cap, steps: rungs.map(([from, payout]) => ({ from, payout })) };
}

describe("the sentence of points and tiers", () => {
  it.each<{ readonly name: string; readonly curve: Curve; readonly says: string }>([
    {
      name: "an accelerator that ends at a corner",
      curve: points([[0.7, 0.4], [1, 1], [1.3, 2.5], [1.8, 3]]),
      says: "Above target, each point of attainment adds 5 points of incentive until 130%.",
    },
    { name: "an accelerator that ends at the cap", curve: points([[0.5, 0], [1, 1], [1.5, 2]], { cap: 1.8 }), says: "Above target, each point adds 2 points until the cap at 140%." },
    { name: "no end", curve: tiers("marginal", [[0, 1], [1, 1.5]]), says: "Above target, each point of attainment adds 1.5 points of incentive, without a cap." },
    { name: "one point", curve: tiers("marginal", [[0, 1]]), says: "Above target, each point of attainment adds 1 point of incentive, without a cap." },
    { name: "flat above target", curve: points([[0, 0], [1, 1]], { above: "flat" }), says: "Above target, pay stays at 100%." },
    { name: "flat until a corner", curve: points([[0, 0], [1, 1], [1.2, 1], [1.4, 2]]), says: "Above target, pay stays at 100% until 120%." },
    { name: "a jump above target", curve: tiers("whole", [[0, 1], [1.25, 1.4]]), says: "Above target, each point adds 1 point until it jumps to 175% at 125%." },
    { name: "a fall above target", curve: points([[0, 0], [1, 1], [1.2, 1.4], [1.2, 1]], { above: "flat" }), says: "Above target, each point adds 2 points until it falls to 100% at 120%." },
    { name: "corners on one line", curve: points([[0, 0], [1, 1], [1.2, 1.4], [1.5, 2]], { above: "flat" }), says: "Above target, each point of attainment adds 2 points of incentive until 150%." },
    { name: "less above target", curve: points([[0, 0], [1, 1], [1.5, 0.5]], { above: "flat" }), says: "Above target, each point of attainment takes away 1 point of incentive until 150%." },
    { name: "target pays less", curve: points([[0, 0], [1, 0.9], [1.5, 2]], { above: "flat" }), says: "Target pays 90%; above it, each point adds 2.2 points until 150%." },
    { name: "target pays less and so it stays", curve: points([[0, 0], [1, 0.9]], { above: "flat" }), says: "Target pays 90%; above it, pay stays there." },
    { name: "nothing at all", curve: points([[0, 0], [1, 0]]), says: "This curve pays nothing at any attainment." },
    { name: "a jump at target", curve: points([[0, 0], [1, 0.5], [1, 1], [1.5, 2]], { above: "flat" }), says: "Above target, each point of attainment adds 2 points of incentive until 150%." },
  ])("$name", ({ curve, says }) => {
    expect(said(curve)).toBe(says);
  });

  it("marks the number and the words it can do without", () => {
    const curve = points([[0, 0], [1, 1], [1.3, 2.5]]);
    const compiled = compileCurve(curve);
    expect(curveSentence(curve, compiled, curveTraits(compiled))).toEqual([
      "Above target, each point", { spare: " of attainment" }, " adds ", { strong: "5 points" }, { spare: " of incentive" }, ", without a cap.",
    ]);
  });
});

describe("the sentence of steps and levels", () => {
  it.each<{ readonly name: string; readonly curve: Curve; readonly says: string }>([
    { name: "three steps", curve: steps([[0.6, 0.5], [0.8, 0.8], [1, 1]]), says: "Pays 50% from 60%, 80% from 80% and 100% from 100%; nothing below 60%." },
    { name: "one step from nothing", curve: steps([[0, 1]]), says: "Pays 100% from 0%." },
    { name: "two steps", curve: steps([[0.5, 0.5], [1, 1]]), says: "Pays 50% from 50% and 100% from 100%; nothing below 50%." },
    { name: "a capped step", curve: steps([[0.5, 0.5], [1, 2]], 1.5), says: "Pays 50% from 50% and 150% from 100%; nothing below 50%." },
    { name: "many steps", curve: steps([[0.5, 0.2], [0.6, 0.4], [0.7, 0.6], [0.8, 0.8], [0.9, 1]]), says: "5 steps, from 20% at 50% to 100% at 90%; nothing below 50%." },
    {
      name: "levels",
      curve: { kind: "levels", cap: null, levels: [{ name: "partly met", from: 0.5, payout: 0.5 }, { name: "met", from: 1, payout: 1 }, { name: "exceeded", from: 1.25, payout: 1.5 }] },
      says: "Partly met pays 50%, met pays 100% and exceeded pays 150%; nothing below 50%.",
    },
  ])("$name", ({ curve, says }) => {
    expect(said(curve)).toBe(says);
  });
});
