/** Who gains and who loses: a mark for each person, in a band for each role. */
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { classNames } from "../controls/class-names.ts";
import { ChartFrame, type TableState } from "./ChartFrame.tsx";
import { Plot, samePlotFrame, usePlane, type PlotFrame } from "./Plot.tsx";
import type { PlotSize } from "./PlotBox.tsx";
import { ProbeSurface, type Probe } from "./ProbeSurface.tsx";
import { Readout } from "./Readout.tsx";
import type { Plane } from "./series/geometry.ts";
import { changeRange, changesTable, changesWalk, changeText, rowWords, type ChangedPerson, type ChangedRow, type ChangeUnit } from "./series/pay-changes.ts";
import { packedSwarm, type Swarm } from "./series/swarm.ts";
import { AMOUNT_STEPS, NO_TICKS, noTickText, roundTicks } from "./series/ticks.ts";
import { shortened, textWidth, useTypefaces } from "./text-width.ts";
import { useStable } from "./use-at-rest.ts";
import "./compared-charts.css";

export type PayChangesChartProps = {
  readonly title: string;
  readonly headerControls?: ReactNode;
  readonly summary: ReactNode;
  readonly rows: readonly ChangedRow[];
  readonly unit: ChangeUnit;
  /** Of the base and of the other scenario. */
  readonly names: readonly [string, string];
  readonly tableState?: TableState | undefined;
  /** Newer figures are being calculated; those shown stay until they are there. */
  readonly isUpdating?: boolean;
};

const WIDEST_NAME = 110;
const GAP = 12;
const TICK_GAP = 18;
/** The axis spans at least this much: a hundred units of a currency with cents, a tenth of a percent. */
const LEAST = { money: 10_000, share: 0.001 } as const;

export function PayChangesChart({ title, headerControls, summary, rows, unit, names, tableState, isUpdating = false }: PayChangesChartProps): ReactNode {
  return (
    <ChartFrame title={title} headerControls={<>{isUpdating ? <span className="chart-updating">Updating</span> : null}{headerControls}</>} summary={summary} hasLongSummary table={() => changesTable(rows, unit, names)} tableState={tableState}>
      {(size) => (rows.length === 0 ? null : <ChangesPlot rows={rows} unit={unit} title={title} size={size} />)}
    </ChartFrame>
  );
}

type ChangesPlotProps = Pick<PayChangesChartProps, "rows" | "unit" | "title"> & { readonly size: PlotSize };

function ChangesPlot({ rows, unit, title, size }: ChangesPlotProps): ReactNode {
  const typefaces = useTypefaces();
  const wanted = useMemo((): { frame: PlotFrame; typefaces: number } => {
    const { from, to } = changeRange(rows, LEAST[unit.kind]);
    const left = Math.min(WIDEST_NAME, Math.ceil(Math.max(...rows.map(({ label }) => textWidth(label, "small-strong"))))) + GAP;
    const right = Math.ceil(Math.max(...rows.flatMap((row) => rowWords(row, unit).map((words) => textWidth(words, "small"))))) + GAP;
    const widest = Math.max(textWidth(changeText(from, unit), "note"), textWidth(changeText(to, unit), "note"));
    const ticks = roundTicks(from, to, Math.max(2, Math.min(9, Math.floor((size.width - left - right) / (widest + TICK_GAP)))), AMOUNT_STEPS);
    return { frame: { from, to, top: rows.length, xTicks: ticks, yTicks: NO_TICKS, left, right, axisName: null, grid: "vertical" }, typefaces };
  }, [rows, unit, size, typefaces]);
  const frame = useStable(wanted.frame, samePlotFrame);
  const formatChange = useCallback((difference: number) => changeText(difference, unit), [unit]);
  const layer = useMemo(() => <ChangesLayer rows={rows} unit={unit} title={title} width={size.width} />, [rows, unit, title, size.width]);
  return (
    <Plot width={size.width} height={size.height} frame={frame} formatX={formatChange} formatY={noTickText}>
      {layer}
    </Plot>
  );
}

type LayerProps = Omit<ChangesPlotProps, "size"> & { readonly width: number };

function ChangesLayer(props: LayerProps): ReactNode {
  const plane = usePlane();
  return plane === null ? null : <ChangesDrawing plane={plane} {...props} />;
}

