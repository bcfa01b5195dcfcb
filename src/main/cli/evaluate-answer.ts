/** What `evaluate --json` answers. */
import { notCalculated } from "#shared/engine/index.ts";
import type { NotCalculated, PersonYear } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { toCurrencyUnits } from "#shared/units/money.ts";
import type { Evaluation } from "./evaluation.ts";
import { readable } from "./readable.ts";

/** One payment to one person. */
type PeriodAnswer = {
  readonly period: number;
  readonly base: number;
  readonly earned: number;
  readonly drawn: number;
  readonly recovered: number;
  readonly paid: number;
  readonly balance: number;
};

/**
 * Amounts in currency units: per head in roles, except their cost; the totals are for all seats of all roles that count.
 * The year has new hires from their first period on, draws and guarantees; the rest is the full year without them.
 */
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
    /** Those who are there all year. */
    readonly periods: readonly PeriodAnswer[];
    readonly hires: readonly { readonly people: number; readonly startPeriod: number; readonly periods: readonly PeriodAnswer[]; readonly pay: number }[];
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
  readonly year: { readonly base: number; readonly incentive: number; readonly burden: number; readonly cost: number; readonly creditedRevenue: number };
  readonly notes: readonly NotCalculated[];
};

export function evaluateAnswer(scenario: Scenario, { outcome, year }: Evaluation): EvaluateAnswer {
  const { currency, roles, total } = outcome;
  const units = (amount: number): number => toCurrencyUnits(amount, currency);
  return {
    currency,
    roles: roles.map((role, index) => ({
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
      periods: periodAnswers(year.roles[index]?.staff, units),
      hires: (year.roles[index]?.hires ?? []).map((person) => ({ people: person.people, startPeriod: person.startPeriod, periods: periodAnswers(person, units), pay: units(person.pay) })),
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
    year: {
      base: units(year.total.base),
      incentive: units(year.total.incentive),
      burden: units(year.total.burden),
      cost: units(year.total.cost),
      creditedRevenue: units(year.total.creditedRevenue),
    },
    notes: notCalculated(scenario),
  };
}

function periodAnswers(person: PersonYear | undefined, units: (amount: number) => number): readonly PeriodAnswer[] {
  return (person?.periods ?? []).map(({ period, base, earned, drawn, recovered, paid, balance }) => ({
    period,
    base: units(base),
    earned: units(earned),
    drawn: units(drawn),
    recovered: units(recovered),
    paid: units(paid),
    balance: units(balance),
  }));
}
