// 500 (or any number of) roles of one seat with four KPIs each, every curve and outlook different; and the engine to ask about them.
import { build } from "esbuild";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import v8 from "node:v8";
import vm from "node:vm";

const root = fileURLToPath(new URL("..", import.meta.url));

export function loadOutlook() {
  return bundled("outlook", `export * from "./src/shared/engine/index.ts"; export { normalProbability, normalDensity } from "./src/shared/engine/outlook/normal.ts"; export { parseScenario, serializeScenario } from "./src/shared/scenario-file/index.ts"; export { MOST_ROLES } from "./src/shared/model/limits.ts"; export { plainKpi, plainRole, plainScenario, points } from "./tests/helpers/plain-plan.ts";`);
}

/** TypeScript of the product as one module. */
export async function bundled(name, contents) {
  const outfile = join(root, "out", "bench", `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    alias: { "#shared": join(root, "src", "shared") },
    outfile,
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

/** A jump at the threshold, four slopes, flat above; lognormal and normal in turn. Read from a file, as the product has its documents. */
export function population(engine, roles, { heads = 1, trials = 10_000 } = {}) {
  const { plainKpi, plainRole, plainScenario, points, MOST_ROLES } = engine;
  const kpi = (role, index) =>
    plainKpi({
      id: `k${index}`, weight: 2_500,
      curve: points([[0.6 + role * 1e-5 + index * 0.01, 0.4], [1, 1], [1.3 + role * 1e-5, 2.5], [1.8, 3]]),
      outlook: { shape: (role + index) % 2 === 0 ? "lognormal" : "normal", mean: 0.9 + role * 1e-5, spread: 0.2 + index * 0.02 },
    });
  const made = Array.from({ length: roles }, (_, role) => plainRole({ id: `r${role}`, headcount: heads, onTargetEarnings: 100_000 + role, kpis: [0, 1, 2, 3].map((index) => kpi(role, index)) }));
  const plain = plainScenario();
  // A file holds no more roles than that.
  const files = Array.from({ length: Math.ceil(roles / MOST_ROLES) }, (_, file) => readBack(engine, { ...plain, roles: made.slice(file * MOST_ROLES, (file + 1) * MOST_ROLES) }));
  return { ...files[0], roles: files.flatMap((file) => file.roles), outlook: { ...plain.outlook, trials } };
}

function readBack({ parseScenario, serializeScenario }, scenario) {
  const read = parseScenario(new TextEncoder().encode(serializeScenario(scenario, "0")));
  if (!read.ok) throw new Error(`The population is refused: ${JSON.stringify(read.problems[0])}`);
  return read.scenario;
}

/** The same people on other pay: their curves and outlooks are the same values. */
export function withPay(scenario, by) {
  return { ...scenario, roles: scenario.roles.map((role) => ({ ...role, onTargetEarnings: role.onTargetEarnings + by })) };
}

/** Every outlook another one. */
export function withOutlooks(scenario, by) {
  return { ...scenario, roles: scenario.roles.map((role) => ({ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, outlook: { ...kpi.outlook, mean: kpi.outlook.mean + by } })) })) };
}

function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * What the work takes while nobody else has the processor: the tenth quickest in a hundred. On shared machines the median
 * goes up and down by twice with what others do, this hardly.
 */
export function quickOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 10)];
}

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc");

/**
 * Milliseconds of each case's `work` on what its `make` gives, which is not timed. The cases take turns, so that what others do
 * on the machine falls on all of them.
 */
export function timed(cases, repetitions) {
  const times = cases.map(() => []);
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const [index, { make, work }] of cases.entries()) {
      const given = make(repetition);
      // Two collections move what was made out of the way of the work, which else pays for copying it.
      collect({ type: "minor" });
      collect({ type: "minor" });
      const started = performance.now();
      work(given);
      times[index].push(performance.now() - started);
    }
  }
  return times.map((each) => ({ quick: quickOf(each), median: medianOf(each) }));
}
