/** The moving part of the sensitivities: names, bars, values at their ends, full swings. */
import { useContext, useMemo, useState, type ReactNode } from "react";
import { formatMoney } from "#shared/report/format.ts";
import { ChartLabel } from "./ChartLabel.tsx";
import { usePlane } from "./Plot.tsx";
import { ProbeSurface, type Probe } from "./ProbeSurface.tsx";
import { Readout } from "./Readout.tsx";
import type { Plane } from "./series/geometry.ts";
import { beyond } from "./series/reach.ts";
import { BAR, inOrderOf, nearestPoint, rowAt, tornadoBar, tornadoPitch, type TornadoPitch, type TornadoPoint, type TornadoRow } from "./series/tornado.ts";
import { tornadoHead } from "./series/tornado-head.ts";
import { goalName, pointReading, restText, rowName, swingText, tornadoWalk, valueText } from "./series/tornado-words.ts";
import { shortened, textWidth, useTypefaces, wording } from "./text-width.ts";
import { TornadoContext, type TornadoColumns, type TornadoLive, type TornadoModel } from "./tornado-model.ts";

export const SWING_TITLE = "Full swing";
/** Between the end of a bar and its value. */
export const VALUE_OFF = 8;
const HEAD_LIFT = 10;
const EXIT = 5;

export function TornadoLayer(): ReactNode {
  const live = useContext(TornadoContext);
  const plane = usePlane();
  return live === null || plane === null ? null : <TornadoDrawing plane={plane} live={live} />;
}

/** The row and point a probe means. */
function probedPoint(probe: Probe, rows: readonly TornadoRow[], top: number, pitch: TornadoPitch): { readonly index: number; readonly row: TornadoRow; readonly point: TornadoPoint } | null {
  const index = probe.at?.series ?? (probe.y === null ? null : rowAt(probe.y, top, pitch));
  const row = index === null ? undefined : rows[index];
  if (index === null || row === undefined) return null;
  const point = (probe.at === null ? undefined : row.points[probe.at.stop]) ?? nearestPoint(row, probe.attainment);
  return { index, row, point };
}

function TornadoDrawing({ plane, live: { model, rest, columns, onChoose, onRest } }: { readonly plane: Plane; readonly live: TornadoLive }): ReactNode {
  const [probe, setProbe] = useState<Probe | null>(null);
  const { area } = plane;
  const pitch = tornadoPitch(rest.rows.length, area.bottom - area.top, rest.idle);
  const rows = useMemo(() => (model === rest ? rest.rows : inOrderOf(model.rows, rest.rows)).slice(0, pitch.shown), [model, rest, pitch.shown]);
  const walk = useMemo(() => tornadoWalk(rest.rows.slice(0, pitch.shown), rest.currency), [rest, pitch.shown]);
  const probed = probe === null || model !== rest ? null : probedPoint(probe, rows, area.top, pitch);
  const middleOf = (index: number): number => area.top + (index + 0.5) * pitch.pitch;
  const keys = `${onChoose === null ? "" : " Enter changes the range of an input."} T shows all inputs in a table.`;

  function choose(chosen: Probe): void {
    const found = probedPoint(chosen, rows, area.top, pitch);
    if (found !== null) onChoose?.(found.row.sensitivity.id);
  }

  return (
    <g className="tornado-layer">
      {probed === null ? null : (
        <rect className="tornado-row-ground" x={0} y={middleOf(probed.index) - pitch.pitch / 2} width={columns.edge} height={pitch.pitch} rx={4} />
      )}
      {rows.map((row, index) => <Bar key={row.sensitivity.id} plane={plane} row={row} middle={middleOf(index)} />)}
      <ProbeSurface
        plane={plane}
        label={`${model.title}, plot. Up and down walk its inputs, left and right their points.${keys}`}
        walk={walk}
        onProbe={setProbe}
        heightOf={() => area.bottom}
        onChoose={onChoose === null ? undefined : choose}
        className={onChoose !== null && probed !== null ? "choosable" : ""}
      />
      <Head plane={plane} model={model} columns={columns} />
      {rows.map((row, index) => <RowTexts key={row.sensitivity.id} plane={plane} row={row} middle={middleOf(index)} columns={columns} currency={model.currency} />)}
      {pitch.left === 0 ? null : (
        <text className="chart-label tornado-rest" onClick={onRest} x={0} y={middleOf(rows.length)} dy="0.35em">{restText(pitch.left, rest.idle)}</text>
      )}
      {probed === null ? null : (
        <>
          <g className="tornado-points" aria-hidden="true">
            {probed.row.points.map((point, index) => (
              <circle key={index} className="readout-mark" cx={plane.x(point.difference)} cy={middleOf(probed.index)} r={point === probed.point ? 4.5 : 3} />
            ))}
          </g>
          <Readout plane={plane} attainment={probed.point.difference} {...pointReading(probed.row, probed.point, model.currency)} from={null} marks={[]} />
        </>
      )}
    </g>
  );
}

