/** Inputs of all roles that count, moved together: by the same points, by the same factor, in proportion. */
import { PARAMETERS } from "../../model/parameters.ts";
import type { Role, Scenario } from "../../model/scenario.ts";
import { minorPerUnit } from "../../units/currency.ts";
import { splitWhole } from "../../units/money.ts";
import { weighedKpis } from "../curves/figures-in-scope.ts";
import { titleOf } from "../names.ts";
import { withLever } from "../solve/lever.ts";
import { inOneStep, noteOf, type Input, type Inputs } from "./input.ts";
import { EARNINGS_TIMES, PLAN_CAP, SHARE, headsMoved, heaviestOf, movableAt } from "./one-role-inputs.ts";
import type { Stoppable } from "../stoppable.ts";
import { movedBy, together, type OneOfSeveral } from "../together.ts";

/** Weights are whole hundredths of a percent: two points further apart than this are two states. */
const WEIGHT_STEPS = 1_000;

const ROLES = { one: "role", many: "roles" };

/** @param counting the roles that count, at least one */
export function allRolesInputs(scenario: Scenario, counting: readonly Role[]): Inputs {
  const weight = largestWeights(scenario, counting);
  const planCap = planCaps(scenario, counting);
  const all = [split(scenario, counting), earnings(scenario, counting), headcount(scenario, counting), weight, planCap];
  return {
    inputs: all.filter((each) => each !== null),
    missing: [...(weight === null ? ["No weight can move."] : []), ...(planCap === null ? ["No role has a plan cap."] : [])],
  };
}

type Shape = Pick<Input, "id" | "label" | "unit" | "note"> & { readonly by: number; readonly stepsPerUnit?: number };

/** One figure of several roles, moved by the same points; its value is their mean. */
function shifted({ by, ...shape }: Shape, several: readonly (OneOfSeveral & { readonly role: Role })[], changed: (role: Role, value: number) => Role, scenario: Scenario): Input | null {
  const all = together(several);
  if (all === null) return null;
  const { current, least, most, amountTo } = all;
  const ofRole = new Map(several.map((one) => [one.role, one]));
  function* at(value: number): Stoppable<Scenario> {
    const amount = amountTo(value);
    const roles: Role[] = [];
    for (const role of scenario.roles) {
      yield;
      const one = ofRole.get(role);
      roles.push(one === undefined ? role : changed(role, movedBy(one, amount)));
    }
    return { ...scenario, roles };
  }
  return { ...shape, current, least, most, from: all.moved(-by), to: all.moved(by), at };
}

function split(scenario: Scenario, counting: readonly Role[]): Input | null {
  const { min: least, max: most } = PARAMETERS.baseShare;
  return shifted(
    { id: "split", label: "Base share, all roles", unit: "percent", note: null, by: SHARE },
    counting.map((role) => ({ role, share: role.onTargetEarnings * role.headcount, value: role.baseShare, least, most })),
    (role, baseShare) => ({ ...role, baseShare }),
    scenario,
  );
}

function planCaps(scenario: Scenario, counting: readonly Role[]): Input | null {
  const { min: least, max: most } = PARAMETERS.payoutCap;
  const capped = counting.flatMap((role) => (role.payoutCap === null ? [] : [{ role, share: incentiveOf(role), value: role.payoutCap, least, most }]));
  return shifted(
    { id: "planCap", label: "Plan cap, all roles", unit: "percent", note: noteOf(counting.filter((role) => role.payoutCap === null).map(titleOf), ROLES, "plan cap"), by: PLAN_CAP },
    capped,
    (role, payoutCap) => ({ ...role, payoutCap }),
    scenario,
  );
}

function incentiveOf({ onTargetEarnings, baseShare, headcount }: Role): number {
  return onTargetEarnings * (1 - baseShare) * headcount;
}

/** A plan of one role: what its levers do does not depend on the others. */
function alone(scenario: Scenario, role: Role): Scenario {
  return { ...scenario, roles: [role] };
}

/** The largest weight of each role; the others of the role give and take. */
function largestWeights(scenario: Scenario, counting: readonly Role[]): Input | null {
  const shares = new Map(counting.flatMap((role) => weighedKpis(role, scenario)).map(({ kpi, share }) => [kpi, share]));
  const paths = new Map<Role, string>();
  const several = counting.flatMap((role) => {
    const kpi = heaviestOf(role);
    if (kpi === null) return [];
    const path = `roles.${role.id}.kpis.${kpi.id}.weight`;
    const lever = movableAt(alone(scenario, role), path);
    if (lever === null) return [];
    paths.set(role, path);
    return [{ role, share: shares.get(kpi) ?? 0, value: lever.value, least: lever.min, most: lever.max }];
  });
  return shifted(
    { id: "weight", label: "Largest weight, all roles", unit: "percent", note: noteOf(counting.filter((role) => !paths.has(role)).map(titleOf), ROLES, "weight that moves"), by: SHARE, stepsPerUnit: WEIGHT_STEPS },
    several,
    (role, weight) => withLever(alone(scenario, role), paths.get(role) ?? "", weight).roles[0] ?? role,
    scenario,
  );
}

/** Pay of every role by the same factor; its value is what a head has on average. */
function earnings(scenario: Scenario, counting: readonly Role[]): Input | null {
  const heads = counting.reduce((sum, role) => sum + role.headcount, 0);
  const current = counting.reduce((sum, role) => sum + (role.onTargetEarnings * role.headcount) / heads, 0);
  if (current === 0) return null;
  const most = current * (PARAMETERS.onTargetEarnings.max / Math.max(...counting.map((role) => role.onTargetEarnings)));
  return {
    id: "earnings", label: "OTE, all roles", unit: "money", current, from: current * (1 - EARNINGS_TIMES), to: current * (1 + EARNINGS_TIMES), least: 0, most, stepsPerUnit: minorPerUnit(scenario.currency), note: null,
    at: inOneStep((value) => ({ ...scenario, roles: scenario.roles.map((role) => (counting.includes(role) ? { ...role, onTargetEarnings: role.onTargetEarnings * (value / current) } : role)) })),
  };
}

/** People of every role in proportion, whole people. */
function headcount(scenario: Scenario, counting: readonly Role[]): Input {
  const heads = counting.map((role) => role.headcount);
  const current = heads.reduce((sum, count) => sum + count, 0);
  const by = headsMoved(current);
  const most = Math.floor(current * (PARAMETERS.headcount.max / Math.max(...heads)));
  return {
    id: "headcount", label: "Headcount, all roles", unit: "count", current, from: current - by, to: current + by, least: 0, most, stepsPerUnit: 1, note: null,
    at: inOneStep((value) => {
      const parts = new Map(splitWhole(value, heads).map((part, index) => [counting[index], part]));
      return { ...scenario, roles: scenario.roles.map((role) => ({ ...role, headcount: parts.get(role) ?? role.headcount })) };
    }),
  };
}
