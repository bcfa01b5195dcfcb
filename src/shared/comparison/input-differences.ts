/** Every input in which two scenarios differ, as text, and a way to take a single one over. */
import type { Goal, Kpi, Link, Role, Scenario } from "../model/scenario.ts";
import { freeId } from "../model/free-id.ts";
import { measuringIds } from "../model/links.ts";
import { initialsAmong } from "../report/initials.ts";
import { formatNumber } from "../report/format.ts";
import { basisPoints, fractionOf } from "../units/basis-points.ts";
import { alignScenarios } from "./aligned.ts";
import { GROUPS, GROUP_INPUTS, type BridgeGroup } from "./groups.ts";
import { curveWords, differingWords, drawWords, goalWords, hireWords, kpiWords, linkWords, measureWords, moneyWords, outlookWords, roleWords, seasonWords, shareWords, splitWords, targetWords } from "./input-words.ts";
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
  /** The role's id, as in `path`; null for what is of the whole scenario. */
  readonly roleId: string | null;
  /** What it stands under in a list: the title of the role, the base's where both have it; "Plan" for what is of the whole scenario. */
  readonly heading: string;
  readonly from: string;
  readonly to: string;
  /** All of what the base has, where `from` leaves out what both have. */
  readonly whole: string;
  /** The part of the bridge it belongs to; null for what changes no cost. */
  readonly group: BridgeGroup | null;
  /** The base with this input as the other has it: everything else stays. null for the currency, which is none without its amounts. */
  readonly take: ((base: Scenario) => Scenario) | null;
};

/** "CAM: split 50/50 → 60/40" */
export function differenceWords({ role, name, from, to }: InputDifference): string {
  const what = `${name} ${from} → ${to}`;
  return role === null ? capital(what) : `${role}: ${what}`;
}

/** "Split 50/50 → 60/40": the same below its heading. */
export function wordsBelowHeading(difference: InputDifference): string {
  return differenceWords({ ...difference, role: null });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const PLAN = "Plan";
const UNTITLED = "Untitled role";

/**
 * What differs, in the order of the document: the scenario, then role by role. No inputs are: ids, what the scenario is
 * called, dismissed advice, locks of weights, figures written at save. Both in one currency: the base's. Seen from the other scenario,
 * with the pairs turned, the same inputs differ in the same order.
 * @param pairs which role is which, from `matchRoles`
 * @param converted the other's own currency, where it is not the base's, and the price of one unit of it
 */
export function inputDifferences(base: Scenario, other: Scenario, pairs: readonly RolePair[], converted: Converted | null = null): readonly InputDifference[] {
  const titles = [...base.roles, ...other.roles].map(({ title }) => title);
  const { from, to } = alignScenarios(base, other, pairs);
  const ofRoles = pairs.flatMap((pair, index) => {
    const [mine, theirs] = [from.roles[index], to.roles[index]];
    if (mine === undefined || theirs === undefined) return [];
    const { title } = pair.base ?? pair.other ?? mine;
    return roleDifferences({ pair, mine, theirs, from, to, goals: [...to.goals, ...base.goals], short: initialsAmong(title, titles) || UNTITLED, heading: title || UNTITLED });
  });
  return [...currencyDifference(base, converted), ...scenarioDifferences(base, to), ...ofRoles].map((each) => ({ ...each, to: each.to === each.from ? `${each.to} (not quite the same)` : each.to }));
}

export type Converted = { readonly currency: string; readonly rate: number };

function currencyDifference({ currency }: Scenario, converted: Converted | null): readonly InputDifference[] {
  if (converted === null) return [];
  const to = `${converted.currency}, at ${formatNumber(converted.rate, 6)} ${currency}`;
  return [{ path: "currency", name: "currency", role: null, roleId: null, heading: PLAN, from: currency, to, whole: currency, group: null, take: null }];
}

function groupOf(level: "scenario" | "cost" | "role" | "kpi", key: string): BridgeGroup | null {
  return GROUPS.find((group) => (GROUP_INPUTS[group][level] as readonly string[] | undefined)?.includes(key)) ?? null;
}

function scenarioDifferences(base: Scenario, other: Scenario): readonly InputDifference[] {
  const found: InputDifference[] = [];
  const of = <Value>(path: string, name: string, read: (scenario: Scenario) => Value, words: (value: Value) => string, group: BridgeGroup | null, write: (scenario: Scenario, value: Value) => Scenario): void => {
    const [mine, theirs] = [read(base), read(other)];
    if (!isSame(mine, theirs)) found.push({ path, name, role: null, roleId: null, heading: PLAN, from: words(mine), to: words(theirs), whole: words(mine), group, take: (into) => write(into, theirs) });
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
  of("goals", "goals", (scenario) => scenario.goals.map(({ text }) => text), (texts) => texts.join("; ") || "none", null, (into) => withGoals(into, other.goals));
  of("rulesOfEngagement", "rules of engagement", (scenario) => scenario.rulesOfEngagement, (rules) => (rules.length === 0 ? "none" : rules.join("; ")), null, (into, rulesOfEngagement) => ({ ...into, rulesOfEngagement }));
  of("notes", "notes", (scenario) => scenario.notes, (notes) => (notes === "" ? "none" : notes), null, (into, notes) => ({ ...into, notes }));
  return found;
}

function withGoals(into: Scenario, goals: readonly Goal[]): Scenario {
  const ids = goals.map(({ id }) => id);
  return { ...into, goals, roles: into.roles.map((role) => ({ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, supports: kpi.supports.filter((id) => ids.includes(id)) })) })) };
}

