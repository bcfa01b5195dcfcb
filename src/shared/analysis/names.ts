/** What roles and KPIs are called in a sentence: by their id where they have no name. */
import type { Kpi, Role } from "../model/scenario.ts";

/** The title of a role. */
export function titleOf({ title, id }: Pick<Role, "title" | "id">): string {
  return title.trim() === "" ? id : title;
}

/** The name of a KPI. */
export function nameOf({ name, id }: Pick<Kpi, "name" | "id">): string {
  return name.trim() === "" ? id : name;
}
