// The part of fuzz.mjs that runs on a core of its own.
import { parentPort, workerData } from "node:worker_threads";

const { reader, from, to, seed } = workerData;
const { fuzzReader } = await import(reader);
parentPort.postMessage(fuzzReader({ from, to }, seed, () => performance.now()));
