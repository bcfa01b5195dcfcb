import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ENGINE_VERSION } from "../engine/index.ts";
import { parseScenario, serializeScenario } from "../scenario-file/index.ts";
import { sampleScenario } from "./index.ts";

const file = readFileSync(new URL("../../../assets/FY27 Partner Sales.paymix", import.meta.url));

it("the sample in assets is the library's, and a file that is read", () => {
  expect(file.toString("utf8")).toBe(serializeScenario(sampleScenario(), ENGINE_VERSION));
  expect(parseScenario(file)).toEqual({ ok: true, scenario: sampleScenario() });
});
