/** `--attainment 1.2`, `'{"cam":{"sourced":1.2}}'` or, a number a period, `'{"cam":{"sourced":[0.8,1.1,0.9,1.2]}}'` as the engine takes it. */
import { periodsOf, yearAttainment } from "#shared/engine/index.ts";
import type { AttainmentInput } from "#shared/engine/outcome.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Payments, Role, Scenario } from "#shared/model/scenario.ts";

/** What the call asks for. A list of a KPI stands in `year` as its mean, weighted by the periods' targets. */
export type AskedAttainment = {
  readonly year: AttainmentInput;
  /** By role and KPI, one attainment a period; only those that were given as a list. */
  readonly byPeriod: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
};

type Refusal = { readonly ok: false; readonly message: string };
type Answer<Value> = { readonly ok: true; readonly value: Value } | Refusal;
type Fields = Readonly<Record<string, unknown>>;
/** An attainment a KPI: one for the year, or one a period. */
type Named = ReadonlyMap<string, number | readonly number[]>;

/** Without a text every KPI stands at 1. A role, a KPI or a number that does not fit is named. */
export function attainmentInput(text: string | undefined, scenario: Scenario): Answer<AskedAttainment> {
  if (text === undefined) return uniformly(1);
  const uniform = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isNaN(uniform)) return isAttainment(uniform) ? uniformly(uniform) : noAttainment("--attainment", uniform);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`--attainment must be a number like 1.2 or JSON like {"cam":{"sourced":1.2}}, not ${text}`);
  }
  return isObject(value) ? byRole(value, scenario) : refused('--attainment must name roles and their KPIs: {"cam":{"sourced":1.2}}');
}

function uniformly(attainment: number): Answer<AskedAttainment> {
  return { ok: true, value: { year: { kind: "uniform", attainment }, byPeriod: new Map() } };
}

function byRole(named: Fields, scenario: Scenario): Answer<AskedAttainment> {
  const roles = new Map<string, Named>();
  for (const [id, kpis] of Object.entries(named)) {
    const role = scenario.roles.find((each) => each.id === id);
    if (role === undefined) return refused(`--attainment: there is no role “${id}”. Roles: ${idsOf(scenario.roles)}`);
    if (!isObject(kpis)) return refused(`--attainment: “${id}” must name KPIs: ${JSON.stringify({ [id]: { [role.kpis[0]?.id ?? "kpi"]: 1.2 } })}`);
    const attainments = byKpi(kpis, role, scenario.payments);
    if (!attainments.ok) return attainments;
    roles.set(id, attainments.value);
  }
  return { ok: true, value: asked(roles, scenario.payments) };
}

function byKpi(named: Fields, role: Role, payments: Payments): Answer<Named> {
  const attainments = new Map<string, number | readonly number[]>();
  for (const [id, attainment] of Object.entries(named)) {
    if (!role.kpis.some((kpi) => kpi.id === id)) return refused(`--attainment: “${role.id}” has no KPI “${id}”. KPIs: ${idsOf(role.kpis)}`);
    const found = Array.isArray(attainment) ? periodList(attainment, `--attainment ${role.id}.${id}`, payments) : oneNumber(attainment, `--attainment ${role.id}.${id}`);
    if (!found.ok) return found;
    attainments.set(id, found.value);
  }
  return { ok: true, value: attainments };
}

function oneNumber(attainment: unknown, place: string): Answer<number> {
  return isAttainment(attainment) ? { ok: true, value: attainment } : noAttainment(place, attainment);
}

function periodList(listed: readonly unknown[], place: string, payments: Payments): Answer<readonly number[]> {
  const periods = periodsOf(payments);
  if (listed.length !== periods) {
    return refused(`${place}: the list has ${counted(listed.length, "number")}; the year has ${counted(periods, "period")} (${payments.frequency} payment)`);
  }
  const attainments = listed.filter(isAttainment);
  const wrong = listed.findIndex((each) => !isAttainment(each));
  return wrong === -1 ? { ok: true, value: attainments } : noAttainment(`${place}[${wrong}]`, listed[wrong]);
}

function asked(roles: ReadonlyMap<string, Named>, payments: Payments): AskedAttainment {
  const ofYear = [...roles].map(([id, kpis]): [string, Readonly<Record<string, number>>] => [
    id,
    Object.fromEntries([...kpis].map(([kpi, attainment]) => [kpi, typeof attainment === "number" ? attainment : yearAttainment(attainment, payments)])),
  ]);
  const byPeriod = [...roles].map(([id, kpis]): [string, ReadonlyMap<string, readonly number[]>] => [
    id,
    new Map([...kpis].flatMap(([kpi, attainment]) => (typeof attainment === "number" ? [] : [[kpi, attainment] as const]))),
  ]);
  return { year: { kind: "each", byRole: Object.fromEntries(ofYear) }, byPeriod: new Map(byPeriod) };
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

function idsOf(items: readonly { readonly id: string }[]): string {
  return items.length === 0 ? "none" : items.map((item) => item.id).join(", ");
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isAttainment(value: unknown): value is number {
  return typeof value === "number" && value >= PARAMETERS.attainment.min && value <= PARAMETERS.attainment.max;
}

function noAttainment(place: string, found: unknown): Refusal {
  return refused(`${place}: ${JSON.stringify(found)} is not an attainment; allowed is ${PARAMETERS.attainment.min} to ${PARAMETERS.attainment.max}, 1 is target`);
}

function refused(message: string): Refusal {
  return { ok: false, message };
}
