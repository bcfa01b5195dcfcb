import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { digestsOfYears } from "./simulated-years.ts";

it("the same documents have the same simulated years, to the last bit, as when the fixture was written", () => {
  expect(digestsOfYears()).toEqual(JSON.parse(readFileSync(new URL("simulated-years.json", import.meta.url), "utf8")));
});
