/**
 * The golden cases: published worked examples as scenario files, evaluated to the printed results. The form of a case is
 * described in docs/worked-examples.md; no case has code of its own here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../scenario-file/index.ts";
import type { Scenario } from "../../model/scenario.ts";
import { answerAt, type AnswerByPath, type Attained, type Reached } from "./answer-paths.ts";

type Result = { readonly what: string; readonly published: number; readonly decimals: number };
type Expectation = { readonly attainment: Attained; readonly less: Attained | null; readonly results: readonly Result[] };
type Case = {
  readonly id: string;
  readonly sentence: string;
  readonly source: { readonly title: string; readonly url: string };
  readonly leftOut: number;
  readonly scenarioFile: unknown;
  readonly expectations: readonly Expectation[];
};

const CASE_KEYS = ["id", "sentence", "source", "inputs", "reading", "conversion", "arithmetic", "notReproduced", "scenario", "expectations"];
const EXPECTATION_KEYS = ["attainment", "less", "results"];
/** Published examples that only read a table and pay nothing: they are not counted. */
const LOOKUP_ONLY = ["infor-threshold-rates", "oracle-rate-not-split", "sec-1073349-matrix"];
const WITHOUT_ADDRESS = "public GitHub test file, repository unknown";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const cases = files.map((name) => caseOf(name, JSON.parse(readFileSync(new URL(name, folder), "utf8"))));

describe.each(cases)("$id", ({ sentence, scenarioFile, expectations }) => {
  it(sentence, () => {
    const scenario = scenarioOf(scenarioFile);
    for (const expectation of expectations) {
      const answer = answerAt(scenario, expectation.attainment);
      const without = expectation.less === null ? null : answerAt(scenario, expectation.less);
      const read = (what: string): number => valueOf(what, answer) - (without === null ? 0 : valueOf(what, without));
      const at = JSON.stringify(expectation.attainment);
      expect(
        expectation.results.map(({ what, decimals }) => `${what} = ${rounded(read(what), decimals)} at ${at}`),
      ).toEqual(expectation.results.map(({ what, published }) => `${what} = ${published} at ${at}`));
    }
  });
});

describe("the collection", () => {
  it("has 79 published examples, 75 of them with every printed figure", () => {
    expect(cases.length).toBeGreaterThanOrEqual(79);
    expect(cases.filter((one) => one.leftOut === 0).length).toBeGreaterThanOrEqual(75);
  });

  it("names each case as its file, once, and none that only reads a table", () => {
    const ids = cases.map((one) => one.id);
    expect(ids.map((id) => `${id}.json`)).toEqual(files);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => LOOKUP_ONLY.includes(id))).toEqual([]);
  });

  it("says where every case is published, as the table of all examples does", () => {
    const rows = readFileSync(new URL("../../../../docs/worked-examples.md", folder), "utf8")
      .split("\n")
      .filter((line) => /^\| .* \| (yes|yes \\\*|not yet|never) \| /.test(line));
    expect(rows.length).toBe(102);
    for (const { id, source, leftOut } of cases) {
      expect(source.url === WITHOUT_ADDRESS || /^https?:\/\/\S+$/.test(source.url), id).toBe(true);
      const row = rows.find((line) => line.startsWith(`| [${id}](../src/shared/engine/cases/${id}.json) | `));
      expect(row).toContain(source.title);
      expect(row).toContain(source.url);
      expect(row).toContain(leftOut === 0 ? " | yes | " : " | yes \\* | ");
    }
    expect(rows.filter((line) => line.includes(" | yes")).length).toBe(cases.length);
  });
});

/** The scenario as any file is read; a refusal shows its problems. */
function scenarioOf(file: unknown): Scenario {
  const parsed = parseScenario(new TextEncoder().encode(JSON.stringify(file)));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return parsed.scenario;
}

