/** Two scenarios side by side: which role is which, what differs, and why the cost does. The only door of this room. */
export { alignScenarios, type AlignedScenarios } from "./aligned.ts";
export { bridgeSteps, costBridge, type Bridge, type BridgeBasis, type BridgePart } from "./bridge.ts";
export { BRIDGE_GROUPS, type BridgeGroup } from "./groups.ts";
export { differenceWords, inputDifferences, type InputDifference } from "./input-differences.ts";
export { inCurrency } from "./in-currency.ts";
export { matchRoles, matchingOf, type KpiPair, type RoleChoices, type RolePair } from "./match-roles.ts";
export { resultsMatching, rolesOfAll, type ScenarioOfAll } from "./roles-of-all.ts";
