// Reads one file of results and runs it through the sample, in a process of its own; says how long and how much memory that took.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , module, file] = process.argv;
const { readTable, readActuals, suggestColumns, backTest, sampleScenario } = await import(pathToFileURL(module).href);
const scenario = sampleScenario();
const started = performance.now();
const { headers, rows } = readTable(file, new Uint8Array(await readFile(file)));
const read = readActuals(scenario, headers, rows, suggestColumns(headers));
const reading = performance.now() - started;
const { people } = backTest(scenario, read.people, read.periods);
const resident = process.resourceUsage().maxRSS / 1e3;
process.stdout.write(JSON.stringify({ rows: read.rowsUsed, people: people.length, reading, backTest: performance.now() - started - reading, resident }));