function ChangesDrawing({ plane, rows, unit, title, width }: LayerProps & { readonly plane: Plane }): ReactNode {
  useTypefaces();
  const [probe, setProbe] = useState<Probe | null>(null);
  const { area } = plane;
  const pitch = (area.bottom - area.top) / rows.length;
  const swarms = useMemo(() => rows.map(({ people }) => packedSwarm(people.map(({ difference }) => plane.x(difference)), pitch - 4)), [rows, plane, pitch]);
  const walk = useMemo(() => changesWalk(rows, unit), [rows, unit]);
  const zero = plane.x(0);
  const middleOf = (index: number): number => area.top + (index + 0.5) * pitch;
  const probed = probe === null ? null : nearest(probe, rows, walk, Math.floor(((probe.y ?? area.top) - area.top) / pitch));
  return (
    <g className="compared-layer">
      <rect className="people-losing" x={area.left} y={area.top} width={Math.max(0, zero - area.left)} height={area.bottom - area.top} />
      {rows.slice(1).map(({ id }, index) => <line key={id} className="people-rule" x1={0} x2={width} y1={area.top + (index + 1) * pitch} y2={area.top + (index + 1) * pitch} />)}
      <line className="people-zero" x1={zero} x2={zero} y1={area.top} y2={area.bottom} />
      {rows.map((row, index) => (
        <g key={row.id}>
          {[...marksOf(row, swarms[index] ?? NOBODY, plane, middleOf(index))].map(([className, path]) => <path key={className} className={className} d={path} />)}
          <RowTexts row={row} unit={unit} middle={middleOf(index)} edge={width} />
        </g>
      ))}
      <ProbeSurface plane={plane} label={`${title}, plot. Up and down walk the roles, left and right their people.`} walk={walk} onProbe={setProbe} heightOf={() => area.bottom} />
      {probed === null ? null : <circle className="person-probed" cx={plane.x(probed.difference)} cy={placeOf(probed, rows, swarms, middleOf)} r={7} />}
      {probed === null ? null : <Readout plane={plane} attainment={probed.difference} name={probed.name} value={changeText(probed.difference, unit)} from={null} marks={[]} />}
    </g>
  );
}

/** The person pointed at, or the one the walk stands at. */
function nearest(probe: Probe, rows: readonly ChangedRow[], walk: ReturnType<typeof changesWalk>, pointed: number): ChangedPerson | null {
  const row = rows[probe.at?.series ?? pointed];
  if (row === undefined) return null;
  const wanted = probe.at === null ? probe.attainment : (walk[probe.at.series]?.stops[probe.at.stop]?.attainment ?? probe.attainment);
  return row.people.reduce<ChangedPerson | null>((best, person) => (best === null || Math.abs(person.difference - wanted) < Math.abs(best.difference - wanted) ? person : best), null);
}

const NOBODY: Swarm = { size: 3, offsets: [] };

/** The people of a row as one path for each look: a circle gains, a square loses, a diamond is neither; hollow where it is little. */
function marksOf({ people }: ChangedRow, { size, offsets }: Swarm, plane: Plane, middle: number): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const reach = (size - 1.25) / 2;
  people.forEach(({ difference, isBeyond }, index) => {
    const [x, y] = [round(plane.x(difference)), middle + (offsets[index] ?? 0)];
    const look = classNames("person", difference > 0 ? "gains" : difference < 0 ? "loses" : "same", !isBeyond && difference !== 0 && "within");
    const mark = difference > 0 ? `M${x - reach},${y}a${reach},${reach} 0 1 0 ${2 * reach},0a${reach},${reach} 0 1 0 ${-2 * reach},0Z` : difference < 0 ? `M${x - reach},${y - reach}h${2 * reach}v${2 * reach}h${-2 * reach}Z` : `M${x},${y - reach}l${reach},${reach}l${-reach},${reach}l${-reach},${-reach}Z`;
    paths.set(look, (paths.get(look) ?? "") + mark);
  });
  return paths;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** The height at which a person's mark stands. */
function placeOf(person: ChangedPerson, rows: readonly ChangedRow[], swarms: readonly Swarm[], middleOf: (index: number) => number): number {
  const index = rows.findIndex(({ people }) => people.includes(person));
  return middleOf(index) + (swarms[index]?.offsets[rows[index]?.people.indexOf(person) ?? 0] ?? 0);
}

type RowTextsProps = { readonly row: ChangedRow; readonly unit: ChangeUnit; readonly middle: number; readonly edge: number };

function RowTexts({ row, unit, middle, edge }: RowTextsProps): ReactNode {
  const [counts, median] = rowWords(row, unit);
  return (
    <>
      <text className="chart-label" x={0} y={middle} dy="0.35em">
        <title>{row.label}</title>
        <tspan className="name">{shortened(row.label, WIDEST_NAME, "small-strong")}</tspan>
      </text>
      <text className="chart-label" x={edge} y={middle - 8} dy="0.35em" textAnchor="end">{counts}</text>
      <text className="chart-label quiet" x={edge} y={middle + 8} dy="0.35em" textAnchor="end">{median}</text>
    </>
  );
}
