/** What the moving part of the cost chart is drawn from. */
import { createContext } from "react";
import type { CostPoint } from "#shared/engine/outcome.ts";
import type { BudgetCrossing } from "./series/cost-stack.ts";

export type CostModel = {
  readonly title: string;
  readonly points: readonly CostPoint[];
  readonly budget: number | null;
  readonly crossing: BudgetCrossing | null;
  readonly currency: string;
};

/** The model as it is now, and as it was when nothing moved. They are one object at rest. */
export type CostLive = { readonly model: CostModel; readonly rest: CostModel };

export const CostContext = createContext<CostLive | null>(null);
