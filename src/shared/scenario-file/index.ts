/** The door of the scenario file: reading, checking, writing. */
export { MAX_FILE_BYTES } from "./decode.ts";
export { parseScenario, validateScenario, type ParseResult } from "./parse.ts";
export type { FileProblem } from "./problems.ts";
export { serializeScenario } from "./serialize.ts";
export { FORMAT_VERSION } from "./shape.ts";
