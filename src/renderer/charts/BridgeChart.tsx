/** Why one scenario costs more than another: level marks at both ends, and a bar for each cause between them. */
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { formatMoney, isExactOnAxis, type MoneyStyle } from "#shared/report/format.ts";
import { nearly } from "#shared/report/nearly.ts";
import { classNames } from "../controls/class-names.ts";
import { ChartFrame, type TableState } from "./ChartFrame.tsx";
import { ChartLabel } from "./ChartLabel.tsx";
import { Plot, samePlotFrame, usePlane, type PlotFrame } from "./Plot.tsx";
import type { PlotSize } from "./PlotBox.tsx";
import { ProbeSurface, type Probe } from "./ProbeSurface.tsx";
import { SentenceText } from "./SentenceText.tsx";
import { bridgeBars, bridgeScale, bridgeSentence, bridgeTable, bridgeWalk, type BridgeData } from "./series/bridge.ts";
import { BUDGET_LABEL, placeBridgeLabels } from "./series/bridge-labels.ts";
import type { Box, Plane } from "./series/geometry.ts";
import type { PlacedLabel } from "./series/labels.ts";
import { slotLook } from "./series/slots.ts";
import { NO_TICKS, noTickText } from "./series/ticks.ts";
import { shortened, textWidth, useTypefaces, wording } from "./text-width.ts";
import { useStable } from "./use-at-rest.ts";
import "./bridge-chart.css";

export type BridgeChartProps = BridgeData & {
  readonly title: string;
  readonly headerControls?: ReactNode;
  readonly tableState?: TableState | undefined;
  /** Newer figures are being calculated; those shown stay until they are there. */
  readonly isUpdating?: boolean;
  /** A click or Enter on a cause: takes its id. */
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly chosen?: string | null;
};

const WIDEST_BAR = 48;
const LEVEL = 4;
const TICK_PITCH = 44;
/** The names and notes of the causes, below the axis. */
const FOOT = 20;
const HEAD = 16;
const NAME_DROP = 14;
const NOTE_DROP = 30;
/** A band narrower than this has no room for a cause. */
const NARROW = 64;

export function BridgeChart({ title, headerControls, tableState, isUpdating = false, onChoose, chosen = null, ...data }: BridgeChartProps): ReactNode {
  const { from, to, parts, budget, currency, note, idle } = data;
  const kept = useMemo((): BridgeData => ({ from, to, parts, budget, currency, note, idle }), [from, to, parts, budget, currency, note, idle]);
  return (
    <ChartFrame
      title={title}
      headerControls={<>{isUpdating ? <span className="chart-updating">Updating</span> : null}{headerControls}</>}
      summary={<SentenceText sentence={bridgeSentence(kept, bridgeScale(kept, 5).bottom)} />}
      hasLongSummary={idle !== null}
      table={() => bridgeTable(kept)}
      tableState={tableState}
    >
      {(size) => <BridgePlot data={kept} title={title} size={size} chosen={chosen} onChoose={onChoose ?? null} />}
    </ChartFrame>
  );
}

type BridgePlotProps = { readonly data: BridgeData; readonly title: string; readonly size: PlotSize; readonly chosen: string | null; readonly onChoose: ((id: string) => void) | null };

/** Amounts are written out where a tick would read as another amount when shortened. */
function styleOf(ticks: readonly number[], currency: string): MoneyStyle {
  return ticks.every((tick) => isExactOnAxis(tick, currency)) ? "axis" : "full";
}

function BridgePlot({ data, title, size, chosen, onChoose }: BridgePlotProps): ReactNode {
  const typefaces = useTypefaces();
  const { currency } = data;
  const wanted = useMemo((): { frame: PlotFrame; typefaces: number } => {
    const { bottom, top, ticks } = bridgeScale(data, Math.max(2, Math.min(6, Math.floor((size.height - 60) / TICK_PITCH))));
    const left = Math.ceil(Math.max(...ticks.map((tick) => textWidth(formatMoney(tick, currency, styleOf(ticks, currency)), "note")))) + 10;
    return { frame: { from: 0, to: data.parts.length + 2, top, bottom, xTicks: NO_TICKS, yTicks: ticks, left, right: 4, axisName: null, head: HEAD, foot: FOOT }, typefaces };
  }, [data, size, currency, typefaces]);
  const frame = useStable(wanted.frame, samePlotFrame);
  const style = styleOf(frame.yTicks, currency);
  const formatAmount = useCallback((amount: number) => formatMoney(amount, currency, style), [currency, style]);
  const layer = useMemo(() => <BridgeLayer data={data} title={title} chosen={chosen} onChoose={onChoose} />, [data, title, chosen, onChoose]);
  return (
    <Plot width={size.width} height={size.height} frame={frame} formatX={noTickText} formatY={formatAmount}>
      {layer}
    </Plot>
  );
}

type LayerProps = Omit<BridgePlotProps, "size">;

function BridgeLayer(props: LayerProps): ReactNode {
  const plane = usePlane();
  return plane === null ? null : <BridgeDrawing plane={plane} {...props} />;
}

