/** Editing a curve where it is drawn: by pointer, by key, by adding and removing points. */
import { useContext, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { addHandle, curveHandles, moveHandle, removeHandle, type CurveHandle } from "#shared/editing/index.ts";
import { factorAt } from "#shared/engine/index.ts";
import type { Curve } from "#shared/model/scenario.ts";
import { createDrag } from "../controls/drag.ts";
import { withoutDust } from "../controls/stepped-value.ts";
import { useAnnounce } from "./chart-context.ts";
import { CurveEditsContext, type PayoutModel } from "./payout-model.ts";
import { spotInPicture } from "./ProbeSurface.tsx";
import type { Plane, Spot } from "./series/geometry.ts";
import { spotOf } from "./series/line-shape.ts";

/** One point of attainment or of payout, and how many a key with Shift and a page key move. */
const POINT = 0.01;
const MANY = 10;
const PAGE = 5;

export type CurveEditing = {
  /** The handle under the hand or with the focus. */
  readonly activeId: string | null;
  readonly draggedId: string | null;
  readonly add: (attainment: number) => void;
  readonly refer: (id: string, element: SVGGElement | null) => void;
  readonly onFocus: (id: string) => void;
  readonly onBlur: () => void;
  readonly onPointerDown: (event: PointerEvent<SVGGElement>) => void;
  readonly onPointerMove: (event: PointerEvent<SVGGElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>, handle: CurveHandle) => void;
};

type Place = { readonly attainment: number; readonly payout: number };

function wholePoint(value: number): number {
  return withoutDust(Math.round(value / POINT) * POINT);
}

function nearest(handles: readonly CurveHandle[], plane: Plane, { x, y }: Spot): CurveHandle | undefined {
  const distances = handles.map((handle) => {
    const spot = spotOf(plane, handle);
    return Math.hypot(spot.x - x, spot.y - y);
  });
  return handles[distances.indexOf(Math.min(...distances))];
}

type Push = { readonly across: number; readonly up: number; readonly times: number };

/** Which way a key pushes a handle, by how many points; null for a key that moves nothing. */
function pushOf({ key, shiftKey }: KeyboardEvent, moves: CurveHandle["moves"]): Push | null {
  const times = shiftKey ? MANY : 1;
  switch (key) {
    case "ArrowRight":
      return { across: 1, up: 0, times };
    case "ArrowLeft":
      return { across: -1, up: 0, times };
    case "ArrowUp":
      return { across: 0, up: 1, times };
    case "ArrowDown":
      return { across: 0, up: -1, times };
    case "PageUp":
      return { across: moves === "attainment" ? 1 : 0, up: 1, times: PAGE };
    case "PageDown":
      return { across: moves === "attainment" ? -1 : 0, up: -1, times: PAGE };
    default:
      return null;
  }
}

function handleOf(curve: Curve, id: string): CurveHandle | undefined {
  return curveHandles(curve).find((handle) => handle.id === id);
}

function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.attainment === b?.attainment && a?.payout === b?.payout;
}

/** A handle on a coarser grid than points needs a longer push to move at all: this many points at most. */
const LONGEST_PUSH = 20;

/** The curve with a handle pushed by the smallest step that moves it; the same curve where it cannot move. */
function pushedOnce(curve: Curve, id: string, { across, up }: Push): Curve {
  const handle = handleOf(curve, id);
  if (handle === undefined) return curve;
  for (let points = 1; points <= LONGEST_PUSH; points += 1) {
    const next = moveHandle(curve, id, { attainment: handle.attainment + across * points * POINT, payout: handle.payout + up * points * POINT });
    if (!samePlace(handleOf(next, id), handle)) return next;
  }
  return curve;
}

function pushed(curve: Curve, id: string, push: Push): Curve {
  let next = curve;
  for (let time = 0; time < push.times; time += 1) next = pushedOnce(next, id, push);
  return next;
}

/** The curve with a handle at a limit: the edges of the plot sideways, or nothing and the top for one that moves up and down only. */
function atLimit(curve: Curve, { id, moves, attainment, payout }: CurveHandle, upper: boolean, { area, attainmentAt, valueAt }: Plane): Curve {
  return moveHandle(curve, id, moves === "payout"
    ? { attainment, payout: upper ? valueAt(area.top) : 0 }
    : { attainment: attainmentAt(upper ? area.right : area.left), payout });
}

