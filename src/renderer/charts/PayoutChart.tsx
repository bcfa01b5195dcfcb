/** The payout curve of one KPI: what each attainment pays, edited where it is drawn. */
import { useLayoutEffect, useMemo, useRef, type ReactNode } from "react";
import { curveHandles } from "#shared/editing/index.ts";
import { compileCurve, curveLine, curveTraits, factorAt } from "#shared/engine/index.ts";
import type { CurveFaults, Distribution, LinePoint } from "#shared/engine/index.ts";
import type { Curve } from "#shared/model/scenario.ts";
import type { Gesture } from "../controls/gesture.ts";
import { ExplainPointContext, useLatestExplainPoint, type ExplainPoint } from "./chart-context.ts";
import { ChartFrame, type TableState } from "./ChartFrame.tsx";
import { AXIS_NAME, CurveEditsContext, PayoutContext, type PayoutModel } from "./payout-model.ts";
import { PayoutLayer } from "./PayoutLayer.tsx";
import { Plot, plotHeight, samePlotFrame, type PlotFrame } from "./Plot.tsx";
import type { PlotSize } from "./PlotBox.tsx";
import { SentenceText } from "./SentenceText.tsx";
import { cutsOf, partsOf, partsSentence } from "./series/attainment-parts.ts";
import { attainmentRange, highestPayout, type AttainmentRange } from "./series/attainment-range.ts";
import { curveSentence } from "./series/curve-sentence.ts";
import { clipLine, runsAlong, sameLine } from "./series/line-clip.ts";
import { spokenFaults } from "./series/fault-words.ts";
import { percentText } from "./series/percent-text.ts";
import type { WhatIfMark } from "./series/payout-labels.ts";
import type { LinkedLine } from "./series/payout-picture.ts";
import { payoutTable } from "./series/payout-table.ts";
import { SPREAD_HEIGHT } from "./series/spread-picture.ts";
import { RATIO_STEPS, roundTicks, ticksFromEndToEnd } from "./series/ticks.ts";
import { textWidth, useTypefaces } from "./text-width.ts";
import { useAtRest, useStable } from "./use-at-rest.ts";
import "./payout-chart.css";

export type Spread = {
  readonly distribution: Distribution;
  /** Below it nothing is paid; null where there is none. */
  readonly threshold: number | null;
  /** Whether it is drawn under the curve where that has the height; it is in the table and read aloud in any case. */
  readonly isDrawn: boolean;
};

export type PayoutChartProps = {
  readonly title: string;
  readonly curve: Curve;
  /** The curve as it is saved, drawn where it differs; null without one. */
  readonly savedCurve: Curve | null;
  /** The role's total over attainment, as far as it is known; null where it is not shown. */
  readonly roleLine: readonly LinePoint[] | null;
  /** What the KPI pays in other cases, such as with a missed gate; drawn as thin lines where they differ. */
  readonly linkedLines: readonly LinkedLine[];
  /** Jumps and flat parts of the drawn curve with their cost; null where they are not marked. */
  readonly faults: CurveFaults | null;
  /** Of the money in labels. */
  readonly currency: string;
  readonly whatIf: readonly WhatIfMark[];
  /** Attainment that about the top tenth reach: marked where no handle stands. */
  readonly excellence: number;
  /** Where people land; null where it is not known. */
  readonly spread: Spread | null;
  /** False while anything is being moved: the scales stay as they are. */
  readonly settled: boolean;
  readonly gesture: Gesture<Curve>;
  /** A finished change of one step, with its words for undo: "add a point". */
  readonly onChange: (label: string, curve: Curve) => void;
  /** Beside the title. */
  readonly titleControls?: ReactNode;
  /** At the right. */
  readonly headerControls?: ReactNode;
  /** Instead of the sentence read off the curve. */
  readonly summary?: ReactNode;
  /** Instead of a table to read: one to type in. */
  readonly table?: ReactNode;
  readonly tableState?: TableState | undefined;
  /** Explains a point of the curve or of the role's total. */
  readonly onExplain?: ExplainPoint;
  /** Id by which an explanation leads to the plot. */
  readonly control?: string;
};

