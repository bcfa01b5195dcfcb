/** Roles and KPIs by what a file calls them. */
import type { Kpi, Role } from "../model/scenario.ts";
import { initialsAmong } from "../report/initials.ts";
import { lookUpOnce } from "./look-up-once.ts";

/** A KPI results are read of; `alsoCalled`: its ids and names in other scenarios. */
export type ReadKpi = Pick<Kpi, "id" | "name" | "weight" | "direction"> & { readonly alsoCalled?: readonly string[] };
/** A role results are read of; `alsoCalled`: its ids and titles in other scenarios. A role of a scenario will do. */
export type ReadRole = Pick<Role, "id" | "title"> & { readonly alsoCalled?: readonly string[]; readonly kpis: readonly ReadKpi[] };

/** What a text names; "ambiguous" where several have the same name, null where nothing has it. */
export type Found<Item> = Item | "ambiguous" | null;
export type RoleFinder = (text: string) => Found<{ readonly role: ReadRole; readonly kpiOf: (text: string) => Found<ReadKpi> }>;

/** Finds roles by id, title, initials, then by what other scenarios call them; KPIs by id, name, then the same. Looks each spelling up once. */
export function roleFinder(roles: readonly ReadRole[]): RoleFinder {
  const titles = roles.map(({ title }) => title);
  const kpisOf = new Map(roles.map((role) => [role.id, finder(role.kpis, [({ id }) => [id], ({ name }) => [name], ({ alsoCalled = [] }) => alsoCalled])]));
  const find = finder(roles, [({ id }) => [id], ({ title }) => [title], ({ title }) => [initialsAmong(title, titles)], ({ alsoCalled = [] }) => alsoCalled]);
  return (text) => {
    const role = find(text);
    return role === null || role === "ambiguous" ? role : { role, kpiOf: kpisOf.get(role.id) ?? (() => null) };
  };
}

/** By the first kind of name that fits; ambiguous where two have the same. */
function finder<Item>(items: readonly Item[], kinds: readonly ((item: Item) => readonly string[])[]): (text: string) => Found<Item> {
  const plain = (text: string): string => text.trim().toLowerCase();
  const look = (text: string): Found<Item> => {
    if (text === "") return null;
    for (const namesOf of kinds) {
      const [first, second] = items.filter((item) => namesOf(item).some((name) => plain(name) === text));
      if (first !== undefined) return second === undefined ? first : "ambiguous";
    }
    return null;
  };
  return lookUpOnce((text) => look(plain(text)));
}
