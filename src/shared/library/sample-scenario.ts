/** Scenarios to start from: the sample every newcomer meets, and an empty one. */
import { COST_DEFAULTS, OUTLOOK_DEFAULTS, PAYMENTS_DEFAULTS, SCENARIO_DEFAULTS } from "../model/defaults.ts";
import type { Goal, Measure, Role, Scenario } from "../model/scenario.ts";
import { EXAMPLE_NOTE } from "./kpi-catalogue.ts";
import { ROLE_TEMPLATES, roleFromTemplate } from "./role-templates.ts";

/** People by library role in the sample. */
const SAMPLE_HEADCOUNT: Readonly<Record<string, number>> = { cam: 14, psm: 10, alliances: 6, pdm: 8, success: 9, ae: 24 };

/** The locked weight in the sample shows that a lock is there. */
const SAMPLE_LOCKED = { role: "cam", kpi: "objectives" } as const;

const SAMPLE_GOALS = {
  grow: "Grow revenue through and with partners",
  reach: "Reach markets we do not reach directly",
  able: "Partners who sell and deliver on their own",
  stay: "Customers who stay and grow",
} as const;

/** The company goal that each measure of the sample supports. */
const SUPPORTS: Partial<Readonly<Record<Measure, keyof typeof SAMPLE_GOALS>>> = {
  "partner-sourced-revenue": "grow",
  "partner-influenced-revenue": "grow",
  bookings: "grow",
  "partner-sourced-pipeline": "reach",
  "new-partners": "reach",
  "strategic-objectives": "reach",
  certifications: "able",
  "enablement-milestones": "able",
  "partner-satisfaction": "stay",
  renewals: "stay",
};

function sampleGoals(): readonly Goal[] {
  return Object.entries(SAMPLE_GOALS).map(([id, text]) => ({ id, text }));
}

function sampleRoles(): readonly Role[] {
  return ROLE_TEMPLATES.flatMap((template) => {
    const headcount = SAMPLE_HEADCOUNT[template.id];
    if (headcount === undefined) return [];
    const role = { ...roleFromTemplate(template, { roleIds: [] }), headcount };
    const kpis = role.kpis.map((kpi) => {
      const goal = SUPPORTS[kpi.measure];
      return { ...kpi, supports: goal === undefined ? [] : [goal], locked: role.id === SAMPLE_LOCKED.role && kpi.id === SAMPLE_LOCKED.kpi };
    });
    return [{ ...role, kpis }];
  });
}

/**
 * "FY27 Partner Sales": the five partner roles and an Account Executive who does not count in cost. 47 people who
 * count, $7.83M on-target earnings, budget $9.30M, paid quarterly on the year to date. Company, amounts and pay are invented.
 */
export function sampleScenario(): Scenario {
  const empty = emptyScenario({ id: "fy27-partner-sales", name: "FY27 Partner Sales", currency: "USD", fiscalYear: 2027 });
  return {
    ...empty,
    notes: `Every company, target and pay figure here is invented: ${EXAMPLE_NOTE}. The splits, weights and curves show what a plan can look like.`,
    payments: { ...empty.payments, frequency: "quarterly", basis: "cumulative" },
    goals: sampleGoals(),
    roles: sampleRoles(),
    cost: { ...empty.cost, burdenOnBase: 0.22, burdenOnVariable: 0.0765, budget: 9_300_000, bookedRevenue: 120_500_000 },
    outlook: { ...empty.outlook, marketCorrelation: 0.075 },
  };
}

/**
 * A scenario without roles, everything else at its default.
 * @param start what only the caller knows: a unique id, a name, the ISO 4217 currency and the fiscal year
 */
export function emptyScenario(start: Pick<Scenario, "id" | "name" | "currency" | "fiscalYear">): Scenario {
  return {
    ...SCENARIO_DEFAULTS,
    id: start.id,
    name: start.name,
    notes: "",
    currency: start.currency,
    fiscalYear: start.fiscalYear,
    payments: { ...PAYMENTS_DEFAULTS, frequency: "annual", basis: "discrete" },
    roles: [],
    cost: { ...COST_DEFAULTS, burdenOnBase: 0, burdenOnVariable: 0, fixedPerHead: 0, budget: null },
    outlook: { ...OUTLOOK_DEFAULTS, marketCorrelation: 0.2, sellerCorrelation: 0.3, trials: 10_000, seed: 1 },
    dismissedAdvice: [],
  };
}