function BridgeDrawing({ plane, data, title, chosen, onChoose }: LayerProps & { readonly plane: Plane }): ReactNode {
  useTypefaces();
  const [probe, setProbe] = useState<Probe | null>(null);
  const { from, to, budget, currency } = data;
  const { area } = plane;
  const bars = bridgeBars(data);
  const band = plane.x(1) - plane.x(0);
  const width = Math.min(WIDEST_BAR, band * 0.72);
  const middle = (index: number): number => plane.x(index + 0.5);
  const at = probe === null ? null : Math.max(0, Math.min(bars.length + 1, Math.floor(probe.attainment)));
  // No cause is called so.
  const ends = [{ ...from, index: 0, id: "/from" }, { ...to, index: bars.length + 1, id: "/to" }];
  const limit = budget === null ? null : plane.y(budget);
  // Narrow bands have their names in turn in two rows, and no notes.
  const isStaggered = band < NARROW;
  const nameAt = (index: number, count: number): number => (isStaggered && index === 0 ? area.left : isStaggered && index === count - 1 ? area.right : middle(index));
  const isLimitIn = limit !== null && limit >= area.top - 1 && limit <= area.bottom + 1;
  const boxAt = (index: number, high: number, low: number): Box => ({ left: middle(index) - width / 2, right: middle(index) + width / 2, top: high, bottom: Math.max(high + 1, low) });
  const marks = [
    ...bars.map((bar, index) => ({ id: bar.id, box: boxAt(index + 1, plane.y(Math.max(bar.start, bar.end)), plane.y(Math.min(bar.start, bar.end))), wording: wording(nearly(formatMoney(bar.amount, currency, "signed-short"), bar), "") })),
    ...ends.map(({ index, id, cost, isCoarse }) => ({ id, box: boxAt(index, plane.y(cost) - LEVEL / 2, plane.y(cost) + LEVEL / 2), wording: wording(nearly(formatMoney(cost, currency, "short"), { isCoarse }), "") })),
  ];
  const placed = placeBridgeLabels({ ...area, top: area.top - HEAD }, marks, isLimitIn ? limit : null, wording("Budget", formatMoney(budget ?? 0, currency, "short")));
  const budgetLabel = placed.find(({ id }) => id === BUDGET_LABEL);

  function choose({ attainment }: Probe): void {
    const bar = bars[Math.floor(attainment) - 1];
    if (bar !== undefined) onChoose?.(bar.id);
  }

  return (
    <g className="bridge-layer">
      {at === null ? null : <rect className="bridge-band" x={plane.x(at)} y={area.top} width={band} height={area.bottom - area.top} />}
      {bars.map((bar, index) => {
        const [high, low] = [plane.y(Math.max(bar.start, bar.end)), plane.y(Math.min(bar.start, bar.end))];
        const x = middle(index + 1) - width / 2;
        return (
          <g key={bar.id}>
            <line className="bridge-join" x1={middle(index) + width / 2} x2={x} y1={plane.y(bar.start)} y2={plane.y(bar.start)} />
            <rect className={classNames("bridge-bar", bar.amount > 0 ? "more" : "less", bar.id === chosen && "chosen")} x={x} y={high} width={width} height={Math.max(1, low - high)} />
          </g>
        );
      })}
      <line className="bridge-join" x1={middle(bars.length) + width / 2} x2={middle(bars.length + 1) - width / 2} y1={plane.y(to.cost)} y2={plane.y(to.cost)} />
      {ends.map(({ index, slot, cost }) => (
        <rect key={index} x={middle(index) - width / 2} y={plane.y(cost) - LEVEL / 2} width={width} height={LEVEL} fill={slotLook(slot).color} />
      ))}
      {isLimitIn ? (
        <>
          <line className="limit" x1={area.left} x2={area.right} y1={limit} y2={limit} />
          {budgetLabel === undefined ? null : <ChartLabel label={budgetLabel} />}
        </>
      ) : null}
      <ProbeSurface
        plane={plane}
        label={`${title}, plot. Arrow keys walk its causes.${onChoose === null ? "" : " Enter shows the inputs of a cause."}`}
        walk={bridgeWalk(data)}
        onProbe={setProbe}
        heightOf={() => area.bottom}
        onChoose={choose}
        className={onChoose === null ? "" : "choosable"}
      />
      {bars.map(({ id }) => <Amount key={id} label={placed.find((label) => label.id === id)} />)}
      {ends.map(({ id, slot }) => <Amount key={id} label={placed.find((label) => label.id === id)} color={slotLook(slot).text} />)}
      {[{ name: from.name, note: "" }, ...bars.map(({ label, note }) => ({ name: label, note })), { name: to.name, note: "" }].map(({ name, note }, index, all) => (
        <g key={index}>
          <title>{note === "" ? name : `${name}: ${note}`}</title>
          <text className="chart-label" x={nameAt(index, all.length)} y={area.bottom + (isStaggered && index % 2 === 1 ? NOTE_DROP : NAME_DROP)} dy="0.35em" textAnchor={isStaggered && index === 0 ? "start" : isStaggered && index === all.length - 1 ? "end" : "middle"}>
            <tspan className={index === 0 || index === all.length - 1 ? "name" : undefined}>{shortened(name, !isStaggered ? band - 4 : index === 0 || index === all.length - 1 ? 1.4 * band : 2 * band - 8, index === 0 || index === all.length - 1 ? "small-strong" : "small")}</tspan>
          </text>
          <text className="axis-label" x={middle(index)} y={area.bottom + NOTE_DROP} dy="0.35em" textAnchor="middle">{isStaggered ? "" : shortened(note, band - 4, "note")}</text>
        </g>
      ))}
    </g>
  );
}

/** What a bar adds, or an end costs. */
function Amount({ label, color }: { readonly label: PlacedLabel | undefined; readonly color?: string }): ReactNode {
  if (label === undefined) return null;
  const { place: { x, y, align }, wording: { name } } = label;
  return (
    <text className="chart-label" x={x} y={y} dy="0.35em" textAnchor={align} style={color === undefined ? undefined : { fill: color }}>
      <tspan className="name">{name}</tspan>
    </text>
  );
}
