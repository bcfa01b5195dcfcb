// Speed, as figures and ratios of one run. `npm run bench -- --check` fails where a required figure is missed.
import { benchEngine } from "./engine.mjs";
import { benchDesign } from "./design.mjs";
import { benchExpected } from "./expected.mjs";
import { benchActuals } from "./actuals.mjs";
import { benchSimulation } from "./simulation.mjs";

const check = process.argv.includes("--check");
const required = [];
/** Of four times as many roles, sellers or years: linear, and what noise adds. */
const MOST_GROWTH = 5.5;
const ms = (value) => `${value.toFixed(2)} ms`;

console.log("One full recalculation of the sample in Node, nothing remembered (required: median at most 1 ms)");
const engine = await benchEngine();
console.log(`  median ${ms(engine.median)}, p95 ${ms(engine.p95)}; ${engine.roles} roles, ${engine.points} corners`);
required.push({ what: "recalculation, median", met: engine.median <= 1 });

console.log("Expected cost in closed form, 500 roles of one seat with four KPIs, all curves and outlooks different");
const expected = await benchExpected();
const both = ({ quick, median }) => `${ms(quick)} (median ${ms(median)})`;
console.log(`  pay of every role moved ${both(expected.pay)}, every outlook moved ${both(expected.outlooks)} (required: at most 1 ms each)`);
const growth = [expected.large.pay.quick / expected.middle.pay.quick, expected.large.outlooks.quick / expected.middle.outlooks.quick];
console.log(`  2,500 roles: ${both(expected.middle.pay)} and ${both(expected.middle.outlooks)}; 10,000 roles: ${both(expected.large.pay)} and ${both(expected.large.outlooks)}, ${growth.map((times) => times.toFixed(1)).join(" and ")} times as long for ${expected.growth} times as many (required: at most ${MOST_GROWTH} times)`);
console.log(`  plain objects and closures ${both(expected.plain)}, whatever moved: ${(expected.plain.quick / expected.pay.quick).toFixed(1)} and ${(expected.plain.quick / expected.outlooks.quick).toFixed(1)} times the engine's`);
required.push(
  { what: "expected cost of 500 roles, pay moved", met: expected.pay.quick <= 1 },
  { what: "expected cost of 500 roles, every outlook moved", met: expected.outlooks.quick <= 1 },
  { what: "expected cost of 10,000 roles grows with their number", met: Math.max(...growth) <= MOST_GROWTH },
);

console.log("Results of last year: 100,000 rows, each file in a process of its own (required: read within 3 s, at most 300 MB)");
for (const { name, bytes, rows, people, reading, backTest, resident } of await benchActuals()) {
  console.log(`  ${name}: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, read in ${ms(reading)}, ${people} people run through the sample in ${ms(backTest)}; at most ${resident.toFixed(0)} MB`);
  required.push({ what: `${name} read within 3 s`, met: rows === 100_000 && reading <= 3_000 }, { what: `${name} within 300 MB`, met: resident <= 300 });
}

console.log("Simulated years, the same 500 roles, 10,000 years");
const simulation = await benchSimulation();
const { first } = simulation;
console.log(`  curves again on kept draws ${both(simulation.again)}: ${simulation.perEvaluation.toFixed(1)} ns an evaluation (aim: 15); ${(simulation.again.quick / simulation.bare.quick).toFixed(2)} times a bare loop over as many numbers (${both(simulation.bare)})`);
console.log(`  first answer after pay ${both(first.kept)} (aim: 50); after every spread ${both(first.spread)}, correlation ${both(first.correlation)}, a second seat in every tenth role ${both(first.headcount)} (aim: 150), in every role ${both(first.doubled)}; all years from nothing ${ms(simulation.fromNothing)}`);
console.log(`  kept draws ${simulation.draws.toFixed(0)} MB (aim: 200), whole process ${simulation.resident.toFixed(0)} MB`);
const sizes = (of) => of.map((each) => `${each.size}: ${both(each)}`).join(", ");
const times = (of) => of[2].quick / of[0].quick;
console.log(`  by sellers ${sizes(simulation.bySellers)}, ${times(simulation.bySellers).toFixed(1)} times; by years ${sizes(simulation.byYears)}, ${times(simulation.byYears).toFixed(1)} times (required: at most ${MOST_GROWTH} times for 4 times as many)`);
required.push(
  { what: "curves again on kept draws ÷ bare loop", met: simulation.again.quick / simulation.bare.quick <= 4 },
  { what: "kept draws within 200 MB", met: simulation.draws <= 200 },
  { what: "simulated years grow with their number", met: times(simulation.byYears) <= MOST_GROWTH },
  { what: "simulated years grow with the sellers", met: times(simulation.bySellers) <= MOST_GROWTH },
);

console.log("Dragging in the Design and the Cost place in Chromium, production build, 200 steps each");
const design = await benchDesign();
for (const drag of design) {
  console.log(`  ${drag.name}`);
  for (const page of [drag.withCharts, drag.withoutCharts]) {
    console.log(`    ${page.name.padEnd(15)} main thread ${ms(page.work)} a step (script ${ms(page.script)}); input to paint median ${ms(page.paint.median)}, p95 ${ms(page.paint.p95)}`);
  }
  const ratio = drag.withCharts.work / drag.withoutCharts.work;
  const added = drag.withCharts.paint.p95 - drag.withoutCharts.paint.p95;
  console.log(`    ${drag.withCharts.dropped} of ${drag.steps} steps not painted within ${drag.patience} ms; ratio of main-thread work ${ratio.toFixed(2)} (required: at most 3); p95 input to paint ${added >= 0 ? "+" : "−"}${ms(Math.abs(added))} (aim: within 16.7 ms, at most +8 ms)`);
  required.push({ what: `${drag.name}, main-thread work with charts ÷ without`, met: ratio <= 3 }, { what: `${drag.name}, no step dropped`, met: drag.withCharts.dropped === 0 });
}

const missed = required.filter((each) => !each.met);
for (const each of missed) console.log(`MISSED: ${each.what}`);
if (check && missed.length > 0) process.exit(1);
