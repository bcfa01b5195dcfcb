/** Results follow the scenarios they are compared under: rows of a role that comes with a file or a rate are read then. */
import { rolesOfAll } from "#shared/comparison/index.ts";
import { comparisonOf, comparisonStore } from "./comparison-store.ts";
import { documentStore } from "./document-store.ts";
import { readAgain } from "./people-store.ts";

/** For as long as the window lives; not while something is being moved. */
export function startReadingAgain(): void {
  const look = (): void => {
    const { open } = documentStore.getState();
    if (open === null || open.gesture !== null) return;
    readAgain(() => {
      const { base, others } = comparisonOf(comparisonStore.getState(), open.scenario);
      return rolesOfAll(base.scenario, others);
    });
  };
  documentStore.subscribe(look);
  comparisonStore.subscribe(look);
}
