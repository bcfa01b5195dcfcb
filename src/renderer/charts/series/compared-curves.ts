/** Payout curves of several scenarios in one plot: end labels apart from each other, sentence, table, walk. */
import { NO_FIGURE, formatNumber, spokenPercent } from "#shared/report/format.ts";
import type { ChartTable } from "./chart-table.ts";
import { payoutOn } from "./line-clip.ts";
import { percentText } from "./percent-text.ts";
import { strong, type Sentence } from "./sentence.ts";
import type { SpokenLine } from "./spoken-line.ts";

export type ComparedLine = {
  readonly id: string;
  readonly name: string;
  readonly slot: number;
  /** Corners, ascending; two at one attainment are a jump. Over one range for all, which may be wider than what is drawn. */
  readonly line: readonly { readonly attainment: number; readonly payout: number }[];
  readonly cap: number | null;
};

/**
 * Middles of labels at least `pitch` apart, each as near as may be to where it belongs, inside `from` to `to`: neighbours
 * that meet are moved apart around their common middle.
 */
export function spreadOut(wanted: readonly number[], pitch: number, from: number, to: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0) || one - other);
  const groups: { at: number; members: number[] }[] = [];
  for (const index of order) {
    groups.push({ at: wanted[index] ?? 0, members: [index] });
    for (;;) {
      const [before, last] = [groups.at(-2), groups.at(-1)];
      if (before === undefined || last === undefined) break;
      const reach = ((before.members.length + last.members.length) / 2) * pitch;
      if (last.at - before.at >= reach) break;
      const count = before.members.length + last.members.length;
      // Each member's own wish counts the same.
      const at = (before.at * before.members.length + last.at * last.members.length) / count;
      groups.splice(-2, 2, { at, members: [...before.members, ...last.members] });
    }
  }
  const placed: number[] = wanted.map(() => from);
  let floor = from;
  const starts = groups.map(({ at, members }) => {
    const start = Math.max(floor, at - ((members.length - 1) / 2) * pitch);
    floor = start + members.length * pitch;
    return start;
  });
  let ceiling = to;
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const members = groups[group]?.members ?? [];
    const start = Math.min(starts[group] ?? 0, ceiling - (members.length - 1) * pitch);
    ceiling = start - pitch;
    members.forEach((index, place) => (placed[index] = start + place * pitch));
  }
  return placed;
}

/** "Sharper upside pays 30 points more at 130%." */
export function comparedSentence(lines: readonly ComparedLine[], marks: readonly number[]): Sentence {
  const [base, ...others] = lines;
  if (base === undefined || others.length === 0) return ["No scenario beside this one has this curve."];
  const parts = others.flatMap((line): Sentence => {
    const [at, difference] = marks.map((mark): readonly [number, number] => [mark, (payoutOn(line.line, mark) ?? 0) - (payoutOn(base.line, mark) ?? 0)]).reduce((most, each) => (Math.abs(each[1]) > Math.abs(most[1]) + 1e-9 ? each : most), [1, 0] as const);
    if (Math.abs(difference) < 5e-4) return [`${line.name} pays the same. `];
    return [`${line.name} pays `, strong(`${formatNumber(Math.abs(difference) * 100, 1)} points`), ` ${difference > 0 ? "more" : "less"} at ${percentText(at)}. `];
  });
  return parts;
}

export function comparedTable(lines: readonly ComparedLine[], marks: readonly number[], title: string): ChartTable {
  const payoutText = (payout: number | null): string => (payout === null ? NO_FIGURE : percentText(payout));
  return {
    caption: title,
    columns: [{ title: "Attainment", kind: "figure" }, ...lines.map(({ name }) => ({ title: name, kind: "figure" as const }))],
    rows: [...marks.map((mark) => [percentText(mark), ...lines.map(({ line }) => payoutText(payoutOn(line, mark)))]), ["Cap", ...lines.map(({ cap }) => (cap === null ? "none" : percentText(cap)))]],
  };
}

export function comparedWalk(lines: readonly ComparedLine[]): readonly SpokenLine[] {
  return lines.map(({ name, line }) => ({ name, figure: null, stops: line.map(({ attainment, payout }) => ({ attainment, spoken: `${spokenPercent(attainment)} pays ${spokenPercent(payout)}` })) }));
}
