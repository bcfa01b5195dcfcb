// Simulated years: curves again on kept draws, the first answer after a change, memory, and how all of it grows.
import { loadOutlook, medianOf, population, withOutlooks, withPay } from "./population.mjs";

const ROLES = 500;
const TRIALS = 10_000;
const KPIS = 4;

function run(simulator, scenario) {
  const started = performance.now();
  simulator.begin(scenario);
  while (simulator.advance());
  simulator.outcome();
  return performance.now() - started;
}

function firstAnswer(simulator, scenario) {
  const started = performance.now();
  simulator.begin(scenario);
  while (simulator.outcome() === null) simulator.advance();
  return performance.now() - started;
}

/** Middle of five, each from another change. */
function middle(change) {
  return medianOf([1, 2, 3, 4, 5].map(change));
}

/** What no simulation can be faster than by much: one pass over as many numbers, a curve of five pieces worked out in place. */
function bareLoop(values) {
  const starts = [0, 0.6, 1, 1.3, 1.8];
  const at = [0, 0.4, 1, 2.5, 3];
  const slopes = [0, 1.5, 5, 1, 0];
  const sums = new Float64Array(TRIALS);
  const started = performance.now();
  for (let from = 0; from < values.length; from += TRIALS) {
    for (let year = 0; year < TRIALS; year += 1) {
      const attainment = values[from + year];
      let piece = 0;
      while (piece < 4 && attainment >= starts[piece + 1]) piece += 1;
      sums[year] += at[piece] + slopes[piece] * (attainment - starts[piece]);
    }
  }
  return performance.now() - started;
}

/** As many attainments as the population has, spread as theirs are. */
function someAttainments() {
  const values = new Float32Array(ROLES * KPIS * TRIALS);
  let state = 1;
  for (let index = 0; index < values.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    values[index] = 0.4 + (state / 4_294_967_296) * 1.1;
  }
  return values;
}

export async function benchSimulation() {
  const engine = await loadOutlook();
  const scenario = population(engine, ROLES, { trials: TRIALS });
  const before = process.memoryUsage();
  const simulator = engine.createSimulator();
  const fromNothing = run(simulator, scenario);
  const memory = process.memoryUsage();
  const evaluations = ROLES * KPIS * TRIALS;
  const again = middle((step) => run(simulator, withPay(scenario, step)));
  const first = {
    kept: middle((step) => firstAnswer(simulator, withPay(scenario, step))),
    spread: middle((step) => firstAnswer(simulator, withOutlooks(scenario, step * 1e-6))),
    correlation: middle((step) => firstAnswer(simulator, { ...scenario, outlook: { ...scenario.outlook, marketCorrelation: 0.1 + step / 100 } })),
    headcount: middle((step) => firstAnswer(simulator, { ...scenario, roles: scenario.roles.map((role, index) => ({ ...role, headcount: index % 10 === step ? 2 : 1 })) })),
    doubled: middle((step) => firstAnswer(simulator, { ...scenario, roles: scenario.roles.map((role) => ({ ...role, headcount: 1 + (step % 2) })) })),
  };
  const values = someAttainments();
  const bare = middle(() => bareLoop(values));
  const grown = (roles, trials) => {
    const other = engine.createSimulator();
    const asked = population(engine, roles, { trials });
    run(other, asked);
    return middle((step) => run(other, withPay(asked, step)));
  };
  return {
    fromNothing,
    again,
    perEvaluation: (again * 1e6) / evaluations,
    bare,
    first,
    draws: (memory.arrayBuffers - before.arrayBuffers) / 1e6,
    resident: memory.rss / 1e6,
    bySellers: [250, 500, 1_000].map((roles) => ({ roles, ms: grown(roles, TRIALS) })),
    byTrials: [2_500, 5_000, 10_000].map((trials) => ({ trials, ms: grown(ROLES, trials) })),
  };
}
