/** The numbers inside a payout curve, each with the place it may move in between its neighbours. */
import { PARAMETERS, type ParameterSpec } from "../../model/parameters.ts";
import type { Curve } from "../../model/scenario.ts";

/** One number of something, and that something with another number there. */
export type NumberIn<Whole> = {
  /** Where it is inside, as in a file: `points[2].payout`. */
  readonly key: string;
  readonly label: string;
  readonly spec: ParameterSpec;
  readonly value: number | null;
  /** Of an empty limit: the value from which down it would bind. */
  readonly bindsFrom?: number;
  readonly least?: number;
  readonly most?: number;
  readonly with: (value: number) => Whole;
};

/** Neighbours that are apart stay apart by a hundredth of a percent. */
const APART = 0.0001;

/** The cap and every corner of a curve. An attainment stays between its neighbours; the sides of a jump may part. */
export function curveNumbers(curve: Curve): readonly NumberIn<Curve>[] {
  return [{ key: "cap", label: "Cap", spec: PARAMETERS.cap, value: curve.cap, with: (cap) => ({ ...curve, cap }) }, ...corners(curve)];
}

function corners(curve: Curve): readonly NumberIn<Curve>[] {
  switch (curve.kind) {
    case "points":
      return curve.points.flatMap((point, index) => [
        attainmentNumber(curve.points.map((each) => each.attainment), index, `points[${index}].attainment`, `Attainment of point ${index + 1}`, (attainment) => ({ ...curve, points: curve.points.with(index, { ...point, attainment }) })),
        { key: `points[${index}].payout`, label: `Payout of point ${index + 1}`, spec: PARAMETERS.payout, value: point.payout, with: (payout) => ({ ...curve, points: curve.points.with(index, { ...point, payout }) }) },
      ]);
    case "tiers":
      return curve.tiers.flatMap((tier, index) => [
        attainmentNumber(curve.tiers.map((each) => each.from), index, `tiers[${index}].from`, `Start of tier ${index + 1}`, (from) => ({ ...curve, tiers: curve.tiers.with(index, { ...tier, from }) })),
        { key: `tiers[${index}].rate`, label: `Rate of tier ${index + 1}`, spec: PARAMETERS.rate, value: tier.rate, with: (rate) => ({ ...curve, tiers: curve.tiers.with(index, { ...tier, rate }) }) },
      ]);
    case "steps":
      return rungs(curve.steps, "steps", "step", (steps) => ({ ...curve, steps }));
    case "levels":
      return rungs(curve.levels, "levels", "level", (levels) => ({ ...curve, levels }));
  }
}

function rungs<Rung extends { readonly from: number; readonly payout: number }>(list: readonly Rung[], key: string, word: string, changed: (list: readonly Rung[]) => Curve): readonly NumberIn<Curve>[] {
  return list.flatMap((rung, index) => [
    attainmentNumber(list.map((each) => each.from), index, `${key}[${index}].from`, `Start of ${word} ${index + 1}`, (from) => changed(list.with(index, { ...rung, from }))),
    { key: `${key}[${index}].payout`, label: `Payout of ${word} ${index + 1}`, spec: PARAMETERS.payout, value: rung.payout, with: (payout) => changed(list.with(index, { ...rung, payout })) },
  ]);
}

/** One of ascending attainments: it stays between its neighbours, where it is apart from them now. */
export function attainmentNumber<Whole>(places: readonly number[], index: number, key: string, label: string, changed: (value: number) => Whole): NumberIn<Whole> {
  const value = places[index] ?? 0;
  const before = places[index - 1];
  const after = places[index + 1];
  return {
    key, label, spec: PARAMETERS.attainment, value,
    ...(before === undefined ? {} : { least: Math.min(value, before + APART) }),
    ...(after === undefined ? {} : { most: Math.max(value, after - APART) }),
    with: changed,
  };
}
