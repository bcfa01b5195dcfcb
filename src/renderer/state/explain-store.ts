/** Which figure somebody asked about. One at a time; never saved. */
import { createStore } from "zustand/vanilla";
import type { Question } from "#shared/engine/index.ts";

export type AskedFigure = {
  /** Who asked; a figure that goes away takes its question with it. */
  readonly owner: string;
  readonly question: Question;
  /** The figure as it stands on screen; null to write it as the answer has it. */
  readonly text: string | null;
  /** The control that sets the attainment asked about, where it is not a KPI's what-if. */
  readonly attainmentControl: string | null;
  /** What the answer stands beside and never covers. */
  readonly anchor: Element;
  /** What gets the focus back. */
  readonly opener: HTMLElement | SVGElement;
};

export type ExplainState = { readonly asked: AskedFigure | null; readonly pinned: boolean };

export const explainStore = createStore<ExplainState>(() => ({ asked: null, pinned: false }));

/** Asks about a figure. A pinned answer stays pinned and answers this instead. */
export function ask(asked: AskedFigure): void {
  explainStore.setState({ asked });
}

/** Puts the answer away; with an owner, only where it is that one's. */
export function stopAsking(owner?: string): void {
  const { asked } = explainStore.getState();
  if (asked === null || (owner !== undefined && asked.owner !== owner)) return;
  explainStore.setState({ asked: null, pinned: false });
}

/** The figure that is asked about has changed its value or what it is at. */
export function followAsked(owner: string, question: Question, text: string | null): void {
  const { asked } = explainStore.getState();
  if (asked === null || asked.owner !== owner) return;
  if (asked.text === text && JSON.stringify(asked.question) === JSON.stringify(question)) return;
  explainStore.setState({ asked: { ...asked, question, text } });
}

export function setPinned(pinned: boolean): void {
  explainStore.setState({ pinned });
}
