/** Cost of a role and of the company as a trace: the amounts per head times the seats, and their sums. */
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { minorPerUnit } from "../../units/currency.ts";
import { roundMoney } from "../../units/money.ts";
import { FILLED, REST, RESULT, difference, product, quotient, revenue, sumOf } from "../formulas.ts";
import { creditsRevenue, type PayContext } from "../role.ts";
import { input, step } from "./nodes.ts";
import type { TraceNode } from "./outcome.ts";
import { nameOf, payTrace, type AttainmentNode } from "./pay-trace.ts";

export type CostFigure = "base" | "incentive" | "burden" | "cost" | "creditedRevenue";

/** Where each KPI of each role stands. */
export type RoleAttainments = (role: Role) => AttainmentNode;

/** What all filled seats of a role cost, or the revenue they are credited. */
export function roleCostTrace(role: Role, context: PayContext, stands: AttainmentNode, figure: CostFigure): TraceNode {
  if (figure === "creditedRevenue") return creditedRevenueTrace(role, context, stands);
  if (figure === "cost") {
    const parts = (["base", "incentive", "burden"] as const).map((each) => roleCostTrace(role, context, stands, each));
    return step(titleOf(role), "money", sumOf(3, "base + incentive + employer burden"), parts);
  }
  const pay = payTrace(role, context, stands);
  const perHead = { base: pay.base, incentive: pay.incentive, burden: pay.burden }[figure];
  const name = { base: "base pay of all seats", incentive: "incentive of all seats", burden: "employer burden of all seats" }[figure];
  return step(name, "money", product("amount per head × filled seats"), [perHead, filledSeats(role)]);
}

/** A figure of all roles that count in cost. */
export function totalTrace(scenario: Scenario, stands: RoleAttainments, figure: CostFigure): TraceNode {
  const parts = scenario.roles.filter((role) => role.countsInCost).map((role) => ({ ...roleCostTrace(role, scenario, stands(role), figure), name: titleOf(role) }));
  const name = { base: "base pay", incentive: "incentive", burden: "employer burden", cost: "cost to company", creditedRevenue: "credited revenue" }[figure];
  return step(name, "money", sumOf(parts.length, "the sum over the roles that count in cost"), parts);
}

/** Pay ÷ revenue at given attainments; null without revenue. */
export function ccosTrace(scenario: Scenario, stands: RoleAttainments): TraceNode | null {
  return payOfRevenueTrace(scenario, [totalTrace(scenario, stands, "base"), totalTrace(scenario, stands, "incentive")], totalTrace(scenario, stands, "creditedRevenue"));
}

/**
 * Pay ÷ booked revenue where it is given, else ÷ credited revenue; null without revenue.
 * @param parts base pay and incentive
 */
export function payOfRevenueTrace(scenario: Scenario, parts: readonly [TraceNode, TraceNode], credited: TraceNode): TraceNode | null {
  const [base, incentive] = parts;
  const pay = step("pay", "money", sumOf(2, `${base.name} + ${incentive.name}`), parts);
  const booked = scenario.cost.bookedRevenue;
  const earned = booked === null
    ? { ...credited, name: `${credited.name}, which may count a deal twice` }
    : input("booked revenue", roundMoney(booked, scenario.currency), "money", { roleId: null, kpiId: null, field: "bookedRevenue" });
  return earned.value === 0 ? null : step("CCOS", "percent", quotient("pay ÷ revenue, without employer burden"), [pay, earned]);
}

/** Cost at given attainments − budget; null without a budget. */
export function againstBudgetTrace(scenario: Scenario, stands: RoleAttainments): TraceNode | null {
  const { budget } = scenario.cost;
  if (budget === null) return null;
  const given = input("budget", roundMoney(budget, scenario.currency), "money", { roleId: null, kpiId: null, field: "budget" });
  return step("against budget", "money", difference("cost at target − budget"), [totalTrace(scenario, stands, "cost"), given]);
}

/** People, on-target earnings or target incentive of all seats, filled or not, of the roles that count. */
export function seatsTrace(scenario: Scenario, figure: "people" | "onTargetEarnings" | "targetIncentive"): TraceNode {
  const parts = scenario.roles.filter((role) => role.countsInCost).map((role): TraceNode => {
    const heads = input(titleOf(role), role.headcount, "count", { roleId: role.id, kpiId: null, field: "headcount" });
    if (figure === "people") return heads;
    const ote = input("OTE", roundMoney(role.onTargetEarnings, scenario.currency), "money", { roleId: role.id, kpiId: null, field: "onTargetEarnings" });
    const perHead = figure === "onTargetEarnings" ? ote : payTrace(role, scenario, atTarget).targetIncentive;
    return step(titleOf(role), "money", product("amount per head × headcount"), [perHead, { ...heads, name: "headcount" }]);
  });
  const name = { people: "people", onTargetEarnings: "on-target earnings", targetIncentive: "target incentive" }[figure];
  return step(name, figure === "people" ? "count" : "money", sumOf(parts.length, "the sum over the roles that count in cost"), parts);
}

/** Every KPI at target. */
export function atTarget(kpi: Kpi): TraceNode {
  return input(`attainment of ${nameOf(kpi)}`, 1, "percent", null);
}

export function titleOf(role: Role): string {
  return role.title === "" ? "untitled role" : role.title;
}

/** Headcount × the share of the year that seats are filled. */
export function filledSeats(role: Role): TraceNode {
  const headcount = input("headcount", role.headcount, "count", { roleId: role.id, kpiId: null, field: "headcount" });
  if (role.vacancy === 0) return headcount;
  const vacancy = input("share of the year that seats are empty", role.vacancy, "percent", { roleId: role.id, kpiId: null, field: "vacancy" });
  return step("filled seats", "count", FILLED, [headcount, step("share of the year that seats are filled", "percent", REST, [input("the whole year", 1, "percent", null), vacancy])]);
}

function creditedRevenueTrace(role: Role, { currency }: PayContext, stands: AttainmentNode): TraceNode {
  const results = role.kpis.filter(creditsRevenue).map((kpi) =>
    step(nameOf(kpi), "target", RESULT, [input("target", kpi.target, "target", { roleId: role.id, kpiId: kpi.id, field: "target" }), stands(kpi)]),
  );
  return step("credited revenue", "money", revenue(minorPerUnit(currency)), [step("revenue of one person", "target", sumOf(results.length), results), filledSeats(role)]);
}
