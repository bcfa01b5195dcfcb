/** Why a figure is what it is: every question the screen may ask, answered with a trace. */
import type { Kpi, Role, Scenario } from "../../model/scenario.ts";
import { snapAttainment } from "../attainment.ts";
import { quotient, rule, weightedFactors } from "../formulas.ts";
import { onePointMore } from "../marginal/next-pay.ts";
import type { AttainmentInput } from "../outcome.ts";
import { planOf } from "../plan.ts";
import { attainmentUnder } from "../scenario.ts";
import { againstBudgetTrace, atTarget, ccosTrace, roleCostTrace, seatsTrace, titleOf, totalTrace } from "./cost-trace.ts";
import { expectedAgainstBudgetTrace, expectedCcosTrace, expectedRoleTrace, expectedTotalTrace, gapTrace } from "./expected-trace.ts";
import { input, lookup, step } from "./nodes.ts";
import { dealTrace, jumpTrace, nextPointTrace, nextUnitTrace, perPointTrace } from "./marginal-trace.ts";
import { orderOf } from "./order.ts";
import type { Explanation, Question, TraceNode } from "./outcome.ts";
import { askedAttainment, factorTrace, nameOf, payTrace, type AttainmentNode } from "./pay-trace.ts";
import { periodTrace } from "./period-trace.ts";

/**
 * Answers a question about a figure with the tree of formulas and inputs behind it (docs/compensation-model.md, "Why this
 * number"). The root has the figure the engine gives elsewhere, to the last bit, and `recompute` finds it again.
 * @returns null where the role, KPI, period or figure does not exist: a ratio without anything to divide by, no budget
 */
export function explain(scenario: Scenario, question: Question): Explanation | null {
  const role = "roleId" in question ? scenario.roles.find((each) => each.id === question.roleId) : undefined;
  if ("roleId" in question && role === undefined) return null;
  const answer = answerTo(scenario, question, role);
  return answer === null ? null : { order: [], next: null, ...answer };
}

type Answer = Pick<Explanation, "title" | "root"> & Partial<Explanation>;

function answerTo(scenario: Scenario, question: Question, role: Role | undefined): Answer | null {
  switch (question.of) {
    case "total":
      return titled(`${TOTAL_NAMES[question.figure]} of all roles that count`, question.figure === "ccos" ? ccosTrace(scenario, standsUnder(question.at)) : totalTrace(scenario, standsUnder(question.at), question.figure));
    case "headline":
      return headlineAnswer(scenario, question.figure);
    case "expected":
      return titled(EXPECTED_NAMES[question.figure], expectedAnswer(scenario, question.figure));
    default:
      return role === undefined ? null : roleAnswer(scenario, question, role);
  }
}

const TOTAL_NAMES = { base: "Base pay", incentive: "Incentive", burden: "Employer burden", cost: "Cost to company", creditedRevenue: "Credited revenue", ccos: "Compensation cost of sales" } as const;
const EXPECTED_NAMES = {
  incentive: "Incentive on average over where people land",
  burden: "Employer burden on average over where people land",
  cost: "Cost to company on average over where people land",
  againstBudget: "Expected cost against the budget",
  gap: "What the spread of attainment adds to the cost",
  ccos: "Compensation cost of sales on average over where people land: pay ÷ revenue, without employer burden",
} as const;
const ROLE_NAMES = { base: "Base pay", targetIncentive: "Target incentive", incentive: "Incentive", pay: "Pay", shareOfOte: "Pay as a share of OTE", burden: "Employer burden", costPerHead: "Cost per head" } as const;