export function useCurveEditing(plane: Plane, model: PayoutModel): CurveEditing {
  const edits = useContext(CurveEditsContext);
  const announce = useAnnounce();
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const [drag] = useState(() => createDrag<Curve>());
  /** The curve and handle as they were taken hold of, and where on the handle. */
  const grip = useRef<{ readonly start: Curve; readonly id: string; readonly off: Spot } | null>(null);
  const elements = useRef(new Map<string, SVGGElement>());
  /** Attainment of the handle that gets the focus once the changed curve is drawn. */
  const focusNext = useRef<number | null>(null);

  useEffect(() => {
    if (focusNext.current === null) return;
    const attainment = focusNext.current;
    focusNext.current = null;
    const distances = model.handles.map((handle) => Math.abs(handle.attainment - attainment));
    const handle = model.handles[distances.indexOf(Math.min(...distances))];
    if (handle !== undefined) elements.current.get(handle.id)?.focus();
  }, [model]);

  if (edits === null) throw new Error("A payout plot is drawn inside a payout chart.");
  const { curve, compiled, handles } = model;

  function letGo(): void {
    grip.current = null;
    setDraggedId(null);
  }

  function add(attainment: number): void {
    const at = wholePoint(attainment);
    if (handles.some((handle) => handle.attainment === at)) return;
    focusNext.current = at;
    edits?.current.onChange("add a point", addHandle(curve, { attainment: at, payout: factorAt(compiled, at) }));
  }

  function remove(handle: CurveHandle): void {
    const left = removeHandle(curve, handle.id);
    if (left === null) {
      announce(`${handle.name} cannot be removed`);
      return;
    }
    focusNext.current = handle.attainment;
    edits?.current.onChange(`remove ${handle.name}`, left);
    announce(`${handle.name} removed`);
  }

  function change(handle: CurveHandle, next: Curve): void {
    if (samePlace(handleOf(next, handle.id), handle)) return;
    const gesture = edits?.current.gesture;
    gesture?.begin("keys");
    gesture?.move(next);
    gesture?.commit();
  }

  return {
    activeId: draggedId ?? focusedId,
    draggedId,
    add,
    refer: (id, element) => {
      if (element === null) elements.current.delete(id);
      else elements.current.set(id, element);
    },
    onFocus: setFocusedId,
    onBlur: () => setFocusedId(null),
    onPointerDown: (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const at = spotInPicture(event);
      const handle = nearest(handles, plane, at);
      if (handle === undefined) return;
      const spot = spotOf(plane, handle);
      event.preventDefault();
      elements.current.get(handle.id)?.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { start: curve, id: handle.id, off: { x: spot.x - at.x, y: spot.y - at.y } };
      setDraggedId(handle.id);
      drag.begin(edits.current.gesture, curve);
    },
    onPointerMove: (event) => {
      const held = grip.current;
      if (held === null) return;
      const at = spotInPicture(event);
      const place = { attainment: plane.attainmentAt(at.x + held.off.x), payout: plane.valueAt(at.y + held.off.y) };
      drag.move(edits.current.gesture, moveHandle(held.start, held.id, place));
    },
    onPointerUp: () => {
      drag.commit();
      letGo();
    },
    onPointerCancel: () => {
      drag.cancel();
      letGo();
    },
    onKeyDown: (event, handle) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && drag.isActive()) {
        event.preventDefault();
        event.stopPropagation();
        drag.cancel();
        letGo();
        return;
      }
      if (drag.isActive()) return;
      const push = pushOf(event, handle.moves);
      if (push !== null) change(handle, pushed(curve, handle.id, push));
      else if (event.key === "Home" || event.key === "End") change(handle, atLimit(curve, handle, event.key === "End", plane));
      else if (event.key === "Delete" || event.key === "Backspace") remove(handle);
      else if (event.key === "+" || event.key === "=") add(betweenThisAndNext(handle, handles));
      else return;
      event.preventDefault();
    },
  };
}

/** Halfway to the next handle; a tenth beyond the last one. */
function betweenThisAndNext(handle: CurveHandle, handles: readonly CurveHandle[]): number {
  const beyond = handles.map(({ attainment }) => attainment).filter((attainment) => attainment > handle.attainment);
  return beyond.length === 0 ? handle.attainment + MANY * POINT : (handle.attainment + Math.min(...beyond)) / 2;
}
