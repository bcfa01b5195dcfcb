/** Checks on where a KPI starts to pay. */
import type { Kpi, Role } from "../../model/scenario.ts";
import type { Finding, RoleCheck } from "./check.ts";
import { payingCurves, paysInSteps, type PayingCurve } from "./paying-curves.ts";
import { evidence, listed, nameOf, naming, percentText, shownShare } from "./words.ts";

/** Curves with a threshold above 0 that pay along a line, the highest threshold first. */
function withThreshold(role: Role): readonly (PayingCurve & { readonly threshold: number })[] {
  return payingCurves(role)
    .flatMap((paying) => {
      const threshold = shownShare(paying.traits.threshold ?? 0);
      return paysInSteps(paying) || threshold === 0 ? [] : [{ ...paying, threshold }];
    })
    .toSorted((one, other) => other.threshold - one.threshold);
}

const HIGHEST_NAMED = 0.75;
const DISPUTED_FROM = 0.5;

/** Thresholds above every point that a source names, and those on which sources disagree. */
export const THRESHOLD: RoleCheck = {
  id: "threshold",
  guardrails: ["G12", "G11", "G13"],
  look: (role) => {
    const curves = withThreshold(role);
    const { sources, text, severity } = evidence("G12", "G11", "G13");
    const isHigh = (threshold: number): boolean => threshold > HIGHEST_NAMED;
    const high = curves.filter(({ threshold }) => isHigh(threshold)).map(({ kpi, threshold }): Finding => ({
      about: kpi.id,
      severity,
      sentence: naming(nameOf(kpi), (name) => `${name}: nothing below ${percentText(threshold)}; sources name 40% to 75%.`),
      detail: text, sources, field: "curve", kpiId: kpi.id,
    }));
    const disputed = curves.filter(({ threshold }) => !isHigh(threshold) && threshold > DISPUTED_FROM);
    const [first] = disputed;
    if (first === undefined || role.focus === "pipeline") return high;
    const sentence = naming(nameOf(first.kpi), (name) => `${name}: pay starts at ${percentText(first.threshold)}; sources disagree on that.`);
    const detail = `${thresholds(disputed)} ${text}`;
    return [...high, { severity: "information", sentence, detail, sources, field: "curve", kpiId: first.kpi.id }];
  },
};

/** Any threshold in a role that brings new business, as far as no louder one is said of it. */
export const NEW_BUSINESS_THRESHOLD: RoleCheck = {
  id: "new-business-threshold",
  guardrails: ["G15", "G11"],
  look: (role) => {
    const curves = withThreshold(role).filter(({ threshold }) => threshold <= HIGHEST_NAMED);
    const [first] = curves;
    if (role.focus !== "pipeline" || first === undefined) return [];
    const { sources, text, severity } = evidence("G15", "G11");
    const sentence = naming(nameOf(first.kpi), (name) => `${name}: pay starts at ${percentText(first.threshold)}; one source has no threshold.`);
    const detail = `A role with pipeline focus is read as one for new business. ${thresholds(curves)} ${text}`;
    return [{ severity, sentence, detail, sources, field: "curve", kpiId: first.kpi.id }];
  },
};

function thresholds(curves: readonly { readonly kpi: Kpi; readonly threshold: number }[]): string {
  return `Thresholds: ${listed(curves.map(({ kpi, threshold }) => `${nameOf(kpi)} ${percentText(threshold)}`))}.`;
}
