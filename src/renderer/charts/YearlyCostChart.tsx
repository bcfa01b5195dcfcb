/** What a year costs, over all simulated years: a histogram against the budget, with percentiles and the expected cost. */
import { useCallback, useMemo, type ReactNode } from "react";
import { formatMoney } from "#shared/report/format.ts";
import { ChartFrame, type TableState } from "./ChartFrame.tsx";
import { Plot, plotHeight, samePlotFrame, type PlotFrame } from "./Plot.tsx";
import type { PlotSize } from "./PlotBox.tsx";
import { SentenceText } from "./SentenceText.tsx";
import { fitsScale, histogramScale, type HistogramScale } from "./series/histogram.ts";
import { HISTOGRAM_HEAD } from "./series/histogram-picture.ts";
import { AMOUNT_STEPS, NO_TICKS, noTickText, roundTicks } from "./series/ticks.ts";
import { yearlyCostSentence, yearlyCostTable, type YearlyCost } from "./series/yearly-cost-words.ts";
import { textWidth, useTypefaces } from "./text-width.ts";
import { useAtRest, useStable } from "./use-at-rest.ts";
import { YearlyCostContext, type YearlyCostModel } from "./yearly-cost-model.ts";
import { YearlyCostLayer } from "./YearlyCostLayer.tsx";
import "./yearly-cost-chart.css";

export type YearlyCostChartProps = YearlyCost & {
  readonly title: string;
  /** False while anything is being moved: the scale stays as it is. */
  readonly settled: boolean;
  /** Newer years are being calculated; those shown stay until they are there. */
  readonly isUpdating: boolean;
  readonly headerControls?: ReactNode;
  readonly tableState?: TableState | undefined;
};

const LAYER = <YearlyCostLayer />;
/** Half of an axis label stands beside the plot. */
const BESIDE = 14;
const TICK_GAP = 16;

function marksOf({ expected, costAtAverage, budget }: YearlyCost): readonly number[] {
  return budget === null ? [expected, costAtAverage] : [expected, costAtAverage, budget];
}

type Wanted = { readonly scale: HistogramScale; readonly model: YearlyCost };

/** The axes follow the years only where these no longer stand well on them. */
function useScale(rest: YearlyCost): HistogramScale {
  const wanted = useMemo((): Wanted => ({ scale: histogramScale(rest.costs, marksOf(rest)), model: rest }), [rest]);
  return useStable(wanted, (kept, next) => kept.model.currency === next.model.currency && fitsScale(kept.scale, next.model.costs, marksOf(next.model))).scale;
}

function frameOf({ from, to, top }: HistogramScale, currency: string, { width }: PlotSize): PlotFrame {
  const widest = Math.max(textWidth(formatMoney(from, currency, "axis"), "note"), textWidth(formatMoney(to, currency, "axis"), "note"));
  const most = Math.max(2, Math.min(8, Math.floor((width - 2 * BESIDE) / (widest + TICK_GAP))));
  return {
    from, to, top, xTicks: roundTicks(from, to, most, AMOUNT_STEPS), yTicks: NO_TICKS, left: BESIDE, right: BESIDE, axisName: null, head: HISTOGRAM_HEAD,
  };
}

type PlotProps = { readonly model: YearlyCostModel; readonly rest: YearlyCostModel; readonly scale: HistogramScale; readonly size: PlotSize };

function YearlyCostPlot({ model, rest, scale, size }: PlotProps): ReactNode {
  const typefaces = useTypefaces();
  const wanted = useMemo(() => ({ frame: frameOf(scale, rest.currency, size), typefaces }), [scale, rest.currency, size, typefaces]);
  const frame = useStable(wanted.frame, samePlotFrame);
  const live = useMemo(() => ({ model, rest, scale }), [model, rest, scale]);
  const { currency } = rest;
  const formatAmount = useCallback((amount: number) => formatMoney(amount, currency, "axis"), [currency]);
  if (plotHeight(size.height, frame) < 1) return null;
  return (
    <YearlyCostContext.Provider value={live}>
      <Plot width={size.width} height={size.height} frame={frame} formatX={formatAmount} formatY={noTickText}>
        {LAYER}
      </Plot>
    </YearlyCostContext.Provider>
  );
}

export function YearlyCostChart(props: YearlyCostChartProps): ReactNode {
  const { title, costs, p10, p50, p90, expected, costAtAverage, gap, gapCause, budget, overBudget, currency, isCoarse, isExpectedCoarse, settled, isUpdating, headerControls, tableState } = props;
  const model = useMemo(
    () => ({ title, costs, p10, p50, p90, expected, costAtAverage, gap, gapCause, budget, overBudget, currency, isCoarse, isExpectedCoarse }),
    [title, costs, p10, p50, p90, expected, costAtAverage, gap, gapCause, budget, overBudget, currency, isCoarse, isExpectedCoarse],
  );
  // The first years are on the way to all: the scale waits for these.
  const rest = useAtRest(model, settled && !isCoarse, Object.is);
  const scale = useScale(rest);
  return (
    <ChartFrame
      title={title}
      headerControls={<>{isUpdating ? <span className="chart-updating">Updating</span> : null}{headerControls}</>}
      summary={<SentenceText sentence={yearlyCostSentence(model)} />}
      table={() => yearlyCostTable(model, scale)}
      tableState={tableState}
    >
      {(size) => (costs.length === 0 ? null : <YearlyCostPlot model={model} rest={rest} scale={scale} size={size} />)}
    </ChartFrame>
  );
}