function headlineAnswer(scenario: Scenario, figure: Extract<Question, { of: "headline" }>["figure"]): Answer | null {
  const stands = (): AttainmentNode => atTarget;
  switch (figure) {
    case "people":
      return titled("People of the roles that count in cost", seatsTrace(scenario, figure));
    case "onTargetEarnings":
      return titled("On-target earnings of all seats, filled or not", seatsTrace(scenario, figure));
    case "targetIncentive":
      return titled("Target incentive of all seats, filled or not", seatsTrace(scenario, figure));
    case "costAtTarget":
      return titled("Cost to company with every KPI at target, with employer burden", totalTrace(scenario, stands, "cost"));
    case "againstBudget":
      return titled("Cost at target against the budget", againstBudgetTrace(scenario, stands));
    case "ccos":
      return titled("Compensation cost of sales at target: pay ÷ revenue, without employer burden", ccosTrace(scenario, stands));
  }
}

function expectedAnswer(scenario: Scenario, figure: keyof typeof EXPECTED_NAMES): TraceNode | null {
  switch (figure) {
    case "againstBudget":
      return expectedAgainstBudgetTrace(scenario);
    case "gap":
      return gapTrace(scenario);
    case "ccos":
      return expectedCcosTrace(scenario);
    default:
      return expectedTotalTrace(scenario, figure);
  }
}

function roleAnswer(scenario: Scenario, question: Exclude<Question, { of: "total" | "headline" | "expected" }>, role: Role): Answer | null {
  switch (question.of) {
    case "kpi-payout":
      return payoutAnswer(scenario, role, question.kpiId, question.at);
    case "next-point":
    case "next-unit":
    case "jump":
    case "per-point":
      return marginalAnswer(scenario, role, question);
    case "deal": {
      const kpi = role.kpis.find((each) => each.id === question.kpiId);
      return kpi === undefined ? null : titled(`${question.move === "hold" ? "Holding" : "Pulling in"} a deal of ${nameOf(kpi)}, ${titleOf(role)}`, dealTrace(role, scenario, question));
    }
    case "role": {
      const pay = payTrace(role, scenario, standsUnder(question.at)(role));
      return titled(`${ROLE_NAMES[question.figure]} of one person, ${titleOf(role)}`, pay[question.figure], orderOf(role, scenario, null, pay.planCapBinds));
    }
    case "role-cost":
      return titled(`${TOTAL_NAMES[question.figure]} of all seats, ${titleOf(role)}`, roleCostTrace(role, scenario, standsUnder(question.at)(role), question.figure));
    case "role-expected":
      return titled(`${EXPECTED_NAMES[question.figure]}, ${titleOf(role)}`, expectedRoleTrace(role, scenario, question.figure));
    case "upside":
      return upsideAnswer(scenario, role, question.figure);
    case "curve":
      return curveAnswer(role, question.kpiId, question.attainment);
    case "role-curve":
      return titled(`Payout of the whole plan at one attainment, ${titleOf(role)}`, roleFactorTrace(role, question.attainment));
    case "period":
      return titled(`${PERIOD_NAMES[question.figure]}, ${titleOf(role)}`, periodTrace(role, { ...scenario, payments: question.payments ?? scenario.payments }, question));
  }
}

const PERIOD_NAMES = { earned: "Earned", drawn: "Added by a draw or guarantee", recovered: "Repaid of a draw", paid: "Paid", balance: "Still owed of a draw" } as const;

function titled(title: string, root: TraceNode | null, order: readonly string[] = []): Answer | null {
  return root === null ? null : { title, root, order };
}

function standsUnder(at: AttainmentInput): (role: Role) => AttainmentNode {
  return (role) => (kpi) => askedAttainment(kpi, attainmentUnder(at, role, kpi));
}

function payoutAnswer(scenario: Scenario, role: Role, kpiId: string, at: AttainmentInput): Answer | null {
  const position = role.kpis.findIndex((kpi) => kpi.id === kpiId);
  const kpi = role.kpis[position];
  if (kpi === undefined) return null;
  const stands = standsUnder(at)(role);
  const pay = payTrace(role, scenario, stands);
  const reached = snapAttainment(attainmentUnder(at, role, kpi));
  return {
    title: `Pay from ${nameOf(kpi)}, ${titleOf(role)}`,
    root: pay.payout(position),
    order: orderOf(role, scenario, { position, attainment: reached }, pay.planCapBinds),
    next: { sentence: "One more point of attainment pays", amount: onePointMore(role, scenario, (each) => attainmentUnder(at, role, each), kpi) },
  };
}

