/** What must hold between the fields of a scenario: totals, ids, order. Each problem names its place. */
import type { Curve, Kpi, Link, Role, Scenario } from "../model/scenario.ts";
import { WHOLE } from "../units/basis-points.ts";
import { joined } from "./json-text.ts";
import type { FileProblem } from "./problems.ts";

const PERIODS: Readonly<Record<Scenario["payments"]["frequency"], number>> = { annual: 1, "half-yearly": 2, quarterly: 4, monthly: 12 };
const TOTAL_TOLERANCE = 1e-9;

/** Every rule that a scenario of the right shape breaks; none for a valid one. */
export function brokenRules(scenario: Scenario): readonly FileProblem[] {
  const goals = new Set(scenario.goals.map((goal) => goal.id));
  return [
    ...duplicateIds("roles", scenario.roles),
    ...duplicateIds("goals", scenario.goals),
    ...scenario.roles.flatMap((role, index) => roleRules(`roles[${index}]`, role, goals)),
    ...paymentRules(scenario),
    ...(scenario.outlook.marketCorrelation + scenario.outlook.sellerCorrelation > 1 + TOTAL_TOLERANCE
      ? [{ path: "outlook", message: "Market and seller correlation together are more than 1." }]
      : []),
    ...scenario.dismissedAdvice.flatMap((advice, index) =>
      advice.roleId === null || scenario.roles.some((role) => role.id === advice.roleId)
        ? []
        : [{ path: `dismissedAdvice[${index}].roleId`, message: `There is no role “${advice.roleId}”.` }],
    ),
  ];
}

function duplicateIds(path: string, items: readonly { readonly id: string }[]): readonly FileProblem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    const again = seen.has(id);
    seen.add(id);
    return again ? [{ path: `${path}[${index}].id`, message: `The id “${id}” is used twice.` }] : [];
  });
}

function roleRules(path: string, role: Role, goals: ReadonlySet<string>): readonly FileProblem[] {
  return [
    ...duplicateIds(`${path}.kpis`, role.kpis),
    ...weightsTotal(path, role.kpis),
    ...role.kpis.flatMap((kpi, index) => kpiRules(`${path}.kpis[${index}]`, kpi, goals)),
    ...role.links.flatMap((link, index) => linkRules(`${path}.links[${index}]`, link, role)),
  ];
}

function weightsTotal(path: string, kpis: readonly Kpi[]): readonly FileProblem[] {
  const total = kpis.reduce<number>((sum, kpi) => sum + kpi.weight, 0);
  if (kpis.length === 0 || total === WHOLE) return [];
  return [{ path: `${path}.kpis`, message: `The weights total ${total / 100}%; they must total 100%.` }];
}

function kpiRules(path: string, kpi: Kpi, goals: ReadonlySet<string>): readonly FileProblem[] {
  return [
    ...(kpi.curve === null && kpi.weight > 0 ? [{ path: `${path}.curve`, message: "A KPI with a weight needs a payout curve." }] : []),
    ...(kpi.curve === null ? [] : curveRules(`${path}.curve`, kpi.curve)),
    ...(kpi.revenue === "credited" && kpi.unit !== "currency" ? [{ path: `${path}.revenue`, message: "Only a KPI in money can count as credited revenue." }] : []),
    ...kpi.supports.flatMap((goal, index) => (goals.has(goal) ? [] : [{ path: `${path}.supports[${index}]`, message: `There is no goal “${goal}”.` }])),
  ];
}

function curveRules(path: string, curve: Curve): readonly FileProblem[] {
  switch (curve.kind) {
    case "points":
      return order(`${path}.points`, "attainment", curve.points.map((point) => point.attainment), 2);
    case "tiers":
      return order(`${path}.tiers`, "from", curve.tiers.map((tier) => tier.from), 1);
    case "steps":
      return order(`${path}.steps`, "from", curve.steps.map((step) => step.from), 1);
    case "levels":
      return order(`${path}.levels`, "from", curve.levels.map((level) => level.from), 1);
  }
}

/** Ascending; as many as `together` may stand at one attainment. */
function order(path: string, field: string, values: readonly number[], together: 1 | 2): readonly FileProblem[] {
  return values.flatMap((value, index): readonly FileProblem[] => {
    const before = values[index - 1];
    const place = joined(`${path}[${index}]`, field);
    if (before !== undefined && value < before) return [{ path: place, message: `Not in order: ${value} comes after ${before}.` }];
    if (index >= together && values[index - together] === value) {
      return [{ path: place, message: together === 2 ? `Three points at attainment ${value}; two make a jump, a third has no meaning.` : `${value} stands twice.` }];
    }
    return [];
  });
}

function linkRules(path: string, link: Link, role: Role): readonly FileProblem[] {
  const known = (id: string): boolean => role.kpis.some((kpi) => kpi.id === id);
  const unknown = (place: string, id: string): readonly FileProblem[] => (known(id) ? [] : [{ path: place, message: `This role has no KPI “${id}”.` }]);
  return [
    ...unknown(`${path}.measuredBy`, link.measuredBy),
    ...(link.appliesTo === "all" ? [] : link.appliesTo.flatMap((id, index) => unknown(`${path}.appliesTo[${index}]`, id))),
    ...(link.kind === "modifier" ? curveRules(`${path}.curve`, link.curve) : []),
  ];
}

function paymentRules({ payments }: Scenario): readonly FileProblem[] {
  if (payments.seasonality === "equal") return [];
  const periods = PERIODS[payments.frequency];
  const total = payments.seasonality.reduce((sum, share) => sum + share, 0);
  return [
    ...(payments.seasonality.length === periods ? [] : [{ path: "payments.seasonality", message: `Paid ${payments.frequency}, a year has ${periods} periods; ${payments.seasonality.length} are given.` }]),
    ...(Math.abs(total - 1) <= TOTAL_TOLERANCE ? [] : [{ path: "payments.seasonality", message: `The shares total ${total}; they must total 1.` }]),
  ];
}