type RoleSides = { readonly pair: RolePair; readonly mine: Role; readonly theirs: Role; readonly from: Scenario; readonly to: Scenario; readonly goals: readonly Goal[]; readonly short: string; readonly heading: string };

function roleDifferences({ pair, mine, theirs, from: base, to: other, goals, short, heading }: RoleSides): readonly InputDifference[] {
  const { currency } = base;
  const path = `roles.${mine.id}`;
  if (pair.base === null) {
    return [{ path, name: "role", role: short, roleId: mine.id, heading, from: "none", to: roleWords(theirs, other), whole: "none", group: "headcount", take: (into) => ({ ...into, roles: [...into.roles, { ...withGoalsOf(theirs, into), id: freeId(theirs.id, into.roles.map(({ id }) => id)) }] }) }];
  }
  if (pair.other === null) {
    return [{ path, name: "role", role: short, roleId: mine.id, heading, from: roleWords(mine, base), to: "none", whole: roleWords(mine, base), group: "headcount", take: (into) => ({ ...into, roles: into.roles.filter(({ id }) => id !== mine.id), dismissedAdvice: into.dismissedAdvice.filter(({ roleId }) => roleId !== mine.id) }) }];
  }
  const found: InputDifference[] = [];
  const changeRole = (into: Scenario, change: (role: Role) => Role): Scenario => ({ ...into, roles: into.roles.map((role) => (role.id === mine.id ? change(role) : role)) });
  const add = (key: string, name: string, [from, to]: readonly [string, string], group: BridgeGroup | null, change: (role: Role, into: Scenario) => Role, whole = from): void => {
    found.push({ path: `${path}.${key}`, name, role: short, roleId: mine.id, heading, from, to, whole, group, take: (into) => changeRole(into, (role) => change(role, into)) });
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
    add("links", "links", differingWords(words(mine.links), words(theirs.links)), "links", (role, into) => withLinks(role, theirs, into), words(mine.links).join("; "));
  }
  pair.kpis.forEach(({ base, other }, index) => {
    const [one, another] = [mine.kpis[index], theirs.kpis[index]];
    if (one === undefined || another === undefined) return;
    if (base === null) addKpi(another, goals, currency, add);
    else if (other === null) removeKpi(one, goals, currency, add);
    // Each with its own curve: one that does not pay may have none.
    else kpiDifferences({ ...one, curve: base.curve }, { ...another, curve: other.curve }, goals, currency, add);
  });
  return found;
}

type Add = (key: string, name: string, words: readonly [string, string], group: BridgeGroup | null, change: (role: Role, into: Scenario) => Role, whole?: string) => void;

function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
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
    const gone = new Set(kpis.flatMap(({ base, other }) => (other === null && base !== null && base.weight > 0 && !linked.has(base.id) ? [base.id] : [])));
    const known = role.kpis.filter(({ id }) => !gone.has(id)).map((kpi) => {
      const same = theirs.kpis.find(({ id }) => id === kpi.id);
      const weight = same?.weight ?? basisPoints(0);
      return { ...kpi, weight, curve: kpi.curve ?? (weight === 0 ? null : (same?.curve ?? null)) };
    });
    return { ...role, kpis: [...known, ...missingKpis(role, theirs, into, ({ weight }) => weight > 0)] };
  });
}

/** KPIs that a link measures or acts on. */
function linkedIds(links: readonly Link[]): ReadonlySet<string> {
  return new Set(links.flatMap((link) => [...measuringIds(link), ...(link.appliesTo === "all" ? [] : link.appliesTo)]));
}

/** The other's links, with the KPIs they are about; those that carry weight there come with the weights. */
function withLinks(role: Role, theirs: Role, into: Scenario): Role {
  const about = linkedIds(theirs.links);
  return { ...role, links: theirs.links, kpis: [...role.kpis, ...withoutWeight(missingKpis(role, theirs, into, ({ id }) => about.has(id)))] };
}

