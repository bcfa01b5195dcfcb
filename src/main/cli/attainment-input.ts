/** `--attainment 1.2` or `--attainment '{"cam":{"sourced":1.2}}'` as the engine takes it. */
import type { AttainmentInput } from "#shared/engine/outcome.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Role, Scenario } from "#shared/model/scenario.ts";

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };
type Fields = Readonly<Record<string, unknown>>;

/** Without a text every KPI stands at 1. A role, a KPI or a number that does not fit is named. */
export function attainmentInput(text: string | undefined, scenario: Scenario): Answer<AttainmentInput> {
  if (text === undefined) return { ok: true, value: { kind: "uniform", attainment: 1 } };
  const uniform = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isNaN(uniform)) return isAttainment(uniform) ? { ok: true, value: { kind: "uniform", attainment: uniform } } : noAttainment("--attainment", uniform);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`--attainment must be a number like 1.2 or JSON like {"cam":{"sourced":1.2}}, not ${text}`);
  }
  return isObject(value) ? byRole(value, scenario) : refused('--attainment must name roles and their KPIs: {"cam":{"sourced":1.2}}');
}

function byRole(named: Fields, scenario: Scenario): Answer<AttainmentInput> {
  const roles: [string, Readonly<Record<string, number>>][] = [];
  for (const [id, kpis] of Object.entries(named)) {
    const role = scenario.roles.find((each) => each.id === id);
    if (role === undefined) return refused(`--attainment: there is no role “${id}”. Roles: ${idsOf(scenario.roles)}`);
    if (!isObject(kpis)) return refused(`--attainment: “${id}” must name KPIs: ${JSON.stringify({ [id]: { [role.kpis[0]?.id ?? "kpi"]: 1.2 } })}`);
    const attainments = byKpi(kpis, role);
    if (!attainments.ok) return attainments;
    roles.push([id, attainments.value]);
  }
  return { ok: true, value: { kind: "each", byRole: Object.fromEntries(roles) } };
}

function byKpi(named: Fields, role: Role): Answer<Readonly<Record<string, number>>> {
  const attainments: [string, number][] = [];
  for (const [id, attainment] of Object.entries(named)) {
    if (!role.kpis.some((kpi) => kpi.id === id)) return refused(`--attainment: “${role.id}” has no KPI “${id}”. KPIs: ${idsOf(role.kpis)}`);
    if (!isAttainment(attainment)) return noAttainment(`--attainment ${role.id}.${id}`, attainment);
    attainments.push([id, attainment]);
  }
  return { ok: true, value: Object.fromEntries(attainments) };
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

function noAttainment(place: string, found: unknown): { readonly ok: false; readonly message: string } {
  return refused(`${place}: ${JSON.stringify(found)} is not an attainment; allowed is ${PARAMETERS.attainment.min} to ${PARAMETERS.attainment.max}, 1 is target`);
}

function refused(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