const LAYER = <PayoutLayer />;
/** Above the highest payout: room for a label. */
const HEADROOM = 30;
const NARROWEST_LEFT = 34;
const LEFT_GAP = 7;
/** The last label of the axis may reach into the card's padding. */
const RIGHT = 6;
/** The spread is drawn where it leaves the curve at least this much. */
const LOWEST_CURVE = 120;
const TICK_PITCH = 46;
const MOST_TICKS = 10;

function sameMarks(a: readonly WhatIfMark[], b: readonly WhatIfMark[]): boolean {
  return a.length === b.length && a.every((mark, index) => {
    const other = b[index];
    return mark.name === other?.name && mark.attainment === other.attainment && mark.payout === other.payout;
  });
}

function sameSpread(a: Spread | null, b: Spread | null): boolean {
  return a?.distribution === b?.distribution && a?.threshold === b?.threshold && a?.isDrawn === b?.isDrawn;
}

function sameLinkedLines(a: readonly LinkedLine[], b: readonly LinkedLine[]): boolean {
  return a.length === b.length && a.every(({ name, line }, index) => name === b[index]?.name && sameLine(line, b[index].line));
}

type Drawn = Pick<PayoutChartProps, "title" | "curve" | "savedCurve" | "roleLine" | "linkedLines" | "faults" | "currency" | "whatIf" | "excellence" | "spread" | "control">;

/** What-if marks are left out: they are moved as well, and a scale never moves with what is being moved. */
function rangeOf({ curve, excellence }: Drawn): AttainmentRange {
  const handles = curveHandles(curve);
  // A cap that no point carries stands where the line happens to reach it.
  const placed = handles.filter(({ id }) => id !== "cap").map(({ attainment }) => attainment);
  const derived = handles.filter(({ id }) => id === "cap").map(({ attainment }) => attainment);
  return attainmentRange(placed, [...derived, excellence]);
}

function modelOf({ title, curve, savedCurve, roleLine, linkedLines, faults, currency, whatIf, excellence, spread, control }: Drawn, { from, to }: AttainmentRange): PayoutModel {
  const compiled = compileCurve(curve);
  const handles = curveHandles(curve);
  const line = curveLine(compiled, from, to);
  const savedLine = savedCurve === null || savedCurve === curve ? null : curveLine(compileCurve(savedCurve), from, to);
  const clippedRoleLine = roleLine === null ? null : clipLine(roleLine, from, to);
  return {
    title,
    curve,
    compiled,
    line,
    handles,
    whatIf,
    spread: spread === null ? null : { distribution: spread.distribution, parts: partsOf(spread.distribution, cutsOf(spread.threshold, excellence)), isDrawn: spread.isDrawn },
    excellence: handles.some(({ attainment }) => attainment === excellence) ? null : { attainment: excellence, payout: factorAt(compiled, excellence) },
    roleLine: sameLine(clippedRoleLine, line) ? null : clippedRoleLine,
    savedLine: sameLine(savedLine, line) ? null : savedLine,
    linkedLines: linkedLines.map((linked) => ({ ...linked, line: clipLine(linked.line, from, to) })).filter((linked) => !runsAlong(linked.line, line)),
    faults,
    currency,
    control,
  };
}

