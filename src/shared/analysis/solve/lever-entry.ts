/** A number of the document as it is listed: what a lever is made of. */
import type { ParameterSpec } from "../../model/parameters.ts";
import type { Scenario } from "../../model/scenario.ts";

/** One number of the document, and the document with another number there. */
export type LeverEntry = {
  readonly path: string;
  readonly label: string;
  readonly spec: ParameterSpec;
  /** null where the document leaves it empty, or the plan has no such figure: then `held` says why. */
  readonly value: number | null;
  /** Of an empty limit: the value from which down it would bind. */
  readonly bindsFrom?: number;
  /** What moves with it and what does not, in a sentence. */
  readonly note?: string;
  /** The places that it changes, where these are others than its own. */
  readonly changes?: readonly string[];
  /** Bounds beside those of the parameter. */
  readonly least?: number;
  readonly most?: number;
  readonly roleId: string | null;
  readonly held?: string | null;
  /** Smaller steps than the unit's where the number counts money of its own unit. */
  readonly isMoney?: boolean;
  readonly write: (value: number) => Scenario;
};

/** Whether a path or something above it is locked. */
export function isLocked(path: string, locks: readonly string[]): boolean {
  return locks.some((lock) => path === lock || path.startsWith(`${lock}.`) || path.startsWith(`${lock}[`));
}

/** The first lock on something that a change of these places would change; null where there is none. */
export function lockAmong(places: readonly string[], locks: readonly string[]): string | null {
  return locks.find((lock) => places.some((place) => isLocked(place, [lock]) || isLocked(lock, [place]))) ?? null;
}
