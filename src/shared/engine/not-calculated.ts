/** Settings a file may hold that no figure uses yet. The window and the command line name them beside the figures. */
import type { Scenario } from "../model/scenario.ts";
import type { NotCalculated } from "./outcome.ts";

/**
 * Every setting of the document that changes what is paid within the year but is not calculated in this version: all
 * figures are for the full year. Empty for a document that is calculated completely.
 */
export function notCalculated(scenario: Scenario): readonly NotCalculated[] {
  const found: NotCalculated[] = [];
  scenario.roles.forEach((role, index) => {
    if (role.newHires.length > 0) found.push({ path: `roles[${index}].newHires`, label: `ramp of new hires (${role.title})` });
    if (role.draw !== null) found.push({ path: `roles[${index}].draw`, label: `draw or guarantee (${role.title})` });
  });
  if (scenario.payments.frequency !== "annual" && scenario.payments.basis === "discrete" && scenario.outlook.periodSpread > 0) {
    found.push({ path: "outlook.periodSpread", label: "spread between periods" });
  }
  return found;
}
