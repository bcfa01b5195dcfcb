/** Pure operations on the document: value in, new value out, sharing what did not change. The only door of this room. */
export { addKpi, applyArticleScorecard, changeMeasure, moveKpi, removeKpi, type KpiRemoval } from "./kpis.ts";
export { addRole, duplicateRole, moveRole, removeRole } from "./roles.ts";
export { normaliseWeights, redistributeWeights, type Weight, type WeightEntry } from "./weights.ts";
