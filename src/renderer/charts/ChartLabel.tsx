/** Text on a plot: a name in 600, a value in 400, and a halo that keeps it readable over lines. */
import type { ReactNode } from "react";
import { classNames } from "../controls/class-names.ts";
import type { PlacedLabel } from "./series/labels.ts";

const PLATE_PADDING = 4;

type ChartLabelProps = {
  readonly label: PlacedLabel;
  readonly tone?: "over" | "quiet" | "advice" | "accent" | undefined;
  /** On a filled area a halo is not enough: the label gets a ground. */
  readonly plate?: boolean;
};

export function ChartLabel({ label, tone, plate = false }: ChartLabelProps): ReactNode {
  const { wording: words, place, box } = label;
  const text = (
    <text className={classNames("chart-label", tone)} x={place.x} y={place.y} dy="0.35em" textAnchor={place.align}>
      {words.name === "" ? null : <tspan className="name">{words.name}</tspan>}
      {words.name !== "" && words.value !== "" ? " " : null}
      {words.value}
    </text>
  );
  if (!plate) return text;
  return (
    <g>
      <rect
        className="chart-plate"
        x={box.left - PLATE_PADDING}
        y={box.top - 2}
        width={box.right - box.left + 2 * PLATE_PADDING}
        height={box.bottom - box.top + 4}
        rx={4}
      />
      {text}
    </g>
  );
}
