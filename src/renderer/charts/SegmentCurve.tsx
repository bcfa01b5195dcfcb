/** A payout curve around one attainment: the segment that applies on a soft band, and what is read off it. */
import { useId, type ReactNode } from "react";
import { curveLine } from "#shared/engine/index.ts";
import type { CompiledCurve } from "#shared/engine/outcome.ts";
import type { Axes } from "./series/geometry.ts";
import { jumpSpots, lineShape, pathThrough, runSpots } from "./series/line-shape.ts";
import { percentText, slopeText } from "./series/percent-text.ts";
import { segmentTicks, segmentView } from "./series/segment-view.ts";
import { textWidth } from "./text-width.ts";
import "./segment-curve.css";

type SegmentCurveProps = {
  readonly curve: CompiledCurve;
  /** Where the segment begins and ends; `to` null for the last one. */
  readonly segment: { readonly from: number; readonly to: number | null; readonly slope: number };
  readonly attainment: number;
  readonly payout: number;
  /** Read aloud. */
  readonly label: string;
};

const WIDTH = 390;
const HEIGHT = 124;
const AREA = { left: 38, right: WIDTH - 4, top: 8, bottom: HEIGHT - 20 };
const GAP = 6;

export function SegmentCurve({ curve, segment, attainment, payout, label }: SegmentCurveProps): ReactNode {
  const clip = useId();
  const { from, to, top } = segmentView(curve, segment, attainment);
  const axes: Axes = {
    x: (at) => AREA.left + ((at - from) / (to - from)) * (AREA.right - AREA.left),
    y: (value) => AREA.bottom - (value / top) * (AREA.bottom - AREA.top),
  };
  const shape = lineShape(curveLine(curve, from, to));
  const end = Math.min(segment.to ?? to, to);
  const begin = Math.max(segment.from, from);
  // The last corner of the line belongs to the next segment where pay jumps there.
  const own = lineShape(curveLine(curve, begin, end)).runs.slice(0, 1);
  const spot = { x: axes.x(attainment), y: axes.y(payout) };
  const { xTicks, yTicks } = segmentTicks(curve, { from, to, top }, attainment, (at) => axes.x(at));
  const slope = segment.slope === 0 ? "flat" : `${slopeText(segment.slope)} per point`;
  const middle = { x: axes.x((begin + end) / 2), y: axes.y(((own[0]?.[0]?.payout ?? 0) + (own[0]?.at(-1)?.payout ?? 0)) / 2) };
  const slopeX = Math.min(middle.x + 12, AREA.right - textWidth(slope, "small"));
  const paysX = Math.max(AREA.left + GAP, Math.min(AREA.left + GAP, spot.x - textWidth(percentText(payout), "small-strong") - GAP));
  return (
    <svg className="segment-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <clipPath id={clip}>
        <rect x={AREA.left} y={AREA.top - 4} width={AREA.right - AREA.left} height={AREA.bottom - AREA.top + 8} />
      </clipPath>
      <rect className="segment-curve__band" x={axes.x(begin)} y={AREA.top} width={Math.max(0, axes.x(end) - axes.x(begin))} height={AREA.bottom - AREA.top} />
      {yTicks.map((value) => (
        <g key={value}>
          <line className={value === 0 ? "segment-curve__axis" : "segment-curve__grid"} x1={AREA.left} x2={AREA.right} y1={axes.y(value)} y2={axes.y(value)} />
          <text className="segment-curve__tick" x={AREA.left - GAP} y={axes.y(value)} dy="0.35em" textAnchor="end">{percentText(value)}</text>
        </g>
      ))}
      <g clipPath={`url(#${clip})`}>
        <path className="segment-curve__line segment-curve__line--jump" d={pathThrough(jumpSpots(axes, shape))} />
        <path className="segment-curve__line" d={pathThrough(runSpots(axes, shape))} />
        <path className="segment-curve__segment" d={pathThrough(runSpots(axes, { runs: own, jumps: [] }))} />
      </g>
      <path className="segment-curve__read" d={`M${AREA.left},${spot.y}H${spot.x}V${AREA.bottom}`} />
      <path className="segment-curve__mark" d={`M${spot.x},${spot.y}m0,-5l5,5l-5,5l-5,-5Z`} />
      <text className="segment-curve__pays" x={paysX} y={spot.y - GAP}>{percentText(payout)}</text>
      <text className="segment-curve__slope" x={slopeX} y={Math.min(AREA.bottom - GAP, middle.y + 20)}>{slope}</text>
      {xTicks.map(({ attainment: at, isAsked }) => (
        <text key={at} className={isAsked ? "segment-curve__tick segment-curve__tick--asked" : "segment-curve__tick"} x={axes.x(at)} y={HEIGHT - 8} dy="0.35em" textAnchor={axes.x(at) > AREA.right - 14 ? "end" : "middle"}>
          {percentText(at)}
        </text>
      ))}
    </svg>
  );
}
