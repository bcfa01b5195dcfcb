/** Every input in which two scenarios differ, as text, and a way to take a single one over. */
import type { Goal, Kpi, Link, Role, Scenario } from "../model/scenario.ts";
import { freeId } from "../model/free-id.ts";
import { measuringIds } from "../model/links.ts";
import { initialsAmong } from "../report/initials.ts";
import { formatNumber, formatSplit } from "../report/format.ts";
import { basisPoints, fractionOf } from "../units/basis-points.ts";
import { alignScenarios } from "./aligned.ts";
import { GROUPS, GROUP_INPUTS, type BridgeGroup } from "./groups.ts";
import { curveWords, differingWords, drawWords, hireWords, linkWords, moneyWords, outlookWords, roleWords, seasonWords, shareWords, targetWords } from "./input-words.ts";
import { isSame } from "./is-same.ts";
import type { RolePair } from "./match-roles.ts";

/** One input that is not the same, as each scenario has it. */
export type InputDifference = {
  /** `roles.cam.baseShare`: roles and KPIs by the base's id, everything else as in a file. */
  readonly path: string;
  /** What it is: "split", "target of Sourced revenue". */
  readonly name: string;
  /** The role's short name; null for what is of the whole scenario. */
  readonly role: string | null;
  readonly from: string;
  readonly to: string;
  /** All of what the base has, where `from` leaves out what both have. */
  readonly whole: string;
  /** The part of the bridge it belongs to; null for what changes no cost. */
  readonly group: BridgeGroup | null;
  /** The base with this input as the other has it: everything else stays. */
  readonly take: (base: Scenario) => Scenario;
};

/** "CAM: split 50/50 → 60/40" */
export function differenceWords({ role, name, from, to }: InputDifference): string {
  const what = `${name} ${from} → ${to}`;
  return role === null ? what.slice(0, 1).toUpperCase() + what.slice(1) : `${role}: ${what}`;
}

/**
 * What differs, in the order of the document: the scenario, then role by role. Names, notes of dismissed advice and locks of
 * weights are no inputs. Both in one currency.
 * @param pairs which role is which, from `matchRoles`
 */
export function inputDifferences(base: Scenario, other: Scenario, pairs: readonly RolePair[]): readonly InputDifference[] {
  const titles = [...base.roles, ...other.roles].map(({ title }) => title);
  const { from, to } = alignScenarios(base, other, pairs);
  const ofRoles = pairs.flatMap((pair, index) => {
    const [mine, theirs] = [from.roles[index], to.roles[index]];
    return mine === undefined || theirs === undefined ? [] : roleDifferences({ pair, mine, theirs, currency: base.currency, short: initialsAmong((pair.base ?? pair.other ?? mine).title, titles) || "Untitled role" });
  });
  return [...scenarioDifferences(base, other), ...ofRoles];
}

function groupOf(level: "scenario" | "cost" | "role" | "kpi", key: string): BridgeGroup | null {
  return GROUPS.find((group) => (GROUP_INPUTS[group][level] as readonly string[] | undefined)?.includes(key)) ?? null;
}