/** A path, a sum or difference of paths, or a quotient of two of these; optionally in percent or in thousands. */
function valueOf(what: string, answer: AnswerByPath): number {
  const [, expression = "", unit] = /^(.*?)(?: in (percent|thousands))?$/.exec(what) ?? [];
  const [numerator = Number.NaN, denominator = 1, ...more] = expression.split(" / ").map((part) => sumOf(part, answer));
  if (more.length > 0) throw new Error(`More than one quotient in "${what}"`);
  const value = numerator / denominator;
  return unit === "percent" ? value * 100 : unit === "thousands" ? value / 1000 : value;
}

function sumOf(expression: string, answer: AnswerByPath): number {
  return expression.split(" + ").reduce((sum, added) => {
    const [first = Number.NaN, ...subtracted] = added.split(" - ").map((path) => {
      const value = answer.get(path);
      if (value === undefined) throw new Error(`The answer has no "${path}"`);
      return value;
    });
    return subtracted.reduce((left, right) => left - right, sum + first);
  }, 0);
}

/** As printed: half away from zero at so many decimals, decimal halves being halves. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Number((value * scale).toPrecision(14));
  return (Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5)) / scale + 0;
}

function caseOf(name: string, json: unknown): Case {
  const file = record(json, name, CASE_KEYS);
  const source = record(file.source, `${name} source`);
  record(file.inputs, `${name} inputs`);
  text(file.arithmetic, `${name} arithmetic`);
  if (file.conversion !== null) text(file.conversion, `${name} conversion`);
  if (file.reading !== undefined) text(file.reading, `${name} reading`);
  const leftOut = file.notReproduced === undefined ? [] : list(file.notReproduced, `${name} notReproduced`);
  for (const one of leftOut) text(record(one, `${name} notReproduced`).why, `${name} why`);
  return {
    id: text(file.id, `${name} id`),
    sentence: text(file.sentence, `${name} sentence`),
    source: { title: text(source.title, `${name} title`), url: text(source.url, `${name} url`) },
    leftOut: leftOut.length,
    scenarioFile: file.scenario,
    expectations: list(file.expectations, `${name} expectations`).map((one) => expectationOf(one, name)),
  };
}

function expectationOf(json: unknown, name: string): Expectation {
  const expectation = record(json, `${name} expectation`, EXPECTATION_KEYS);
  return {
    attainment: attainedOf(expectation.attainment, name),
    less: expectation.less === undefined ? null : attainedOf(expectation.less, name),
    results: list(expectation.results, `${name} results`).map((one) => {
      const result = record(one, `${name} result`);
      return { what: text(result.what, name), published: number(result.published, name), decimals: number(result.decimals, name) };
    }),
  };
}

function attainedOf(json: unknown, name: string): Attained {
  if (typeof json === "number") return json;
  return mapped(record(json, `${name} attainment`), (kpis) =>
    mapped(record(kpis, `${name} attainment`), (reached) => (Array.isArray(reached) ? reached.map((each: unknown) => reachedOf(each, name)) : reachedOf(reached, name))),
  );
}

function reachedOf(json: unknown, name: string): Reached {
  return typeof json === "number" ? json : { actual: number(record(json, `${name} attainment`).actual, `${name} actual`) };
}

function mapped<Value>(source: Readonly<Record<string, unknown>>, change: (value: unknown) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(source).map(([key, value]) => [key, change(value)]));
}

function record(json: unknown, where: string, keys?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error(`${where} is not an object`);
  const unknown = Object.keys(json).filter((key) => keys !== undefined && !keys.includes(key));
  if (unknown.length > 0) throw new Error(`${where} has unknown fields: ${unknown.join(", ")}`);
  return Object.fromEntries(Object.entries(json));
}

function list(json: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(json) || json.length === 0) throw new Error(`${where} is not a list with something in it`);
  return json;
}

function text(json: unknown, where: string): string {
  if (typeof json !== "string" || json === "") throw new Error(`${where} is not a text`);
  return json;
}

function number(json: unknown, where: string): number {
  if (typeof json !== "number") throw new Error(`${where} is not a number`);
  return json;
}
