/** Many years of a plan: what each costs, seller by seller, on the same draws whatever is moved. */
import type { Role, Scenario } from "../../model/scenario.ts";
import { roundMinor, roundMoney, sumMoney } from "../../units/money.ts";
import { restOf } from "../formulas.ts";
import { BLOCK, drawMarket, drawPlan, drawSeller, drawsTheSame, type DrawPlan } from "./draws.ts";
import { costAtIncentive, expectedIncentive, sumOfCosts } from "./expected-cost.ts";
import type { SimulatedRole, SimulationOutcome } from "./outcome.ts";
import { payoutsOf, type SellerPayouts } from "./seller-payouts.ts";
import { peopleCovered } from "../year/draw.ts";

/** Numbers kept in memory at most, 4 bytes each; what is beyond is drawn again every time. */
const MOST_KEPT = 32_000_000;

/** Attainments looked at before a run may be stopped: a few milliseconds. */
const SLICE = 100_000;

/** Simulated years that can be asked for again after a change: what has not changed is not drawn again. */
export type Simulator = {
  /** Begins anew, with the document as it is now. Whatever ran is dropped. */
  readonly begin: (scenario: Scenario, trials?: number) => void;
  /** Works for some milliseconds; false when the last year is done. */
  readonly advance: () => boolean;
  /** What the finished blocks of 1,000 years say; null before the first one is done. */
  readonly outcome: () => SimulationOutcome | null;
};

/** The draws of a role: of each seller, as far as they were asked for, block by block. */
type Kept = { readonly plan: DrawPlan; readonly sellers: Float32Array[][] };

type SeatGroup = {
  readonly role: Role;
  readonly plan: DrawPlan;
  readonly payouts: SellerPayouts;
  /** Where draws are kept, and of how many sellers: fewer than all where they are too many. */
  readonly kept: Kept;
  readonly keeps: number;
  /** How many of its people a draw or guarantee covers: the first ones. */
  readonly covered: number;
  /** Whether its expected incentive has a closed form. */
  readonly isExact: boolean;
  readonly filledShare: number;
  /** Incentive of all its people, filled seats or not, by year of the block at work; and over all finished years. */
  readonly block: Float64Array;
  sum: number;
};

type Run = {
  readonly scenario: Scenario;
  readonly trials: number;
  /** Expected incentive of one person by role, before rounding; null where it has no closed form. */
  readonly exact: readonly (number | null)[];
  readonly groups: readonly SeatGroup[];
  /** Incentive of all filled seats that count, by year; and of those without a closed form alone. */
  readonly incentive: Float64Array;
  readonly simulated: Float64Array;
  /** Finished years. */
  done: number;
};

/**
 * A simulator that keeps its draws from one document to the next (docs/compensation-model.md, "Simulated years"). The same
 * document gives the same years to the last bit, on every machine and whatever ran before.
 */
export function createSimulator(): Simulator {
  let kept: ReadonlyMap<string, Kept> = new Map();
  let market: { readonly seed: number; readonly blocks: Float64Array[] } = { seed: 0, blocks: [] };
  let run: Run | null = null;
  let steps: Iterator<void> = [][Symbol.iterator]();

  function begin(scenario: Scenario, trials = scenario.outlook.trials): void {
    if (market.seed !== scenario.outlook.seed) market = { seed: scenario.outlook.seed, blocks: [] };
    const exact = scenario.roles.map((_, position) => expectedIncentive(scenario, position));
    const groups = groupsOf(scenario, exact, trials, kept);
    kept = new Map(groups.map((group) => [group.role.id, group.kept]));
    run = { scenario, trials, exact, groups, incentive: new Float64Array(trials), simulated: new Float64Array(trials), done: 0 };
    steps = stepsOf(run, market.blocks);
  }

  return {
    begin,
    advance: () => steps.next().done !== true,
    outcome: () => (run === null || run.done === 0 ? null : outcomeOf(run)),
  };
}

/**
 * All years of a document at once.
 * @param options trials: years instead of as many as the document asks for, 1 or more
 */
export function simulate(scenario: Scenario, options: { readonly trials?: number } = {}): SimulationOutcome {
  const simulator = createSimulator();
  simulator.begin(scenario, options.trials);
  while (simulator.advance());
  const outcome = simulator.outcome();
  if (outcome === null) throw new Error("A simulation has at least one year.");
  return outcome;
}

