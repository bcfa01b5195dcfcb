/** The comparison with what is calculated of it, as the cards of Compare share it. */
import { useMemo } from "react";
import { inputDifferences, matchRoles, turned, type Bridge, type BridgePart, type InputDifference, type RolePair } from "#shared/comparison/index.ts";
import type { SimulationOutcome } from "#shared/engine/index.ts";
import { bridgeKey, hasYearsOfWindow } from "../../state/comparison-answers.ts";
import { DOCUMENT, type ComparedSide } from "../../state/comparison-store.ts";
import { useComparison, useComparisonAnswers, useComparisonState, useSimulation } from "../../state/use-stores.ts";

/** The simulated years of a scenario, in the money of the base; those of an older one of the same key until its own are there. */
export function useYears(): (side: ComparedSide) => SimulationOutcome | null {
  const ofDocument = useSimulation((state) => state.outcome);
  const years = useComparisonAnswers((state) => state.years);
  return (side) => {
    if (hasYearsOfWindow(side)) return ofDocument;
    const known = years[side.key];
    return known?.scenario.currency === side.scenario.currency ? known.outcome : null;
  };
}

/** The other scenario of cards about two; null while there is none. */
export function useOther(): ComparedSide | null {
  const { others } = useComparison();
  const chosen = useComparisonState((state) => state.otherKey);
  return others.find(({ key }) => key === chosen) ?? others[0] ?? null;
}

/** What is to be done for a card about two scenarios while there is only one: "Add a scenario to see what differs." */
export function useFirstStep(toSee: string): string {
  const { withoutRate } = useComparison();
  return `${withoutRate.length === 0 ? "Add a scenario" : "Type the rate of another currency"} to see ${toSee}.`;
}

export function useBridge(key: string | null): Bridge | null {
  const basis = useComparisonState((state) => state.basis);
  return useComparisonAnswers((state) => (key === null ? null : (state.bridges[bridgeKey(basis, key)]?.bridge ?? null)));
}

/** The part of the bridge whose inputs are shown alone; null also where the bridge as it is now has no such part: causes may be joined in other ways. */
export function useShownPart(): BridgePart | null {
  const bridge = useBridge(useOther()?.key ?? null);
  const part = useComparisonState((state) => state.part);
  return bridge?.parts.find(({ name }) => name === part) ?? null;
}

export type SideDifferences = {
  readonly side: ComparedSide;
  readonly pairs: readonly RolePair[];
  readonly differences: readonly InputDifference[];
  /** The same seen from the document, one for one: what it can take over from the base. Empty for files, and where amounts are in another currency. */
  readonly intoDocument: readonly InputDifference[];
};

/** What differs from the base, by scenario. */
export function useDifferences(): readonly SideDifferences[] {
  const { base, others } = useComparison();
  return useMemo(
    () => others.map((side) => {
      const pairs = matchRoles(base.scenario, side.scenario, side.choices);
      const isOpen = side.key === DOCUMENT && side.converted === null;
      return {
        side, pairs,
        differences: inputDifferences(base.scenario, side.scenario, pairs, side.converted),
        intoDocument: isOpen ? inputDifferences(side.scenario, base.scenario, turned(pairs)) : [],
      };
    }),
    [base.scenario, others],
  );
}
