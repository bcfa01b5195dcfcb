/** Pure operations on the document: value in, new value out, sharing what did not change. The only door of this room. */
export { addHandle, removeHandle } from "./add-remove-handle.ts";
export { convertCurve } from "./convert-curve.ts";
export { curveHandles, thresholdKindOf, type CurveHandle, type ThresholdKind } from "./curve-handles.ts";
export { withCap, withThresholdKind, withTierBasis } from "./curve-shape.ts";
export { addGoal, moveGoal, removeGoal, renameGoal, supportCount, withSupport } from "./goals.ts";
export { addKpi, applyArticleScorecard, changeMeasure, moveKpi, removeKpi, type KpiRemoval } from "./kpis.ts";
export { addGate, addMatrix, addMeasuredKpi, addModifier, changeLink, removeLink } from "./links.ts";
export { addMatrixColumn, addMatrixRow, removeMatrixColumn, removeMatrixRow } from "./matrix.ts";
export { moveHandle, setHandle, type Place } from "./move-handle.ts";
export { asDesigned, asObserved, averagedOutlooks, averageOutlook, largestMarketSwing, marketSwing, outlooksOf, suggestedPoints, withAverage, withMarketSwing, withOutlooks, withSpread, type AverageOutlook, type Outlooks, type SuggestedPoints } from "./outlook.ts";
export { withShape } from "./kpi-outlook.ts";
export { seasonPoints, withFrequency, withSeasonShare, withSeasons } from "./payments.ts";
export { thresholdOf, withSuggestedPoints } from "./suggested-points.ts";
export { addRole, duplicateRole, moveRole, removeRole } from "./roles.ts";
export { normaliseWeights, redistributeWeights, type Weight, type WeightEntry } from "./weights.ts";
