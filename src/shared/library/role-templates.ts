/** Roles to start from: the five partner roles, the direct seller they share deals with, and a blank one. */
import { ROLE_DEFAULTS, defaultCountsInCost } from "../model/defaults.ts";
import type { Archetype, Focus, Kpi, Measure, Role } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { presetCurve } from "./curve-presets.ts";
import { freeId } from "../model/free-id.ts";
import { kpiFromTemplate, kpiTemplate } from "./kpi-catalogue.ts";

export type RoleTemplate = {
  /** What the id of a role made from it begins with. */
  readonly id: string;
  readonly title: string;
  readonly archetype: Archetype;
  readonly focus: Focus;
  readonly alsoDrives: readonly Focus[];
  readonly quotaCarrying: boolean;
  readonly drives: string;
  readonly headcount: number;
  /** Currency per head and year. Example, not a benchmark. */
  readonly onTargetEarnings: number;
  /** Base ÷ OTE, 0–1. */
  readonly baseShare: number;
  readonly kpis: readonly Kpi[];
};

type Line = { readonly measure: Measure; readonly percent: number } & Partial<Omit<Kpi, "id" | "measure" | "weight">>;

/** A scorecard from the catalogue; what a line names stands in place of the catalogue's. */
function scorecard(lines: readonly Line[]): readonly Kpi[] {
  const kpis: Kpi[] = [];
  for (const { measure, percent, ...changes } of lines) {
    const taken = { kpiIds: kpis.map((kpi) => kpi.id) };
    kpis.push({ ...kpiFromTemplate(kpiTemplate(measure), taken, basisPoints(percent * 100)), ...changes });
  }
  return kpis;
}

/** The library of roles, in the order they are offered. A role made from one is one person until told otherwise. */
export const ROLE_TEMPLATES: readonly RoleTemplate[] = [
  {
    id: "cam",
    title: "Channel Account Manager",
    archetype: "channel-account-manager",
    focus: "revenue",
    alsoDrives: ["enablement", "strategic"],
    quotaCarrying: true,
    drives: "Revenue through a portfolio of partners",
    headcount: 1,
    onTargetEarnings: 165_000,
    baseShare: 0.6,
    kpis: scorecard([
      { measure: "partner-sourced-revenue", percent: 40 },
      { measure: "partner-influenced-revenue", percent: 30, curve: presetCurve("jump") },
      {
        measure: "enablement-milestones", percent: 20,
        curve: {
          kind: "points", below: "zero", above: "flat", cap: null,
          points: [{ attainment: 0.7, payout: 0.4 }, { attainment: 1, payout: 1 }, { attainment: 1.2, payout: 1.5 }],
        },
      },
      { measure: "strategic-objectives", percent: 10 },
    ]),
  },
  {
    id: "psm",
    title: "Partner Sales Manager",
    archetype: "partner-sales-manager",
    focus: "revenue",
    alsoDrives: ["pipeline"],
    quotaCarrying: true,
    drives: "Revenue with partners: co-selling on deals the direct team owns",
    headcount: 1,
    onTargetEarnings: 180_000,
    baseShare: 0.6,
    kpis: scorecard([
      { measure: "partner-influenced-revenue", percent: 50, name: "Co-sell revenue", target: 5_000_000, curve: presetCurve("tiers-marginal") },
      { measure: "partner-sourced-revenue", percent: 30, target: 900_000, curve: presetCurve("ramp") },
      { measure: "partner-sourced-pipeline", percent: 20, curve: presetCurve("tiers-excess") },
    ]),
  },
  {
    id: "alliances",
    title: "Alliances Manager",
    archetype: "alliances-manager",
    focus: "strategic",
    alsoDrives: ["revenue", "pipeline"],
    quotaCarrying: false,
    drives: "Strategic relationships with large integrators, software vendors and technology partners",
    headcount: 1,
    onTargetEarnings: 210_000,
    baseShare: 0.75,
    kpis: scorecard([
      { measure: "strategic-objectives", percent: 40, name: "Joint plan objectives" },
      { measure: "partner-influenced-revenue", percent: 30, target: 12_000_000, curve: presetCurve("tiers-whole") },
      { measure: "partner-sourced-pipeline", percent: 30, target: 8_000_000, curve: presetCurve("decelerator") },
    ]),
  },
  {
    id: "pdm",
    title: "Partner Development Manager",
    archetype: "partner-development-manager",
    focus: "pipeline",
    alsoDrives: ["enablement"],
    quotaCarrying: false,
    drives: "New partners recruited, onboarded and bringing their first deals",
    headcount: 1,
    onTargetEarnings: 150_000,
    baseShare: 0.7,
    kpis: scorecard([
      { measure: "new-partners", percent: 40 },
      { measure: "partner-sourced-pipeline", percent: 35, target: 2_500_000, curve: presetCurve("first-unit") },
      { measure: "certifications", percent: 25 },
    ]),
  },
  {
    id: "success",
    title: "Partner Success Manager",
    archetype: "partner-success-manager",
    focus: "enablement",
    alsoDrives: ["operations"],
    quotaCarrying: false,
    drives: "Partners that stay, renew and can deliver after the sale",
    headcount: 1,
    onTargetEarnings: 140_000,
    baseShare: 0.85,
    kpis: scorecard([
      { measure: "renewals", percent: 40 },
      {
        measure: "partner-satisfaction", percent: 30,
        curve: {
          kind: "levels", cap: null,
          levels: [
            { name: "Close", from: 0.9, payout: 0.5 }, { name: "Met", from: 1, payout: 1 }, { name: "Outstanding", from: 1.1, payout: 1.5 },
          ],
        },
      },
      { measure: "enablement-milestones", percent: 30, target: 16 },
    ]),
  },
  {
    id: "ae",
    title: "Account Executive",
    archetype: "account-executive",
    focus: "revenue",
    alsoDrives: [],
    quotaCarrying: true,
    drives: "Own bookings, direct or with a partner on the deal",
    headcount: 1,
    onTargetEarnings: 220_000,
    baseShare: 0.5,
    kpis: scorecard([{ measure: "bookings", percent: 100 }]),
  },
  {
    id: "role",
    title: "New role",
    archetype: "custom",
    focus: "revenue",
    alsoDrives: [],
    quotaCarrying: false,
    drives: "",
    headcount: 1,
    onTargetEarnings: 100_000,
    baseShare: 0.7,
    kpis: [],
  },
];

/**
 * A role as the library proposes it, with every other setting at its default.
 * @param taken ids of the roles that are already in the scenario; the new id is the template's, numbered where taken
 */
export function roleFromTemplate(template: RoleTemplate, taken: { readonly roleIds: readonly string[] }): Role {
  return {
    ...ROLE_DEFAULTS,
    id: freeId(template.id, taken.roleIds),
    title: template.title,
    archetype: template.archetype,
    focus: template.focus,
    alsoDrives: template.alsoDrives,
    quotaCarrying: template.quotaCarrying,
    drives: template.drives,
    headcount: template.headcount,
    onTargetEarnings: template.onTargetEarnings,
    baseShare: template.baseShare,
    kpis: template.kpis,
    links: [],
    payoutCap: null,
    countsInCost: defaultCountsInCost(template.archetype),
  };
}
