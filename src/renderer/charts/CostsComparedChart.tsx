/** What a year costs over all simulated years, several scenarios over each other. */
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { formatMoney, formatPercent } from "#shared/report/format.ts";
import type { MinorUnits } from "#shared/units/money.ts";
import { classNames } from "../controls/class-names.ts";
import { ChartFrame, type TableState } from "./ChartFrame.tsx";
import { Plot, samePlotFrame, usePlane, type PlotFrame } from "./Plot.tsx";
import type { PlotSize } from "./PlotBox.tsx";
import { ProbeSurface, type Probe } from "./ProbeSurface.tsx";
import { Readout } from "./Readout.tsx";
import { SentenceText } from "./SentenceText.tsx";
import { comparedCostsSentence, comparedCostsTable, comparedCostsWalk, comparedScale, expectedOfOne, outlineOf, outlineSpots, type ComparedCosts } from "./series/compared-costs.ts";
import { areaPath, linePath, type Plane } from "./series/geometry.ts";
import { histogram, shareUpTo, type HistogramScale } from "./series/histogram.ts";
import { slotLook } from "./series/slots.ts";
import { AMOUNT_STEPS, NO_TICKS, noTickText, roundTicks } from "./series/ticks.ts";
import { textWidth, useTypefaces } from "./text-width.ts";
import { useStable } from "./use-at-rest.ts";
import "./compared-charts.css";

export type CostsComparedChartProps = {
  readonly title: string;
  readonly titleControls?: ReactNode;
  readonly headerControls?: ReactNode;
  /** The base first; those without years are left out. */
  readonly series: readonly ComparedCosts[];
  readonly budget: MinorUnits | null;
  readonly currency: string;
  readonly tableState?: TableState | undefined;
};

const BESIDE = 14;
const TICK_GAP = 16;
/** A line of names above the plot for each scenario. */
const NAME_LINE = 15;

export function CostsComparedChart({ title, titleControls, headerControls, series, budget, currency, tableState }: CostsComparedChartProps): ReactNode {
  return (
    <ChartFrame title={title} titleControls={titleControls} headerControls={headerControls} summary={<SentenceText sentence={comparedCostsSentence(series, currency)} />} hasLongSummary table={() => comparedCostsTable(series, budget, currency)} tableState={tableState}>
      {(size) => (series.length === 0 ? null : <CostsPlot series={series} budget={budget} currency={currency} title={title} size={size} />)}
    </ChartFrame>
  );
}

type CostsPlotProps = Pick<CostsComparedChartProps, "series" | "budget" | "currency" | "title"> & { readonly size: PlotSize };

function CostsPlot({ series, budget, currency, title, size }: CostsPlotProps): ReactNode {
  const typefaces = useTypefaces();
  const scale = useMemo(() => comparedScale(series, budget), [series, budget]);
  const wanted = useMemo((): { frame: PlotFrame; typefaces: number } => {
    const widest = Math.max(textWidth(formatMoney(scale.from, currency, "axis"), "note"), textWidth(formatMoney(scale.to, currency, "axis"), "note"));
    const most = Math.max(2, Math.min(8, Math.floor((size.width - 2 * BESIDE) / (widest + TICK_GAP))));
    return { frame: { from: scale.from, to: scale.to, top: scale.top, xTicks: roundTicks(scale.from, scale.to, most, AMOUNT_STEPS), yTicks: NO_TICKS, left: BESIDE, right: BESIDE, axisName: null, head: NAME_LINE + 6 }, typefaces };
  }, [scale, currency, size, typefaces]);
  const frame = useStable(wanted.frame, samePlotFrame);
  const formatAmount = useCallback((amount: number) => formatMoney(amount, currency, "axis"), [currency]);
  const layer = useMemo(() => <CostsLayer series={series} budget={budget} currency={currency} title={title} scale={scale} />, [series, budget, currency, title, scale]);
  return (
    <Plot width={size.width} height={size.height} frame={frame} formatX={formatAmount} formatY={noTickText}>
      {layer}
    </Plot>
  );
}

type LayerProps = Omit<CostsPlotProps, "size"> & { readonly scale: HistogramScale };

