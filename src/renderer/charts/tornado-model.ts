/** What the moving part of the sensitivities is drawn from. */
import { createContext } from "react";
import type { TornadoRow } from "./series/tornado.ts";
import type { GoalWords } from "./series/tornado-words.ts";

export type TornadoModel = {
  readonly title: string;
  /** Those that move the cost, the largest swing first. */
  readonly rows: readonly TornadoRow[];
  /** How many inputs move nothing and have no bar. */
  readonly idle: number;
  readonly expected: number;
  readonly budget: number | null;
  readonly currency: string;
  readonly goalWords: GoalWords;
};

/** Columns beside the plot: room for the names, and the right edge of the swings. */
export type TornadoColumns = { readonly names: number; readonly edge: number };

export type TornadoLive = {
  /** As it is now, and as it was when nothing moved. */
  readonly model: TornadoModel;
  readonly rest: TornadoModel;
  readonly columns: TornadoColumns;
  /** Leads to an input; null where nothing does. */
  readonly onChoose: ((id: string) => void) | null;
  /** Leads to those that have no bar. */
  readonly onRest: () => void;
};

export const TornadoContext = createContext<TornadoLive | null>(null);
