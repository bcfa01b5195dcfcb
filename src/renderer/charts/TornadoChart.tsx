/** What moves the cost: one bar for each input, from its lowest to its highest cost over the range of the input. */
import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { MinorUnits } from "#shared/units/money.ts";
import { ChartFrame, type TableState } from "./ChartFrame.tsx";
import { Plot, plotHeight, samePlotFrame, type PlotFrame } from "./Plot.tsx";
import type { PlotSize } from "./PlotBox.tsx";
import { SentenceText } from "./SentenceText.tsx";
import { AMOUNT_STEPS, NO_TICKS, noTickText, ticksApart } from "./series/ticks.ts";
import { tornadoPitch, tornadoRange, tornadoRows, type TornadoInput } from "./series/tornado.ts";
import { differenceText, rowName, swingText, tornadoSentence, tornadoTable, valueText, type GoalWords } from "./series/tornado-words.ts";
import { textWidth, useTypefaces } from "./text-width.ts";
import { TornadoContext, type TornadoColumns, type TornadoModel } from "./tornado-model.ts";
import { SWING_TITLE, TornadoLayer, VALUE_OFF } from "./TornadoLayer.tsx";
import { useAtRest, useStable } from "./use-at-rest.ts";
import "./tornado-chart.css";

export type TornadoChartProps = {
  readonly title: string;
  /** Keep the identity while nothing changes. */
  readonly sensitivities: readonly TornadoInput[];
  /** The present cost: expected, or P90. */
  readonly expected: MinorUnits;
  readonly budget: MinorUnits | null;
  readonly currency: string;
  /** False while anything is being moved: scale and order stay as they are. */
  readonly settled: boolean;
  /** Newer figures are being calculated; those shown stay until they are there. */
  readonly isUpdating?: boolean;
  /** Of the first simulated years only. */
  readonly isCoarse?: boolean;
  /** Nothing is calculated yet. */
  readonly isWaiting?: boolean;
  readonly goalWords: GoalWords;
  readonly headerControls?: ReactNode;
  /** Stands in the table's place where ranges can be changed. */
  readonly tableView?: ReactNode;
  readonly tableState?: TableState | undefined;
  /** A click or Enter on an input: takes its id. */
  readonly onChoose?: ((id: string) => void) | undefined;
};

const LAYER = <TornadoLayer />;
const COLUMN_GAP = 10;
/** Names give way to the bars: no wider than this share of the card, and shortened to the least where bars need the room. */
const WIDEST_NAMES = 0.4;
const LEAST_NAMES = 111;
const BARS = 160;
const HEAD = 20;
const TICK_GAP = 12;

function widest(texts: readonly string[], typeface: "small" | "small-strong" | "note"): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, typeface))));
}

type Layout = { readonly frame: PlotFrame; readonly columns: TornadoColumns };

function layoutOf({ rows: all, idle, expected, budget, currency }: TornadoModel, { width, height }: PlotSize): Layout {
  const rows = all.slice(0, tornadoPitch(all.length, plotHeight(height, { axisName: null, head: HEAD }), idle).shown);
  const ends = (end: "low" | "high"): number => widest(rows.map((row) => valueText(row[end].value, row.sensitivity.unit, currency)), "small");
  const swings = Math.max(widest(rows.map(({ sensitivity }) => swingText(sensitivity.swing, currency)), "small-strong"), widest([SWING_TITLE], "note"));
  const [low, high] = [ends("low"), ends("high")];
  const room = Math.max(LEAST_NAMES, Math.min(Math.floor(width * WIDEST_NAMES), width - low - high - swings - 2 * (COLUMN_GAP + VALUE_OFF) - BARS));
  const names = Math.min(room, widest(rows.map(({ sensitivity }) => rowName(sensitivity)), "small"));
  const left = names + COLUMN_GAP + low + VALUE_OFF;
  const right = swings + COLUMN_GAP + high + VALUE_OFF;
  const { from, to } = tornadoRange(rows, budget === null ? null : budget - expected);
  const widthOf = (tick: number): number => textWidth(differenceText(tick, currency), "note");
  return {
    frame: { from, to, top: 1, xTicks: ticksApart({ from, to, steps: AMOUNT_STEPS, most: 5, length: width - left - right, gap: TICK_GAP }, widthOf), yTicks: NO_TICKS, left, right, axisName: null, head: HEAD, grid: "vertical" },
    columns: { names, edge: width },
  };
}

type PlotProps = {
  readonly model: TornadoModel;
  readonly rest: TornadoModel;
  readonly size: PlotSize;
  readonly onChoose: ((id: string) => void) | null;
  readonly onRest: () => void;
};

function TornadoPlot({ model, rest, size, onChoose, onRest }: PlotProps): ReactNode {
  const typefaces = useTypefaces();
  const wanted = useMemo(() => ({ ...layoutOf(rest, size), typefaces }), [rest, size, typefaces]);
  const frame = useStable(wanted.frame, samePlotFrame);
  const { columns } = wanted;
  const live = useMemo(() => ({ model, rest, columns, onChoose, onRest }), [model, rest, columns, onChoose, onRest]);
  const { currency } = rest;
  const formatDifference = useCallback((difference: number) => differenceText(difference, currency), [currency]);
  return (
    <TornadoContext.Provider value={live}>
      <Plot width={size.width} height={size.height} frame={frame} formatX={formatDifference} formatY={noTickText}>
        {LAYER}
      </Plot>
    </TornadoContext.Provider>
  );
}

export function TornadoChart({ title, sensitivities, expected, budget, currency, settled, isUpdating = false, isCoarse = false, isWaiting = false, goalWords, headerControls, tableView, tableState, onChoose }: TornadoChartProps): ReactNode {
  const [ownShown, setOwnShown] = useState(false);
  const { shown, onChange } = tableState ?? { shown: ownShown, onChange: setOwnShown };
  const all = useMemo(() => tornadoRows(sensitivities, expected), [sensitivities, expected]);
  const model = useMemo(() => {
    const rows = all.filter(({ sensitivity }) => sensitivity.swing > 0);
    return { title, rows, idle: all.length - rows.length, expected, budget, currency, goalWords };
  }, [title, all, expected, budget, currency, goalWords]);
  const showTable = useCallback(() => onChange(true), [onChange]);
  const rest = useAtRest(model, settled, Object.is);
  return (
    <ChartFrame
      title={title}
      headerControls={<>{isUpdating ? <span className="chart-updating">Updating</span> : null}{headerControls}</>}
      summary={isWaiting ? "" : <SentenceText sentence={tornadoSentence(model.rows, goalWords, isCoarse)} />}
      table={() => tornadoTable(all, expected, goalWords, currency)}
      tableView={tableView}
      tableState={{ shown, onChange }}
    >
      {(size) => (all.length === 0 ? null : <TornadoPlot model={model} rest={rest} size={size} onChoose={onChoose ?? null} onRest={showTable} />)}
    </ChartFrame>
  );
}
