/** Changes to one part of the document, as gestures and as finished steps. What does not change is shared. */
import type { CostSettings, Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import type { Gesture } from "../controls/gesture.ts";
import { edit, gestureFor } from "./document-store.ts";

/** The scenario with one role replaced; the same scenario where nothing changes. */
export function withRole(scenario: Scenario, roleId: string, update: (role: Role) => Role): Scenario {
  let changed = false;
  const roles = scenario.roles.map((role) => {
    if (role.id !== roleId) return role;
    const next = update(role);
    changed ||= next !== role;
    return next;
  });
  return changed ? { ...scenario, roles } : scenario;
}

/** The role with one KPI replaced; the same role where nothing changes. */
export function withKpi(role: Role, kpiId: string, update: (kpi: Kpi) => Kpi): Role {
  let changed = false;
  const kpis = role.kpis.map((kpi) => {
    if (kpi.id !== kpiId) return kpi;
    const next = update(kpi);
    changed ||= next !== kpi;
    return next;
  });
  return changed ? { ...role, kpis } : role;
}

/** A copy with some fields set; the same value where they already stand so. */
export function withFields<Whole extends object>(whole: Whole, fields: Partial<Whole>): Whole {
  const keys = Object.keys(fields) as (keyof Whole)[];
  return keys.every((key) => whole[key] === fields[key]) ? whole : { ...whole, ...fields };
}

export function roleGesture<Value>(roleId: string, control: string, label: string, apply: (role: Role, value: Value) => Role): Gesture<Value> {
  return gestureFor<Value>(`${roleId}/${control}`, label, (start, value) => withRole(start, roleId, (role) => apply(role, value)));
}

export function kpiGesture<Value>(roleId: string, kpiId: string, control: string, label: string, apply: (kpi: Kpi, value: Value) => Kpi): Gesture<Value> {
  return roleGesture<Value>(roleId, `${kpiId}/${control}`, label, (role, value) => withKpi(role, kpiId, (kpi) => apply(kpi, value)));
}

export function costGesture<Value>(control: string, label: string, apply: (cost: CostSettings, value: Value) => CostSettings): Gesture<Value> {
  return gestureFor<Value>(`cost/${control}`, label, (start, value) => withFields(start, { cost: apply(start.cost, value) }));
}

export function editRole(roleId: string, label: string, update: (role: Role) => Role, control: string | null = null): void {
  edit(label, control === null ? null : `${roleId}/${control}`, (scenario) => withRole(scenario, roleId, update));
}

export function editKpi(roleId: string, kpiId: string, label: string, update: (kpi: Kpi) => Kpi): void {
  editRole(roleId, label, (role) => withKpi(role, kpiId, update));
}
