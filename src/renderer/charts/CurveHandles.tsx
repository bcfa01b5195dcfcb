/** The handles of a curve: sliders in two directions, named and read aloud as a sentence. */
import type { ReactNode } from "react";
import type { CurveHandle } from "#shared/editing/index.ts";
import { spokenPercent } from "#shared/report/format.ts";
import { classNames } from "../controls/class-names.ts";
import type { Beyond, Marked } from "./series/payout-labels.ts";
import type { PayoutPicture } from "./series/payout-picture.ts";
import type { CurveEditing } from "./use-curve-editing.ts";

/** Half of the 24 px target, the circle, and the ring of the focus: 2 px, 2 px away. */
const TARGET = 12;
const CIRCLE = 7;
const FOCUS = 11;

const ARROWS: Readonly<Record<Exclude<Beyond, null>, string>> = {
  above: "M-3.5,1.5L0,-2.5L3.5,1.5",
  right: "M-1.5,-3.5L2.5,0L-1.5,3.5",
  left: "M1.5,-3.5L-2.5,0L1.5,3.5",
};

export function CurveHandles({ picture, editing }: { readonly picture: PayoutPicture; readonly editing: CurveEditing }): ReactNode {
  return picture.handles.map((mark) => <Handle key={mark.item.id} mark={mark} editing={editing} />);
}

function spokenPlace({ kind, name, attainment, payout }: CurveHandle): string {
  return kind === "cap"
    ? `${name}, ${spokenPercent(payout)} from ${spokenPercent(attainment)} attainment`
    : `${name}, ${spokenPercent(attainment)} attainment pays ${spokenPercent(payout)}`;
}

function Handle({ mark, editing }: { readonly mark: Marked<CurveHandle>; readonly editing: CurveEditing }): ReactNode {
  const { item: handle, spot, beyond } = mark;
  const dragged = editing.draggedId === handle.id;
  const now = handle.moves === "payout" ? handle.payout : handle.attainment;
  return (
    <g
      ref={(element) => editing.refer(handle.id, element)}
      className={classNames("curve-handle", handle.kind === "tier-rate" && "rate", dragged && "dragged")}
      transform={`translate(${spot.x},${spot.y})`}
      tabIndex={0}
      role="slider"
      aria-label={handle.name}
      aria-valuemin={0}
      aria-valuemax={10_000}
      aria-valuenow={Math.round(now * 10_000) / 100}
      aria-valuetext={spokenPlace(handle)}
      data-handle={handle.id}
      onFocus={() => editing.onFocus(handle.id)}
      onBlur={editing.onBlur}
      onPointerDown={editing.onPointerDown}
      onPointerMove={editing.onPointerMove}
      onPointerUp={editing.onPointerUp}
      onPointerCancel={editing.onPointerCancel}
      onLostPointerCapture={editing.onPointerUp}
      onKeyDown={(event) => editing.onKeyDown(event, handle)}
    >
      <circle className="target" r={TARGET} />
      <circle className="focus" r={FOCUS} />
      <circle className="ring" r={CIRCLE} />
      {beyond === null ? null : <path className="beyond" d={ARROWS[beyond]} />}
    </g>
  );
}
