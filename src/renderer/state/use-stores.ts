/** The stores as React reads them. A component reads only what it draws, so that a drag redraws only what moved. */
import { useMemo } from "react";
import { useStore } from "zustand";
import type { Scenario } from "#shared/model/scenario.ts";
import { comparisonAnswers, type ComparisonAnswers } from "./comparison-answers.ts";
import { comparisonOf, comparisonStore, type Comparison, type ComparisonState } from "./comparison-store.ts";
import { documentStore, type DocumentState } from "./document-store.ts";
import { explainStore, type ExplainState } from "./explain-store.ts";
import { peopleStore, type PeopleState } from "./people-store.ts";
import { sensitivityStore, type SensitivityState } from "./sensitivity-store.ts";
import { sessionStore, type Session } from "./session-store.ts";
import { simulationStore, type SimulationState } from "./simulation-store.ts";
import { windowStore, type WindowState } from "./window-store.ts";

export function useDocument<Part>(select: (state: DocumentState) => Part): Part {
  return useStore(documentStore, select);
}

export function useSession<Part>(select: (session: Session) => Part): Part {
  return useStore(sessionStore, select);
}

export function useWindow<Part>(select: (state: WindowState) => Part): Part {
  return useStore(windowStore, select);
}

export function useSimulation<Part>(select: (state: SimulationState) => Part): Part {
  return useStore(simulationStore, select);
}

export function useSensitivities<Part>(select: (state: SensitivityState) => Part): Part {
  return useStore(sensitivityStore, select);
}

export function useComparisonState<Part>(select: (state: ComparisonState) => Part): Part {
  return useStore(comparisonStore, select);
}

export function useComparisonAnswers<Part>(select: (state: ComparisonAnswers) => Part): Part {
  return useStore(comparisonAnswers, select);
}

export function usePeople<Part>(select: (state: PeopleState) => Part): Part {
  return useStore(peopleStore, select);
}

/** The scenarios side by side, with the document as it is shown. */
export function useComparison(): Comparison {
  const scenario = useScenario();
  const state = useStore(comparisonStore);
  return useMemo(() => comparisonOf(state, scenario), [state, scenario]);
}

export function useExplain<Part>(select: (state: ExplainState) => Part): Part {
  return useStore(explainStore, select);
}

/** The document as shown. Only for parts that are drawn while a document is open. */
export function useScenario(): Scenario {
  const scenario = useDocument((state) => state.open?.scenario);
  if (scenario === undefined) throw new Error("No document is open.");
  return scenario;
}

/** The document as its file holds it, for base ticks and double-click; null for work that is in no file. */
export function useSavedScenario(): Scenario | null {
  return useDocument((state) => state.open?.saved ?? null);
}

/** No drag is on: axes may adjust, and what is slow to draw may follow. */
export function useSettled(): boolean {
  return useDocument((state) => state.open?.gesture == null);
}
