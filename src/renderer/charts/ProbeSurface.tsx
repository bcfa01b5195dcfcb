/**
 * The ground of a plot that can be read: pointing at it or walking its corners with the arrow keys chooses the
 * attainment whose values are shown and, by keyboard, spoken.
 */
import { useContext, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from "react";
import { classNames } from "../controls/class-names.ts";
import { ExplainPointContext, useAnnounce } from "./chart-context.ts";
import type { Plane } from "./series/geometry.ts";
import type { LineFigure, SpokenLine } from "./series/spoken-line.ts";

/** Where the walk stands: a stop of a line. */
export type WalkPlace = { readonly series: number; readonly stop: number };

/**
 * A chosen attainment (or what else the x axis measures) and the height it was pointed at; where it was reached by
 * keyboard, no height but the walked line and its stop.
 */
export type Probe = { readonly attainment: number; readonly y: number | null; readonly at: WalkPlace | null };

type ProbeSurfaceProps = {
  readonly plane: Plane;
  /** "Payout curve, plot": what has the focus. */
  readonly label: string;
  readonly walk: readonly SpokenLine[];
  readonly onProbe: (probe: Probe | null) => void;
  /** Height of a line's point in the picture. */
  readonly heightOf: (figure: LineFigure, attainment: number) => number;
  /** Id by which an explanation leads here. */
  readonly control?: string | undefined;
  readonly onDoubleClick?: (probe: Probe) => void;
  /** Takes a click and Enter where points lead somewhere instead of being explained. */
  readonly onChoose?: ((probe: Probe) => void) | undefined;
  readonly onKey?: (event: KeyboardEvent<SVGElement>) => void;
  readonly className?: string;
};

const POINT = 0.01;
/** A second press this soon after the first is a double-click, which does something else. */
const DOUBLE_CLICK = 260;
const MARK = 6;

/** The place of an event in the units of the picture it happened in. */
export function spotInPicture(event: { readonly clientX: number; readonly clientY: number; readonly currentTarget: SVGElement }): { x: number; y: number } {
  const bounds = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
  return { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

function nearestStop(series: SpokenLine | undefined, attainment: number): number {
  const distances = (series?.stops ?? []).map((stop) => Math.abs(stop.attainment - attainment));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/** The next place of a walk; null for a key that does not walk. The first key press enters the first line at its start. */
function nextPlace(walk: readonly SpokenLine[], at: WalkPlace | null, key: string): WalkPlace | null {
  const series = at?.series ?? 0;
  const last = (walk[series]?.stops.length ?? 1) - 1;
  switch (key) {
    case "ArrowRight":
      return { series, stop: at === null ? 0 : clamp(at.stop + 1, last) };
    case "ArrowLeft":
      return { series, stop: at === null ? last : clamp(at.stop - 1, last) };
    case "Home":
      return { series, stop: 0 };
    case "End":
      return { series, stop: last };
    case "ArrowUp":
    case "ArrowDown": {
      const other = at === null ? 0 : clamp(series + (key === "ArrowUp" ? -1 : 1), walk.length - 1);
      const here = at === null ? undefined : walk[series]?.stops[at.stop];
      return { series: other, stop: here === undefined ? 0 : nearestStop(walk[other], here.attainment) };
    }
    default:
      return null;
  }
}

export function ProbeSurface({ plane, label, walk, onProbe, heightOf, control, onDoubleClick, onChoose, onKey, className }: ProbeSurfaceProps): ReactNode {
  const announce = useAnnounce();
  const explain = useContext(ExplainPointContext);
  const [at, setAt] = useState<WalkPlace | null>(null);
  const [asked, setAsked] = useState<{ readonly figure: LineFigure; readonly attainment: number } | null>(null);
  const ground = useRef<SVGRectElement>(null);
  const mark = useRef<SVGCircleElement>(null);
  const firstPress = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { area } = plane;

  useEffect(() => () => clearTimeout(firstPress.current), []);

  /** The walk goes on from here when the focus comes back. */
  function ask(figure: LineFigure | null | undefined, attainment: number): void {
    const onExplain = explain?.current ?? null;
    if (figure == null || onExplain === null || mark.current === null || ground.current === null) return;
    setAsked({ figure, attainment });
    onExplain({ figure, attainment, anchor: mark.current, opener: ground.current });
  }

  function onClick(event: MouseEvent<SVGElement>): void {
    clearTimeout(firstPress.current);
    if (event.detail > 1) return;
    if (onChoose !== undefined) {
      onChoose(pointed(event));
      return;
    }
    const { attainment } = pointed(event);
    if (onDoubleClick === undefined) ask(walk[0]?.figure, attainment);
    else firstPress.current = setTimeout(() => ask(walk[0]?.figure, attainment), DOUBLE_CLICK);
  }

  function pointed(event: PointerEvent<SVGElement> | MouseEvent<SVGElement>): Probe {
    const { x, y } = spotInPicture(event);
    return { attainment: Math.round(plane.attainmentAt(x) / POINT) * POINT, y, at: null };
  }

  function onKeyDown(event: KeyboardEvent<SVGElement>): void {
    if (event.key === "Escape") {
      setAt(null);
      onProbe(null);
      return;
    }
    if (event.key === "Enter" || event.key === "?") {
      const here = at ?? { series: 0, stop: 0 };
      const stop = walk[here.series]?.stops[here.stop];
      if (stop === undefined) return;
      event.preventDefault();
      setAt(here);
      if (onChoose !== undefined) {
        onChoose({ attainment: stop.attainment, y: null, at: here });
        return;
      }
      ask(walk[here.series]?.figure, stop.attainment);
      return;
    }
    const place = event.ctrlKey || event.metaKey || event.altKey ? null : nextPlace(walk, at, event.key);
    if (place === null) {
      onKey?.(event);
      return;
    }
    event.preventDefault();
    const series = walk[place.series];
    const reached = series?.stops[place.stop];
    if (series === undefined || reached === undefined) return;
    setAt(place);
    onProbe({ attainment: reached.attainment, y: null, at: place });
    announce(`${series.name}, ${reached.spoken}`);
  }

  return (
    <>
      <rect
        ref={ground}
        data-control={control}
        className={classNames("probe-surface", className)}
        x={area.left}
        y={area.top}
        width={area.right - area.left}
        height={area.bottom - area.top}
        tabIndex={0}
        role="application"
        aria-roledescription="plot"
        aria-label={label}
        onPointerMove={(event) => onProbe(pointed(event))}
        onPointerLeave={() => onProbe(null)}
        onClick={onClick}
        onDoubleClick={(event) => onDoubleClick?.(pointed(event))}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (mark.current?.hasAttribute("data-asked") !== true) setAt(null);
          onProbe(null);
        }}
      />
      <circle ref={mark} className="asked-mark" r={MARK} cx={plane.x(asked?.attainment ?? 0)} cy={asked === null ? area.bottom : heightOf(asked.figure, asked.attainment)} />
    </>
  );
}
