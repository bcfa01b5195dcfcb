/** The pay of one person as a trace: every amount per head, from the inputs of the document and the attainments asked about. */
import type { Kpi, Role } from "../../model/scenario.ts";
import { fractionOf } from "../../units/basis-points.ts";
import { roundMoney } from "../../units/money.ts";
import { snapAttainment } from "../attainment.ts";
import { REST, basePay, partUnderCap, payoutByWeight, product, quotient, rule, shareByWeight, shareTimes, sumOf, targetIncentive } from "../formulas.ts";
import { curveFactor, gatedFactor, modified, standingAt } from "../links.ts";
import { planOf } from "../plan.ts";
import type { PayContext } from "../role.ts";
import { input, lookup, step } from "./nodes.ts";
import type { TraceNode, TracePlace } from "./outcome.ts";

/** Where a KPI stands: an attainment that was asked about, or an input of the document. */
export type AttainmentNode = (kpi: Kpi) => TraceNode;

export type PayTrace = {
  readonly targetIncentive: TraceNode;
  readonly base: TraceNode;
  /** By position of the KPI: what it pays, after the plan cap. */
  readonly payout: (position: number) => TraceNode;
  /** By position: the KPI's share of target incentive. */
  readonly share: (position: number) => TraceNode;
  readonly incentive: TraceNode;
  /** The incentive before anything of it is rounded: what a unit or a jump pays is told by it. */
  readonly unrounded: () => TraceNode;
  readonly pay: TraceNode;
  readonly shareOfOte: TraceNode | null;
  readonly burden: TraceNode;
  readonly costPerHead: TraceNode;
  readonly planCapBinds: boolean;
};

/** An attainment that was asked about and stands in no document. */
export function askedAttainment(kpi: Kpi, attainment: number): TraceNode {
  return input(`attainment of ${nameOf(kpi)}`, snapAttainment(attainment), "percent", null);
}

export function nameOf(kpi: Kpi): string {
  return kpi.name === "" ? "untitled KPI" : kpi.name;
}

/** @param stands where each KPI stands; its value is an attainment, snapped */
export function payTrace(role: Role, context: PayContext, stands: AttainmentNode): PayTrace {
  const { currency, cost, payments } = context;
  const ofRole = (field: string): TracePlace => ({ roleId: role.id, kpiId: null, field });
  const ofCost = (field: string): TracePlace => ({ roleId: null, kpiId: null, field });
  const ote = input("OTE", role.onTargetEarnings, "currency", ofRole("onTargetEarnings"));
  const incentiveShare = step("incentive share", "percent", REST, [input("all of OTE", 1, "percent", null), input("base share", role.baseShare, "percent", ofRole("baseShare"))]);
  const incentiveAtTarget = step("target incentive", "money", targetIncentive(currency), [ote, incentiveShare]);
  const base = step("base pay", "money", basePay(currency), [ote, incentiveAtTarget]);
  const earnings = step("OTE", "money", sumOf(2, "base pay + target incentive"), [base, incentiveAtTarget]);
  const attainments = role.kpis.map(stands);
  const weights = role.kpis.map((kpi) => input(`weight of ${nameOf(kpi)}`, kpi.weight, "basis points", { roleId: role.id, kpiId: kpi.id, field: "weight" }));

  const factors = role.kpis.map((_, position) => factorTrace(role, position, attainments));
  const weightOf = (kpi: Kpi): TraceNode => input("weight", fractionOf(kpi.weight), "percent", { roleId: role.id, kpiId: kpi.id, field: "weight" });
  const earned = role.kpis.map((kpi, position) => step(nameOf(kpi), "money", payoutByWeight(position, payments), [incentiveAtTarget, weightOf(kpi), factors[position] ?? NO_FACTOR], weights));
  const shares = role.kpis.map((kpi, position) => step("share of target incentive", "money", shareByWeight(position), [incentiveAtTarget, weightOf(kpi)], weights));
  const uncapped = step("earned", "money", sumOf(earned.length), earned);
  const most = role.payoutCap === null ? null : step("most the plan pays", "money", product("target incentive × plan cap"), [incentiveAtTarget, input("plan cap", role.payoutCap, "factor", ofRole("payoutCap"))]);
  const planCapBinds = most !== null && uncapped.value > most.value;
  const payouts = most === null || !planCapBinds ? earned : role.kpis.map((kpi, position) => step(nameOf(kpi), "money", partUnderCap(position), [most, earned[position] ?? uncapped], earned));
  const paying = payouts.filter((_, position) => (role.kpis[position]?.weight ?? 0) > 0);
  const incentive = step("incentive", "money", sumOf(paying.length), paying);
  const pay = step("pay", "money", sumOf(2, "base pay + incentive"), [base, incentive]);
  const burden = step("employer burden", "money", sumOf(3), [
    step("burden on base", "money", product("base pay × burden on base"), [base, input("burden on base", cost.burdenOnBase, "percent", ofCost("burdenOnBase"))]),
    step("burden on incentive", "money", product("incentive × burden on incentive"), [incentive, input("burden on incentive", cost.burdenOnVariable, "percent", ofCost("burdenOnVariable"))]),
    input("fixed cost per head", roundMoney(cost.fixedPerHead, currency), "money", ofCost("fixedPerHead")),
  ]);
  return {
    targetIncentive: incentiveAtTarget, base, incentive, pay, burden, planCapBinds,
    unrounded: () => unroundedIncentive(role, incentiveAtTarget, shares, factors),
    payout: (position) => payouts[position] ?? incentive,
    share: (position) => shares[position] ?? incentiveAtTarget,
    shareOfOte: earnings.value === 0 ? null : step("share of OTE", "percent", quotient("pay ÷ OTE"), [pay, earnings]),
    costPerHead: step("cost per head", "money", sumOf(2, "pay + employer burden"), [pay, burden]),
  };
}

