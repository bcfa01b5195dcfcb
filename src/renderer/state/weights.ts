/**
 * The weights of a scorecard as a person moves them. Linked: the others give and take, so the total is always 100 %.
 * Unlinked: each stands alone and waits in the window until the total is 100 %; the document keeps the last whole set.
 */
import { redistributeWeights } from "#shared/editing/index.ts";
import type { PendingWeights } from "#shared/host-api/contract.ts";
import { own } from "#shared/model/own.ts";
import type { Role } from "#shared/model/scenario.ts";
import { WHOLE, basisPoints, type BasisPoints } from "#shared/units/basis-points.ts";
import type { Gesture } from "../controls/gesture.ts";
import { editRole, roleGesture } from "./edits.ts";
import { sessionStore } from "./session-store.ts";

/** The weights as they stand on screen: those still to be assigned where there are any. */
export function shownWeights(role: Role, pending: PendingWeights | null): ReadonlyMap<string, BasisPoints> {
  const waiting = pending?.roleId === role.id ? pending.weights : {};
  return new Map(role.kpis.map((kpi) => [kpi.id, basisPoints(own(waiting, kpi.id) ?? kpi.weight)]));
}

/** Moves one weight, in whole percent or as typed; the others follow from where they stood at the start. */
export function weightGesture(roleId: string, kpiId: string, name: string): Gesture<number> {
  return roleGesture<number>(roleId, `${kpiId}/weight`, `weight of ${name}`, (start, share) => {
    const { weights } = redistributeWeights(start.kpis, kpiId, basisPoints(share * WHOLE));
    return withWeights(start, new Map(weights.map((each) => [each.id, each.weight])));
  });
}

function withWeights(role: Role, weights: ReadonlyMap<string, BasisPoints>): Role {
  if (role.kpis.every((kpi) => (weights.get(kpi.id) ?? kpi.weight) === kpi.weight)) return role;
  return { ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, weight: weights.get(kpi.id) ?? kpi.weight })) };
}

/** Whether any unlocked sibling can give or take; if not, the thumb of this weight cannot move. */
export function weightCanMove(role: Role, kpiId: string): boolean {
  return role.kpis.some((kpi) => kpi.id !== kpiId && !kpi.locked && kpi.curve !== null);
}

/** The most a weight can take, as a fraction: what is not held by locked siblings. */
export function mostWeight(role: Role, kpiId: string): number {
  const held = role.kpis.reduce<number>((sum, kpi) => (kpi.id !== kpiId && kpi.locked ? sum + kpi.weight : sum), 0);
  return (WHOLE - held) / WHOLE;
}

export function unlinkWeights(roleId: string): void {
  sessionStore.setState({ weightMode: "unlinked", pendingWeights: { roleId, weights: {} } });
}

/** Back to linked weights; what was waiting and did not total 100 % is dropped. */
export function linkWeights(): void {
  sessionStore.setState({ weightMode: "linked", pendingWeights: null });
}

/** Sets one weight alone. As soon as all total 100 % they go into the document, as one step. */
export function setPendingWeight(role: Role, kpiId: string, share: number): void {
  const pending = sessionStore.getState().pendingWeights;
  const kept = pending?.roleId === role.id ? pending.weights : {};
  const weights = { ...kept, [kpiId]: basisPoints(share * WHOLE) };
  const all = shownWeights(role, { roleId: role.id, weights });
  const total = [...all.values()].reduce<number>((sum, weight) => sum + weight, 0);
  if (total !== WHOLE) {
    sessionStore.setState({ pendingWeights: { roleId: role.id, weights } });
    return;
  }
  sessionStore.setState({ pendingWeights: { roleId: role.id, weights: {} } });
  editRole(role.id, "assign the weights", (current) => withWeights(current, all), `${kpiId}/weight`);
}
