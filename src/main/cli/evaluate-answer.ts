/** What `evaluate --json` answers. */
import { notCalculated } from "#shared/engine/index.ts";
import type { NotCalculated, ScenarioOutcome } from "#shared/engine/outcome.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { toCurrencyUnits } from "#shared/units/money.ts";

/** Amounts in currency units: per head in roles, except their cost; the total is for all seats of all roles that count. */
export type EvaluateAnswer = {
  readonly currency: string;
  readonly roles: readonly {
    readonly id: string;
    readonly headcount: number;
    readonly base: number;
    readonly targetIncentive: number;
    readonly kpis: readonly { readonly id: string; readonly attainment: number; readonly payoutFactor: number; readonly payout: number }[];
    readonly incentive: number;
    readonly pay: number;
    readonly costPerHead: number;
    readonly cost: number;
    readonly countsInCost: boolean;
  }[];
  readonly total: {
    readonly base: number;
    readonly incentive: number;
    readonly burden: number;
    readonly cost: number;
    readonly creditedRevenue: number;
    readonly ccos: number | null;
    readonly revenueBasis: "booked" | "credited";
  };
  readonly notes: readonly NotCalculated[];
};

export function evaluateAnswer(scenario: Scenario, { currency, roles, total }: ScenarioOutcome): EvaluateAnswer {
  const units = (amount: number): number => toCurrencyUnits(amount, currency);
  return {
    currency,
    roles: roles.map((role) => ({
      id: role.id,
      headcount: role.headcount,
      base: units(role.base),
      targetIncentive: units(role.targetIncentive),
      kpis: role.kpis.map(({ id, attainment, payoutFactor, payout }) => ({ id, attainment, payoutFactor: readable(payoutFactor), payout: units(payout) })),
      incentive: units(role.incentive),
      pay: units(role.pay),
      costPerHead: units(role.costPerHead),
      cost: units(role.cost.cost),
      countsInCost: role.countsInCost,
    })),
    total: {
      base: units(total.base),
      incentive: units(total.incentive),
      burden: units(total.burden),
      cost: units(total.cost),
      creditedRevenue: units(total.creditedRevenue),
      ccos: total.ccos === null ? null : readable(total.ccos),
      revenueBasis: total.revenueBasis,
    },
    notes: notCalculated(scenario),
  };
}

/** A ratio to twelve digits, without the last bits of a float: 1.3, not 1.2999999999999998. */
function readable(ratio: number): number {
  return Number(ratio.toPrecision(12));
}