const NO_FACTOR = input("no KPI", 0, "factor", null);

function unroundedIncentive(role: Role, incentiveAtTarget: TraceNode, shares: readonly TraceNode[], factors: readonly TraceNode[]): TraceNode {
  const payouts = role.kpis.map((kpi, position) => step(nameOf(kpi), "money", shareTimes("share of target incentive × payout factor", ["×"]), [shares[position] ?? incentiveAtTarget, factors[position] ?? NO_FACTOR]));
  const sum = step("incentive", "money", sumOf(payouts.length), payouts);
  if (role.payoutCap === null) return sum;
  const cap = input("plan cap", role.payoutCap, "factor", { roleId: role.id, kpiId: null, field: "payoutCap" });
  return step("incentive", "money", rule("at most target incentive × plan cap", ["at most", "×"], ([earned = 0, amount = 0, times = 0]) => Math.min(earned, amount * times)), [sum, incentiveAtTarget, cap]);
}

/** The factor that pays of one KPI: its curve or matrix, then its gates, then its modifiers. */
export function factorTrace(role: Role, position: number, attainments: readonly TraceNode[]): TraceNode {
  const plan = planOf(role);
  const kpi = role.kpis[position];
  const planned = plan.kpis[position];
  if (kpi === undefined || planned === undefined) return NO_FACTOR;
  const measured = (index: number): TraceNode => attainments[index] ?? input("attainment", 1, "percent", null);
  const nameAt = (index: number): string => nameOf(role.kpis[index] ?? kpi);
  const linkAt = (index: number): TracePlace => ({ roleId: role.id, kpiId: null, field: `links[${index}]` });

  let pays: TraceNode;
  if (planned.matrix !== null) {
    const { rows, columns } = planned.matrix;
    pays = step(`matrix of ${nameAt(rows)} and ${nameAt(columns)}`, "factor", rule("the cell of the row and column reached", ["and"], (values) => curveFactor(plan, position, standingAt(values.slice(2)))), [measured(rows), measured(columns)], attainments);
  } else if (planned.curve !== null) {
    pays = lookup("curve", planned.curve, measured(position), { roleId: role.id, kpiId: kpi.id, field: "curve" });
  } else {
    return input("not paid by itself", 0, "factor", { roleId: role.id, kpiId: kpi.id, field: "curve" });
  }
  if (planned.gates.length > 0) {
    const before = pays;
    const gates = planned.gates.map((gate) => step(
      `gate on ${nameAt(gate.measuredBy)}`, "factor",
      rule(GATE_WORDS[gate.outcome], ["at"], (values) => gatedFactor(plan, position, gate, values[0] ?? 0, standingAt(values.slice(3)))),
      [before, measured(gate.measuredBy)],
      [input("minimum", gate.minimum, "percent", linkAt(gate.link)), ...attainments],
    ));
    pays = step("after gates", "factor", rule("the lowest of the curve and its gates", gates.map(() => "at most"), (values) => Math.min(...values)), [before, ...gates]);
  }
  for (const modifier of planned.modifiers) {
    const by = lookup(`modifier by ${nameAt(modifier.measuredBy)}`, modifier.curve, measured(modifier.measuredBy), linkAt(modifier.link));
    pays = step("after modifiers", "factor", rule("factor × modifier", ["×"], ([factor = 0, times = 0]) => modified(factor, times)), [pays, by]);
  }
  return pays;
}

const GATE_WORDS = {
  "no-payout": "nothing where the gate is missed",
  reduced: "reduced where the gate is missed",
  "capped-at-target": "at most the payout at target where the gate is missed",
  "accelerator-blocked": "without accelerator where the gate is missed",
} as const;
