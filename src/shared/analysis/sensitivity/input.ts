/** One input of "what moves the cost": where it stands, how far it is moved, the scenario with another value. */
import type { SensitivityUnit } from "../../engine/index.ts";
import type { Scenario } from "../../model/scenario.ts";

export type Input = {
  readonly id: string;
  readonly label: string;
  readonly unit: SensitivityUnit;
  readonly current: number;
  /** The usual range. */
  readonly from: number;
  readonly to: number;
  /** What the input may be. */
  readonly least: number;
  readonly most: number;
  readonly whole?: true;
  readonly at: (value: number) => Scenario;
};
