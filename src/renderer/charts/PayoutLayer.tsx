/** The moving part of the payout chart. Only this renders while something is being dragged. */
import { useContext, useMemo, useState, type ReactNode } from "react";
import { factorAt } from "#shared/engine/index.ts";
import { ChartLabel } from "./ChartLabel.tsx";
import { CurveHandles } from "./CurveHandles.tsx";
import { AXIS_NAME, PayoutContext, type PayoutLive, type PayoutModel } from "./payout-model.ts";
import { payoutWords } from "./payout-words.ts";
import { PlotClip } from "./PlotClip.tsx";
import { usePlane } from "./Plot.tsx";
import { ProbeSurface, type Probe } from "./ProbeSurface.tsx";
import { Readout } from "./Readout.tsx";
import type { Plane } from "./series/geometry.ts";
import { NO_SIDES, sidesOf } from "./series/labels.ts";
import { payoutOn } from "./series/line-clip.ts";
import { payoutPicture, type DrawnLine, type PayoutPicture } from "./series/payout-picture.ts";
import { payoutWalk } from "./series/payout-table.ts";
import { percentText } from "./series/percent-text.ts";
import { SpreadLayer } from "./SpreadLayer.tsx";
import { useTypefaces } from "./text-width.ts";
import { useCurveEditing } from "./use-curve-editing.ts";

export function PayoutLayer(): ReactNode {
  const live = useContext(PayoutContext);
  const plane = usePlane();
  return live === null || plane === null ? null : <PayoutDrawn plane={plane} live={live} />;
}

/** A diamond where the mark is; at the edge of the plot it has left, a point outwards. */
const WHAT_IF_SHAPES = {
  inside: "m0,-5l5,5l-5,5l-5,-5Z",
  above: "m-5,5l5,-8l5,8Z",
  right: "m-5,-5l8,5l-8,5Z",
  left: "m5,-5l-8,5l8,5Z",
} as const;

/** This near to the curve a double-click adds a point to it. */
const NEAR = 12;

type DrawnProps = { readonly plane: Plane; readonly live: PayoutLive };

function PayoutDrawn({ plane, live: { model, rest, hasFoot } }: DrawnProps): ReactNode {
  const typefaces = useTypefaces();
  const [probe, setProbe] = useState<Probe | null>(null);
  const editing = useCurveEditing(plane, model);
  const { activeId } = editing;
  const words = useMemo(() => payoutWords(model.currency), [model.currency]);
  const atRest = useMemo(
    () => ({ picture: payoutPicture(plane, rest, words, null, NO_SIDES), typefaces }),
    [plane, rest, words, typefaces],
  );
  const sides = useMemo(() => sidesOf(atRest.picture.labels), [atRest]);
  const picture = useMemo(
    () => (model === rest && activeId === null ? atRest.picture : payoutPicture(plane, model, words, activeId, sides)),
    [plane, model, rest, words, activeId, atRest, sides],
  );
  const walk = useMemo(() => payoutWalk(rest), [rest]);
  const reading = model === rest ? probe : null;
  const nearCurve = reading !== null && reading.y !== null && Math.abs(plane.y(factorAt(model.compiled, reading.attainment)) - reading.y) <= NEAR;

  return (
    <g className="payout-layer">
      {model.spread === null || !hasFoot ? null : <SpreadLayer plane={plane} spread={model.spread} axisName={AXIS_NAME.text} />}
      <PayoutLines plane={plane} picture={picture} />
      <ProbeSurface
        plane={plane}
        label={`${model.title}, plot. Arrow keys walk its corners, plus adds a point.`}
        walk={walk}
        onProbe={setProbe}
        heightOf={(figure, attainment) => plane.y((figure === "role-curve" && model.roleLine !== null ? payoutOn(model.roleLine, attainment) : null) ?? factorAt(model.compiled, attainment))}
        control={model.control}
        onDoubleClick={(at) => {
          if (Math.abs(plane.y(factorAt(model.compiled, at.attainment)) - (at.y ?? 0)) <= NEAR) editing.add(at.attainment);
        }}
        onKey={(event) => {
          if ((event.key === "+" || event.key === "=") && probe !== null) editing.add(probe.attainment);
        }}
        {...(nearCurve ? { className: "on-curve" } : {})}
      />
      {picture.labels.map((label) => (
        <ChartLabel key={label.id} label={label} tone={toneOf(label.id)} />
      ))}
      {reading === null ? null : <PayoutReadout plane={plane} model={model} attainment={reading.attainment} adds={nearCurve} />}
      <CurveHandles picture={picture} editing={editing} />
      <g className="what-if-marks" aria-hidden="true">
        {picture.whatIf.map(({ item, spot, beyond }) => (
          <path key={item.name} className="what-if-mark" d={`M${spot.x},${spot.y}${WHAT_IF_SHAPES[beyond ?? "inside"]}`} />
        ))}
      </g>
    </g>
  );
}