function scenarioDifferences(base: Scenario, other: Scenario): readonly InputDifference[] {
  const found: InputDifference[] = [];
  const of = <Value>(path: string, name: string, read: (scenario: Scenario) => Value, words: (value: Value) => string, group: BridgeGroup | null, write: (scenario: Scenario, value: Value) => Scenario): void => {
    const [mine, theirs] = [read(base), read(other)];
    if (!isSame(mine, theirs)) found.push({ path, name, role: null, from: words(mine), to: words(theirs), whole: words(mine), group, take: (into) => write(into, theirs) });
  };
  const { currency } = base;
  const burden = (key: keyof Scenario["cost"]): BridgeGroup | null => groupOf("cost", key);
  const cost = (key: keyof Scenario["cost"], name: string, words: (value: number | null) => string): void =>
    of(`cost.${key}`, name, (scenario) => scenario.cost[key], words, burden(key), (into, value) => ({ ...into, cost: { ...into.cost, [key]: value } }));
  const share = (value: number | null): string => (value === null ? "none" : shareWords(value));
  const money = (value: number | null): string => moneyWords(value, currency);
  const ofOutlook = (key: keyof Scenario["outlook"], name: string, words: (value: number) => string): void =>
    of(`outlook.${key}`, name, (scenario) => scenario.outlook[key], words, groupOf("scenario", "outlook"), (into, value) => ({ ...into, outlook: { ...into.outlook, [key]: value } }));

  of("fiscalYear", "fiscal year", (scenario) => scenario.fiscalYear, String, null, (into, fiscalYear) => ({ ...into, fiscalYear }));
  const { payments } = other;
  // Seasons are one for each period: they come with how often is paid.
  of("payments.frequency", "payment", (scenario) => scenario.payments.frequency, (value) => value, "payments", (into) => ({ ...into, payments: { ...into.payments, frequency: payments.frequency, seasonality: payments.seasonality } }));
  of("payments.basis", "payment basis", (scenario) => scenario.payments.basis, (value) => value, "payments", (into, basis) => ({ ...into, payments: { ...into.payments, basis } }));
  if (base.payments.frequency === payments.frequency) {
    of("payments.seasonality", "seasons", (scenario) => scenario.payments.seasonality, seasonWords, "payments", (into, seasonality) => ({ ...into, payments: { ...into.payments, seasonality } }));
  }
  cost("budget", "budget", money);
  cost("burdenOnBase", "burden on base", share);
  cost("burdenOnVariable", "burden on incentive", share);
  cost("fixedPerHead", "fixed cost per head", money);
  cost("bookedRevenue", "booked revenue", money);
  cost("contributionMargin", "contribution margin", share);
  ofOutlook("marketCorrelation", "market correlation", shareWords);
  ofOutlook("sellerCorrelation", "seller correlation", shareWords);
  ofOutlook("periodSpread", "spread between periods", shareWords);
  ofOutlook("trials", "simulated years", (value) => formatNumber(value));
  ofOutlook("seed", "seed", String);
  of("goals", "goals", (scenario) => scenario.goals, goalWords, null, withGoals);
  of("rulesOfEngagement", "rules of engagement", (scenario) => scenario.rulesOfEngagement, (rules) => (rules.length === 0 ? "none" : rules.join("; ")), null, (into, rulesOfEngagement) => ({ ...into, rulesOfEngagement }));
  of("notes", "notes", (scenario) => scenario.notes, (notes) => (notes === "" ? "none" : notes), null, (into, notes) => ({ ...into, notes }));
  return found;
}

function goalWords(goals: readonly Goal[]): string {
  return goals.length === 0 ? "none" : goals.map(({ text }) => text).join("; ");
}

function withGoals(into: Scenario, goals: readonly Goal[]): Scenario {
  const ids = goals.map(({ id }) => id);
  return { ...into, goals, roles: into.roles.map((role) => ({ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, supports: kpi.supports.filter((id) => ids.includes(id)) })) })) };
}

type RoleSides = { readonly pair: RolePair; readonly mine: Role; readonly theirs: Role; readonly currency: string; readonly short: string };

