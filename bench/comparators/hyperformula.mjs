import { createRequire } from "node:module";
import { quickOf } from "../population.mjs";
import { workbookOf } from "./workbook.mjs";

const { HyperFormula } = createRequire(import.meta.url)("hyperformula");
const WORDS = { share: (z) => `NORM.S.DIST(${z},TRUE())`, density: (z) => `NORM.S.DIST(${z},FALSE())` };

/** Milliseconds from a changed cell to the new total; and the total as it stands. */
export function hyperFormula(scenario, repetitions) {
  const sheet = HyperFormula.buildFromArray(workbookOf(scenario, WORDS), { licenseKey: "gpl-v3" });
  const total = sheet.getCellValue({ sheet: 0, row: 0, col: 2 });
  const moved = (col, values) =>
    quickOf(
      values.map((value) => {
        const started = performance.now();
        sheet.setCellContents({ sheet: 0, row: 0, col }, value);
        sheet.getCellValue({ sheet: 0, row: 0, col: 2 });
        return performance.now() - started;
      }),
    );
  const steps = Array.from({ length: repetitions }, (_, step) => step + 1);
  return { total, pay: moved(1, steps.map((step) => 1 + step / 1_000)), outlooks: moved(0, steps.map((step) => step * 1e-5)) };
}
