/** What the moving part of the payout chart is drawn from. */
import { createContext } from "react";
import type { CurveHandle } from "#shared/editing/index.ts";
import type { CompiledCurve } from "#shared/engine/outcome.ts";
import type { Curve } from "#shared/model/scenario.ts";
import type { Gesture } from "../controls/gesture.ts";
import type { PayoutDrawing } from "./series/payout-picture.ts";
import type { SpreadDrawing } from "./series/spread-picture.ts";

export type PayoutModel = PayoutDrawing & {
  readonly title: string;
  readonly curve: Curve;
  /** Id by which an explanation leads to the plot. */
  readonly control: string | undefined;
  readonly compiled: CompiledCurve;
  readonly handles: readonly CurveHandle[];
  /** Where people land; null where it is not known. */
  readonly spread: SpreadDrawing | null;
  /** Of the money in labels. */
  readonly currency: string;
};

export type CurveEdits = {
  readonly gesture: Gesture<Curve>;
  /** A finished change, with its words for undo: "add a point". */
  readonly onChange: (label: string, curve: Curve) => void;
};

/** The model as it is now, and as it was when nothing moved. They are one object at rest. */
export type PayoutLive = {
  readonly model: PayoutModel;
  readonly rest: PayoutModel;
  /** The plot leaves room for the spread. */
  readonly hasFoot: boolean;
};

/** Of the horizontal axis. */
export const AXIS_NAME = { text: "Attainment of target", row: "own" } as const;

export const PayoutContext = createContext<PayoutLive | null>(null);

/** Apart from the model: callbacks may be new at each render, and nothing is drawn from them. */
export const CurveEditsContext = createContext<{ readonly current: CurveEdits } | null>(null);
