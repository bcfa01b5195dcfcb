/** Where people land, drawn under the axis of the payout plot. Drawn again with every frame of a drag: a cut may be what moves. */
import { useMemo, type ReactNode } from "react";
import type { Plane } from "./series/geometry.ts";
import { spreadPicture, SPREAD_ROWS, type SpreadDrawing } from "./series/spread-picture.ts";
import { textWidth, useTypefaces } from "./text-width.ts";

/** What the shares are of, longest wording first. */
const CAPTIONS = ["of people in each part", "of people"] as const;

type SpreadLayerProps = { readonly plane: Plane; readonly spread: SpreadDrawing; /** The name of the axis, which the cuts keep clear of. */ readonly axisName: string };

export function SpreadLayer({ plane, spread, axisName }: SpreadLayerProps): ReactNode {
  const typefaces = useTypefaces();
  const words = useMemo(
    () => ({
      widthOf: (share: string) => textWidth(share, "small-strong"),
      captions: CAPTIONS.map((text) => ({ text, width: textWidth(text, "note") })),
      nameFrom: plane.area.right - textWidth(axisName, "note"),
      typefaces,
    }),
    [plane, axisName, typefaces],
  );
  const { baseline, areas, cuts, labels } = useMemo(() => spreadPicture(plane, spread, words), [plane, spread, words]);
  const { area } = plane;
  return (
    <g className="spread-layer" aria-hidden="true">
      {areas.map(({ path, tone }, index) => (
        <path key={index} className={`spread-part ${tone}`} d={path} />
      ))}
      {cuts.map(({ x, from, to }) => (
        <line key={x} className="spread-cut" x1={x} y1={from} x2={x} y2={to} />
      ))}
      <line className="spread-base" x1={area.left} y1={baseline} x2={area.right} y2={baseline} />
      {labels.map(({ id, text, x, align }) => (
        <text key={id} className={id === "caption" ? "axis-label" : "spread-share"} x={x} y={area.bottom + SPREAD_ROWS.shares} dy="0.35em" textAnchor={align}>
          {text}
        </text>
      ))}
    </g>
  );
}
