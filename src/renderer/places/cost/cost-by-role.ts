/** Cost by role in thousands: every cell rounded once, so that rows and columns add up to what is printed. */
import { costAtIncentive, evaluateScenario } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { Coarse } from "#shared/report/nearly.ts";
import { apportionToThousands } from "#shared/report/table.ts";
import { minorPerUnit } from "#shared/units/currency.ts";
import { roundMinor, roundMoney, splitWhole, sumMoney } from "#shared/units/money.ts";
import type { Expected, ExpectedParts } from "../../state/expected.ts";

/** Thousands of the currency; null until the expected cost is there. */
export type RoleCells = {
  readonly base: number;
  readonly targetIncentive: number;
  readonly incentive: number | null;
  readonly burden: number | null;
  readonly cost: number | null;
  /** Tenths of a percent of the total. */
  readonly share: number | null;
};
export type RoleRow = RoleCells & Coarse & { readonly id: string; readonly title: string; readonly people: number };
export type CostByRole = {
  /** Roles that count in cost. */
  readonly rows: readonly RoleRow[];
  readonly total: RoleCells & Coarse & { readonly people: number };
  /** Part of the expected cost that the spread of attainment adds. */
  readonly addedBySpread: number | null;
  readonly budget: number | null;
  /** Expected cost − budget, of the cells shown; above 0 is over. */
  readonly againstBudget: number | null;
};

const TENTHS_OF_PERCENT = 1_000;

/** @param gap expected cost − cost at average attainment, minor units */
export function costByRole(scenario: Scenario, expected: Expected, gap: number | null): CostByRole {
  const { currency } = scenario;
  const thousands = (amount: number): number => roundMinor(amount / (minorPerUnit(currency) * 1_000));
  const counting = scenario.roles.map((role, index) => ({ role, index })).filter(({ role }) => role.countsInCost);
  const atTarget = evaluateScenario(scenario, { kind: "uniform", attainment: 1 });
  const onTarget = counting.map(({ role, index }) => costAtIncentive(role, scenario, atTarget.roles[index]?.targetIncentive ?? 0));
  const targets = splitWhole(thousands(sumMoney(onTarget.map((parts) => parts.incentive))), onTarget.map((parts) => parts.incentive));
  const budget = scenario.cost.budget === null ? null : thousands(roundMoney(scenario.cost.budget, currency));

  const parts = counting.map(({ index }) => expected.roles[index] ?? null);
  const known = parts.filter((part): part is ExpectedParts => part !== null);
  const isKnown = expected.total !== null && known.length === counting.length;
  const baseOnly = (): readonly number[] => splitWhole(thousands(sumMoney(onTarget.map((each) => each.base))), onTarget.map((each) => each.base));
  const [baseTotal = 0, incentiveTotal = 0, burdenTotal = 0] = isKnown && expected.total !== null ? apportionToThousands([expected.total.base, expected.total.incentive, expected.total.burden], expected.total.cost, currency) : [];
  const bases = isKnown ? splitWhole(baseTotal, known.map((part) => part.base)) : baseOnly();
  const incentives = splitWhole(incentiveTotal, known.map((part) => part.incentive));
  const burdens = splitWhole(burdenTotal, known.map((part) => part.burden));
  const shares = splitWhole(TENTHS_OF_PERCENT, known.map((part) => part.cost));

  const rows = counting.map(({ role }, at): RoleRow => {
    const base = bases[at] ?? 0;
    const about = { id: role.id, title: role.title, people: role.headcount, isCoarse: parts[at]?.isCoarse ?? false, base, targetIncentive: targets[at] ?? 0 };
    if (!isKnown) return { ...about, incentive: null, burden: null, cost: null, share: null };
    const incentive = incentives[at] ?? 0;
    const burden = burdens[at] ?? 0;
    return { ...about, incentive, burden, cost: base + incentive + burden, share: shares[at] ?? 0 };
  });
  const people = counting.reduce((sum, { role }) => sum + role.headcount, 0);
  const sumOf = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + cell, 0);
  const cost = isKnown ? baseTotal + incentiveTotal + burdenTotal : null;
  return {
    rows,
    total: { people, isCoarse: expected.total?.isCoarse ?? false, base: sumOf(bases), targetIncentive: sumOf(targets), incentive: isKnown ? incentiveTotal : null, burden: isKnown ? burdenTotal : null, cost, share: isKnown && known.length > 0 ? TENTHS_OF_PERCENT : null },
    addedBySpread: gap === null ? null : thousands(gap),
    budget,
    againstBudget: budget === null || cost === null ? null : cost - budget,
  };
}
