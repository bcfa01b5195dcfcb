// How long one full recalculation of the sample takes in Node: everything the Design screen draws, after one slider move.
import { build } from "esbuild";
import { join } from "node:path";
import { pathToFileURL, fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

async function loadEngine() {
  const outfile = join(root, "out", "bench", "engine.mjs");
  await build({
    stdin: {
      contents: `export * from "./src/shared/engine/index.ts"; export { sampleScenario } from "./src/shared/library/index.ts";`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outfile,
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

/** Every series and figure of the Design screen for one document. */
function recalculate(engine, scenario, role) {
  let points = 0;
  engine.headline(scenario);
  engine.upside(role, scenario);
  for (const attainment of [0.6, 0.8, 1, 1.2, 1.5]) engine.evaluateScenario(scenario, { kind: "uniform", attainment });
  points += engine.costLine(scenario, { roleId: null, from: 0.5, to: 1.5 }).length;
  points += engine.costLine(scenario, { roleId: role.id, from: 0.5, to: 1.5 }).length;
  for (const each of scenario.roles) {
    points += engine.rolePayoutLine(each, { from: 0, to: 2 }).length;
    for (const kpi of each.kpis) if (kpi.curve !== null) points += engine.curveLine(engine.compileCurve(kpi.curve), 0, 2).length;
  }
  return points;
}

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Milliseconds of one recalculation, nothing remembered between steps: every role and curve is a new value each time. */
export async function benchEngine() {
  const engine = await loadEngine();
  const sample = engine.sampleScenario();
  const times = [];
  let points = 0;
  for (let step = 0; step < 1_200; step += 1) {
    const moved = structuredClone(sample);
    moved.roles[0].baseShare = 0.5 + (step % 40) / 100;
    const started = performance.now();
    points = recalculate(engine, moved, moved.roles[0]);
    if (step >= 200) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: percentile(times, 0.5), p95: percentile(times, 0.95), points, roles: sample.roles.length };
}