/** The roles that are drawn: all that count and have people, and of the others those whose pay has no closed form. */
function groupsOf(scenario: Scenario, exact: Run["exact"], trials: number, kept: ReadonlyMap<string, Kept>): readonly SeatGroup[] {
  let room = MOST_KEPT;
  return scenario.roles.flatMap((role, index): SeatGroup[] => {
    const isExact = exact[index] !== null;
    if (role.headcount === 0 || (isExact && !role.countsInCost)) return [];
    const plan = drawPlan(role, scenario);
    const known = kept.get(role.id);
    const keeping = known !== undefined && drawsTheSame(known.plan, plan) ? known : { plan, sellers: [] };
    // Also when only the first years are asked for: all may have been kept before.
    const perSeller = plan.columns * Math.ceil(Math.max(trials, scenario.outlook.trials) / BLOCK) * BLOCK;
    const keeps = Math.min(role.headcount, perSeller === 0 ? 0 : Math.floor(room / perSeller));
    room -= keeps * perSeller;
    // A seller who comes or goes leaves the draws of all others as they are.
    keeping.sellers.length = Math.min(keeping.sellers.length, keeps);
    return [{ role, plan, payouts: payoutsOf(role, plan, scenario), kept: keeping, keeps, covered: peopleCovered(role), isExact, filledShare: restOf(role.vacancy), block: new Float64Array(BLOCK), sum: 0 }];
  });
}

/** Block by block, seller by seller, with a stop after every slice. */
function* stepsOf(run: Run, market: Float64Array[]): Generator<void> {
  let work = 0;
  for (let block = 0; run.done < run.trials; block += 1) {
    const count = Math.min(BLOCK, run.trials - run.done);
    const years = (market[block] ??= marketOf(run.scenario.outlook.seed, block));
    for (const group of run.groups) {
      group.block.fill(0);
      for (let seller = 0; seller < group.role.headcount; seller += 1) {
        group.payouts(drawsOf(group, seller, block, years), count, group.block, seller < group.covered);
        work += group.plan.columns * BLOCK;
        if (work < SLICE) continue;
        work = 0;
        yield;
      }
      addBlock(run, group, count);
    }
    run.done += count;
    yield;
  }
}

function drawsOf({ plan, kept, keeps }: SeatGroup, seller: number, block: number, market: Float64Array): Float32Array {
  if (seller >= keeps) return drawSeller(plan, seller, block, market);
  const blocks = (kept.sellers[seller] ??= []);
  return (blocks[block] ??= drawSeller(plan, seller, block, market));
}

function marketOf(seed: number, block: number): Float64Array {
  const years = new Float64Array(BLOCK);
  drawMarket(seed, block, years);
  return years;
}

function addBlock({ incentive, simulated, done }: Run, group: SeatGroup, count: number): void {
  for (let year = 0; year < count; year += 1) {
    const earned = group.block[year] ?? 0;
    group.sum += earned;
    if (!group.role.countsInCost) continue;
    const ofFilled = earned * group.filledShare;
    incentive[done + year] = (incentive[done + year] ?? 0) + ofFilled;
    if (!group.isExact) simulated[done + year] = (simulated[done + year] ?? 0) + ofFilled;
  }
}

function outcomeOf({ scenario, exact, groups, trials, done, incentive, simulated }: Run): SimulationOutcome {
  const { cost, currency } = scenario;
  const simulatedMeans = new Map(groups.map(({ role, sum }) => [role, sum / (done * role.headcount)]));
  const roles = scenario.roles.map((role, index): SimulatedRole => {
    const known = exact[index] ?? null;
    const mean = known ?? simulatedMeans.get(role) ?? 0;
    return { id: role.id, countsInCost: role.countsInCost, expected: costAtIncentive(role, scenario, mean), isExact: known !== null };
  });
  const counting = roles.filter((role) => role.countsInCost);
  const withBurden = 1 + cost.burdenOnVariable;
  const fixed = sumMoney(scenario.roles.filter((role) => role.countsInCost).map((role) => costAtIncentive(role, scenario, 0).cost));
  const costs = incentive.slice(0, done).map((earned) => fixed + earned * withBurden).sort();
  const { mean, error } = meanOf(costs);
  const budget = cost.budget === null ? null : roundMoney(cost.budget, currency);
  return {
    trials: done,
    isCoarse: done < trials,
    roles,
    expected: sumOfCosts(counting.map((role) => role.expected)),
    expectedError: counting.every((role) => role.isExact) ? 0 : meanOf(simulated.subarray(0, done)).error * withBurden,
    meanCost: mean,
    standardError: error,
    p10: roundMinor(quantileOf(costs, 0.1)),
    p50: roundMinor(quantileOf(costs, 0.5)),
    p90: roundMinor(quantileOf(costs, 0.9)),
    overBudget: budget === null ? null : costs.filter((each) => each > budget).length / done,
    costs,
  };
}

/** Mean, and its standard error: the spread of the values ÷ √ of how many there are; 0 of one value. */
function meanOf(values: Float64Array): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2) return { mean, error: 0 };
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/**
 * The value that a share of sorted values stays below: straight between the two nearest ones (R. J. Hyndman, Y. Fan, Sample
 * quantiles in statistical packages, The American Statistician 50, 1996: type 7, as spreadsheets do).
 * @param sorted ascending, at least one
 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const before = Math.floor(place);
  const low = sorted[before] ?? 0;
  return low + ((sorted[before + 1] ?? low) - low) * (place - before);
}
