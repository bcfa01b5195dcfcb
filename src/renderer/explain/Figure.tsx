/** A number that can be asked why it is what it is. It looks like the number it is; it costs nothing until it is asked. */
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import type { Question } from "#shared/engine/index.ts";
import { classNames } from "../controls/class-names.ts";
import { ask, followAsked, stopAsking } from "../state/explain-store.ts";
import { useExplain } from "../state/use-stores.ts";
import "./Figure.css";

export type FigureProps = {
  readonly question: Question;
  /** What the number is, read aloud after it: "pay from Sourced revenue". */
  readonly about: string;
  /** The number as it is written. */
  readonly children: string;
  readonly className?: string;
  /** Id of the control that sets the attainment asked about, where it is not a KPI's what-if. */
  readonly attainmentControl?: string;
};

export function Figure({ question, about, children, className, attainmentControl }: FigureProps): ReactElement {
  const owner = useId();
  const button = useRef<HTMLButtonElement>(null);
  const isAsked = useExplain((state) => state.asked?.owner === owner);

  useLayoutEffect(() => {
    if (isAsked) followAsked(owner, question, children);
  });
  useEffect(() => () => stopAsking(owner), [owner]);

  function open(): void {
    const opener = button.current;
    if (opener !== null) ask({ owner, question, text: children, attainmentControl: attainmentControl ?? null, anchor: opener, opener });
  }

  return (
    <button
      ref={button}
      type="button"
      className={classNames("figure", className)}
      aria-label={`Why ${children}? ${about}`}
      aria-haspopup="dialog"
      aria-expanded={isAsked}
      onClick={() => (isAsked ? stopAsking(owner) : open())}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "?" || isAsked) return;
        event.preventDefault();
        open();
      }}
    >
      {children}
    </button>
  );
}