function withoutWeight(kpis: readonly Kpi[]): readonly Kpi[] {
  return kpis.map((kpi) => ({ ...kpi, weight: basisPoints(0) }));
}

function missingKpis(role: Role, theirs: Role, into: Scenario, isWanted: (kpi: Kpi) => boolean): readonly Kpi[] {
  return withGoalsOf(theirs, into).kpis.filter((kpi) => isWanted(kpi) && role.kpis.every(({ id }) => id !== kpi.id));
}

/** KPIs support the goals that there are. */
function withGoalsOf(role: Role, { goals }: Scenario): Role {
  const ids = goals.map(({ id }) => id);
  return { ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, supports: kpi.supports.filter((id) => ids.includes(id)) })) };
}

function nameOf({ name }: Kpi): string {
  return name === "" ? "untitled KPI" : name;
}

/** A KPI that only the other has comes without its weight: that is taken with those of the others. */
function addKpi(kpi: Kpi, goals: readonly Goal[], currency: string, add: Add): void {
  const change = (role: Role, into: Scenario): Role => ({ ...role, kpis: [...role.kpis, ...withoutWeight(missingKpis(role, { ...role, kpis: [kpi] }, into, () => true))] });
  add(`kpis.${kpi.id}`, `KPI ${nameOf(kpi)}`, ["none", kpiWords(kpi, goals, currency)], kpi.weight > 0 ? "weights" : null, change);
}

/** One that only the base has can go where it has no weight and no link is about it. */
function removeKpi(kpi: Kpi, goals: readonly Goal[], currency: string, add: Add): void {
  add(`kpis.${kpi.id}`, `KPI ${nameOf(kpi)}`, [kpiWords(kpi, goals, currency), "none"], kpi.weight > 0 ? "weights" : null, (role) => ({ ...role, kpis: role.kpis.filter(({ id }) => id !== kpi.id) }));
}

function kpiDifferences(mine: Kpi, theirs: Kpi, goals: readonly Goal[], currency: string, addTo: Add): void {
  const of = nameOf(mine);
  const add = (key: string, name: string, words: readonly [string, string], group: BridgeGroup | null, changed: (kpi: Kpi) => Kpi, whole?: string): void =>
    addTo(`kpis.${mine.id}.${key}`, name, words, group, (role) => ({ ...role, kpis: role.kpis.map((kpi) => (kpi.id === mine.id ? changed(kpi) : kpi)) }), whole);
  const field = <Key extends keyof Kpi>(key: Key, name: string, words: (kpi: Kpi) => string): void => {
    if (!isSame(mine[key], theirs[key])) add(key, `${name} of ${of}`, [words(mine), words(theirs)], groupOf("kpi", key), (kpi) => ({ ...kpi, [key]: theirs[key] }));
  };
  field("name", "name", ({ name }) => (name === "" ? "none" : name));
  field("measure", "measure", measureWords);
  // A target is in its unit, and only money is credited.
  if (mine.unit !== theirs.unit) add("unit", `unit of ${of}`, [mine.unit, theirs.unit], groupOf("kpi", "unit"), (kpi) => ({ ...kpi, unit: theirs.unit, revenue: theirs.revenue }));
  else field("revenue", "revenue", ({ revenue }) => revenue);
  field("target", "target", (kpi) => targetWords(kpi, currency));
  field("direction", "direction", ({ direction }) => `${direction} is better`);
  field("excellence", "excellence", ({ excellence }) => shareWords(excellence));
  field("attribution", "credit", ({ attribution }) => attribution);
  // A curve that comes or goes does so with the weight.
  const group = mine.curve !== null && theirs.curve !== null ? groupOf("kpi", "curve") : mine.weight > 0 || theirs.weight > 0 ? "weights" : null;
  if (!isSame(mine.curve, theirs.curve)) add("curve", `payout curve of ${of}`, differingWords(curveWords(mine.curve), curveWords(theirs.curve)), group, (kpi) => ({ ...kpi, curve: theirs.curve }), curveWords(mine.curve).join(", "));
  field("outlook", "outlook", ({ outlook }) => outlookWords(outlook));
  if (!isSame(mine.supports.toSorted(), theirs.supports.toSorted())) {
    const supports = (kpi: Kpi, into: Scenario): Kpi => ({ ...kpi, supports: theirs.supports.filter((id) => into.goals.some((goal) => goal.id === id)) });
    addTo(`kpis.${mine.id}.supports`, `goals that ${of} supports`, [goalWords(mine, goals), goalWords(theirs, goals)], null, (role, into) => ({ ...role, kpis: role.kpis.map((kpi) => (kpi.id === mine.id ? supports(kpi, into) : kpi)) }));
  }
}