function roleDifferences({ pair, mine, theirs, currency, short }: RoleSides): readonly InputDifference[] {
  const path = `roles.${mine.id}`;
  if (pair.base === null) {
    return [{ path, name: "role", role: short, from: "none", to: roleWords(theirs, currency), whole: "none", group: "headcount", take: (into) => ({ ...into, roles: [...into.roles, { ...withGoalsOf(theirs, into), id: freeId(theirs.id, into.roles.map(({ id }) => id)) }] }) }];
  }
  if (pair.other === null) {
    return [{ path, name: "role", role: short, from: roleWords(mine, currency), to: "none", whole: roleWords(mine, currency), group: "headcount", take: (into) => ({ ...into, roles: into.roles.filter(({ id }) => id !== mine.id), dismissedAdvice: into.dismissedAdvice.filter(({ roleId }) => roleId !== mine.id) }) }];
  }
  const found: InputDifference[] = [];
  const changeRole = (into: Scenario, change: (role: Role) => Role): Scenario => ({ ...into, roles: into.roles.map((role) => (role.id === mine.id ? change(role) : role)) });
  const add = (key: string, name: string, [from, to]: readonly [string, string], group: BridgeGroup | null, change: (role: Role, into: Scenario) => Role, whole = from): void => {
    found.push({ path: `${path}.${key}`, name, role: short, from, to, whole, group, take: (into) => changeRole(into, (role) => change(role, into)) });
  };
  const of = <Key extends keyof Role>(key: Key, name: string, words: (value: Role[Key]) => string): void => {
    if (!isSame(mine[key], theirs[key])) add(key, name, [words(mine[key]), words(theirs[key])], groupOf("role", key), (role) => ({ ...role, [key]: theirs[key] }));
  };
  of("title", "title", (title) => (title === "" ? "none" : title));
  of("archetype", "kind of role", (archetype) => archetype);
  of("focus", "focus", (focus) => focus);
  of("alsoDrives", "also drives", (focuses) => (focuses.length === 0 ? "nothing" : focuses.join(", ")));
  of("quotaCarrying", "quota-carrying", yesOrNo);
  of("drives", "what it drives", (drives) => (drives === "" ? "none" : drives));
  of("headcount", "headcount", (count) => formatNumber(count));
  of("countsInCost", "counts in cost", yesOrNo);
  of("vacancy", "vacancy", shareWords);
  of("newHires", "new hires", hireWords);
  of("onTargetEarnings", "OTE", (amount) => moneyWords(amount, currency));
  of("baseShare", "split", (share) => splitWords(share));
  of("payoutCap", "plan cap", (cap) => (cap === null ? "none" : shareWords(cap)));
  of("draw", "draw", (draw) => drawWords(draw, currency));
  of("salesCycleMonths", "sales cycle", (months) => (months === null ? "none" : `${formatNumber(months)} months`));
  weightDifference(mine, theirs, pair, add);
  if (!isSame(mine.links, theirs.links)) {
    const names = new Map([...theirs.kpis, ...mine.kpis].map((kpi) => [kpi.id, kpi.name]));
    const words = (links: readonly Link[]): readonly string[] => linkWords(links, (id) => names.get(id) ?? id);
    add("links", "links", differingWords(words(mine.links), words(theirs.links)), "links", (role, into) => withLinks(role, theirs, pair, into), words(mine.links).join("; "));
  }
  mine.kpis.forEach((kpi, index) => {
    const same = theirs.kpis[index];
    if (same !== undefined && pair.kpis[index]?.base != null && pair.kpis[index].other != null) kpiDifferences(kpi, same, currency, add);
  });
  return found;
}

type Add = (key: string, name: string, words: readonly [string, string], group: BridgeGroup | null, change: (role: Role, into: Scenario) => Role, whole?: string) => void;

function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}

/** To a tenth, and beyond that as it is. */
function splitWords(share: number): string {
  return Math.abs(share * 1_000 - Math.round(share * 1_000)) < 1e-6 ? formatSplit(share) : `base ${formatNumber(share * 100, 6)}%`;
}

/** All weights of a role are one input: they total 100% together. */
function weightDifference(mine: Role, theirs: Role, { kpis }: RolePair, add: Add): void {
  if (mine.kpis.every((kpi, index) => kpi.weight === theirs.kpis[index]?.weight)) return;
  const weighs = mine.kpis.map(({ weight }, index) => weight > 0 || (theirs.kpis[index]?.weight ?? 0) > 0);
  const words = (role: Role): string => role.kpis.filter((_, index) => weighs[index]).map(({ weight }) => formatNumber(fractionOf(weight) * 100)).join("/");
  const isSameSet = kpis.every(({ base, other }) => base !== null && other !== null);
  const named = (role: Role): string => role.kpis.filter(({ weight }) => weight > 0).map(({ name, weight }) => `${name} ${formatNumber(fractionOf(weight) * 100)}`).join(", ") || "none";
  add("weights", "weights", isSameSet ? [words(mine), words(theirs)] : [named(mine), named(theirs)], "weights", (role, into) => {
    const linked = linkedIds(role.links);
    const gone = goneIds(kpis);
    const known = role.kpis.map((kpi) => {
      const same = theirs.kpis.find(({ id }) => id === kpi.id);
      return { ...kpi, weight: same?.weight ?? basisPoints(0), curve: kpi.curve ?? same?.curve ?? null };
    });
    return { ...role, kpis: [...known.filter(({ id }) => linked.has(id) || !gone.has(id)), ...missingKpis(role, theirs, into, ({ weight }) => weight > 0)] };
  });
}

