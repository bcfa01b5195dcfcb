/** What a chart frame offers the plot inside it. */
import { createContext, useContext, useLayoutEffect, useRef, type RefObject } from "react";
import type { LineFigure } from "./series/spoken-line.ts";

/** Says a sentence through the frame's live region. */
export type Announce = (sentence: string) => void;

export const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** A point of a chart that somebody asks about. */
export type AskedPoint = {
  readonly figure: LineFigure;
  readonly attainment: number;
  /** Where the point is drawn; it carries `data-asked` while it is explained. */
  readonly anchor: SVGElement;
  /** What had the focus. */
  readonly opener: SVGElement;
};

/** Explains a point; null where nothing does. */
export type ExplainPoint = ((point: AskedPoint) => void) | null;

/** Read when a point is asked about: a plot does not draw again because whoever explains it did. */
export const ExplainPointContext = createContext<RefObject<ExplainPoint> | null>(null);

export function useLatestExplainPoint(onExplain: ExplainPoint): RefObject<ExplainPoint> {
  const latest = useRef(onExplain);
  useLayoutEffect(() => {
    latest.current = onExplain;
  });
  return latest;
}
