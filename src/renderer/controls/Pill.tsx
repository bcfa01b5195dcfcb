/** A judgement in one or two words: over, met, still to do. The word carries it, the colour repeats it. */
import type { ReactElement, ReactNode } from "react";
import "./Pill.css";

export type PillTone = "over" | "under" | "advice";

export function Pill({ tone, children }: { readonly tone: PillTone; readonly children: ReactNode }): ReactElement {
  return <span className={`pill pill--${tone}`}>{children}</span>;
}