/** KPIs that a link measures or acts on. */
function linkedIds(links: readonly Link[]): ReadonlySet<string> {
  return new Set(links.flatMap((link) => [...measuringIds(link), ...(link.appliesTo === "all" ? [] : link.appliesTo)]));
}

function goneIds(kpis: RolePair["kpis"]): ReadonlySet<string> {
  return new Set(kpis.flatMap(({ base, other }) => (other === null && base !== null ? [base.id] : [])));
}

/** The other's links, with the KPIs they are about; those that carry weight there come with the weights. */
function withLinks(role: Role, theirs: Role, { kpis }: RolePair, into: Scenario): Role {
  const about = linkedIds(theirs.links);
  const gone = goneIds(kpis);
  const known = role.kpis.filter(({ id, weight }) => weight > 0 || about.has(id) || !gone.has(id));
  return { ...role, links: theirs.links, kpis: [...known, ...missingKpis(role, theirs, into, ({ id }) => about.has(id)).map((kpi) => ({ ...kpi, weight: basisPoints(0) }))] };
}

function missingKpis(role: Role, theirs: Role, into: Scenario, isWanted: (kpi: Kpi) => boolean): readonly Kpi[] {
  return withGoalsOf(theirs, into).kpis.filter((kpi) => isWanted(kpi) && role.kpis.every(({ id }) => id !== kpi.id));
}

/** KPIs support the goals that there are. */
function withGoalsOf(role: Role, { goals }: Scenario): Role {
  const ids = goals.map(({ id }) => id);
  return { ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, supports: kpi.supports.filter((id) => ids.includes(id)) })) };
}

function kpiDifferences(mine: Kpi, theirs: Kpi, currency: string, addTo: Add): void {
  const of = mine.name === "" ? "untitled KPI" : mine.name;
  const add = (key: string, name: string, words: readonly [string, string], group: BridgeGroup | null, changed: (kpi: Kpi) => Kpi, whole?: string): void =>
    addTo(`kpis.${mine.id}.${key}`, name, words, group, (role) => ({ ...role, kpis: role.kpis.map((kpi) => (kpi.id === mine.id ? changed(kpi) : kpi)) }), whole);
  const field = <Key extends keyof Kpi>(key: Key, name: string, words: (kpi: Kpi) => string): void => {
    if (!isSame(mine[key], theirs[key])) add(key, `${name} of ${of}`, [words(mine), words(theirs)], groupOf("kpi", key), (kpi) => ({ ...kpi, [key]: theirs[key] }));
  };
  field("name", "name", ({ name }) => (name === "" ? "none" : name));
  field("measure", "measure", ({ measure }) => measure);
  // A target is in its unit, and only money is credited.
  if (mine.unit !== theirs.unit) add("unit", `unit of ${of}`, [mine.unit, theirs.unit], groupOf("kpi", "unit"), (kpi) => ({ ...kpi, unit: theirs.unit, revenue: theirs.revenue }));
  else field("revenue", "revenue", ({ revenue }) => revenue);
  field("target", "target", (kpi) => targetWords(kpi, currency));
  field("direction", "direction", ({ direction }) => `${direction} is better`);
  field("excellence", "excellence", ({ excellence }) => shareWords(excellence));
  field("attribution", "credit", ({ attribution }) => attribution);
  if (!isSame(mine.curve, theirs.curve)) add("curve", `payout curve of ${of}`, differingWords(curveWords(mine.curve), curveWords(theirs.curve)), groupOf("kpi", "curve"), (kpi) => ({ ...kpi, curve: theirs.curve }), curveWords(mine.curve).join(", "));
  field("outlook", "outlook", ({ outlook }) => outlookWords(outlook));
}
