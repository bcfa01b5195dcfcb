/** A number of the document as it is listed: what a lever is made of. */
import type { ParameterSpec } from "../../model/parameters.ts";
import type { Scenario } from "../../model/scenario.ts";

/** One number of the document, and the document with another number there. */
export type LeverEntry = {
  readonly path: string;
  readonly label: string;
  readonly spec: ParameterSpec;
  /** null where the document leaves it empty. */
  readonly value: number | null;
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
