/** Guidance: what published sources say, and where a plan stands among them. The only door of this room. */
export { severityOf, type Guardrail, type GuardrailId, type Severity, type Source, type SourceTag, type Statement } from "./guardrail.ts";
export { DESIGNED, DESIGN_RULE, OBSERVED, OBSERVED_AT_TARGET, type PresetEvidence } from "./attainment-presets.ts";
export { GUARDRAILS, guardrailById } from "./register.ts";
export { splitBands, splitReading, type SplitBand, type SplitReading, type SplitRole } from "./split-bands.ts";
export type { Advice, AdviceKey, AdviceReading } from "./advice/advice.ts";
export { adviceOn } from "./advice/advice-on.ts";
export { dismissAdvice, restoreAdvice, withDismissals } from "./advice/dismissal.ts";
