// Speed, as figures and ratios of one run. `npm run bench -- --check` fails where a required figure is missed.
import { benchEngine } from "./engine.mjs";
import { benchDesign } from "./design.mjs";

const check = process.argv.includes("--check");
const required = [];
const ms = (value) => `${value.toFixed(2)} ms`;

console.log("One full recalculation of the sample in Node, nothing remembered (required: median at most 1 ms)");
const engine = await benchEngine();
console.log(`  median ${ms(engine.median)}, p95 ${ms(engine.p95)}; ${engine.roles} roles, ${engine.points} corners`);
required.push({ what: "recalculation, median", met: engine.median <= 1 });

console.log("Dragging in the Design and the Cost place in Chromium, production build, 200 steps each");
const design = await benchDesign();
for (const drag of design) {
  console.log(`  ${drag.name}`);
  for (const page of [drag.withCharts, drag.withoutCharts]) {
    console.log(`    ${page.name.padEnd(15)} main thread ${ms(page.work)} a step (script ${ms(page.script)}); input to paint median ${ms(page.paint.median)}, p95 ${ms(page.paint.p95)}`);
  }
  const ratio = drag.withCharts.work / drag.withoutCharts.work;
  const added = drag.withCharts.paint.p95 - drag.withoutCharts.paint.p95;
  console.log(`    ratio of main-thread work ${ratio.toFixed(2)} (required: at most 3); p95 input to paint ${added >= 0 ? "+" : "−"}${ms(Math.abs(added))} (aim: within 16.7 ms, at most +8 ms)`);
  required.push({ what: `${drag.name}, main-thread work with charts ÷ without`, met: ratio <= 3 });
}

const missed = required.filter((each) => !each.met);
for (const each of missed) console.log(`MISSED: ${each.what}`);
if (check && missed.length > 0) process.exit(1);