/** Bars stay inside the plot while the scale stands still. */
function insideOf({ area, x }: Plane): (difference: number) => number {
  return (difference) => Math.max(area.left, Math.min(area.right, x(difference)));
}

function Bar({ plane, row, middle }: { readonly plane: Plane; readonly row: TornadoRow; readonly middle: number }): ReactNode {
  const { less, more } = tornadoBar(row, insideOf(plane));
  const y = middle - BAR / 2;
  return (
    <>
      {less.width === 0 ? null : <rect className="tornado-bar less" x={less.x} y={y} width={less.width} height={BAR} />}
      {more.width === 0 ? null : <rect className="tornado-bar more" x={more.x} y={y} width={more.width} height={BAR} />}
    </>
  );
}

type RowProps = { readonly plane: Plane; readonly row: TornadoRow; readonly middle: number; readonly columns: TornadoColumns; readonly currency: string };

function RowTexts({ plane, row, middle, columns, currency }: RowProps): ReactNode {
  const typefaces = useTypefaces();
  const { sensitivity, low, high } = row;
  const { left, right } = tornadoBar(row, insideOf(plane));
  const full = rowName(sensitivity);
  const short = rowName({ ...sensitivity, label: sensitivity.shortLabel });
  const name = useMemo(() => ({ text: textWidth(full, "small") <= columns.names ? full : shortened(short, columns.names, "small"), typefaces }), [full, short, columns.names, typefaces]).text;
  return (
    <g className="tornado-texts">
      <text className="chart-label" x={0} y={middle} dy="0.35em">
        {name === full ? null : <title>{full}</title>}
        {name}
      </text>
      <text className="chart-label quiet tornado-value" x={left - VALUE_OFF} y={middle} dy="0.35em" textAnchor="end">{valueText(low.value, sensitivity.unit, currency)}</text>
      <text className="chart-label quiet tornado-value" x={right + VALUE_OFF} y={middle} dy="0.35em">{valueText(high.value, sensitivity.unit, currency)}</text>
      <text className="chart-label" x={columns.edge} y={middle} dy="0.35em" textAnchor="end">
        <tspan className="name">{swingText(sensitivity.swing, currency)}</tspan>
      </text>
    </g>
  );
}

/** The present cost, the budget, and what the right column is. */
function Head({ plane, model, columns }: { readonly plane: Plane; readonly model: TornadoModel; readonly columns: TornadoColumns }): ReactNode {
  const { area } = plane;
  const { expected, budget, currency, goalWords } = model;
  const y = area.top - HEAD_LIFT;
  const range = { from: plane.attainmentAt(area.left), to: plane.attainmentAt(area.right) };
  const side = budget === null ? null : beyond(range, budget - expected);
  const limit = budget === null ? null : insideOf(plane)(budget - expected);
  const zero = plane.x(0);
  const labels = tornadoHead(
    { left: 0, right: columns.edge - textWidth(SWING_TITLE, "note") - VALUE_OFF, y },
    { x: zero, wordings: [wording(goalName(goalWords), formatMoney(expected, currency, "short"))] },
    limit === null || budget === null ? null : { x: limit, wordings: [wording("Budget", formatMoney(budget, currency, "short")), wording("Budget", "")], only: side === null ? undefined : side === "left" ? "right" : "left" },
  );
  return (
    <g className="tornado-head">
      <line className="tornado-zero" x1={zero} y1={y - 5} x2={zero} y2={area.bottom} />
      {limit === null || side !== null ? null : <line className="limit" x1={limit} y1={y - 5} x2={limit} y2={area.bottom} />}
      {limit === null || side === null ? null : (
        <path className="mark-exit" d={side === "left" ? `M${limit + 3},${y - EXIT}l-8,${EXIT}l8,${EXIT}Z` : `M${limit - 3},${y - EXIT}l8,${EXIT}l-8,${EXIT}Z`} />
      )}
      {labels.map((label) => <ChartLabel key={label.id} label={label} />)}
      <text className="axis-label" x={columns.edge} y={y} dy="0.35em" textAnchor="end">{SWING_TITLE}</text>
    </g>
  );
}
