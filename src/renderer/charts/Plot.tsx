/**
 * What of a chart stands still: axes, ticks and grid, drawn by recharts from fixed domains. Everything that moves is
 * drawn by children of this plot, which read their model from a context and their scales from `usePlane`. The plot is
 * memoised, so a drag renders those children only.
 */
import { memo, useMemo, type ReactNode } from "react";
import { CartesianGrid, ComposedChart, usePlotArea, useXAxisInverseScale, useXAxisScale, useYAxisInverseScale, useYAxisScale, XAxis, YAxis, type XAxisTickContentProps, type YAxisTickContentProps } from "recharts";
import type { Plane } from "./series/geometry.ts";

/** Everything the standing part of a plot is made of. Two equal frames draw the same. */
export type PlotFrame = {
  /** Attainment at the left and right edge. */
  readonly from: number;
  readonly to: number;
  /** Value at the upper edge. */
  readonly top: number;
  /** Value at the lower edge; 0 by default. */
  readonly bottom?: number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  /** Room for the labels of the y axis. */
  readonly left: number;
  /** Room right of the plot. */
  readonly right: number;
  /** The x axis has its name in a row of its own, or at the right end of the row of its labels; null where the title says it. */
  readonly axisName: { readonly text: string; readonly row: "own" | "labels" } | null;
  /** Room for labels above the plot; none by default. */
  readonly head?: number;
  /** Room for drawings below the axis and its name; none by default. */
  readonly foot?: number;
  /** Which ticks have grid lines: those of the y axis by default. */
  readonly grid?: "horizontal" | "vertical";
};

/** The x axis of a chart over attainment whose title does not say so. */
export const ATTAINMENT_AXIS = { text: "Attainment", row: "labels" } as const;

type Rows = Pick<PlotFrame, "axisName" | "head" | "foot">;

const TICK_ROW = 24;
const NAME_ROW = 16;
const TOP_MARGIN = 2;
/** The tick label's middle below the axis, and its distance from the y axis. */
const LABEL_DROP = 13;
const LABEL_OFF = 6;
/** Axes are drawn under what moves. recharts takes this from an axis, though its types do not name it. */
const UNDER = { zIndex: -50 };

/** Height taken by the x axis and what is drawn below it. */
export function axisHeight(frame: Rows): number {
  return (frame.axisName?.row === "own" ? TICK_ROW + NAME_ROW : TICK_ROW) + (frame.foot ?? 0);
}

function topMargin({ head = 0 }: Rows): number {
  return TOP_MARGIN + head;
}

/** Height left for the plot area in a box of this height. */
export function plotHeight(height: number, frame: Rows): number {
  return height - axisHeight(frame) - topMargin(frame);
}

export function samePlotFrame(a: PlotFrame, b: PlotFrame): boolean {
  return a.from === b.from && a.to === b.to && a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right
    && a.axisName?.text === b.axisName?.text && a.axisName?.row === b.axisName?.row && a.head === b.head && a.foot === b.foot && a.grid === b.grid
    && a.xTicks.join() === b.xTicks.join() && a.yTicks.join() === b.yTicks.join();
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** The plane of the plot this is drawn in; null until recharts has laid the plot out. */
export function usePlane(): Plane | null {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const xInverse = useXAxisInverseScale();
  const yInverse = useYAxisInverseScale();
  return useMemo(() => {
    if (area === undefined || xScale === undefined || yScale === undefined || xInverse === undefined || yInverse === undefined) return null;
    return {
      area: { left: area.x, top: area.y, right: area.x + area.width, bottom: area.y + area.height },
      x: (attainment) => xScale(attainment) ?? 0,
      y: (value) => yScale(value) ?? 0,
      attainmentAt: (x) => numberOr(xInverse(x), 0),
      valueAt: (y) => numberOr(yInverse(y), 0),
    };
  }, [area, xScale, yScale, xInverse, yInverse]);
}

function AxisName({ text, own, edge }: { readonly text: string; readonly own: boolean; readonly edge: number }): ReactNode {
  const area = usePlotArea();
  if (area === undefined) return null;
  const bottom = area.y + area.height;
  return (
    <text className="axis-label" x={own ? area.x + area.width : edge} y={bottom + LABEL_DROP + (own ? NAME_ROW + 1 : 0)} dy="0.35em" textAnchor="end">
      {text}
    </text>
  );
}

type PlotProps = {
  readonly width: number;
  readonly height: number;
  readonly frame: PlotFrame;
  readonly formatX: (attainment: number) => string;
  readonly formatY: (value: number) => string;
  /** What moves. Keep its identity: the plot renders again when it changes. */
  readonly children: ReactNode;
};

/** Memoised: renders again only for another size, frame, format or child. */
export const Plot = memo(function Plot({ width, height, frame, formatX, formatY, children }: PlotProps): ReactNode {
  const { from, to, top, bottom = 0, xTicks, yTicks, left, right, axisName, grid = "horizontal" } = frame;
  // The x axis takes its scale from data even where its domain is given.
  const ends = useMemo(() => [{ attainment: from }, { attainment: to }], [from, to]);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={ends}
      margin={{ top: topMargin(frame), right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={grid === "horizontal"} vertical={grid === "vertical"} syncWithTicks />
      <XAxis
        dataKey="attainment"
        type="number"
        domain={[from, to]}
        ticks={xTicks}
        allowDataOverflow
        interval={0}
        height={axisHeight(frame)}
        tickSize={4}
        {...UNDER}
        tick={({ x, payload }: XAxisTickContentProps) => (
          <text className="axis-label" x={x} y={topMargin(frame) + plotHeight(height, frame) + LABEL_DROP} dy="0.35em" textAnchor="middle">
            {formatX(Number(payload.value))}
          </text>
        )}
      />
      <YAxis
        type="number"
        domain={[bottom, top]}
        ticks={yTicks}
        allowDataOverflow
        interval={0}
        width={left}
        axisLine={false}
        tickLine={false}
        {...UNDER}
        tick={({ y, payload }: YAxisTickContentProps) => (
          <text className="axis-label" x={left - LABEL_OFF} y={y} dy="0.35em" textAnchor="end">
            {formatY(Number(payload.value))}
          </text>
        )}
      />
      {axisName === null ? null : <AxisName text={axisName.text} own={axisName.row === "own"} edge={width} />}
      {children}
    </ComposedChart>
  );
});
