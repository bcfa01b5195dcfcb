/** Money in whole minor units (cents for USD, yen for JPY), and the one rounding function of the product. */
import type { Branded } from "./brand.ts";

/** A whole number of minor units of the document's currency. */
export type MinorUnits = Branded<"minor units">;
