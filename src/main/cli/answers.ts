/** What the commands answer: as JSON in currency units, and as tables for people. */
import { evaluateScenario, notCalculated } from "#shared/engine/index.ts";
import type { AttainmentInput } from "#shared/engine/outcome.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatMoney, formatPercent, formatRatio } from "#shared/report/format.ts";
import { roundMoney, toCurrencyUnits } from "#shared/units/money.ts";
import type { ReadScenario } from "./read-scenario.ts";

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
  };
};

/** Amounts in currency units: per head in roles, except their cost; total for the scenario. */
export function evaluateAnswer(scenario: Scenario, input: AttainmentInput): EvaluateAnswer {
  const { currency, roles, total } = evaluateScenario(scenario, input);
  const units = (amount: number): number => toCurrencyUnits(amount, currency);
  return {
    currency,
    roles: roles.map((role) => ({
      id: role.id,
      headcount: role.headcount,
      base: units(role.base),
      targetIncentive: units(role.targetIncentive),
      kpis: role.kpis.map(({ id, attainment, payoutFactor, payout }) => ({ id, attainment, payoutFactor, payout: units(payout) })),
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
      ccos: total.ccos,
    },
  };
}

export function evaluateText(answer: EvaluateAnswer, scenario: Scenario): string {
  const { currency } = answer;
  const money = (amount: number): string => formatMoney(roundMoney(amount, currency), currency, "full");
  const rows = [["", "people", "attainment", "factor", "base", "incentive", "pay", "cost, all seats"]];
  for (const [index, role] of answer.roles.entries()) {
    const source = scenario.roles[index];
    rows.push([source?.title ?? role.id, String(role.headcount), "", "", money(role.base), money(role.incentive), money(role.pay), role.countsInCost ? money(role.cost) : "not in cost"]);
    for (const [position, kpi] of role.kpis.entries()) {
      rows.push([`  ${source?.kpis[position]?.name ?? kpi.id}`, "", formatPercent(kpi.attainment, 1), formatRatio(kpi.payoutFactor, 3), "", money(kpi.payout), "", ""]);
    }
  }
  rows.push(["Total", "", "", "", money(answer.total.base), money(answer.total.incentive), "", money(answer.total.cost)]);
  const ccos = answer.total.ccos === null ? NO_FIGURE : formatPercent(answer.total.ccos, 2);
  const notes = notCalculated(scenario).map(({ label }) => `Not in these figures: ${label}.\n`);
  return `${aligned(rows)}\nBase and incentive in the total are for all seats, with ${money(answer.total.burden)} employer burden in the cost. CCOS ${ccos}.\n${notes.join("")}`;
}

type Checked = Exclude<ReadScenario, { kind: "unreadable" }>;

export function checkAnswer(read: Checked): object {
  return read.kind === "refused"
    ? { problems: read.problems, advice: [], notes: [] }
    : { problems: [], advice: [], notes: notCalculated(read.scenario) };
}

export function checkText(scenario: Scenario, file: string): string {
  const notes = notCalculated(scenario);
  return `${file} is a valid scenario: “${scenario.name}”, ${scenario.roles.length} roles.\n${notes.map(({ path, label }) => `  ${path}: ${label} is not in the figures of this version.\n`).join("")}`;
}

/** Columns of text: the first to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ").trimEnd())
    .map((line) => `${line}\n`)
    .join("");
}
