/** Checks on what the best are paid: upside, where excellence stands, caps, and pay against the margin. */
import { evaluateRole, upside } from "../../engine/index.ts";
import type { Kpi } from "../../model/scenario.ts";
import { roundMoney } from "../../units/money.ts";
import type { Finding, RoleCheck } from "./check.ts";
import { payingCurves, shareOf, type PayingCurve } from "./paying-curves.ts";
import { weighted } from "./scorecard.ts";
import { evidence, listed, multipleText, nameOf, naming, percentText, shownMultiple, shownShare } from "./words.ts";

const LEAST_UPSIDE = 2;
const MOST_UPSIDE = 3;

/** The incentive with every KPI at its excellence, to two decimals of target incentive. */
export const UPSIDE: RoleCheck = {
  id: "upside",
  guardrails: ["G17", "G16", "G18"],
  look: (role, context) => {
    const { multiple } = upside(role, context);
    if (multiple === null || weighted(role).length === 0) return [];
    const shown = shownMultiple(multiple);
    if (shown >= LEAST_UPSIDE && shown <= MOST_UPSIDE) return [];
    const { sources, text, severity } = evidence("G17", "G16", "G18");
    const sellers = role.quotaCarrying ? "" : "The sources speak of sellers with a quota; this role has none. ";
    const sentence = `Upside is ${multipleText(shown)} at excellence; one source names 2× or 3×.`;
    return [{ severity: role.quotaCarrying ? severity : "information", sentence, detail: `Of target incentive, with every KPI at its excellence. ${sellers}${text}`, sources, field: "curve" }];
  },
};

const LEAST_EXCELLENCE = 1.2;
const MOST_EXCELLENCE = 1.5;

/** Excellence outside the two published examples, the farthest KPI of a role. */
export const EXCELLENCE: RoleCheck = {
  id: "excellence",
  guardrails: ["G16"],
  look: (role) => {
    const outside = weighted(role).filter((kpi) => distance(kpi) > 0).toSorted((one, other) => distance(other) - distance(one));
    const [first] = outside;
    if (first === undefined) return [];
    const { sources, text, severity } = evidence("G16");
    const sentence = naming(nameOf(first), (name) => `${name}: excellence at ${percentText(first.excellence)}; examples are 120% and 150%.`);
    const detail = `Excellence: ${listed(outside.map((kpi) => `${nameOf(kpi)} ${percentText(kpi.excellence)}`))}. ${text}`;
    return [{ severity, sentence, detail, sources, field: "excellence", kpiId: first.id }];
  },
};

function distance({ excellence }: Kpi): number {
  const shown = shownShare(excellence);
  return Math.max(LEAST_EXCELLENCE - shown, shown - MOST_EXCELLENCE, 0);
}

/** A KPI's cap that is reached before its excellence. */
export const KPI_CAP: RoleCheck = {
  id: "cap",
  guardrails: [],
  look: (role) => payingCurves(role).flatMap(({ kpi, traits: { cap } }): readonly Finding[] => {
    if (cap === null || shownShare(cap.from) >= shownShare(kpi.excellence)) return [];
    const sentence = naming(nameOf(kpi), (name) => `${name}: capped from ${percentText(cap.from)} on, below excellence.`);
    const detail = `From ${percentText(cap.from)} of target on it pays ${percentText(cap.payout)}, and no more; excellence is ${percentText(kpi.excellence)}.`;
    return [{ about: kpi.id, severity: "advice", sentence, detail, field: "curve", kpiId: kpi.id }];
  }),
};

/** A plan cap that cuts what excellence earns. */
export const PLAN_CAP: RoleCheck = {
  id: "plan-cap",
  guardrails: [],
  look: (role, context) => {
    const { payoutCap } = role;
    if (payoutCap === null || !evaluateRole(role, context, (kpi) => kpi.excellence).planCapBinds) return [];
    const uncapped = upside({ ...role, payoutCap: null }, context).multiple;
    const detail = uncapped === null ? {} : { detail: `With every KPI at its excellence the plan would pay ${multipleText(uncapped)} target incentive.` };
    return [{ severity: "advice", sentence: `The plan cap of ${percentText(payoutCap)} cuts what excellence earns.`, ...detail, field: "payoutCap" }];
  },
};

/** What one more unit of credited revenue pays at and above target, against its contribution margin. */
export const MARGIN: RoleCheck = {
  id: "margin",
  guardrails: ["G18"],
  look: (role, context) => {
    const margin = context.cost.contributionMargin;
    if (margin === null) return [];
    return payingCurves(role).flatMap((paying): readonly Finding[] => {
      const { kpi } = paying;
      const target = roundMoney(kpi.target, context.currency);
      if (kpi.revenue !== "credited" || kpi.unit !== "currency" || kpi.direction !== "higher" || target === 0) return [];
      const rate = (steepestFromTarget(paying) * shareOf(role, context, kpi)) / target;
      if (shownShare(rate) <= shownShare(margin)) return [];
      const { sources, text, severity } = evidence("G18");
      const sentence = naming(nameOf(kpi), (name) => `${name}: ${percentText(rate)} of extra revenue is paid, margin ${percentText(margin)}.`);
      const detail = `Where its curve is steepest at or above target; links, plan cap and the employer's burden are not in it. ${text}`;
      return [{ about: kpi.id, severity, sentence, detail, sources, field: "curve", kpiId: kpi.id }];
    });
  },
};

/** Payout per attainment where the curve climbs fastest at or above target. */
function steepestFromTarget({ compiled: { x, slope } }: PayingCurve): number {
  return Math.max(...slope.filter((_, index) => (x[index + 1] ?? Infinity) > 1));
}
