/** `--attainment 1.2` or `--attainment '{"cam":{"sourced":1.2}}'` as the engine takes it. */
import type { AttainmentInput } from "#shared/engine/outcome.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Scenario } from "#shared/model/scenario.ts";

export type ReadInput = { readonly ok: true; readonly value: AttainmentInput } | { readonly ok: false; readonly message: string };

/** Without a text every KPI stands at 1. A role, a KPI or a number that does not fit is named. */
export function attainmentInput(text: string | undefined, scenario: Scenario): ReadInput {
  if (text === undefined) return { ok: true, value: { kind: "uniform", attainment: 1 } };
  const uniform = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isNaN(uniform)) return inRange(uniform) ? { ok: true, value: { kind: "uniform", attainment: uniform } } : refused(outOfRange("--attainment", uniform));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`--attainment must be a number like 1.2 or JSON like {"cam":{"sourced":1.2}}, not ${text}`);
  }
  if (!isRecord(value)) return refused("--attainment must name roles: {\"cam\":{\"sourced\":1.2}}");
  const byRole: Record<string, Record<string, number>> = {};
  for (const [roleId, kpis] of Object.entries(value)) {
    const role = scenario.roles.find((each) => each.id === roleId);
    if (role === undefined) return refused(`--attainment: there is no role “${roleId}”. Roles: ${scenario.roles.map((each) => each.id).join(", ")}`);
    if (!isRecord(kpis)) return refused(`--attainment: “${roleId}” must name KPIs: {"${roleId}":{"${role.kpis[0]?.id ?? "kpi"}":1.2}}`);
    const attainments: Record<string, number> = {};
    for (const [kpiId, attainment] of Object.entries(kpis)) {
      if (!role.kpis.some((kpi) => kpi.id === kpiId)) return refused(`--attainment: “${roleId}” has no KPI “${kpiId}”. KPIs: ${role.kpis.map((kpi) => kpi.id).join(", ")}`);
      if (typeof attainment !== "number" || !inRange(attainment)) return refused(outOfRange(`--attainment ${roleId}.${kpiId}`, attainment));
      attainments[kpiId] = attainment;
    }
    byRole[roleId] = attainments;
  }
  return { ok: true, value: { kind: "each", byRole } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inRange(attainment: number): boolean {
  return attainment >= PARAMETERS.attainment.min && attainment <= PARAMETERS.attainment.max;
}

function outOfRange(place: string, found: unknown): string {
  return `${place}: ${String(found)} is not an attainment; allowed is ${PARAMETERS.attainment.min} to ${PARAMETERS.attainment.max}, 1 = target`;
}

function refused(message: string): ReadInput {
  return { ok: false, message };
}