/** Names of lines and of what is only for orientation step back; what pay jumps by or leaves out is like advice. */
function toneOf(labelId: string): "quiet" | "advice" | undefined {
  if (labelId.startsWith("fault ")) return "advice";
  return labelId.startsWith("line ") || labelId === "excellence" ? "quiet" : undefined;
}

function PayoutLines({ plane, picture }: { readonly plane: Plane; readonly picture: PayoutPicture }): ReactNode {
  const { area } = plane;
  const target = plane.x(1);
  return (
    <>
      {target > area.left && target < area.right ? <line className="target-line" x1={target} y1={area.top} x2={target} y2={area.bottom} /> : null}
      <PlotClip area={area}>
        {picture.savedLine === null ? null : <LinePaths line={picture.savedLine} className="saved-line" />}
        {picture.roleLine === null ? null : <LinePaths line={picture.roleLine} className="role-line" />}
        {picture.linkedLines.map((line, index) => (
          <LinePaths key={index} line={line} className="linked-line" />
        ))}
        <LinePaths line={picture.curve} className="curve-line" />
        {picture.faults.zones.map(({ zone, path }) => (
          <path key={zone.from} className="dead-zone" d={path} />
        ))}
        {picture.faults.cliffs.map(({ cliff, path }) => (
          <path key={cliff.attainment} className="cliff-tick" d={path} />
        ))}
      </PlotClip>
      {picture.excellence === null ? null : <path className="excellence-tick" d={`M${picture.excellence.x},${picture.excellence.y - 5}v10`} />}
      {picture.exits.map(({ x, y }) => (
        <path key={x} className="exit-arrow" d={`M${x - 5},${y + 4}L${x},${y - 4}L${x + 5},${y + 4}Z`} />
      ))}
    </>
  );
}

function LinePaths({ line, className }: { readonly line: DrawnLine; readonly className: string }): ReactNode {
  return (
    <>
      {line.jumps === "" ? null : <path className={`${className} jump`} d={line.jumps} />}
      <path className={className} d={line.runs} />
    </>
  );
}

type PayoutReadoutProps = { readonly plane: Plane; readonly model: PayoutModel; readonly attainment: number; readonly adds: boolean };

function PayoutReadout({ plane, model, attainment, adds }: PayoutReadoutProps): ReactNode {
  const pays = factorAt(model.compiled, attainment);
  const role = model.roleLine === null ? null : payoutOn(model.roleLine, attainment);
  const value = `pays ${percentText(pays)}${role === null ? "" : `, role total ${percentText(role)}`}`;
  return (
    <>
      <Readout plane={plane} attainment={attainment} name={percentText(attainment)} value={value} marks={role === null ? [pays] : [pays, role]} />
      {adds ? <path className="add-mark" d={`M${plane.x(attainment) - 3.5},${plane.y(pays)}h7m-3.5,-3.5v7`} /> : null}
    </>
  );
}
