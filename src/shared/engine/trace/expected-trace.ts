/** The expected cost as a trace: what each curve pays on average over where people land, times seats, plus burden; and against revenue. */
import type { Curve, Kpi, KpiOutlook, Role, Scenario } from "../../model/scenario.ts";
import { roundMoney } from "../../units/money.ts";
import { difference, product, rule, shareTimes, sumOf } from "../formulas.ts";
import { compileCurve } from "../curve/compile.ts";
import { averageAttainment } from "../outlook/average.ts";
import { distributionOf } from "../outlook/distribution.ts";
import { expectedAttainment } from "../outlook/expected-ccos.ts";
import { notExact, type OutlookContext } from "../outlook/expected-cost.ts";
import { expectedFactor } from "../outlook/expected-payout.ts";
import { attainmentUnder } from "../scenario.ts";
import { atTarget, filledSeats, payOfRevenueTrace, roleCostTrace, titleOf, totalTrace } from "./cost-trace.ts";
import { input, step } from "./nodes.ts";
import type { TraceNode, TracePlace } from "./outcome.ts";
import { askedAttainment, nameOf, payTrace } from "./pay-trace.ts";

export type ExpectedFigure = "incentive" | "burden" | "cost";

/** What all filled seats of a role cost on average over where people land; null where that takes simulated years. */
export function expectedRoleTrace(role: Role, context: OutlookContext, figure: ExpectedFigure): TraceNode | null {
  if (notExact(role, context) !== null) return null;
  if (figure === "cost") {
    const parts = [roleCostTrace(role, context, atTarget, "base"), ...(["incentive", "burden"] as const).flatMap((each) => expectedRoleTrace(role, context, each) ?? [])];
    return step(titleOf(role), "money", sumOf(parts.length, "base + expected incentive + employer burden"), parts);
  }
  const pay = payTrace(role, context, atTarget);
  const incentive = expectedIncentiveTrace(role, pay.share);
  const perHead = figure === "incentive" ? incentive : burdenTrace(pay.base, incentive, context);
  return step(`${perHead.name} of all seats`, "money", product("amount per head × filled seats"), [perHead, filledSeats(role)]);
}

/** One person's, before rounding: each KPI's share × what its curve pays on average. */
function expectedIncentiveTrace(role: Role, share: (position: number) => TraceNode): TraceNode {
  const parts = role.kpis.flatMap((kpi, position) =>
    kpi.weight === 0 || kpi.curve === null ? [] : [step(nameOf(kpi), "money", shareTimes("share of target incentive × average payout", ["×"]), [share(position), averagePayout(role, kpi, kpi.curve)])],
  );
  return step("expected incentive", "money", sumOf(parts.length), parts);
}

function averagePayout(role: Role, kpi: Kpi, curve: Curve): TraceNode {
  return overOutlook(role, kpi, { name: "average payout", unit: "factor", inList: "the curve’s payout at each attainment of the list, averaged", inSpread: (shape) => `the curve’s payout over a ${shape} spread of attainment` }, (outlook) => expectedFactor(compileCurve(curve), distributionOf(outlook)));
}

/** What a KPI attains on average: its mean, but for what the ends of attainment cut off. */
function averageResult(role: Role, kpi: Kpi): TraceNode {
  return overOutlook(role, kpi, { name: "attainment on average", unit: "percent", inList: "the attainments of the list, averaged", inSpread: (shape) => `the mean of a ${shape} spread of attainment, none below 0%` }, (outlook) => expectedAttainment({ outlook }));
}

type OverOutlook = { readonly name: string; readonly unit: "factor" | "percent"; readonly inList: string; readonly inSpread: (shape: string) => string };

/** A figure of where the people of a KPI land, worked out again from the mean and the spread. */
function overOutlook(role: Role, { id, name, outlook }: Kpi, { name: figure, unit, inList, inSpread }: OverOutlook, of: (outlook: KpiOutlook) => number): TraceNode {
  const place: TracePlace = { roleId: role.id, kpiId: id, field: "outlook" };
  if (outlook.shape === "empirical") {
    const list = input(`attainments in the list of ${name === "" ? "untitled KPI" : name}`, outlook.attainments.length, "count", place);
    return step(figure, unit, rule(inList, [], () => of(outlook)), [list]);
  }
  const { shape } = outlook;
  return step(
    figure, unit,
    rule(inSpread(shape), ["with spread"], ([mean = 0, spread = 0]) => of({ shape, mean, spread })),
    [input("average attainment", outlook.mean, "percent", place), input("spread of attainment", outlook.spread, "percent", place)],
  );
}

function burdenTrace(base: TraceNode, incentive: TraceNode, { cost, currency }: OutlookContext): TraceNode {
  const ofCost = (field: string): TracePlace => ({ roleId: null, kpiId: null, field });
  return step("employer burden", "money", sumOf(3), [
    step("burden on base", "money", product("base pay × burden on base"), [base, input("burden on base", cost.burdenOnBase, "percent", ofCost("burdenOnBase"))]),
    step("burden on incentive", "money", shareTimes("expected incentive × burden on incentive", ["×"]), [incentive, input("burden on incentive", cost.burdenOnVariable, "percent", ofCost("burdenOnVariable"))]),
    input("fixed cost per head", roundMoney(cost.fixedPerHead, currency), "money", ofCost("fixedPerHead")),
  ]);
}

/** A figure of all roles that count in cost; null where one of them takes simulated years. */
export function expectedTotalTrace(scenario: Scenario, figure: ExpectedFigure): TraceNode | null {
  const parts: TraceNode[] = [];
  for (const role of scenario.roles.filter(({ countsInCost }) => countsInCost)) {
    const part = expectedRoleTrace(role, scenario, figure);
    if (part === null) return null;
    parts.push({ ...part, name: titleOf(role) });
  }
  const name = { incentive: "expected incentive", burden: "employer burden", cost: "expected cost" }[figure];
  return step(name, "money", sumOf(parts.length, "the sum over the roles that count in cost"), parts);
}

/** Expected cost − budget; null without a budget. */
export function expectedAgainstBudgetTrace(scenario: Scenario): TraceNode | null {
  const cost = expectedTotalTrace(scenario, "cost");
  const { budget } = scenario.cost;
  if (cost === null || budget === null) return null;
  const given = input("budget", roundMoney(budget, scenario.currency), "money", { roleId: null, kpiId: null, field: "budget" });
  return step("against budget", "money", difference("expected cost − budget"), [cost, given]);
}

/** Expected pay ÷ expected revenue; null without revenue, and where pay takes simulated years. */
export function expectedCcosTrace(scenario: Scenario): TraceNode | null {
  const incentive = expectedTotalTrace(scenario, "incentive");
  if (incentive === null) return null;
  const credited = totalTrace(scenario, (role) => (kpi) => averageResult(role, kpi), "creditedRevenue");
  return payOfRevenueTrace(scenario, [totalTrace(scenario, () => atTarget, "base"), incentive], { ...credited, name: "expected credited revenue" });
}

/** Expected cost − the cost with every KPI at its average: what the spread of attainment adds. */
export function gapTrace(scenario: Scenario): TraceNode | null {
  const cost = expectedTotalTrace(scenario, "cost");
  if (cost === null) return null;
  const average = averageAttainment(scenario);
  const atAverage = totalTrace(scenario, (role) => (kpi) => askedAttainment(kpi, attainmentUnder(average, role, kpi)), "cost");
  return step("added by spread of attainment", "money", difference("expected cost − cost with every KPI at its average"), [cost, { ...atAverage, name: "cost at average" }]);
}
