/** The causes a difference in cost is told by: which inputs belong to each, and a scenario with some of them from another. */
import type { Kpi, Role, Scenario } from "../model/scenario.ts";
import type { AlignedScenarios } from "./aligned.ts";
import { isSame } from "./is-same.ts";

export type BridgeGroup = "headcount" | "ote" | "split" | "weights" | "targets" | "curves" | "links" | "payments" | "outlook" | "burden";

/** In the order they are told in, with their names. */
export const BRIDGE_GROUPS: Readonly<Record<BridgeGroup, string>> = {
  headcount: "Headcount",
  ote: "OTE",
  split: "Pay mix",
  weights: "Weights",
  targets: "Targets",
  curves: "Payout curves",
  links: "Links",
  payments: "Payments",
  outlook: "Outlook",
  burden: "Burden",
};

/** The inputs of a group, each in exactly one; what is in none does not change the cost. */
type Inputs = { readonly scenario?: readonly (keyof Scenario)[]; readonly cost?: readonly (keyof Scenario["cost"])[]; readonly role?: readonly (keyof Role)[]; readonly kpi?: readonly (keyof Kpi)[] };

export const GROUP_INPUTS: Readonly<Record<BridgeGroup, Inputs>> = {
  headcount: { role: ["headcount", "vacancy", "newHires", "countsInCost"] },
  ote: { role: ["onTargetEarnings"] },
  split: { role: ["baseShare"] },
  weights: { kpi: ["weight"] },
  targets: { kpi: ["target", "unit", "direction", "revenue", "measure"] },
  curves: { role: ["payoutCap"], kpi: ["curve"] },
  links: { role: ["links"] },
  payments: { scenario: ["payments"], role: ["draw"] },
  outlook: { scenario: ["outlook"], kpi: ["outlook"] },
  burden: { cost: ["burdenOnBase", "burdenOnVariable", "fixedPerHead"] },
};

export const GROUPS = Object.keys(BRIDGE_GROUPS) as readonly BridgeGroup[];

/** The groups in which two aligned scenarios differ, in the order they are told in. */
export function changedGroups({ from, to }: AlignedScenarios): readonly BridgeGroup[] {
  return GROUPS.filter((group) => {
    const { scenario = [], cost = [], role = [], kpi = [] } = GROUP_INPUTS[group];
    return (
      scenario.some((key) => !isSame(from[key], to[key])) ||
      cost.some((key) => from.cost[key] !== to.cost[key]) ||
      from.roles.some((mine, index) => {
        const theirs = to.roles[index];
        if (theirs === undefined) return false;
        return role.some((key) => !isSame(mine[key], theirs[key])) || mine.kpis.some((each, place) => kpi.some((key) => !isSame(each[key], theirs.kpis[place]?.[key])));
      })
    );
  });
}

/** The first of two aligned scenarios with the inputs of some groups as the second has them. */
export function withGroups({ from, to }: AlignedScenarios, groups: readonly BridgeGroup[]): Scenario {
  const inputs = groups.map((group) => GROUP_INPUTS[group]);
  const keys = <Key extends keyof Inputs>(of: Key): readonly string[] => inputs.flatMap((each) => each[of] ?? []);
  const [roleKeys, kpiKeys] = [keys("role"), keys("kpi")];
  return {
    ...taken(from, to, keys("scenario")),
    cost: taken(from.cost, to.cost, keys("cost")),
    roles: from.roles.map((role, index) => {
      const theirs = to.roles[index] ?? role;
      return withoutIdleKpis({ ...taken(role, theirs, roleKeys), kpis: kpiKeys.length === 0 ? role.kpis : role.kpis.map((kpi, place) => taken(kpi, theirs.kpis[place] ?? kpi, kpiKeys)) });
    }),
  };
}

/** A role in which nothing carries weight pays no incentive: it is one without KPIs. */
function withoutIdleKpis(role: Role): Role {
  return role.kpis.some(({ weight }) => weight > 0) ? role : { ...role, kpis: [], links: [] };
}

function taken<Value extends object>(from: Value, to: Value, keys: readonly string[]): Value {
  return { ...from, ...Object.fromEntries(Object.entries(to).filter(([key]) => keys.includes(key))) };
}
