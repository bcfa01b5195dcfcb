/** Two scenarios side by side: which role is which, what differs, and why the cost does. The only door of this room. */
export { alignScenarios, withIdsOf, type AlignedScenarios } from "./aligned.ts";
export { bridgeSteps, costBridge, type Bridge, type BridgeBasis, type BridgePart } from "./bridge.ts";
export { BRIDGE_GROUPS, type BridgeGroup } from "./groups.ts";
export { differenceWords, inputDifferences, wordsBelowHeading, type Converted, type InputDifference } from "./input-differences.ts";
export { inCurrency } from "./in-currency.ts";
export { kpiFacts, planFacts, roleFacts, type Fact, type KpiFacts } from "./plan-words.ts";
export { isSame } from "./is-same.ts";
export { NO_CHOICES, matchRoles, matchingOf, turned, type KpiPair, type MatchChoices, type RolePair } from "./match-roles.ts";
export { hasSameNames, resultsMatching, rolesOfAll, withNewRoles, type ScenarioOfAll } from "./roles-of-all.ts";
