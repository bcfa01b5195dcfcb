/** The answer of the engine to a published example, by path (`roles.seller.kpis.sales.payout`), money in currency units. */
import type { Role, Scenario } from "../../model/scenario.ts";
import { toCurrencyUnits } from "../../units/money.ts";
import { attainmentOf, evaluateScenario, evaluateYear, yearAttainment } from "../index.ts";
import type { PersonYear, RoleOutcome, ScenarioOutcome, ScenarioYear } from "../index.ts";

/** An attainment, or an actual that is measured against the KPI's target. */
export type Reached = number | { readonly actual: number };
/** One for every weighted KPI; or by role and KPI, for the year or one a payment period. */
export type Attained = number | Readonly<Record<string, Readonly<Record<string, Reached | readonly Reached[]>>>>;

export type AnswerByPath = ReadonlyMap<string, number>;

/** The full year and the year payment by payment. KPIs that are not named stand at 1. */
export function answerAt(scenario: Scenario, attained: Attained): AnswerByPath {
  const byPeriod = periodAttainments(scenario, attained);
  const roles = scenario.roles.map((role) => [role.id, fullYear(role, scenario, attained, byPeriod)] as const);
  const outcome = evaluateScenario(scenario, { kind: "each", byRole: Object.fromEntries(roles) });
  const stands = new Map(outcome.roles.flatMap((role) => role.kpis.map((kpi) => [`${role.id}.${kpi.id}`, kpi.attainment])));
  const year = evaluateYear(scenario, (role, kpi, period) => byPeriod.get(`${role}.${kpi}`)?.[period] ?? stands.get(`${role}.${kpi}`) ?? 1);
  return new Map([...outcomePaths(outcome), ...yearPaths(year)]);
}

/** Lists only, by role and KPI. An actual of a period is measured against the target of that period, ramp included. */
function periodAttainments(scenario: Scenario, attained: Attained): ReadonlyMap<string, readonly number[]> {
  if (typeof attained === "number") return new Map();
  const targets = targetsByPeriod(evaluateYear(scenario, () => 1));
  return new Map(
    Object.entries(attained).flatMap(([roleId, kpis]) =>
      Object.entries(kpis).flatMap(([kpiId, reached]) => {
        if (!isList(reached)) return [];
        const name = `${roleId}.${kpiId}`;
        const ofPeriods = targets.get(name) ?? [];
        if (ofPeriods.length !== reached.length) throw new Error(`${name} has ${reached.length} results for ${ofPeriods.length} periods`);
        const kpi = kpiOf(scenario.roles.find((role) => role.id === roleId), kpiId);
        return [[name, reached.map((each, index) => (typeof each === "number" ? each : attainmentOf({ actual: each.actual, target: ofPeriods[index] ?? 0, direction: kpi.direction })))] as const];
      }),
    ),
  );
}

/** Of those who are there all year; of the first new hires where everyone is one. */
function targetsByPeriod({ roles }: ScenarioYear): ReadonlyMap<string, readonly number[]> {
  return new Map(
    roles.flatMap(({ id, staff, hires }) => {
      const { periods } = staff.people > 0 ? staff : (hires[0] ?? staff);
      return (periods[0]?.kpis ?? []).map((kpi, index) => [`${id}.${kpi.id}`, periods.map((period) => period.kpis[index]?.target ?? 0)] as const);
    }),
  );
}

function fullYear(role: Role, scenario: Scenario, attained: Attained, byPeriod: ReadonlyMap<string, readonly number[]>): Record<string, number> {
  if (typeof attained === "number") return Object.fromEntries(role.kpis.filter((kpi) => kpi.weight > 0).map((kpi) => [kpi.id, attained]));
  return Object.fromEntries(
    Object.entries(attained[role.id] ?? {}).map(([id, reached]) => {
      if (isList(reached)) return [id, yearAttainment(byPeriod.get(`${role.id}.${id}`) ?? [], scenario.payments)];
      if (typeof reached === "number") return [id, reached];
      const { target, direction } = kpiOf(role, id);
      return [id, attainmentOf({ actual: reached.actual, target, direction })];
    }),
  );
}

function kpiOf(role: Role | undefined, id: string): Role["kpis"][number] {
  const kpi = role?.kpis.find((one) => one.id === id);
  if (kpi === undefined) throw new Error(`Role ${role?.id} has no KPI ${id}`);
  return kpi;
}

function isList(reached: Reached | readonly Reached[]): reached is readonly Reached[] {
  return Array.isArray(reached);
}

type Path = readonly [string, number];

function outcomePaths({ currency, roles, total }: ScenarioOutcome): readonly Path[] {
  const money = (minor: number): number => toCurrencyUnits(minor, currency);
  return [
    ...(["base", "incentive", "burden", "cost", "creditedRevenue"] as const).map((key): Path => [`total.${key}`, money(total[key])]),
    ["total.ccos", total.ccos ?? Number.NaN],
    ...roles.flatMap((role) => rolePaths(role, money)),
  ];
}

function rolePaths(role: RoleOutcome, money: (minor: number) => number): readonly Path[] {
  const path = `roles.${role.id}`;
  return [
    [`${path}.headcount`, role.headcount],
    ...(["base", "targetIncentive", "incentive", "pay", "costPerHead"] as const).map((key): Path => [`${path}.${key}`, money(role[key])]),
    [`${path}.cost`, money(role.cost.cost)],
    ...role.kpis.flatMap((kpi): readonly Path[] => [
      [`${path}.kpis.${kpi.id}.attainment`, kpi.attainment],
      [`${path}.kpis.${kpi.id}.payoutFactor`, kpi.payoutFactor],
      [`${path}.kpis.${kpi.id}.payout`, money(kpi.payout)],
    ]),
  ];
}

function yearPaths({ currency, roles, total }: ScenarioYear): readonly Path[] {
  const money = (minor: number): number => toCurrencyUnits(minor, currency);
  return [
    ...(["base", "incentive", "burden", "cost", "creditedRevenue"] as const).map((key): Path => [`year.${key}`, money(total[key])]),
    ...roles.flatMap((role) => [
      ...periodPaths(`roles.${role.id}`, role.staff, money),
      ...role.hires.flatMap((person, index): readonly Path[] => {
        const path = `roles.${role.id}.hires.${index}`;
        return [[`${path}.people`, person.people], [`${path}.pay`, money(person.pay)], ...periodPaths(path, person, money)];
      }),
    ]),
  ];
}

function periodPaths(person: string, { periods }: PersonYear, money: (minor: number) => number): readonly Path[] {
  return periods.flatMap((period) => {
    const path = `${person}.periods.${period.period}`;
    return [
      ...(["base", "earned", "drawn", "recovered", "paid", "balance"] as const).map((key): Path => [`${path}.${key}`, money(period[key])]),
      ...period.kpis.flatMap((kpi): readonly Path[] => [
        [`${path}.kpis.${kpi.id}.target`, kpi.target],
        [`${path}.kpis.${kpi.id}.attainment`, kpi.attainment],
        [`${path}.kpis.${kpi.id}.payout`, money(kpi.payout)],
      ]),
    ];
  });
}
