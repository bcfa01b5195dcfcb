/** The library: roles, KPIs, curves and scenarios to start from. The only door of this room. */
export { ARTICLE_SCORECARD, type Scorecard, type ScorecardSource } from "./article-scorecard.ts";
export { CURVE_PRESETS, presetCurve, type CurvePreset, type CurvePresetId } from "./curve-presets.ts";
export { freeId } from "../model/free-id.ts";
export { EXAMPLE_NOTE, KPI_CATALOGUE, kpiFromTemplate, kpiTemplate, type KpiTemplate } from "./kpi-catalogue.ts";
export { ROLE_TEMPLATES, roleFromTemplate, type RoleTemplate } from "./role-templates.ts";
export { emptyScenario, sampleScenario } from "./sample-scenario.ts";
