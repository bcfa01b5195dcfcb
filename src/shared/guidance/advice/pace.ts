/** Checks on how a KPI's pay grows: in steps or along a line, and how fast past target. */
import type { Finding, RoleCheck } from "./check.ts";
import { isObjective, payingCurves, paysInSteps } from "./paying-curves.ts";
import { evidence, listed, multipleText, nameOf, naming, shownMultiple } from "./words.ts";

/** Objectives that pay along a line. */
export const OBJECTIVE_STEPS: RoleCheck = {
  id: "objective-steps",
  guardrails: ["G36"],
  look: (role) => payingCurves(role).flatMap((paying): readonly Finding[] => {
    if (!isObjective(paying) || paysInSteps(paying)) return [];
    const { kpi } = paying;
    const { sources, text, severity } = evidence("G36");
    const sentence = naming(nameOf(kpi), (name) => `${name}: it pays along a line; one source uses steps.`);
    return [{ about: kpi.id, severity, sentence, detail: text, sources, field: "curve", kpiId: kpi.id }];
  }),
};

const ACCELERATES_FROM = 1.2;
const LEAST_MULTIPLE = 1.5;
const MOST_MULTIPLE = 2;

/** The rate past 120 % as a multiple of the one just below target, where it is higher. */
export const ACCELERATOR: RoleCheck = {
  id: "accelerator",
  guardrails: ["G19"],
  look: (role) => {
    const outside = payingCurves(role).flatMap(({ kpi, compiled, traits }) => {
      if (traits.accelerator === null) return [];
      const rate = compiled.slope[compiled.x.findLastIndex((x) => x <= ACCELERATES_FROM)] ?? 0;
      const multiple = shownMultiple(rate / traits.slopeBelowTarget);
      return multiple > MOST_MULTIPLE || (multiple > 1 && multiple < LEAST_MULTIPLE) ? [{ kpi, multiple }] : [];
    });
    const [first] = outside.toSorted((one, other) => other.multiple - one.multiple);
    if (first === undefined) return [];
    const { sources, text, severity } = evidence("G19");
    const sentence = naming(nameOf(first.kpi), (name) => `${name}: ${multipleText(first.multiple)} past 120%; one source says 1.5–2×.`);
    const detail = `The slope past 120% against the one just below target: ${listed(outside.map(({ kpi, multiple }) => `${nameOf(kpi)} ${multipleText(multiple)}`))}. ${text}`;
    return [{ severity, sentence, detail, sources, field: "curve", kpiId: first.kpi.id }];
  },
};
