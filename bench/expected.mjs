// Expected cost in closed form: the engine, and the same formulas with plain objects and closures.
import { loadOutlook, population, timed, withOutlooks, withPay } from "./population.mjs";

const SMALL = 500;
/** From here on nothing fits the processor's nearest memory, so growth is that of the work alone. */
const MIDDLE = 2_500;
const LARGE = 10_000;

/** The textbook way: a curve as a list of corners, a distribution as two functions, the sum by map and reduce. Minor units, before rounding. */
function plainExpectation({ normalProbability, normalDensity }, scenario) {
  const above = ({ shape, mean, spread }) => {
    if (shape === "normal") return (x) => {
      const z = (x - mean) / spread;
      return { share: 1 - normalProbability(z), sum: mean * (1 - normalProbability(z)) + spread * normalDensity(z) };
    };
    const logVariance = Math.log(1 + (spread / mean) ** 2);
    const [logMean, logSpread] = [Math.log(mean) - logVariance / 2, Math.sqrt(logVariance)];
    return (x) => {
      const z = (Math.log(x) - logMean) / logSpread;
      return { share: 1 - normalProbability(z), sum: mean * (1 - normalProbability(z - logSpread)) };
    };
  };
  const cornersOf = ({ points }) =>
    points.map((point, index) => {
      const [before, next] = [points[index - 1], points[index + 1]];
      const slope = (from, to) => (from === undefined || to === undefined ? 0 : (to.payout - from.payout) / (to.attainment - from.attainment));
      return { x: point.attainment, jump: before === undefined ? point.payout : 0, bend: slope(point, next) - slope(before, point) };
    });
  return scenario.roles
    .map((role) =>
      role.kpis
        .map(({ weight, curve, outlook }) => {
          const beyond = above(outlook);
          const factor = cornersOf(curve).reduce((sum, { x, jump, bend }) => {
            const { share, sum: attained } = beyond(x);
            return sum + jump * share + bend * (attained - x * share);
          }, 0);
          return role.onTargetEarnings * (1 - role.baseShare) * 100 * (weight / 10_000) * factor;
        })
        .reduce((sum, each) => sum + each, 0),
    )
    .reduce((sum, each) => sum + each, 0);
}

export async function benchExpected() {
  const engine = await loadOutlook();
  const cost = (scenario) => engine.expectedCost(scenario);
  const small = population(engine, SMALL);
  const incentive = cost(small).total.incentive;
  const plainly = plainExpectation(engine, small);
  if (Math.abs(incentive - plainly) > SMALL) throw new Error(`The two ways differ: ${incentive} and ${plainly}.`);
  const paid = (scenario) => ({ make: (step) => withPay(scenario, step), work: cost });
  const moved = (scenario, work = cost) => ({ make: (step) => withOutlooks(scenario, step * 1e-6), work });
  // Many more than are timed, so that all run as they do after a minute of dragging.
  timed([paid(small)], 500);
  timed([moved(small)], 500);
  // By itself, as a drag of one slider is: the next step finds what the last one kept.
  const [pay] = timed([paid(small)], 200);
  const [outlooks, plain] = timed([moved(small), moved(small, (scenario) => plainExpectation(engine, scenario))], 200);
  // Only now, so that the small one is not looked for among 10,000 others in memory.
  const [middle, large] = [MIDDLE, LARGE].map((roles) => population(engine, roles));
  return { pay, outlooks, plain, middle: grown(middle), large: grown(large), growth: LARGE / MIDDLE };

  function grown(scenario) {
    const [ofPay] = timed([paid(scenario)], 30);
    const [ofOutlooks] = timed([moved(scenario)], 30);
    return { pay: ofPay, outlooks: ofOutlooks };
  }
}
