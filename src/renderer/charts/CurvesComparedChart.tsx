/** Payout curves of several scenarios over each other, each with its name at its end. */
import { useMemo, useState, type ReactNode } from "react";
import { classNames } from "../controls/class-names.ts";
import { ChartFrame, type TableState } from "./ChartFrame.tsx";
import { ATTAINMENT_AXIS, Plot, samePlotFrame, usePlane, type PlotFrame } from "./Plot.tsx";
import type { PlotSize } from "./PlotBox.tsx";
import { ProbeSurface, type Probe } from "./ProbeSurface.tsx";
import { Readout } from "./Readout.tsx";
import { SentenceText } from "./SentenceText.tsx";
import { comparedSentence, comparedTable, comparedWalk, spreadOut, type ComparedLine } from "./series/compared-curves.ts";
import { linePath, type Plane } from "./series/geometry.ts";
import { clipLine, payoutOn } from "./series/line-clip.ts";
import { percentText } from "./series/percent-text.ts";
import { slotLook } from "./series/slots.ts";
import { RATIO_STEPS, roundTicks } from "./series/ticks.ts";
import { shortened, textWidth, useTypefaces } from "./text-width.ts";
import { useStable } from "./use-at-rest.ts";
import "./compared-charts.css";

type DrawnRange = { readonly from: number; readonly to: number };

export type CurvesComparedChartProps = {
  readonly title: string;
  readonly titleControls?: ReactNode;
  readonly headerControls?: ReactNode;
  /** The base first. */
  readonly lines: readonly ComparedLine[];
  /** Attainments of the table; the lines reach them, also where they are not drawn. */
  readonly marks: readonly number[];
  /** Attainments that are drawn. */
  readonly range: DrawnRange;
  readonly tableState?: TableState | undefined;
};

/** Where a name at the end of a line may reach to. */
const WIDEST_NAME = 150;
const END_GAP = 8;
const NAME_LINE = 15;
const HEAD = 8;

export function CurvesComparedChart({ title, titleControls, headerControls, lines, marks, range, tableState }: CurvesComparedChartProps): ReactNode {
  const drawn = useMemo(() => lines.map((each) => ({ ...each, line: clipLine(each.line, range.from, range.to) })), [lines, range]);
  return (
    <ChartFrame title={title} titleControls={titleControls} headerControls={headerControls} summary={<SentenceText sentence={comparedSentence(lines, marks)} />} hasLongSummary={lines.length > 3} table={() => comparedTable(lines, marks, title)} tableState={tableState}>
      {(size) => <CurvesPlot lines={drawn} range={range} title={title} size={size} />}
    </ChartFrame>
  );
}

const NAME_GAP = 8;

type CurvesPlotProps = { readonly lines: readonly ComparedLine[]; readonly range: DrawnRange; readonly title: string; readonly size: PlotSize };

function CurvesPlot({ lines, range, title, size }: CurvesPlotProps): ReactNode {
  const typefaces = useTypefaces();
  const wanted = useMemo((): { frame: PlotFrame; typefaces: number } => {
    const { from, to } = range;
    const highest = Math.max(1, ...lines.flatMap(({ line }) => line.map(({ payout }) => payout)));
    const yTicks = roundTicks(0, highest * 1.06, Math.max(2, Math.min(6, Math.floor((size.height - 40) / 40))), RATIO_STEPS);
    // The name of the axis ends where those of the curves do, clear of the last tick, half of whose text stands beside the plot.
    const axisRoom = Math.ceil(textWidth(ATTAINMENT_AXIS.text, "note") + textWidth(percentText(to), "note") / 2) + NAME_GAP;
    const right = Math.max(axisRoom, Math.min(WIDEST_NAME, Math.ceil(Math.max(...lines.flatMap(({ name, cap }) => [textWidth(name, "small-strong"), textWidth(capText(cap), "small")])))) + END_GAP + 2);
    const left = Math.ceil(Math.max(...yTicks.map((tick) => textWidth(percentText(tick), "note")))) + 10;
    const most = Math.max(2, Math.min(9, Math.floor((size.width - left - right) / 52)));
    return { frame: { from, to, top: highest * 1.06, xTicks: roundTicks(from, to, most, RATIO_STEPS), yTicks, left, right, axisName: ATTAINMENT_AXIS, head: HEAD }, typefaces };
  }, [lines, range, size, typefaces]);
  const frame = useStable(wanted.frame, samePlotFrame);
  const layer = useMemo(() => <CurvesLayer lines={lines} range={range} title={title} />, [lines, range, title]);
  return (
    <Plot width={size.width} height={size.height} frame={frame} formatX={percentText} formatY={percentText}>
      {layer}
    </Plot>
  );
}

function CurvesLayer({ lines, range, title }: Omit<CurvesPlotProps, "size">): ReactNode {
  const plane = usePlane();
  return plane === null ? null : <CurvesDrawing plane={plane} lines={lines} range={range} title={title} />;
}

function CurvesDrawing({ plane, lines, range, title }: Omit<CurvesPlotProps, "size"> & { readonly plane: Plane }): ReactNode {
  useTypefaces();
  const [probe, setProbe] = useState<Probe | null>(null);
  const [raised, setRaised] = useState<string | null>(null);
  const { area } = plane;
  const walk = useMemo(() => comparedWalk(lines), [lines]);
  const middles = spreadOut(lines.map(({ line }) => plane.y(line.at(-1)?.payout ?? 0)), 2 * NAME_LINE + 2, area.top + 8, area.bottom - 22);
  const attainment = probe === null ? null : Math.max(range.from, Math.min(range.to, probe.attainment));
  const payouts = attainment === null ? [] : lines.map(({ line }) => payoutOn(line, attainment) ?? 0);
  const quiet = (id: string): boolean => raised !== null && raised !== id;
  return (
    <g className="compared-layer">
      <line className="compared-target" x1={plane.x(1)} x2={plane.x(1)} y1={area.top} y2={area.bottom} />
      {[...lines].reverse().map(({ id, slot, line }) => {
        const { color, dash } = slotLook(slot);
        return <path key={id} className={classNames("compared-line", quiet(id) && "compared-quiet")} d={linePath(line.map((point) => ({ x: plane.x(point.attainment), y: plane.y(point.payout) })))} stroke={color} {...(dash === null ? {} : { strokeDasharray: dash })} />;
      })}
      <ProbeSurface plane={plane} label={`${title}, plot. Left and right walk the corners of a curve, up and down the scenarios.`} walk={walk} onProbe={setProbe} heightOf={() => area.bottom} />
      {lines.map(({ id, name, slot, cap }, index) => (
        <g key={id} className={classNames("compared-name", quiet(id) && "compared-quiet")} onPointerEnter={() => setRaised(id)} onPointerLeave={() => setRaised(null)}>
          <title>{name}</title>
          <text className="chart-label" x={area.right + END_GAP} y={middles[index]} dy="0.35em" style={{ fill: slotLook(slot).text }}>
            <tspan className="name">{shortened(name, WIDEST_NAME, "small-strong")}</tspan>
          </text>
          <text className="chart-label quiet" x={area.right + END_GAP} y={(middles[index] ?? 0) + NAME_LINE} dy="0.35em">{capText(cap)}</text>
        </g>
      ))}
      {attainment === null ? null : (
        <Readout plane={plane} attainment={attainment} name={percentText(attainment)} value={`pays ${payouts.map(percentText).join(" · ")}`} marks={payouts} />
      )}
    </g>
  );
}

function capText(cap: number | null): string {
  return cap === null ? "no cap" : `cap ${percentText(cap)}`;
}
