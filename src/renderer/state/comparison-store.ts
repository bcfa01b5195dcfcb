/** The scenarios that stand side by side: the document as it is on screen, and files that are only looked at. Never saved. */
import { createStore } from "zustand/vanilla";
import { NO_CHOICES, inCurrency, isSame, matchRoles, withIdsOf, type BridgeBasis, type Converted, type MatchChoices } from "#shared/comparison/index.ts";
import type { HostError } from "#shared/host-api/contract.ts";
import { own } from "#shared/model/own.ts";
import type { Scenario } from "#shared/model/scenario.ts";

/** The document's own key. */
export const DOCUMENT = "document";
/** Beside the document. */
export const MOST_FILES = 5;

/** A file that is compared: as it was on disk when it was opened, and never changed. */
export type ComparedFile = {
  readonly key: string;
  readonly fileName: string;
  /** As shown to a person. */
  readonly folder: string;
  readonly scenario: Scenario;
  /** Its colour and dash for as long as it is open, 1 to 5; the document has 0. */
  readonly slot: number;
};

export type ComparisonState = {
  readonly files: readonly ComparedFile[];
  /** Roles and KPIs matched by hand to those of the base, by key. */
  readonly choices: Readonly<Record<string, MatchChoices>>;
  /** Whom the others are compared with. */
  readonly baseKey: string;
  /** The other scenario that cards about two of them show; null for the first. */
  readonly otherKey: string | null;
  /** Price of one unit of a scenario's currency in that of the base, by key, where somebody typed it. */
  readonly rates: Readonly<Record<string, number>>;
  readonly basis: BridgeBasis;
  readonly differenceAs: "amount" | "percent";
  /** The part of the bridge whose inputs are shown alone. */
  readonly part: string | null;
  /** What the first card shows. */
  readonly view: "curves" | "pay" | "years";
  /** The base's KPI whose curves are shown, by role; the first where nothing is chosen. */
  readonly roleId: string | null;
  readonly kpiId: string | null;
  /** The file whose plan is looked at in place of the comparison. */
  readonly lookedAt: string | null;
  /** Why the last file that was asked for is not here. */
  readonly problem: HostError | null;
};

const START: ComparisonState = {
  files: [], choices: {}, baseKey: DOCUMENT, otherKey: null, rates: {}, basis: "expected", differenceAs: "amount", part: null, view: "curves", roleId: null, kpiId: null, lookedAt: null, problem: null,
};

export const comparisonStore = createStore<ComparisonState>(() => START);

let opened = 0;

/** Another document is shown: what it is compared with stays, the choices that were about it go. */
export function forgetDocument(): void {
  comparisonStore.setState(({ files }) => ({ ...START, files }));
}

export function addFile({ fileName, folder, scenario }: Pick<ComparedFile, "fileName" | "folder" | "scenario">): void {
  comparisonStore.setState(({ files }) => {
    if (files.length >= MOST_FILES) return { problem: { kind: "bad-call", message: `${MOST_FILES} files at most can be compared with the document.` } };
    const taken = files.map(({ slot }) => slot);
    const slot = [1, 2, 3, 4, 5].find((each) => !taken.includes(each)) ?? MOST_FILES;
    opened += 1;
    return { files: [...files, { key: `file-${opened}`, fileName, folder, scenario, slot }], problem: null };
  });
}

export function removeFile(key: string): void {
  comparisonStore.setState((state) => {
    const wasBase = state.baseKey === key;
    return {
      files: state.files.filter((file) => file.key !== key),
      ...(wasBase ? { baseKey: DOCUMENT, choices: {}, rates: {}, part: null } : {}),
      ...(state.lookedAt === key ? { lookedAt: null } : {}),
      ...(state.otherKey === key ? { otherKey: null, part: null } : {}),
    };
  });
}

/** Rates and matches are to a base: another one has others. */
export function makeBase(baseKey: string): void {
  comparisonStore.setState((state) => ({
    baseKey, choices: {}, rates: {}, part: null, roleId: null, kpiId: null, lookedAt: null,
    otherKey: state.otherKey === baseKey ? null : state.otherKey,
  }));
}

export function showOther(otherKey: string): void {
  comparisonStore.setState({ otherKey, part: null, lookedAt: null });
}

/** Shows the plan of a file, to read; null for the comparison. */
export function lookAt(lookedAt: string | null): void {
  comparisonStore.setState({ lookedAt });
}

/** Sets the rate of a scenario in another currency; without one, null, it is in no figure again. */
export function setRate(key: string, rate: number | null): void {
  comparisonStore.setState(({ rates }) => ({ rates: { ...Object.fromEntries(Object.entries(rates).filter(([each]) => each !== key)), ...(rate === null ? {} : { [key]: rate }) } }));
}

/** Says which role of the base a role of another scenario is; null for one of its own. What was said before of the same role of the base goes. */
export function matchRole(key: string, roleId: string, baseRoleId: string | null): void {
  choose(key, ({ roles, kpis }) => ({ roles: withChoice(roles, roleId, baseRoleId), kpis }));
}

