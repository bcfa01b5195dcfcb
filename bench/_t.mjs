import { benchExpected } from "./expected.mjs"; import { benchSimulation } from "./simulation.mjs";
console.log(JSON.stringify(await benchExpected())); console.log(JSON.stringify(await benchSimulation()));
