/** What this window looks at. Never saved, never undone. */
import { createStore } from "zustand/vanilla";
import type { CostGoal, RoleScope, SensitivityRanges } from "#shared/analysis/index.ts";
import type { Outlooks } from "#shared/editing/index.ts";
import type { PendingWeights } from "#shared/host-api/contract.ts";
import { own } from "#shared/model/own.ts";

/** The places of the window, in the order of their keys. */
export const PLACES = ["design", "cost", "compare"] as const;
export type Place = (typeof PLACES)[number];

/** Tabs of the card under the scorecard. */
export type PlanTab = "advice" | "pay" | "year" | "links" | "next-deal" | "words";

/** The deal that is moved in "Next deal". */
export type DealInView = {
  readonly kpiId: string;
  /** In the KPI's unit; null for a tenth of its target. */
  readonly size: number | null;
  /** It crosses the end of this period, from 0; null for the year's end. */
  readonly period: number | null;
};

export type Session = {
  readonly place: Place;
  readonly roleId: string | null;
  readonly planTab: PlanTab;
  /** The KPI whose curve is in the chart, by role. */
  readonly kpiByRole: Readonly<Record<string, string>>;
  /** What-if attainment, by role and KPI; 1 where nothing is set. */
  readonly whatIf: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Attainments of the pay table. */
  readonly chosenAttainments: readonly number[];
  readonly costScope: "all" | "role";
  /** Attainment of every period in the year view, by role; at target where nothing is set. */
  readonly yearAttained: Readonly<Record<string, readonly number[]>>;
  /** Whose year is shown, by role: everyone there all year, or a group of new hires by its position. */
  readonly yearGroup: Readonly<Record<string, "staff" | number>>;
  /** The deal that is moved, by role. */
  readonly deal: Readonly<Record<string, DealInView>>;
  /** Weights move each other, or each alone. */
  readonly weightMode: "linked" | "unlinked";
  /** Weights that do not total 100 % yet: they live in the window until they do. */
  readonly pendingWeights: PendingWeights | null;
  /** Where people land by the person's own numbers, kept while a preset stands in for it. */
  readonly ownOutlooks: Outlooks | null;
  /** What the card of roles in the Cost place shows. */
  readonly costByRole: "cost" | "shares";
  /** The cost that "What moves the cost" is about. */
  readonly tornadoGoal: CostGoal;
  /** Whose split, OTE, headcount, weight and plan cap are moved in it. */
  readonly tornadoRoles: RoleScope;
  /** Ranges of inputs that were set in place of the usual ones. */
  readonly ranges: SensitivityRanges;
};

const START: Session = {
  place: "design",
  roleId: null,
  planTab: "advice",
  kpiByRole: {},
  whatIf: {},
  chosenAttainments: [0.6, 0.8, 1, 1.2, 1.5],
  costScope: "all",
  yearAttained: {},
  yearGroup: {},
  deal: {},
  weightMode: "linked",
  pendingWeights: null,
  ownOutlooks: null,
  costByRole: "cost",
  tornadoGoal: "expectedCost",
  tornadoRoles: { of: "costliest" },
  ranges: {},
};

export const sessionStore = createStore<Session>(() => START);

/** Forgets what was looked at: another document is shown, with the weights that waited with it. */
export function resetSession(pendingWeights: PendingWeights | null): void {
  const waits = pendingWeights === null ? {} : { pendingWeights, roleId: pendingWeights.roleId, weightMode: "unlinked" as const };
  sessionStore.setState({ ...START, ...waits }, true);
}

export function showPlace(place: Place): void {
  sessionStore.setState({ place });
}

export function selectRole(roleId: string): void {
  sessionStore.setState({ roleId, pendingWeights: null, weightMode: "linked" });
}

export function showPlanTab(planTab: PlanTab): void {
  sessionStore.setState({ planTab });
}

export function selectKpi(roleId: string, kpiId: string): void {
  sessionStore.setState((session) => ({ kpiByRole: { ...session.kpiByRole, [roleId]: kpiId } }));
}

export function setWhatIf(roleId: string, kpiId: string, attainment: number): void {
  sessionStore.setState((session) => ({
    whatIf: { ...session.whatIf, [roleId]: { ...own(session.whatIf, roleId), [kpiId]: attainment } },
  }));
}

export function setChosenAttainment(index: number, attainment: number): void {
  sessionStore.setState((session) => ({
    chosenAttainments: session.chosenAttainments.map((kept, i) => (i === index ? attainment : kept)),
  }));
}

export function setYearAttained(roleId: string, attained: readonly number[]): void {
  sessionStore.setState((session) => ({ yearAttained: { ...session.yearAttained, [roleId]: attained } }));
}

export function setYearGroup(roleId: string, group: "staff" | number): void {
  sessionStore.setState((session) => ({ yearGroup: { ...session.yearGroup, [roleId]: group } }));
}

export function setDeal(roleId: string, deal: DealInView): void {
  sessionStore.setState((session) => ({ deal: { ...session.deal, [roleId]: deal } }));
}