/** Says which KPI of the base's role a KPI of a role is, in the same way. */
export function matchKpi(key: string, roleId: string, kpiId: string, baseKpiId: string | null): void {
  choose(key, ({ roles, kpis }) => ({ roles, kpis: { ...kpis, [roleId]: withChoice(own(kpis, roleId) ?? {}, kpiId, baseKpiId) } }));
}

type Choices = MatchChoices["roles"];

function withChoice(choices: Choices, id: string, baseId: string | null): Choices {
  const others = Object.entries(choices).filter(([, chosen]) => chosen === null || chosen !== baseId);
  return { ...Object.fromEntries(others), [id]: baseId };
}

function choose(key: string, change: (choices: MatchChoices) => MatchChoices): void {
  comparisonStore.setState(({ choices }) => ({ choices: { ...choices, [key]: change(choices[key] ?? NO_CHOICES) } }));
}

/** One scenario of the comparison, in the money of the base. */
export type ComparedSide = {
  readonly key: string;
  readonly name: string;
  readonly slot: number;
  readonly scenario: Scenario;
  /** With the base's ids of what was matched: its years are drawn as the base's are. */
  readonly alike: Scenario;
  /** Of a scenario in another currency: its own, and the price of one unit of it. */
  readonly converted: Converted | null;
  readonly choices: MatchChoices;
};

/** A scenario in another currency than the base, without a rate: it is in no figure. */
export type SideWithoutRate = { readonly key: string; readonly name: string; readonly slot: number; readonly currency: string };

export type Comparison = { readonly base: ComparedSide; readonly others: readonly ComparedSide[]; readonly withoutRate: readonly SideWithoutRate[] };

type Known = { readonly scenario: Scenario; readonly currency: string; readonly rate: number; readonly changed: Scenario };
const converted = new Map<string, Known>();

/** The same object as long as scenario and rate are the same: what follows from it need not be calculated again. */
function changedOnce(key: string, scenario: Scenario, currency: string, rate: number): Scenario {
  const known = converted.get(key);
  if (known?.scenario === scenario && known.currency === currency && known.rate === rate) return known.changed;
  const changed = inCurrency(scenario, currency, rate);
  converted.set(key, { scenario, currency, rate, changed });
  return changed;
}

/** The comparison as it stands, with the document as it is on screen. */
export function comparisonOf({ files, baseKey, choices, rates }: ComparisonState, document: Scenario): Comparison {
  const all = [{ key: DOCUMENT, slot: 0, scenario: document }, ...files];
  const named = all.map(({ key, slot, scenario }) => ({ key, slot, scenario, name: nameAmong(scenario.name, key, files, document.name), choices: choices[key] ?? NO_CHOICES }));
  const chosen = named.find(({ key }) => key === baseKey) ?? named[0];
  if (chosen === undefined) throw new Error("A comparison has the document.");
  const { currency } = chosen.scenario;
  const others: ComparedSide[] = [];
  const withoutRate: SideWithoutRate[] = [];
  for (const side of named) {
    if (side === chosen) continue;
    const { key, name, slot, scenario } = side;
    const rate = rates[key];
    if (scenario.currency !== currency && rate === undefined) {
      withoutRate.push({ key, name, slot, currency: scenario.currency });
      continue;
    }
    const from = scenario.currency === currency || rate === undefined ? null : { currency: scenario.currency, rate };
    const inMoney = from === null ? scenario : changedOnce(key, scenario, currency, from.rate);
    others.push({ ...side, scenario: inMoney, alike: renamedOnce(key, chosen.scenario, inMoney, side.choices), converted: from });
  }
  return { base: { ...chosen, alike: chosen.scenario, converted: null }, others, withoutRate };
}

type Renamed = { readonly base: Scenario; readonly scenario: Scenario; readonly choices: MatchChoices; readonly alike: Scenario };
const renamed = new Map<string, Renamed>();

/** As {@link changedOnce}: a scenario in which nothing is called otherwise is itself. */
function renamedOnce(key: string, base: Scenario, scenario: Scenario, choices: MatchChoices): Scenario {
  const known = renamed.get(key);
  if (known?.base === base && known.scenario === scenario && known.choices === choices) return known.alike;
  const alike = withIdsOf(base, scenario, matchRoles(base, scenario, choices));
  const isKnown = known?.scenario === scenario && isSame(known.alike, alike);
  renamed.set(key, { base, scenario, choices, alike: isKnown ? known.alike : alike });
  return isKnown ? known.alike : alike;
}

/** The scenario's name; where a file has a name of its own for it, or two are called the same, the file's. */
function nameAmong(name: string, key: string, files: readonly ComparedFile[], documentName: string): string {
  const file = files.find((each) => each.key === key);
  if (file === undefined) return name === "" ? "This document" : name;
  const isShared = name === "" || name === documentName || files.some((each) => each.key !== key && each.scenario.name === name);
  return isShared ? file.fileName : name;
}
