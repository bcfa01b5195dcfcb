/** `--match BASE=OTHER`: which role of another file is which of the base, or which KPI. */
import { roleFinder, type Found } from "#shared/actuals/index.ts";
import { matchRoles, matchingOf, type MatchChoices } from "#shared/comparison/index.ts";
import { own } from "#shared/model/own.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { ComparedFile } from "./compare-answer.ts";

type MatchInput = { readonly ok: true; readonly others: readonly ComparedFile[] } | { readonly ok: false; readonly message: string };

/** A role, or a KPI of it, by id. */
type Place = { readonly role: string; readonly kpi: string | null };
/** `mine`: null for one of the other file's own; `theirs`: by file, null where it has none. */
type Match = { readonly text: string; readonly mine: Place | null; readonly theirs: readonly (Place | null)[] };

/**
 * The files with what is matched in them. Each side is a role, or a role and a KPI behind a slash, by id, title or name, or
 * initials; without the base's side it is one of the other file's own. A match counts in every file that has its other side.
 */
export function matchInput(texts: readonly string[], base: Scenario, others: readonly ComparedFile[]): MatchInput {
  const matches: Match[] = [];
  for (const text of texts) {
    const match = matchOf(text, base, others);
    if (typeof match === "string") return { ok: false, message: match };
    matches.push(match);
  }
  const matched = others.map((file, index) => ({ ...file, choices: matches.reduce((choices, { mine, theirs }) => withMatch(choices, mine, theirs[index] ?? null), file.choices) }));
  const lost = matches.find((match) => !matched.every((file, index) => isKept(match, index, base, file)));
  if (lost !== undefined) return { ok: false, message: `--match “${lost.text}” cannot be: each role and KPI of the base is matched once at most, and KPIs of roles that are matched.` };
  return { ok: true, others: matched };
}

/** @returns what is wrong, as text, where it is no match */
function matchOf(text: string, base: Scenario, others: readonly ComparedFile[]): Match | string {
  const [, mineText = "", theirText = ""] = /^([^=]*)=(.+)$/s.exec(text) ?? [];
  if (theirText.trim() === "") return `--match is “${text}”; it is written like "Account Manager=Hunter", the role of the base first, or "Account Manager/Sourced=Hunter/Found" for KPIs.`;
  const mine = mineText.trim() === "" ? null : placeIn(base, mineText);
  if (mine === "ambiguous") return severalText(mineText, "the base");
  if (mine === null && mineText.trim() !== "") return `--match: “${mineText.trim()}” is no role of the base, and no KPI of one.`;
  const theirs: (Place | null)[] = [];
  for (const { file, scenario } of others) {
    const place = placeIn(scenario, theirText);
    if (place === "ambiguous") return severalText(theirText, file);
    if (mine !== null && place !== null && (mine.kpi === null) !== (place.kpi === null)) return `--match is “${text}”; a role is matched with a role, a KPI with a KPI.`;
    theirs.push(place);
  }
  return theirs.every((place) => place === null) ? `--match: “${theirText.trim()}” is no role of another file, and no KPI of one.` : { text, mine, theirs };
}

function severalText(text: string, where: string): string {
  return `--match: “${text.trim()}” is several in ${where}: an id tells them apart.`;
}

/** A title may have a slash in it as well. */
function placeIn({ roles }: Scenario, text: string): Found<Place> {
  const roleOf = roleFinder(roles);
  const role = roleOf(text);
  if (role === "ambiguous") return role;
  if (role !== null) return { role: role.role.id, kpi: null };
  for (let at = text.indexOf("/"); at >= 0; at = text.indexOf("/", at + 1)) {
    const found = roleOf(text.slice(0, at));
    const kpi = found === null || found === "ambiguous" ? found : found.kpiOf(text.slice(at + 1));
    if (kpi === "ambiguous") return kpi;
    if (kpi !== null && found !== null && found !== "ambiguous") return { role: found.role.id, kpi: kpi.id };
  }
  return null;
}

function withMatch({ roles, kpis }: MatchChoices, mine: Place | null, theirs: Place | null): MatchChoices {
  if (theirs === null) return { roles, kpis };
  if (theirs.kpi === null) return { roles: { ...roles, [theirs.role]: mine?.role ?? null }, kpis };
  return { roles, kpis: { ...kpis, [theirs.role]: { ...own(kpis, theirs.role), [theirs.kpi]: mine?.kpi ?? null } } };
}

function isKept({ mine, theirs }: Match, index: number, base: Scenario, { scenario, choices }: ComparedFile): boolean {
  const place = theirs[index] ?? null;
  if (mine === null || place === null) return true;
  const { roleOf, kpiOf } = matchingOf(matchRoles(base, scenario, choices));
  return roleOf(mine.role) === place.role && (mine.kpi === null || kpiOf(mine.role, mine.kpi) === place.kpi);
}