function frameOf({ line, handles, roleLine, savedLine, linkedLines, spread }: PayoutModel, { from, to }: AttainmentRange, { width, height }: PlotSize): PlotFrame {
  const rows = { axisName: AXIS_NAME, foot: SPREAD_HEIGHT };
  const foot = spread?.isDrawn === true && plotHeight(height, rows) >= LOWEST_CURVE ? SPREAD_HEIGHT : 0;
  const room = Math.max(HEADROOM * 2, plotHeight(height, { ...rows, foot }));
  const top = (highestPayout([line, handles, roleLine ?? [], savedLine ?? [], ...linkedLines.map((linked) => linked.line)]) * room) / (room - HEADROOM);
  const yTicks = roundTicks(0, top, 5, RATIO_STEPS);
  const left = Math.max(NARROWEST_LEFT, ...yTicks.map((tick) => Math.ceil(textWidth(percentText(tick), "note")) + LEFT_GAP));
  const xTicks = ticksFromEndToEnd(from, to, Math.max(2, Math.min(MOST_TICKS, Math.floor((width - left - RIGHT) / TICK_PITCH))), RATIO_STEPS);
  return { from, to, top, xTicks, yTicks, left, right: RIGHT, axisName: AXIS_NAME, foot };
}

type PlotProps = { readonly model: PayoutModel; readonly rest: PayoutModel; readonly range: AttainmentRange; readonly size: PlotSize };

function PayoutPlot({ model, rest, range, size }: PlotProps): ReactNode {
  // Widths inside the frame are taken again when a typeface arrives.
  const typefaces = useTypefaces();
  const wanted = useMemo(() => ({ frame: frameOf(rest, range, size), typefaces }), [rest, range, size, typefaces]);
  const frame = useStable(wanted.frame, samePlotFrame);
  const hasFoot = frame.foot !== 0;
  const live = useMemo(() => ({ model, rest, hasFoot }), [model, rest, hasFoot]);
  return (
    <PayoutContext.Provider value={live}>
      <Plot width={size.width} height={size.height} frame={frame} formatX={percentText} formatY={percentText}>
        {LAYER}
      </Plot>
    </PayoutContext.Provider>
  );
}

export function PayoutChart(props: PayoutChartProps): ReactNode {
  const { title, curve, savedCurve, faults, currency, settled, excellence, gesture, onChange, summary, table, tableState, titleControls, headerControls, onExplain = null, control } = props;
  const explainPoint = useLatestExplainPoint(onExplain);
  const whatIf = useStable(props.whatIf, sameMarks);
  const roleLine = useStable(props.roleLine, sameLine);
  const linkedLines = useStable(props.linkedLines, sameLinkedLines);
  const spread = useStable(props.spread, sameSpread);
  const drawn = useMemo(
    () => ({ title, curve, savedCurve, roleLine, linkedLines, faults, currency, whatIf, excellence, spread, ...(control === undefined ? {} : { control }) }),
    [title, curve, savedCurve, roleLine, linkedLines, faults, currency, whatIf, excellence, spread, control],
  );
  const atRest = useAtRest(drawn, settled, Object.is);
  const range = useMemo(() => rangeOf(atRest), [atRest]);
  const rest = useMemo(() => modelOf(atRest, range), [atRest, range]);
  const model = useMemo(() => (drawn === atRest ? rest : modelOf(drawn, range)), [drawn, atRest, rest, range]);

  const edits = useRef({ gesture, onChange });
  useLayoutEffect(() => {
    edits.current = { gesture, onChange };
  });

  return (
    <ChartFrame
      title={title}
      titleControls={titleControls}
      headerControls={headerControls}
      summary={
        <>
          {summary ?? <SentenceText sentence={curveSentence(curve, model.compiled, curveTraits(model.compiled))} />}
          <span className="spoken-only"> {spokenFaults(faults, currency)}{model.spread === null ? "" : ` ${partsSentence(model.spread.parts)}.`}</span>
        </>
      }
      table={() => payoutTable(model)}
      tableView={table}
      tableState={tableState}
    >
      {(size) => (
        <CurveEditsContext.Provider value={edits}>
          <ExplainPointContext.Provider value={explainPoint}>
            <PayoutPlot model={model} rest={rest} range={range} size={size} />
          </ExplainPointContext.Provider>
        </CurveEditsContext.Provider>
      )}
    </ChartFrame>
  );
}
