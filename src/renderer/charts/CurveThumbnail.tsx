/** A curve at a glance, 48 × 28: always over the same attainments, so that curves can be compared. */
import { memo, type ReactNode } from "react";
import { compileCurve, curveLine } from "#shared/engine/index.ts";
import type { Curve } from "#shared/model/scenario.ts";
import type { Axes } from "./series/geometry.ts";
import { jumpSpots, lineShape, pathThrough, runSpots } from "./series/line-shape.ts";
import "./curve-thumbnail.css";

const WIDTH = 48;
const HEIGHT = 28;
const INSET = 2;
const FROM = 0.4;
const TO = 1.6;
/** Flatter curves are drawn as flat as they are. */
const LOWEST_TOP = 1.5;

export const CurveThumbnail = memo(function CurveThumbnail({ curve }: { readonly curve: Curve }): ReactNode {
  const line = curveLine(compileCurve(curve), FROM, TO);
  const top = Math.max(LOWEST_TOP, ...line.map(({ payout }) => payout));
  const plane: Axes = {
    x: (attainment) => INSET + ((attainment - FROM) / (TO - FROM)) * (WIDTH - 2 * INSET),
    y: (payout) => HEIGHT - INSET - (payout / top) * (HEIGHT - 2 * INSET),
  };
  const shape = lineShape(line);
  const steps = curve.kind === "steps" || curve.kind === "levels";
  return (
    <svg className="curve-thumbnail" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line className="thumbnail-target" x1={plane.x(1)} y1={0} x2={plane.x(1)} y2={HEIGHT} />
      <path className={steps ? "thumbnail-line" : "thumbnail-line jump"} d={pathThrough(jumpSpots(plane, shape))} />
      <path className="thumbnail-line" d={pathThrough(runSpots(plane, shape))} />
    </svg>
  );
});
