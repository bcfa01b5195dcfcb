/** The scenarios that stand side by side: the document as it is on screen, and files that are only looked at. Never saved. */
import { createStore } from "zustand/vanilla";
import { inCurrency, type BridgeBasis, type RoleChoices } from "#shared/comparison/index.ts";
import type { HostError } from "#shared/host-api/contract.ts";
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
  /** Roles matched by hand to those of the base. */
  readonly choices: RoleChoices;
};

export type ComparisonState = {
  readonly files: readonly ComparedFile[];
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
  /** Why the last file that was asked for is not here. */
  readonly problem: HostError | null;
};

const START: ComparisonState = {
  files: [], baseKey: DOCUMENT, otherKey: null, rates: {}, basis: "expected", differenceAs: "amount", part: null, view: "curves", roleId: null, kpiId: null, problem: null,
};

export const comparisonStore = createStore<ComparisonState>(() => START);

let opened = 0;

/** Another document is shown: what it is compared with stays, the choices that were about it go. */
export function forgetDocument(): void {
  comparisonStore.setState(({ files }) => ({ ...START, files: files.map((file) => ({ ...file, choices: {} })) }));
}

export function addFile({ fileName, folder, scenario }: Pick<ComparedFile, "fileName" | "folder" | "scenario">): void {
  comparisonStore.setState(({ files }) => {
    if (files.length >= MOST_FILES) return { problem: { kind: "bad-call", message: `${MOST_FILES} files at most can be compared with the document.` } };
    const taken = files.map(({ slot }) => slot);
    const slot = [1, 2, 3, 4, 5].find((each) => !taken.includes(each)) ?? MOST_FILES;
    opened += 1;
    return { files: [...files, { key: `file-${opened}`, fileName, folder, scenario, slot, choices: {} }], problem: null };
  });
}

export function removeFile(key: string): void {
  comparisonStore.setState((state) => {
    const wasBase = state.baseKey === key;
    return {
      files: state.files.filter((file) => file.key !== key).map((file) => (wasBase ? { ...file, choices: {} } : file)),
      ...(wasBase ? { baseKey: DOCUMENT, rates: {}, part: null } : {}),
      ...(state.otherKey === key ? { otherKey: null, part: null } : {}),
    };
  });
}

/** Rates and matches are to a base: another one has others. */
export function makeBase(baseKey: string): void {
  comparisonStore.setState((state) => ({
    baseKey, rates: {}, part: null, roleId: null, kpiId: null,
    otherKey: state.otherKey === baseKey ? null : state.otherKey,
    files: state.files.map((file) => ({ ...file, choices: {} })),
  }));
}

export function showOther(otherKey: string): void {
  comparisonStore.setState({ otherKey, part: null });
}

export function setRate(key: string, rate: number): void {
  comparisonStore.setState(({ rates }) => ({ rates: { ...rates, [key]: rate } }));
}

/** Says which role of the base a role of a file is; null for one of its own. */
export function matchRole(key: string, roleId: string, baseRoleId: string | null): void {
  comparisonStore.setState(({ files }) => ({ files: files.map((file) => (file.key === key ? { ...file, choices: { ...file.choices, [roleId]: baseRoleId } } : file)) }));
}

/** One scenario of the comparison, in the money of the base. */
export type ComparedSide = {
  readonly key: string;
  readonly name: string;
  readonly slot: number;
  readonly scenario: Scenario;
  /** Of a scenario in another currency: its own, and the price of one unit of it. */
  readonly converted: { readonly currency: string; readonly rate: number } | null;
  readonly choices: RoleChoices;
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
export function comparisonOf({ files, baseKey, rates }: ComparisonState, document: Scenario): Comparison {
  const all = [
    { key: DOCUMENT, name: document.name, slot: 0, scenario: document, choices: {} },
    ...files.map(({ key, scenario, slot, choices }) => ({ key, name: scenario.name, slot, scenario, choices })),
  ];
  const named = all.map((side) => ({ ...side, name: nameAmong(side.name, side.key, files, document.name) }));
  const chosen = named.find(({ key }) => key === baseKey) ?? named[0];
  if (chosen === undefined) throw new Error("A comparison has the document.");
  const { currency } = chosen.scenario;
  const others: ComparedSide[] = [];
  const withoutRate: SideWithoutRate[] = [];
  for (const side of named) {
    if (side === chosen) continue;
    const { key, name, slot, scenario } = side;
    const rate = rates[key];
    if (scenario.currency === currency) others.push({ ...side, converted: null });
    else if (rate === undefined) withoutRate.push({ key, name, slot, currency: scenario.currency });
    else others.push({ ...side, scenario: changedOnce(key, scenario, currency, rate), converted: { currency: scenario.currency, rate } });
  }
  return { base: { ...chosen, converted: null }, others, withoutRate };
}

/** The scenario's name; where a file has a name of its own for it, or two are called the same, the file's. */
function nameAmong(name: string, key: string, files: readonly ComparedFile[], documentName: string): string {
  const file = files.find((each) => each.key === key);
  if (file === undefined) return name === "" ? "This document" : name;
  const isShared = name === "" || name === documentName || files.some((each) => each.key !== key && each.scenario.name === name);
  return isShared ? file.fileName : name;
}
