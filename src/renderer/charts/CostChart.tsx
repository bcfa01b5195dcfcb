/** What the company pays if everyone stands at one attainment: base, burden and incentive stacked, against the budget. */
import { useCallback, useMemo, type ReactNode } from "react";
import type { CostPoint } from "#shared/engine/outcome.ts";
import { formatMoney, formatPercent } from "#shared/report/format.ts";
import { ExplainPointContext, useLatestExplainPoint, type ExplainPoint } from "./chart-context.ts";
import { ChartFrame, type TableState } from "./ChartFrame.tsx";
import { CostContext, type CostModel } from "./cost-model.ts";
import { CostLayer, PART_NAMES } from "./CostLayer.tsx";
import { ATTAINMENT_AXIS, Plot, plotHeight, samePlotFrame, type PlotFrame } from "./Plot.tsx";
import type { PlotSize } from "./PlotBox.tsx";
import { largestAmount, type BudgetCrossing } from "./series/cost-stack.ts";
import { costTable } from "./series/cost-table.ts";
import { AMOUNT_STEPS, RATIO_STEPS, roundTicks, ticksFromEndToEnd } from "./series/ticks.ts";
import { textWidth, useTypefaces } from "./text-width.ts";
import { useAtRest, useStable } from "./use-at-rest.ts";
import "./cost-chart.css";

export type CostChartProps = {
  readonly title: string;
  /** Corners of the cost over the attainments shown, ascending. Keep the identity while nothing changes. */
  readonly points: readonly CostPoint[];
  /** Minor units; null where there is none, or where it is not meant for what is shown. */
  readonly budget: number | null;
  /** Where the cost passes the budget; null where it does not. */
  readonly crossing: BudgetCrossing | null;
  readonly currency: string;
  /** False while anything is being moved: the scale stays as it is. */
  readonly settled: boolean;
  readonly summary: ReactNode;
  /** Beside the title. */
  readonly titleControls?: ReactNode;
  /** At the right. */
  readonly headerControls?: ReactNode;
  readonly tableState?: TableState | undefined;
  /** Explains a point of the total or of one of its parts. */
  readonly onExplain?: ExplainPoint;
};

const LAYER = <CostLayer />;
/** Above the highest amount: room for a label. */
const HEADROOM = 24;
const NARROWEST_LEFT = 34;
const LEFT_GAP = 7;
const NARROWEST_RIGHT = 84;
const RIGHT_GAP = 12;
const SMALLEST_TICK_PITCH = 48;

function axisAmount(amount: number, currency: string): string {
  return amount === 0 ? "0" : formatMoney(amount, currency, "axis");
}

function frameOf({ points, budget, currency }: CostModel, { width, height }: PlotSize): PlotFrame {
  const room = Math.max(HEADROOM * 2, plotHeight(height, { axisName: ATTAINMENT_AXIS }));
  const top = (largestAmount(points, budget) * room) / (room - HEADROOM);
  const yTicks = roundTicks(0, top, 5, AMOUNT_STEPS);
  const left = Math.max(NARROWEST_LEFT, ...yTicks.map((tick) => Math.ceil(textWidth(axisAmount(tick, currency), "note")) + LEFT_GAP));
  const last = points.at(-1);
  const amounts = last === undefined ? [] : [last.base, last.burden, last.incentive].map((amount) => textWidth(formatMoney(amount, currency, "short"), "small"));
  const names = Object.values(PART_NAMES).map((name) => textWidth(name, "small-strong"));
  const right = Math.max(NARROWEST_RIGHT, ...[...amounts, ...names].map((text) => Math.ceil(text) + RIGHT_GAP));
  const from = points[0]?.attainment ?? 0;
  const to = last?.attainment ?? 1;
  const xTicks = ticksFromEndToEnd(from, to, Math.max(2, Math.min(5, Math.floor((width - left - right) / SMALLEST_TICK_PITCH))), RATIO_STEPS);
  return { from, to, top, xTicks, yTicks, left, right, axisName: ATTAINMENT_AXIS };
}

function CostPlot({ model, rest, size }: { readonly model: CostModel; readonly rest: CostModel; readonly size: PlotSize }): ReactNode {
  // Widths inside the frame are taken again when a typeface arrives.
  const typefaces = useTypefaces();
  const wanted = useMemo(() => ({ frame: frameOf(rest, size), typefaces }), [rest, size, typefaces]);
  const frame = useStable(wanted.frame, samePlotFrame);
  const live = useMemo(() => ({ model, rest }), [model, rest]);
  const { currency } = rest;
  const formatAmount = useCallback((amount: number) => axisAmount(amount, currency), [currency]);
  return (
    <CostContext.Provider value={live}>
      <Plot width={size.width} height={size.height} frame={frame} formatX={formatPercent} formatY={formatAmount}>
        {LAYER}
      </Plot>
    </CostContext.Provider>
  );
}

export function CostChart({ title, points, budget, crossing, currency, settled, summary, titleControls, headerControls, tableState, onExplain = null }: CostChartProps): ReactNode {
  const model = useMemo(() => ({ title, points, budget, crossing, currency }), [title, points, budget, crossing, currency]);
  const rest = useAtRest(model, settled, Object.is);
  const explainPoint = useLatestExplainPoint(onExplain);
  return (
    <ChartFrame title={title} titleControls={titleControls} headerControls={headerControls} summary={summary} table={() => costTable(points, budget, currency)} tableState={tableState}>
      {(size) => (
        <ExplainPointContext.Provider value={explainPoint}>
          <CostPlot model={model} rest={rest} size={size} />
        </ExplainPointContext.Provider>
      )}
    </ChartFrame>
  );
}
