/** What a plot says at one attainment: a hairline, and the values on the axis, where they cover no handle and no label. */
import type { ReactNode } from "react";
import { DefaultZIndexes, useXAxisTicks, ZIndexLayer } from "recharts";
import { classNames } from "../controls/class-names.ts";
import type { Plane } from "./series/geometry.ts";
import { textWidth } from "./text-width.ts";

const PADDING = 6;
const HEIGHT = 20;
/** Below the axis, in the row of its labels. */
const DROP = 4;
/** Half of the widest label of the axis: a label that is covered in part is covered as a whole. */
const TICK_LABEL_REACH = 20;

type ReadoutProps = {
  readonly plane: Plane;
  readonly attainment: number;
  /** The attainment in words, in 600. */
  readonly name: string;
  readonly value: string;
  readonly over?: boolean;
  /** Where the hairline starts, as y: the top of the plot by default; null for none. */
  readonly from?: number | null;
  /** Values to mark on the hairline. */
  readonly marks: readonly number[];
};

export function Readout({ plane, attainment, name, value, over = false, from, marks }: ReadoutProps): ReactNode {
  const { area } = plane;
  const x = plane.x(attainment);
  const width = textWidth(name, "small-strong") + textWidth(" ", "small") + textWidth(value, "small") + 2 * PADDING;
  const left = Math.max(area.left - PADDING, Math.min(area.right + PADDING - width, x - width / 2));
  const covered = (useXAxisTicks() ?? [])
    .map(({ coordinate }) => coordinate)
    .filter((tick) => tick > left - TICK_LABEL_REACH && tick < left + width + TICK_LABEL_REACH);
  const clearFrom = Math.min(left, ...covered.map((tick) => tick - TICK_LABEL_REACH));
  const clearTo = Math.max(left + width, ...covered.map((tick) => tick + TICK_LABEL_REACH));
  // The row of the axis labels is recharts' uppermost layer; the readout comes after them in it.
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <g className="readout" aria-hidden="true">
        {from === null ? null : <line className="hairline" x1={x} y1={from ?? area.top} x2={x} y2={area.bottom + DROP} />}
        {marks.map((mark) => plane.y(mark)).filter((y) => y >= area.top && y <= area.bottom).map((y, index) => (
          <circle key={index} className="readout-mark" cx={x} cy={y} r={3} />
        ))}
        <rect className="readout-clearing" x={clearFrom} y={area.bottom + DROP + 1} width={clearTo - clearFrom} height={HEIGHT - 2} />
        <rect className="readout-ground" x={left} y={area.bottom + DROP} width={width} height={HEIGHT} rx={4} />
        <text className={classNames("readout-text", over && "over")} x={left + PADDING} y={area.bottom + DROP + HEIGHT / 2} dy="0.35em">
          <tspan className="name">{name}</tspan> {value}
        </text>
      </g>
    </ZIndexLayer>
  );
}
