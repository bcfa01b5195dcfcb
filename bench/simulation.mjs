// Simulated years: curves again on kept draws, the first answer after a change, memory, and how all of it grows.
import { loadOutlook, population, timed, withOutlooks, withPay } from "./population.mjs";

const ROLES = 500;
const TRIALS = 10_000;
const KPIS = 4;

/** Each of them so many times, taking turns. */
const ROUNDS = 7;
/** Four times as many in the end, and all of them few enough to keep every draw. */
const SELLERS = [190, 380, 760];
const YEARS = [2_500, 5_000, 10_000];

function run(simulator, scenario) {
  simulator.begin(scenario);
  while (simulator.advance());
  simulator.outcome();
}

function firstAnswer(simulator, scenario) {
  simulator.begin(scenario);
  while (simulator.outcome() === null) simulator.advance();
}

/** What no simulation can be faster than by much: one pass over as many numbers, a curve of five pieces worked out in place. */
function bareLoop(values) {
  const starts = [0, 0.6, 1, 1.3, 1.8];
  const at = [0, 0.4, 1, 2.5, 3];
  const slopes = [0, 1.5, 5, 1, 0];
  const sums = new Float64Array(TRIALS);
  for (let from = 0; from < values.length; from += TRIALS) {
    for (let year = 0; year < TRIALS; year += 1) {
      const attainment = values[from + year];
      let piece = 0;
      while (piece < 4 && attainment >= starts[piece + 1]) piece += 1;
      sums[year] += at[piece] + slopes[piece] * (attainment - starts[piece]);
    }
  }
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
  const started = performance.now();
  run(simulator, scenario);
  const fromNothing = performance.now() - started;
  const memory = process.memoryUsage();
  const evaluations = ROLES * KPIS * TRIALS;
  const values = someAttainments();
  const [again, bare] = timed([{ make: (step) => withPay(scenario, step), work: (moved) => run(simulator, moved) }, { make: () => values, work: bareLoop }], ROUNDS);
  // One after another: each of these leaves other draws behind.
  const first = (change) => timed([{ make: change, work: (moved) => firstAnswer(simulator, moved) }], ROUNDS)[0];
  const grown = (sizes, populationOf) =>
    timed(sizes.map((size) => {
      const other = engine.createSimulator();
      const asked = populationOf(size);
      run(other, asked);
      return { make: (step) => withPay(asked, step), work: (moved) => run(other, moved) };
    }), ROUNDS).map((took, index) => ({ size: sizes[index], ...took }));
  return {
    fromNothing,
    again,
    perEvaluation: (again.quick * 1e6) / evaluations,
    bare,
    first: {
      kept: first((step) => withPay(scenario, step)),
      spread: first((step) => withOutlooks(scenario, (step + 1) * 1e-6)),
      correlation: first((step) => ({ ...scenario, outlook: { ...scenario.outlook, marketCorrelation: 0.1 + step / 100 } })),
      headcount: first((step) => ({ ...scenario, roles: scenario.roles.map((role, index) => ({ ...role, headcount: index % 10 === step ? 2 : 1 })) })),
      doubled: first(() => {
        firstAnswer(simulator, scenario);
        return { ...scenario, roles: scenario.roles.map((role) => ({ ...role, headcount: 2 })) };
      }),
    },
    draws: (memory.arrayBuffers - before.arrayBuffers) / 1e6,
    resident: memory.rss / 1e6,
    bySellers: grown(SELLERS, (roles) => population(engine, roles, { trials: TRIALS })),
    byYears: grown(YEARS, (trials) => population(engine, ROLES, { trials })),
  };
}
