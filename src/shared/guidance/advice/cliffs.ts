/** Checks on where a KPI's pay jumps and where it stands still. */
import { withThresholdKind } from "../../editing/index.ts";
import { curveFaults, type Cliff } from "../../engine/index.ts";
import type { Role } from "../../model/scenario.ts";
import { onRole, type Finding, type RoleCheck, type RoleContext } from "./check.ts";
import { isObjective, payingCurves, paysInSteps, shareOf, type PayingCurve } from "./paying-curves.ts";
import { amountText, evidence, listed, nameOf, naming, percentText } from "./words.ts";

/** Jumps of pay. Objectives in steps are meant to jump. */
export const CLIFF: RoleCheck = {
  id: "cliff",
  guardrails: ["G14"],
  look: (role, context) => {
    const curves = payingCurves(role);
    const looked = curves.filter((paying) => !(isObjective(paying) && paysInSteps(paying)));
    const found = looked.flatMap((paying) => cliffFinding(role, context, paying));
    if (found.length > 0 || looked.length === 0) return found;
    const sentence = looked.length < curves.length ? "No cliffs outside objectives, which pay in steps." : "No cliffs: no curve jumps.";
    const links = role.links.length === 0 ? {} : { detail: "Of the curves alone: a gate or another link may still change pay at once." };
    return [{ severity: "met", sentence, ...links, field: "curve" }];
  },
};

function cliffFinding(role: Role, context: RoleContext, { kpi, curve, compiled, traits }: PayingCurve): readonly Finding[] {
  const { currency } = context;
  const cliffs = curveFaults(compiled, shareOf(role, context, kpi)).cliffs.filter((cliff) => cliff.amount !== 0);
  const [largest] = cliffs.toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
  if (largest === undefined) return [];
  const isAtThreshold = (cliff: Cliff): boolean => cliff.attainment === traits.threshold && cliff.below === 0;
  const place = `${amountText(largest.amount, currency)} at ${percentText(largest.attainment)}`;
  const sentence = naming(nameOf(kpi), (name) => {
    if (cliffs.length > 1) return `${name}: ${cliffs.length} jumps of pay, the largest ${place}.`;
    return `${name}: pay ${largest.amount > 0 ? "jumps" : "falls"} by ${place}.`;
  });
  const jumps = listed(cliffs.map((cliff) => `at ${percentText(cliff.attainment)} from ${percentText(cliff.below)} to ${percentText(cliff.at)}, ${amountText(cliff.amount, currency)}`));
  const source = cliffs.some(isAtThreshold) ? evidence("G14") : null;
  const ramp = withThresholdKind(curve, "ramp");
  const change = onRole(role.id, (each) => ({ ...each, kpis: each.kpis.map((other) => (other.id === kpi.id ? { ...other, curve: ramp } : other)) }));
  return [{
    about: kpi.id,
    severity: source?.severity ?? "advice",
    sentence,
    detail: `Per head, ${jumps}.${source === null ? "" : ` ${source.text}`}`,
    sources: source?.sources ?? [],
    field: "curve", kpiId: kpi.id,
    ...(isAtThreshold(largest) && ramp !== curve ? { tryIt: { label: "Ramp instead", apply: change } } : {}),
  }];
}

/** Stretches in which more result pays nothing more although pay goes on after them. */
export const DEAD_ZONE: RoleCheck = {
  id: "dead-zone",
  guardrails: [],
  look: (role, context) => payingCurves(role).flatMap((paying): readonly Finding[] => {
    if (paysInSteps(paying)) return [];
    const { kpi, compiled } = paying;
    const zones = curveFaults(compiled, shareOf(role, context, kpi)).deadZones;
    const [largest] = zones.toSorted((one, other) => other.to - other.from - (one.to - one.from));
    if (largest === undefined) return [];
    const sentence = naming(nameOf(kpi), (name) => `${name}: no more pay from ${percentText(largest.from)} to ${percentText(largest.to)}.`);
    const stretches = listed(zones.map((zone) => `from ${percentText(zone.from)} to ${percentText(zone.to)}, where the slope beside it would pay ${amountText(zone.amount, context.currency)}`));
    return [{ about: kpi.id, severity: "advice", sentence, detail: `Per head, ${stretches}.`, field: "curve", kpiId: kpi.id }];
  }),
};
