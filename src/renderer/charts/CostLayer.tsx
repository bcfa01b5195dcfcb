/** The moving part of the cost chart. Only this renders while something is being dragged. */
import { useContext, useId, useMemo, useState, type ReactNode } from "react";
import { formatMoney, formatPercent } from "#shared/report/format.ts";
import { ChartLabel } from "./ChartLabel.tsx";
import { CostContext, type CostModel } from "./cost-model.ts";
import { PlotClip } from "./PlotClip.tsx";
import { usePlane } from "./Plot.tsx";
import { ProbeSurface, type Probe } from "./ProbeSurface.tsx";
import { Readout } from "./Readout.tsx";
import { costPicture, MARKER_RADIUS, type CostPart, type CostPicture, type CostWords } from "./series/cost-picture.ts";
import { budgetStand, costAt, overPoint, totalOf, type BudgetStand } from "./series/cost-stack.ts";
import { costWalk } from "./series/cost-table.ts";
import type { Plane } from "./series/geometry.ts";
import { NO_SIDES, sidesOf, type Wording } from "./series/labels.ts";
import type { LineFigure } from "./series/spoken-line.ts";
import { useTypefaces, wording } from "./text-width.ts";

export const PART_NAMES: Readonly<Record<CostPart, string>> = { incentive: "Incentive", burden: "Burden", base: "Base pay" };

const PART_OFF = 8;
const LINE = 16;

/** What is said at the crossing, longest wording first; "Over budget" without a place where there is no other side. */
function overWords(stand: BudgetStand): readonly Wording[] {
  switch (stand.kind) {
    case "within":
      return [];
    case "over":
      return [wording("Over budget at every attainment", ""), wording("Over budget", "")];
    case "over-from":
      return [wording(`Over budget from ${formatPercent(overPoint(stand))}`, ""), wording(`Over from ${formatPercent(overPoint(stand))}`, "")];
    case "over-until":
      return [wording(`Over budget until ${formatPercent(overPoint(stand))}`, ""), wording(`Over until ${formatPercent(overPoint(stand))}`, "")];
  }
}

function pictureOf(plane: Plane, { points, budget, crossing, currency }: CostModel, kept: ReadonlyMap<string, string>): CostPicture {
  const words: CostWords = {
    budget: budget === null ? null : wording("Budget", formatMoney(budget, currency, "short")),
    over: overWords(budgetStand(points, budget, crossing)),
  };
  return costPicture(plane, points, budget, crossing?.attainment ?? null, words, kept);
}

export function CostLayer(): ReactNode {
  const live = useContext(CostContext);
  const plane = usePlane();
  return live === null || plane === null ? null : <CostDrawing plane={plane} model={live.model} rest={live.rest} />;
}

type DrawingProps = { readonly plane: Plane; readonly model: CostModel; readonly rest: CostModel };

function CostDrawing({ plane, model, rest }: DrawingProps): ReactNode {
  const typefaces = useTypefaces();
  const [probe, setProbe] = useState<Probe | null>(null);
  const atRest = useMemo(() => ({ picture: pictureOf(plane, rest, NO_SIDES), typefaces }), [plane, rest, typefaces]);
  const sides = useMemo(() => sidesOf(atRest.picture.labels), [atRest]);
  const picture = useMemo(
    () => (model === rest ? atRest.picture : pictureOf(plane, model, sides)),
    [plane, model, rest, atRest, sides],
  );
  const walk = useMemo(() => costWalk(rest.points, rest.budget, rest.currency), [rest]);
  const probed = probe === null || model !== rest ? null : costAt(model.points, probe.attainment);

  return (
    <g className="cost-layer">
      <CostAreas plane={plane} picture={picture} />
      <ProbeSurface plane={plane} label={`${model.title}, plot. Arrow keys walk its corners.`} walk={walk} onProbe={setProbe} heightOf={(figure, attainment) => plane.y(heightOf(figure, costAt(model.points, attainment)))} />
      <CostLimit plane={plane} picture={picture} />
      <CostParts plane={plane} picture={picture} point={probed ?? model.points.at(-1)} currency={model.currency} />
      {probe === null || probed === null ? null : (
        <Readout
          plane={plane}
          attainment={probed.attainment}
          name={formatPercent(probe.attainment)}
          value={costReading(totalOf(probed), model)}
          over={model.budget !== null && totalOf(probed) > model.budget}
          marks={[totalOf(probed)]}
        />
      )}
    </g>
  );
}

