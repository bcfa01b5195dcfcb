/** What the moving part of the histogram is drawn from. */
import { createContext } from "react";
import type { HistogramScale } from "./series/histogram.ts";
import type { YearlyCost } from "./series/yearly-cost-words.ts";

export type YearlyCostModel = YearlyCost & { readonly title: string };

/** The model as it is now, as it was when nothing moved, and the axes that stand still. */
export type YearlyCostLive = { readonly model: YearlyCostModel; readonly rest: YearlyCostModel; readonly scale: HistogramScale };

export const YearlyCostContext = createContext<YearlyCostLive | null>(null);
