/** docs/file-format.md against the reader and the writer: the same fields, in the same order, required or with the same default. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIXTURE, fixtureWith } from "../../../tests/helpers/changed-fixture.ts";
import { parseScenario, serializeScenario } from "./index.ts";

const page = readFileSync(new URL("../../../docs/file-format.md", import.meta.url), "utf8");

/** A scenario that has everything a file may hold. */
const FULL = fixtureWith({
  goals: [{ id: "growth", text: "Grow" }],
  dismissedAdvice: [{ id: "advice", roleId: "cam", reason: "" }],
  lastResult: { engine: "1.0.0", costAtTarget: 1, expectedCost: 1, p90: 1 },
  "roles[0].newHires": [{ count: 1, startPeriod: 1, ramp: [1] }],
  "roles[0].draw": { kind: "guarantee", perPeriod: 1, periods: 1 },
  "roles[0].links[0].otherwise": "reduced",
  "roles[0].links[0].by": 0.5,
  "roles[0].links[2]": { kind: "matrix", measuredBy: ["sourced", "influenced"], appliesTo: ["strategic"], between: "linear", rows: [0.9, 1], columns: [1], factors: [[0.5], [1]] },
  "roles[0].kpis[4].outlook": { shape: "empirical", attainments: [1] },
});

/** Where in that scenario the object stands that a table of the page describes; `shape: empirical` has the second table. */
const PLACES: Readonly<Record<string, string>> = {
  File: "", Payments: "payments", Role: "roles[0]", KPI: "roles[0].kpis[0]", Points: "roles[0].kpis[0].curve", Tiers: "roles[0].kpis[1].curve", Steps: "roles[0].kpis[2].curve",
  Levels: "roles[0].kpis[3].curve", "KPI outlook": "roles[0].kpis[0].outlook", "KPI outlook, second": "roles[0].kpis[4].outlook", Gate: "roles[0].links[0]", Modifier: "roles[0].links[1]", Matrix: "roles[0].links[2]",
  "New hires": "roles[0].newHires[0]", Draw: "roles[0].draw", Cost: "cost", Outlook: "outlook", Goal: "goals[0]", "Dismissed advice": "dismissedAdvice[0]", "Last result": "lastResult",
};

const NONE = "–";
type Row = { readonly field: string; readonly ifAbsent: string };

/** Every table of fields on the page by its heading. */
function tables(): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  let heading = "";
  for (const line of page.split("\n")) {
    if (line.startsWith("#")) heading = line.replace(/^#+ /, "");
    if (line === "| Field | Holds | If absent |") {
      heading = found.has(heading) ? `${heading}, second` : heading;
      found.set(heading, []);
    }
    const [, field, , ifAbsent] = /^\| `(\w+)` \| (.+) \| (.+) \|$/.exec(line) ?? [];
    if (field !== undefined && ifAbsent !== undefined) found.get(heading)?.push({ field, ifAbsent });
  }
  return found;
}

function written(text: string): unknown {
  const read = parseScenario(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return JSON.parse(serializeScenario(read.scenario, "1.0.0"));
}

function at(value: unknown, place: string): unknown {
  return (place.match(/[^.[\]]+/g) ?? []).reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], value);
}

function without(place: string): readonly string[] {
  const value: unknown = JSON.parse(JSON.stringify(written(FULL)));
  const end = place.lastIndexOf(".");
  delete (at(value, place.slice(0, Math.max(0, end))) as Record<string, unknown>)[place.slice(end + 1)];
  const read = parseScenario(new TextEncoder().encode(JSON.stringify(value)));
  return read.ok ? [] : read.problems.map((problem) => `${problem.path}: ${problem.message}`);
}

it("the example is the fixture", () => {
  expect(page.split("```json\n")[1]?.split("```")[0]).toBe(FIXTURE);
});

it("the example of a matrix is one that the reader takes as it stands", () => {
  const matrix: unknown = JSON.parse(page.split("```json\n")[2]?.split("```")[0] ?? "");
  expect(at(written(fixtureWith({ "roles[0].links[2]": matrix })), "roles[0].links[2]")).toEqual(matrix);
});

it("every table belongs to an object of the file", () => {
  expect([...tables().keys()].sort()).toEqual(Object.keys(PLACES).sort());
});

describe.each([...tables()])("%s", (heading, rows) => {
  const place = PLACES[heading] ?? "";

  it("has the fields that are written, in their order", () => {
    expect(rows.map((row) => row.field)).toEqual(Object.keys(at(written(FULL), place) as object));
  });

  it.each(rows)("$field: if absent, $ifAbsent", ({ field, ifAbsent }) => {
    const problems = without(place === "" ? field : `${place}.${field}`);
    if (ifAbsent !== NONE) expect(problems).toEqual([]);
    else expect(problems.join()).toMatch(field === "format" ? /not a Paymix scenario/ : /missing/);
  });

  it("accepts no other field", () => {
    const name = place === "" ? "other" : `${place}.other`;
    const value = written(FULL);
    (at(value, place) as Record<string, unknown>)["other"] = 1;
    const read = parseScenario(new TextEncoder().encode(JSON.stringify(value)));
    expect(read).toEqual({ ok: false, problems: [{ path: name, message: "This field is not known." }] });
  });
});

it("a default that is a plain value is the one on the page", () => {
  const plain = [...tables()].flatMap(([heading, rows]) => rows.flatMap(({ field, ifAbsent }) => (/^(`[^`]+`|[\d.]+)$/.test(ifAbsent) ? [{ heading, field, ifAbsent }] : [])));
  expect(plain.length).toBeGreaterThan(15);
  const filled = written(FIXTURE);
  for (const { heading, field, ifAbsent } of plain) {
    // The example leaves out everything with a default but the cap of its first curve.
    const value = heading === "Points" ? null : at(filled, [PLACES[heading], field].filter(Boolean).join("."));
    expect(`${heading}.${field}: ${typeof value === "string" ? value : JSON.stringify(value)}`).toBe(`${heading}.${field}: ${ifAbsent.replaceAll("`", "")}`);
  }
});