const MARGINAL_NAMES = { "next-point": "One more point", "next-unit": "One more unit", jump: "Next jump", "per-point": "Each point along the curve" } as const;

function marginalAnswer(scenario: Scenario, role: Role, question: Extract<Question, { of: "next-point" | "next-unit" | "jump" | "per-point" }>): Answer | null {
  const kpi = role.kpis.find((each) => each.id === question.kpiId);
  if (kpi === undefined) return null;
  const stands = question.of === "per-point" ? (each: Kpi) => askedAttainment(each, question.attainment) : standsUnder(question.at)(role);
  const asked = { role, context: scenario, kpi, stands };
  const title = `${MARGINAL_NAMES[question.of]} of ${nameOf(kpi)}, ${titleOf(role)}`;
  switch (question.of) {
    case "next-point":
      return titled(title, nextPointTrace(asked));
    case "next-unit":
      return titled(title, nextUnitTrace(asked));
    case "jump":
      return titled(title, jumpTrace(asked, question.attainment));
    case "per-point":
      return titled(title, perPointTrace(asked));
  }
}

function upsideAnswer(scenario: Scenario, role: Role, figure: "multiple" | "pay"): Answer | null {
  const stands = (kpi: Kpi): TraceNode => input(`excellence of ${nameOf(kpi)}`, snapAttainment(kpi.excellence), "percent", { roleId: role.id, kpiId: kpi.id, field: "excellence" });
  const pay = payTrace(role, scenario, stands);
  if (figure === "pay") return titled(`Pay with every KPI at its excellence, ${titleOf(role)}`, pay.pay);
  if (pay.targetIncentive.value === 0) return null;
  return titled(`Upside: incentive with every KPI at its excellence ÷ target incentive, ${titleOf(role)}`, step("upside", "factor", quotient("incentive ÷ target incentive"), [pay.incentive, pay.targetIncentive]));
}

function curveAnswer(role: Role, kpiId: string, attainment: number): Answer | null {
  const position = role.kpis.findIndex((kpi) => kpi.id === kpiId);
  const kpi = role.kpis[position];
  const curve = planOf(role).kpis[position]?.curve;
  if (kpi === undefined || curve === undefined || curve === null) return null;
  return titled(`Payout curve of ${nameOf(kpi)}, ${titleOf(role)}`, lookup("payout factor", curve, askedAttainment(kpi, attainment), { roleId: role.id, kpiId, field: "curve" }));
}

/** The role's total curve: weighted KPIs at one attainment, the others at target, at most the plan cap. */
function roleFactorTrace(role: Role, attainment: number): TraceNode {
  const attainments = role.kpis.map((kpi) => askedAttainment(kpi, kpi.weight > 0 ? attainment : 1));
  const paying = [...role.kpis.entries()].filter(([, kpi]) => kpi.weight > 0);
  const factors = paying.map(([position, kpi]) => ({ ...factorTrace(role, position, attainments), name: `${nameOf(kpi)}, ${kpi.weight / 100}%` }));
  const weights = paying.map(([, kpi]) => input(`weight of ${nameOf(kpi)}`, kpi.weight, "basis points", { roleId: role.id, kpiId: kpi.id, field: "weight" }));
  const total = step("payout as a multiple of target incentive", "factor", weightedFactors(factors.length), factors, weights);
  if (role.payoutCap === null) return total;
  const cap = input("plan cap", role.payoutCap, "factor", { roleId: role.id, kpiId: null, field: "payoutCap" });
  return step("payout under the plan cap", "factor", rule("at most the plan cap", ["at most"], (values) => Math.min(...values)), [total, cap]);
}