function CostsLayer(props: LayerProps): ReactNode {
  const plane = usePlane();
  return plane === null ? null : <CostsDrawing plane={plane} {...props} />;
}

function CostsDrawing({ plane, series, budget, currency, title, scale }: LayerProps & { readonly plane: Plane }): ReactNode {
  useTypefaces();
  const [probe, setProbe] = useState<Probe | null>(null);
  const [raised, setRaised] = useState<string | null>(null);
  const { area } = plane;
  const outlines = useMemo(() => series.map((each) => ({ ...each, outline: outlineOf(histogram(each.costs, scale)) })), [series, scale]);
  const walk = useMemo(() => comparedCostsWalk(series, currency), [series, currency]);
  const limit = budget === null ? null : plane.x(budget);
  const place = probe === null ? null : Math.max(scale.from, Math.min(scale.to, probe.attainment));
  const quiet = (id: string): boolean => raised !== null && raised !== id;
  return (
    <g className="compared-layer">
      {outlines.map(({ id, slot, outline }, index) => {
        const spots = outlineSpots(outline, plane.x, plane.y);
        const { color, dash } = slotLook(slot);
        return (
          <g key={id} className={classNames(quiet(id) && "compared-quiet")}>
            {index === 0 ? <path className="compared-ground" d={areaPath(spots, [{ x: area.left, y: area.bottom }, { x: area.right, y: area.bottom }])} fill={color} /> : null}
            <path className="compared-line" d={linePath(spots)} stroke={color} style={{ strokeWidth: 1.75 }} {...(dash === null ? {} : { strokeDasharray: dash })} />
          </g>
        );
      })}
      {series.map((each) => (
        <path key={each.id} className="compared-expected" d={`M${plane.x(each.expected)},${area.bottom}l-4.5,-9h9Z`} fill={slotLook(each.slot).color}>
          <title>{`Expected cost of ${each.name}: ${expectedOfOne(each, currency)}`}</title>
        </path>
      ))}
      {limit === null || limit < area.left || limit > area.right ? null : (
        <>
          <line className="limit" x1={limit} x2={limit} y1={area.top} y2={area.bottom} />
          <text className="chart-label" x={limit + (limit > (area.left + area.right) / 2 ? -6 : 6)} y={area.top + 7} dy="0.35em" textAnchor={limit > (area.left + area.right) / 2 ? "end" : "start"}><tspan className="name">Budget</tspan> {formatMoney(budget ?? 0, currency, "short")}</text>
        </>
      )}
      <ProbeSurface plane={plane} label={`${title}, plot. Left and right walk the percentiles of a scenario, up and down the scenarios.`} walk={walk} onProbe={setProbe} heightOf={() => area.bottom} />
      <Names plane={plane} series={series} onRaise={setRaised} quiet={quiet} />
      {place === null ? null : <Readout plane={plane} attainment={place} name={formatMoney(place, currency, "short")} value={`costs at most this: ${series.map(({ costs }) => formatPercent(shareUpTo(costs, place))).join(" · ")} of years`} marks={[]} />}
    </g>
  );
}

type NamesProps = { readonly plane: Plane; readonly series: readonly ComparedCosts[]; readonly onRaise: (id: string | null) => void; readonly quiet: (id: string) => boolean };

/** A row of names above the plot, from the left; what has no room there is in the rail and the table. */
function Names({ plane, series, onRaise, quiet }: NamesProps): ReactNode {
  const places: { readonly each: ComparedCosts; readonly x: number }[] = [];
  let x = plane.area.left;
  for (const each of series) {
    const width = textWidth(each.name, "small-strong");
    if (x + width > plane.area.right) break;
    places.push({ each, x });
    x += width + 16;
  }
  return places.map(({ each: { id, name, slot }, x: left }) => (
    <text key={id} className={classNames("chart-label compared-name", quiet(id) && "compared-quiet")} x={left} y={plane.area.top - NAME_LINE / 2 - 2} dy="0.35em" style={{ fill: slotLook(slot).text }} onPointerEnter={() => onRaise(id)} onPointerLeave={() => onRaise(null)}>
      <tspan className="name">{name}</tspan>
    </text>
  ));
}