/** Where a part ends in the stack: the total is the top of the incentive. */
function heightOf(figure: LineFigure, point: Readonly<Record<CostPart, number>> | null): number {
  if (point === null) return 0;
  return figure === "base" ? point.base : figure === "burden" ? point.base + point.burden : point.base + point.burden + point.incentive;
}

function costReading(total: number, { budget, currency }: CostModel): string {
  const cost = `costs ${formatMoney(total, currency, "short")}`;
  if (budget === null || total === budget) return cost;
  const gap = formatMoney(Math.abs(total - budget), currency, "short");
  return total > budget ? `${cost}, ${gap} over budget` : `${cost}, ${gap} under budget`;
}

function CostAreas({ plane, picture }: { readonly plane: Plane; readonly picture: CostPicture }): ReactNode {
  const hatch = useId();
  const { areas, edges, exits } = picture;
  return (
    <>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="cost-hatch" x1="2.5" y1="0" x2="2.5" y2="5" />
        </pattern>
      </defs>
      <PlotClip area={plane.area}>
        <path className="cost-area base" d={areas.base} />
        <path className="cost-area burden" d={areas.burden} fill={`url(#${hatch})`} />
        <path className="cost-area incentive" d={areas.incentive} />
        <path className="cost-edge burden" d={edges.burden} />
        <path className="cost-edge base" d={edges.base} />
        <path className="cost-edge within" d={edges.within} />
        <path className="cost-edge over" d={edges.over} />
      </PlotClip>
      {exits.map(({ x, y, over }) => (
        <path key={x} className={over ? "exit-arrow over" : "exit-arrow"} d={`M${x - 5},${y + 4}L${x},${y - 4}L${x + 5},${y + 4}Z`} />
      ))}
    </>
  );
}

function CostLimit({ plane, picture }: { readonly plane: Plane; readonly picture: CostPicture }): ReactNode {
  const { area } = plane;
  const { budget, marker, labels } = picture;
  return (
    <g className="cost-limit">
      {budget === null || budget.beyond ? null : <line className="limit" x1={area.left} y1={budget.y} x2={area.right} y2={budget.y} />}
      {marker?.leader == null ? null : (
        <line className="leader over" x1={marker.leader.from.x} y1={marker.leader.from.y} x2={marker.leader.to.x} y2={marker.leader.to.y} />
      )}
      {marker === null ? null : <circle className="cost-marker" cx={marker.spot.x} cy={marker.spot.y} r={MARKER_RADIUS} />}
      {labels.map((label) => (
        <ChartLabel key={label.id} label={label} tone={label.id === "over" ? "over" : undefined} plate={label.onArea} />
      ))}
    </g>
  );
}

type PartsProps = {
  readonly plane: Plane;
  readonly picture: CostPicture;
  readonly point: Readonly<Record<CostPart, number>> | undefined;
  readonly currency: string;
};

/** Names and amounts of the parts, at the right of the plot: at its right edge, or where one points. */
function CostParts({ plane, picture, point, currency }: PartsProps): ReactNode {
  if (point === undefined) return null;
  const x = plane.area.right + PART_OFF;
  return picture.parts.map(({ part, y }) => (
    <text key={part} className="chart-label" x={x} y={y}>
      <tspan className="name" x={x} dy={`${-LINE / 2}`} dominantBaseline="central">{PART_NAMES[part]}</tspan>
      <tspan className="amount" x={x} dy={LINE} dominantBaseline="central">{formatMoney(point[part], currency, "short")}</tspan>
    </text>
  ));
}
