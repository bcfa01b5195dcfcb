/** A payout curve in words: the rows of its table, and what is said at each corner. */
import type { CurveHandle } from "#shared/editing/index.ts";
import { factorAt } from "#shared/engine/index.ts";
import type { CompiledCurve, LinePoint } from "#shared/engine/outcome.ts";
import { spokenPercent } from "#shared/report/format.ts";
import { partsSentence } from "./attainment-parts.ts";
import type { ChartTable } from "./chart-table.ts";
import { payoutOn } from "./line-clip.ts";
import { faultNotes } from "./fault-words.ts";
import { percentText } from "./percent-text.ts";
import type { PayoutDrawing } from "./payout-picture.ts";
import type { SpreadDrawing } from "./spread-picture.ts";
import type { LineFigure, SpokenLine } from "./spoken-line.ts";
import { RATIO_STEPS, roundTicks } from "./ticks.ts";

export type PayoutTableSource = PayoutDrawing & { readonly compiled: CompiledCurve; readonly currency: string; readonly spread: SpreadDrawing | null };

/** About this many round attainments beside the corners. */
const ROUND_ROWS = 12;

type Row = { readonly attainment: number; readonly name: string; readonly below: boolean };

/** Corners, what-if marks and round attainments, each once; both sides of a jump. */
function tableRows({ line, handles, whatIf }: PayoutTableSource): readonly Row[] {
  const from = line[0]?.attainment ?? 0;
  const to = line.at(-1)?.attainment ?? 0;
  const names = new Map<number, string[]>();
  const name = (attainment: number, text: string): void => {
    names.set(attainment, [...(names.get(attainment) ?? []), text]);
  };
  for (const attainment of roundTicks(from, to, ROUND_ROWS, RATIO_STEPS)) names.set(attainment, []);
  for (const { attainment } of line) names.set(attainment, []);
  for (const handle of handles) if (isCorner(handle)) name(handle.attainment, handle.name);
  for (const mark of whatIf) name(mark.attainment, `${mark.name}, what if`);
  const jumps = new Set(line.filter((point, index) => line[index - 1]?.attainment === point.attainment).map(({ attainment }) => attainment));
  return [...names]
    .sort(([a], [b]) => a - b)
    .flatMap(([attainment, texts]) => {
      const row = { attainment, name: texts.join("; "), below: false };
      return jumps.has(attainment) ? [{ attainment, name: "Just below", below: true }, row] : [row];
    });
}

/** A handle for a rate stands on a piece, not at a corner. */
function isCorner(handle: CurveHandle): boolean {
  return handle.kind !== "tier-rate";
}

export function payoutTable(source: PayoutTableSource): ChartTable {
  const { compiled, roleLine, savedLine, linkedLines, faults, currency, spread } = source;
  const others: readonly (readonly [title: string, line: readonly LinePoint[]])[] = [
    ...(savedLine === null ? [] : [["Saved", savedLine] as const]),
    ...(roleLine === null ? [] : [["Role total", roleLine] as const]),
    ...linkedLines.map(({ name, line }) => [name, line] as const),
  ];
  return {
    caption: "Payout as a share of target incentive",
    columns: [
      { title: "Attainment", kind: "text" },
      { title: "Point", kind: "text" },
      ...["Pays", ...others.map(([title]) => title)].map((title) => ({ title, kind: "figure" as const })),
    ],
    ...(spread === null ? {} : { footer: partsSentence(spread.parts) }),
    notes: faultNotes(faults, currency),
    rows: tableRows(source).map(({ attainment, name, below }) => [
      percentText(attainment),
      name,
      percentText(factorAt(compiled, attainment, below ? "below" : "at")),
      ...others.map(([, line]) => {
        const payout = payoutOn(line, attainment);
        return payout === null || below ? "" : percentText(payout);
      }),
    ]),
  };
}

/** Each line corner by corner. At a jump both sides are said. */
export function payoutWalk({ line, roleLine, savedLine, linkedLines, whatIf }: PayoutDrawing): readonly SpokenLine[] {
  function spoken(name: string, points: readonly LinePoint[], figure: LineFigure | null = null): SpokenLine {
    return {
      name,
      figure,
      stops: points.map(({ attainment, payout }) => ({ attainment, spoken: `${spokenPercent(attainment)} attainment pays ${spokenPercent(payout)}` })),
    };
  }
  const marks = whatIf.map((mark) => spoken(`What if, ${mark.name}`, [mark], "curve"));
  return [
    spoken("Curve", line, "curve"),
    ...(roleLine === null ? [] : [spoken("Role total", roleLine, "role-curve")]),
    ...(savedLine === null ? [] : [spoken("Saved curve", savedLine)]),
    ...linkedLines.map((linked) => spoken(linked.name, linked.line)),
    ...marks,
  ];
}
