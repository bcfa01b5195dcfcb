/** Checks on what a role is measured on and with which weight. */
import { kpiTemplate } from "../../library/index.ts";
import type { Kpi, Measure, Role } from "../../model/scenario.ts";
import { WHOLE } from "../../units/basis-points.ts";
import type { RoleCheck } from "./check.ts";
import { articleSays, counted, evidence, listed, nameOf, naming, percentText } from "./words.ts";

const REVENUE_MEASURES: readonly Measure[] = ["partner-sourced-revenue", "partner-influenced-revenue", "bookings", "renewals"];

/** KPIs that pay. */
export function weighted(role: Role): readonly Kpi[] {
  return role.kpis.filter((kpi) => kpi.weight > 0);
}

function weightText(kpis: readonly Kpi[]): string {
  return percentText(kpis.reduce<number>((sum, kpi) => sum + kpi.weight, 0) / WHOLE);
}

function withWeights(kpis: readonly Kpi[]): string {
  return listed(kpis.map((kpi) => `${nameOf(kpi)} ${weightText([kpi])}`));
}

/** Weights against the stated focus: which measures fit which focus is the catalogue's, after the article. Own measures fit any. */
export const FOCUS: RoleCheck = {
  id: "focus",
  guardrails: [],
  look: (role) => {
    const kpis = weighted(role);
    if (kpis.every((kpi) => kpi.measure === "custom")) return [];
    const drives = new Set([role.focus, ...role.alsoDrives]);
    const outside = kpis.filter((kpi) => !kpiTemplate(kpi.measure).focuses.some((focus) => drives.has(focus)));
    const onFocus = kpis.some((kpi) => kpiTemplate(kpi.measure).focuses.includes(role.focus));
    const { sources, text, severity } = articleSays("pay follows what the role is meant to drive: pipeline, revenue, enablement or strategic goals");
    const also = role.alsoDrives.filter((focus) => focus !== role.focus);
    const states = `Focus: ${role.focus}${also.length === 0 ? "" : `; it also drives ${also.join(", ")}`}.`;
    const misfits = outside.length === 0 ? "" : ` Fits none of it: ${withWeights(outside)}.`;
    const about = { sources, detail: `${states}${misfits} ${text}`, field: "focus" };
    if (!onFocus) return [{ ...about, severity, sentence: `No KPI with weight fits the focus of this role, ${role.focus}.` }];
    if (outside.length === 0) return [{ ...about, severity: "met", sentence: "Every KPI fits what this role is meant to drive." }];
    const share = outside.reduce<number>((sum, kpi) => sum + kpi.weight, 0);
    return [{ ...about, severity: share > WHOLE - share ? severity : "information", sentence: `${weightText(outside)} of the weight fits none of what this role drives.` }];
  },
};

const MOST_KPIS = 3;

/** How many KPIs carry weight. */
export const KPI_COUNT: RoleCheck = {
  id: "kpi-count",
  guardrails: ["G7", "G8", "G10"],
  look: (role) => {
    const count = weighted(role).length;
    if (count === 0) return [];
    const { sources, text, severity } = evidence("G7", "G8", "G10");
    const about = { sources, detail: text, field: "kpis" };
    if (count > MOST_KPIS) return [{ ...about, severity, sentence: `${count} KPIs carry weight; sources say at most 3, one scorecard has 4.` }];
    return [{ ...about, severity: "met", sentence: `${counted(count, "KPI carries", "KPIs carry")} weight; sources say at most 3.` }];
  },
};

/** From this many KPIs on a small weight is an alarm, and below which weight in basis points. */
const MANY_KPIS = 4;
const SMALL_WEIGHT = 2_000;

/** The smallest weight of a scorecard with four or more KPIs. */
export const SMALLEST_WEIGHT: RoleCheck = {
  id: "smallest-weight",
  guardrails: ["G9", "G10"],
  look: (role) => {
    const kpis = weighted(role);
    const small = kpis.filter((kpi) => kpi.weight < SMALL_WEIGHT).toSorted((one, other) => one.weight - other.weight);
    const [smallest] = small;
    if (kpis.length < MANY_KPIS || smallest === undefined) return [];
    const { sources, text, severity } = evidence("G9", "G10");
    const sentence = naming(nameOf(smallest), (name) => `${name}: ${weightText([smallest])} weight; one source warns below 20%.`);
    return [{ about: smallest.id, severity, sentence, detail: `Below 20%: ${withWeights(small)}. ${text}`, sources, field: "weight", kpiId: smallest.id }];
  },
};

/** A quota-carrying role whose pay rests on revenue alone, whose credit is not settled. */
export const ATTRIBUTION: RoleCheck = {
  id: "attribution",
  guardrails: [],
  look: (role) => {
    const kpis = weighted(role);
    const [first] = kpis;
    const isUnclear = kpis.every((kpi) => REVENUE_MEASURES.includes(kpi.measure) && kpi.attribution === "unclear");
    if (!role.quotaCarrying || first === undefined || !isUnclear) return [];
    const detail = `Marked as unclear: ${withWeights(kpis)}. Nothing else is paid, so a dispute about a deal is one about pay.`;
    return [{ severity: "advice", sentence: "All incentive rests on revenue whose attribution is unclear.", detail, field: "attribution", kpiId: first.id }];
  },
};

/** KPIs with weight that support no company goal, where the scenario has goals. */
export const KPI_WITHOUT_GOAL: RoleCheck = {
  id: "kpi-without-goal",
  guardrails: [],
  look: (role, { goals }) => {
    const alone = weighted(role).filter((kpi) => kpi.supports.length === 0);
    const [first] = alone;
    if (goals.length === 0 || first === undefined) return [];
    const { sources, text, severity } = articleSays("people must understand what they are paid for and how it ties to the company's goals");
    const sentence = alone.length === 1 ? naming(nameOf(first), (name) => `${name}: it supports no company goal.`) : `${alone.length} KPIs support no company goal.`;
    return [{ severity, sentence, detail: `Without a goal: ${withWeights(alone)}. ${text}`, sources, field: "supports", kpiId: first.id }];
  },
};
