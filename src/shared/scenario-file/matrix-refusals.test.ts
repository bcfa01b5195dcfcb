import { describe, expect, it } from "vitest";
import { fixtureWith } from "../../../tests/helpers/changed-fixture.ts";
import type { Matrix } from "../model/scenario.ts";
import { parseScenario, type FileProblem } from "./index.ts";

const MATRIX = "roles[0].links[2]";
const VALID: Matrix = { kind: "matrix", measuredBy: ["sourced", "influenced"], appliesTo: ["strategic"], between: "step", rows: [0.9, 1], columns: [0.9, 1], factors: [[0.5, 1], [1, 1.5]] };

/** The example with a matrix as its third link, and another as its fourth. */
function withMatrix(changes: Readonly<Record<string, unknown>>, second: Readonly<Record<string, unknown>> | null = null): string {
  return fixtureWith({ [MATRIX]: { ...VALID, ...changes }, ...(second === null ? {} : { "roles[0].links[3]": { ...VALID, ...second } }) });
}

function problemsOf(file: string): readonly FileProblem[] {
  const read = parseScenario(new TextEncoder().encode(file));
  return read.ok ? [] : read.problems;
}

describe("a matrix that is wrong somewhere is refused with the place and what is allowed there", () => {
  it.each<[string, string, string, RegExp]>([
    ["a matrix of one measure", withMatrix({ measuredBy: ["sourced"] }), `${MATRIX}.measuredBy`, /^This list has 1 KPI ids; exactly 2 are needed\.$/],
    ["a matrix of three measures", withMatrix({ measuredBy: ["sourced", "influenced", "satisfaction"] }), `${MATRIX}.measuredBy`, /has 3 KPI ids; exactly 2 are needed/],
    ["a matrix measured by a word", withMatrix({ measuredBy: "sourced" }), `${MATRIX}.measuredBy`, /must be a list, not the text “sourced”/],
    ["a matrix of a KPI and itself", withMatrix({ measuredBy: ["sourced", "sourced"] }), `${MATRIX}.measuredBy`, /measured by different KPIs/],
    ["rows by no KPI", withMatrix({ measuredBy: ["gone", "sourced"] }), `${MATRIX}.measuredBy[0]`, /no KPI “gone”/],
    ["columns by no KPI", withMatrix({ measuredBy: ["sourced", "gone"] }), `${MATRIX}.measuredBy[1]`, /no KPI “gone”/],
    ["a matrix for no KPI", withMatrix({ appliesTo: ["gone"] }), `${MATRIX}.appliesTo[0]`, /no KPI “gone”/],
    ["a matrix with something else between", withMatrix({ between: "cubic" }), `${MATRIX}.between`, /“cubic”; allowed is “step” or “linear”/],
    ["a matrix without rows", withMatrix({ rows: [], factors: [[1, 1]] }), `${MATRIX}.rows`, /has no rows; at least 1/],
    ["a matrix without columns", withMatrix({ columns: [], factors: [[1], [1]] }), `${MATRIX}.columns`, /has no columns; at least 1/],
    ["too many rows of a matrix", withMatrix({ rows: Array.from({ length: 201 }, (_, index) => index / 100) }), `${MATRIX}.rows`, /has 201 rows; at most 200/],
    ["rows of a matrix out of order", withMatrix({ rows: [1, 0.9] }), `${MATRIX}.rows[1]`, /Not in order: 0.9 comes after 1/],
    ["columns of a matrix that stand twice", withMatrix({ columns: [1, 1] }), `${MATRIX}.columns[1]`, /^1 stands twice\.$/],
    ["a row beyond every attainment", withMatrix({ rows: [1, 101] }), `${MATRIX}.rows[1]`, /This is 101; allowed is/],
    ["a factor below nothing", withMatrix({ factors: [[1, 1], [1, -0.5]] }), `${MATRIX}.factors[1][1]`, /This is -0.5; allowed is/],
    ["a row of factors too few", withMatrix({ factors: [[1, 1]] }), `${MATRIX}.factors`, /^The table has 1 row of factors; the matrix has 2 rows\.$/],
    ["a row of factors too many", withMatrix({ factors: [[1, 1], [1, 1], [1, 1]] }), `${MATRIX}.factors`, /has 3 rows of factors; the matrix has 2 rows/],
    ["a factor too few", withMatrix({ factors: [[1, 1], [1]] }), `${MATRIX}.factors[1]`, /^This row has 1 factor; the matrix has 2 columns\.$/],
    ["a factor too many", withMatrix({ factors: [[1, 1, 1], [1, 1]] }), `${MATRIX}.factors[0]`, /has 3 factors; the matrix has 2 columns/],
    ["a curve on a matrix", withMatrix({ curve: null }), `${MATRIX}.curve`, /not known/],
    ["two matrices on one KPI", withMatrix({}, { appliesTo: ["strategic"] }), "roles[0].links[3].appliesTo", /^The KPI “strategic” already has the matrix of links\[2\]; a KPI takes one\.$/],
    ["a matrix on all beside one on a KPI without weight", withMatrix({ appliesTo: ["satisfaction"] }, { appliesTo: "all" }), "roles[0].links[3].appliesTo", /“satisfaction” already has/],
    ["no list of factors", withMatrix({ factors: 1 }), `${MATRIX}.factors`, /must be a list, not 1/],
    ["a row of factors that is no list", withMatrix({ factors: [[1, 1], 1] }), `${MATRIX}.factors[1]`, /must be a list, not 1/],
  ])("%s", (_, file, path, message) => {
    expect(problemsOf(file)).toEqual([{ path, message: expect.stringMatching(message) as string }]);
  });
});

describe("a matrix that is accepted", () => {
  it.each<[string, string]>([
    ["one cell", withMatrix({ rows: [0], columns: [100], factors: [[100]] })],
    ["200 rows", withMatrix({ rows: Array.from({ length: 200 }, (_, index) => index / 4), columns: [1], factors: Array.from({ length: 200 }, () => [1]) })],
    ["a matrix that pays its own measures", withMatrix({ appliesTo: ["sourced", "influenced"] })],
    ["two matrices on different KPIs", withMatrix({}, { appliesTo: ["enablement"] })],
  ])("%s", (_, file) => {
    expect(problemsOf(file)).toEqual([]);
  });
});
