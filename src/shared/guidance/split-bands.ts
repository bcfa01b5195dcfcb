/** Which pay mix published sources name for a role like this one, and where the role stands. Informs, never blocks. */
import type { Role } from "../model/scenario.ts";
import { formatSplit } from "../report/format.ts";
import { citations, type Guardrail } from "./guardrail.ts";
import { guardrailById } from "./register.ts";

/** A span of base shares. A span may come from several sources; each keeps its own value, read off `sources`. */
export type SplitBand = {
  /** Base ÷ OTE, from ≤ to; equal where one split is named. */
  readonly from: number;
  readonly to: number;
  /** What kind of role it is for. */
  readonly label: string;
  /** "second" where other sources see it differently. */
  readonly view: "first" | "second";
  readonly sources: readonly Guardrail[];
  readonly note: string;
};

/** What the band rules look at. */
export type SplitRole = Pick<Role, "focus" | "quotaCarrying" | "baseShare">;

const QUOTA: SplitBand = {
  from: 0.5, to: 0.5, label: "Quota-carrying", view: "first",
  sources: [guardrailById("G1")],
  note: "For a role that carries a quota.",
};
const QUOTA_SECOND: SplitBand = {
  from: 0.5, to: 0.7, label: "Other sources", view: "second",
  sources: [guardrailById("G6"), guardrailById("G4")],
  note: "Two other sources, one after the other: Xactly on aggressive mixes of sales roles in general, Partnerled on partner managers.",
};
const NON_QUOTA: SplitBand = {
  from: 0.6, to: 0.7, label: "Non-quota", view: "first",
  sources: [guardrailById("G2"), guardrailById("G4")],
  note: "For a partner role without quota.",
};
const SUPPORT_SOURCES = [guardrailById("G3"), guardrailById("G6")];
const SUPPORT_NAMES = { enablement: "Enablement", operations: "Operations", strategic: "Strategic" } as const;

function supportBand(focus: keyof typeof SUPPORT_NAMES): SplitBand {
  const label = SUPPORT_NAMES[focus];
  return { from: 0.8, to: 0.9, label, view: "first", sources: SUPPORT_SOURCES, note: `For a role with ${label.toLowerCase()} focus.` };
}

/**
 * The bands for a role: quota-carrying 50/50 with other sources as a second view, and the strategic band beside it
 * where its focus is strategic; otherwise enablement, operations and strategic 80/20 to 90/10; otherwise 60/40 to 70/30.
 * The role's own split does not matter here.
 */
export function splitBands(role: SplitRole): readonly SplitBand[] {
  if (role.quotaCarrying) return role.focus === "strategic" ? [QUOTA, supportBand("strategic"), QUOTA_SECOND] : [QUOTA, QUOTA_SECOND];
  switch (role.focus) {
    case "enablement":
    case "operations":
    case "strategic":
      return [supportBand(role.focus)];
    case "pipeline":
    case "revenue":
      return [NON_QUOTA];
  }
}

export type SplitReading = {
  /** Inside any band, a second view included. */
  readonly inside: boolean;
  /** Where it stands, without the sources: "75/25 has less base than 80/20 to 90/10". */
  readonly standing: string;
  /** The standing and each source with its own value. */
  readonly sentence: string;
  /** The sources behind the sentence. */
  readonly sources: readonly Guardrail[];
  /** The nearest base share inside a band; null where the split is inside one. */
  readonly nearest: number | null;
};

/**
 * Where the role's split stands among its bands, as one plain sentence that names each source with its own value. A
 * split inside a first band is compared with that band only; otherwise every band is named.
 */
export function splitReading(role: SplitRole): SplitReading {
  const bands = splitBands(role);
  const split = formatSplit(role.baseShare);
  const first = bands.find((band) => band.view === "first" && holds(band, role.baseShare));
  if (first !== undefined) {
    return reading(`${split} is ${placeIn(first)}`, first.sources, null);
  }
  const sources = [...new Set(bands.flatMap((band) => band.sources))];
  const second = bands.find((band) => holds(band, role.baseShare));
  if (second !== undefined) {
    return reading(`${split} is inside ${rangeText(second)}, a second view`, sources, null);
  }
  const nearest = bands.reduce((best, band) => (distance(band, role.baseShare) < distance(best, role.baseShare) ? band : best));
  const hasLess = role.baseShare < nearest.from;
  return reading(`${split} has ${hasLess ? "less" : "more"} base than ${rangeText(nearest)}`, sources, hasLess ? nearest.from : nearest.to);
}

function reading(standing: string, sources: readonly Guardrail[], nearest: number | null): SplitReading {
  return { inside: nearest === null, standing, sentence: `${standing}: ${citations(sources)}.`, sources, nearest };
}

/** Shares this close are the same: 1 − 0.4 is 0.6. */
const SAME = 1e-9;

function distance(band: SplitBand, share: number): number {
  return Math.max(band.from - share, share - band.to, 0);
}

function holds(band: SplitBand, share: number): boolean {
  return distance(band, share) <= SAME;
}

function placeIn(band: SplitBand): string {
  const place = band.from === band.to ? "the split named" : `inside ${rangeText(band)}`;
  return `${place} for ${band.label.toLowerCase()} roles`;
}

function rangeText(band: SplitBand): string {
  return band.from === band.to ? formatSplit(band.from) : `${formatSplit(band.from)} to ${formatSplit(band.to)}`;
}
