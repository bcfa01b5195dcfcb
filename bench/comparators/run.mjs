// Expected cost of 500 roles against two spreadsheets with the same formulas, in one run. Installs HyperFormula into this
// folder; LibreOffice (Debian: libreoffice-calc, python3-uno) must be there. Run: node bench/comparators/run.mjs
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { benchExpected } from "../expected.mjs";
import { loadOutlook, population } from "../population.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
if (!existsSync(`${here}node_modules`)) execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: here, stdio: "inherit" });
const { hyperFormula } = await import("./hyperformula.mjs");
const { libreOffice } = await import("./libreoffice.mjs");

const engine = await loadOutlook();
const scenario = population(engine, 500);
const incentive = engine.expectedCost(scenario).total.incentive / 100;
const { pay, outlooks } = await benchExpected();
const ours = { pay: pay.quick, outlooks: outlooks.quick };
const ms = (value) => `${value.toFixed(2)} ms`;
console.log(`Engine: pay moved ${ms(ours.pay)}, every outlook moved ${ms(ours.outlooks)}; expected incentive ${incentive.toFixed(2)}`);
const missed = [];
for (const [name, required, measured] of [["HyperFormula", 100, hyperFormula(scenario, 15)], ["LibreOffice", 25, libreOffice(scenario, 25)]]) {
  // Each of 500 roles is rounded once.
  if (Math.abs(measured.total - incentive) > 5) throw new Error(`${name} comes to ${measured.total}.`);
  const ratios = [measured.pay / ours.pay, measured.outlooks / ours.outlooks];
  console.log(`${name}: pay moved ${ms(measured.pay)} (${ratios[0].toFixed(0)} times the engine's), every outlook moved ${ms(measured.outlooks)} (${ratios[1].toFixed(0)} times); required ${required}`);
  ["pay", "every outlook"].forEach((moved, index) => (ratios[index] < required ? missed.push(`${name}, ${moved} moved`) : null));
}
for (const what of missed) console.log(`MISSED: ${what}`);
if (missed.length > 0) process.exitCode = 1;
