/** Who gains and who loses, role by role: counts, medians, axis, table, walk. Minor units. */
import { formatMoney, formatNumber, formatPercentChange, spokenMoney, spokenPercent } from "#shared/report/format.ts";
import type { ChartTable } from "./chart-table.ts";
import type { Range } from "./reach.ts";
import type { SpokenLine } from "./spoken-line.ts";

export type ChangedPerson = {
  readonly id: string;
  readonly name: string;
  /** Minor units, or a share of pay where amounts are hidden. */
  readonly difference: number;
  /** Yearly pay under both plans, minor units; null where amounts are hidden. */
  readonly pay: readonly [from: number, to: number] | null;
  /** More than the share that counts as no change. */
  readonly isBeyond: boolean;
};
/** A band of people: those of one role, or of several. */
export type ChangedRow = { readonly id: string; readonly label: string; readonly people: readonly ChangedPerson[] };

export type ChangeUnit = { readonly kind: "money"; readonly currency: string } | { readonly kind: "share" };

export function changeText(difference: number, unit: ChangeUnit): string {
  if (unit.kind === "money") return formatMoney(difference, unit.currency, "signed-short");
  return formatPercentChange(difference);
}

function spokenChange(difference: number, unit: ChangeUnit): string {
  return `${difference > 0 ? "plus " : ""}${unit.kind === "money" ? spokenMoney(difference, unit.currency) : spokenPercent(difference)}`;
}

/** "7 up, 7 down" and "median +$1.4k" */
export function rowWords({ people }: ChangedRow, unit: ChangeUnit): readonly [string, string] {
  const up = people.filter(({ difference, isBeyond }) => isBeyond && difference > 0).length;
  const down = people.filter(({ difference, isBeyond }) => isBeyond && difference < 0).length;
  return [`${formatNumber(up)} up, ${formatNumber(down)} down`, people.length === 0 ? "" : `median ${changeText(medianOf(people.map(({ difference }) => difference)), unit)}`];
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Nobody's change is far from the edge. */
const AIR = 0.06;

/** An axis with zero in it. */
export function changeRange(rows: readonly ChangedRow[], least: number): Range {
  let [from, to] = [0, 0];
  for (const { people } of rows) {
    for (const { difference } of people) {
      from = Math.min(from, difference);
      to = Math.max(to, difference);
    }
  }
  const span = Math.max(to - from, least);
  return { from: from - span * AIR, to: to + span * AIR };
}

/** @param names of the base and of the other scenario */
export function changesTable(rows: readonly ChangedRow[], unit: ChangeUnit, names: readonly [string, string]): ChartTable {
  const sorted = rows.flatMap(({ label, people }) => [...people].sort((one, other) => one.difference - other.difference).map((person) => ({ label, ...person })));
  if (unit.kind === "share") {
    return {
      caption: "Change in yearly pay",
      columns: [{ title: "Role", kind: "text" }, { title: "Person", kind: "text" }, { title: "Change", kind: "figure" }],
      rows: sorted.map(({ label, name, difference }) => [label, name, changeText(difference, unit)]),
    };
  }
  const full = (amount: number | undefined): string => formatMoney(amount ?? Number.NaN, unit.currency, "full");
  return {
    caption: `Yearly pay, ${unit.currency}`,
    columns: [{ title: "Role", kind: "text" }, { title: "Person", kind: "text" }, ...names.map((title) => ({ title, kind: "figure" as const })), { title: "Change", kind: "figure" }],
    rows: sorted.map(({ label, name, pay, difference }) => [label, name, full(pay?.[0]), full(pay?.[1]), formatMoney(difference, unit.currency, "signed-full")]),
  };
}

export function changesWalk(rows: readonly ChangedRow[], unit: ChangeUnit): readonly SpokenLine[] {
  return rows.map((row) => ({
    name: `${row.label}, ${rowWords(row, unit)[0]}`,
    figure: null,
    stops: [...row.people].sort((one, other) => one.difference - other.difference).map(({ name, difference }) => ({ attainment: difference, spoken: `${name}, ${spokenChange(difference, unit)}` })),
  }));
}
