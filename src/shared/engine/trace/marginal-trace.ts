/** What a little more pays, and what moving a deal gains, as traces: always one amount less another. */
import type { Kpi, Role } from "../../model/scenario.ts";
import { own } from "../../model/own.ts";
import { snapAttainment } from "../attainment.ts";
import { difference, quotient, roundedDifference, rule, shareTimes, sumOf } from "../formulas.ts";
import { attainedWith, type AttainedInPeriod } from "../marginal/deal-timing.ts";
import { POINT, unitBetter } from "../marginal/next-pay.ts";
import { justBelow } from "../marginal/standing.ts";
import { periodsOf } from "../payments.ts";
import { planOf } from "../plan.ts";
import type { PayContext } from "../role.ts";
import { input, lookup, step } from "./nodes.ts";
import type { Question, TraceNode, TracePlace } from "./outcome.ts";
import { nameOf, payTrace, type AttainmentNode } from "./pay-trace.ts";
import { periodTrace } from "./period-trace.ts";

type Asked = { readonly role: Role; readonly context: PayContext; readonly kpi: Kpi; readonly stands: AttainmentNode };

/** The same standing with the KPI somewhere else. */
function withStanding({ kpi, stands }: Asked, node: TraceNode): AttainmentNode {
  return (each) => (each === kpi ? node : stands(each));
}

/** incentive(a + 1 point) − incentive(a), both rounded. */
export function nextPointTrace(asked: Asked): TraceNode {
  const { role, context, kpi, stands } = asked;
  const more = step(`attainment of ${nameOf(kpi)}, a point more`, "percent", rule("attainment + 1 point", ["+"], ([now = 0, point = 0]) => snapAttainment(now + point)), [stands(kpi), input("a point", POINT, "percent", null)]);
  return step("a point more pays", "money", difference("incentive with it − incentive without"), [
    { ...payTrace(role, context, withStanding(asked, more)).incentive, name: "with a point more" },
    { ...payTrace(role, context, stands).incentive, name: "incentive now" },
  ]);
}

/** (incentive with the better result − incentive now) ÷ units, nothing rounded. Null where the KPI has no unit. */
export function nextUnitTrace(asked: Asked): TraceNode | null {
  const { role, context, kpi, stands } = asked;
  const better = unitBetter(kpi, stands(kpi).value);
  if (better === null) return null;
  const target = input("target", kpi.target, "target", { roleId: role.id, kpiId: kpi.id, field: "target" });
  const words = kpi.direction === "lower" ? "the attainment that so much less gives" : "the attainment that so much more gives";
  const more = step(`attainment of ${nameOf(kpi)} with it`, "percent", rule(words, ["of"], ([now = 0]) => unitBetter(kpi, now)?.attainment ?? now), [stands(kpi), target]);
  const gain = step("gain", "money", difference("incentive with it − incentive without, before rounding"), [
    { ...payTrace(role, context, withStanding(asked, more)).unrounded(), name: "with the better result" },
    { ...payTrace(role, context, stands).unrounded(), name: "incentive now" },
  ]);
  const units = input(better.units === 1 ? "one unit" : "units", better.units, "target", { roleId: role.id, kpiId: kpi.id, field: "target" });
  return step("a unit pays", "money", quotient("gain ÷ units"), [gain, units]);
}

/** incentive where the KPI jumps − incentive just below, rounded once. */
export function jumpTrace(asked: Asked, attainment: number): TraceNode {
  const { role, context, kpi } = asked;
  const place: TracePlace = { roleId: role.id, kpiId: kpi.id, field: "curve" };
  const reached = input(`${nameOf(kpi)} reaches`, attainment, "percent", place);
  const below = step(`${nameOf(kpi)} just misses`, "percent", rule("the attainment just below", [], ([at = 0]) => justBelow(at)), [reached]);
  return step("jump", "money", roundedDifference("incentive with it reached − incentive just below"), [
    { ...payTrace(role, context, withStanding(asked, reached)).unrounded(), name: "with it reached" },
    { ...payTrace(role, context, withStanding(asked, below)).unrounded(), name: "just below" },
  ]);
}

/** Share of target incentive × slope of the curve × 1 point; null where the KPI has no curve of its own. */
export function perPointTrace({ role, context, kpi, stands }: Asked): TraceNode | null {
  const position = role.kpis.indexOf(kpi);
  const curve = planOf(role).kpis[position]?.curve ?? null;
  if (curve === null) return null;
  const place: TracePlace = { roleId: role.id, kpiId: kpi.id, field: "curve" };
  const at = lookup("curve", curve, stands(kpi), place);
  return step("each point pays", "money", shareTimes("share of target incentive × slope × 1 point", ["×", "×"]), [
    payTrace(role, context, stands).share(position),
    input("slope of the curve", at.segment.slope, "factor", place),
    input("a point", POINT, "percent", null),
  ]);
}

type DealQuestion = Extract<Question, { of: "deal" }>;

/** What is earned with the deal moved − what is earned as results fall. Null where there is no such deal to move. */
export function dealTrace(role: Role, context: PayContext, { kpiId, deal, period, move, attained }: DealQuestion): TraceNode | null {
  const falls: AttainedInPeriod = (id, each) => own(attained, id)?.[each] ?? 1;
  const moved = attainedWith(role, context, { kpiId, deal, period, attained: falls }, move);
  if (moved === null) return null;
  const periods = periodsOf(context.payments);
  const earned = (name: string, standing: AttainedInPeriod): TraceNode | null => {
    const inYear = (yearName: string, first: number): TraceNode | null => {
      const year = Object.fromEntries(role.kpis.map((kpi) => [kpi.id, Array.from({ length: periods }, (_, each) => standing(kpi.id, first + each))]));
      const node = periodTrace(role, context, { of: "period", figure: "earned", roleId: role.id, hires: null, period: null, attained: year });
      return node === null ? null : { ...node, name: yearName };
    };
    if (period < periods - 1) return inYear(name, 0);
    const [thisYear, nextYear] = [inYear("earned this year", 0), inYear("earned next year", periods)];
    return thisYear === null || nextYear === null ? null : step(name, "money", sumOf(2, "both years"), [thisYear, nextYear]);
  };
  const [withMove, without] = [earned(move === "hold" ? "with the deal held" : "with the deal pulled in", moved), earned("as results fall", falls)];
  return withMove === null || without === null ? null : step(move === "hold" ? "holding gains" : "pulling in gains", "money", difference("earned with the deal moved − earned as results fall"), [withMove, without]);
}
