/** The person's preferences: a change of one leaves the others. */
import type { Preferences } from "#shared/host-api/contract.ts";
import { callHost } from "../platform/host.ts";
import { showProblem, windowStore } from "./window-store.ts";

/** @returns whether they are kept */
export async function setPreferences(change: Partial<Preferences>): Promise<boolean> {
  const kept = await callHost("setPreferences", { preferences: { ...windowStore.getState().preferences, ...change } });
  if (kept.ok) windowStore.setState({ preferences: kept.value });
  else showProblem(kept.error);
  return kept.ok;
}
