/** Documents at the ends of every bound a file may reach: finite figures that foot, saved and read back the same. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fc from "fast-check";
import { evaluateScenario, evaluateYear, expectedCost, headline, simulate, upside, type CostParts } from "#shared/engine/index.ts";
import { MOST_CORNERS, MOST_KPIS, MOST_ROLES } from "#shared/model/limits.ts";
import { PARAMETERS, type ParameterSpec } from "#shared/model/parameters.ts";
import type { Curve, Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { WHOLE } from "#shared/units/basis-points.ts";
import { documentBytes } from "../../src/main/host/document-bytes.ts";
import { openFileIn, named, textOf } from "../../src/main/host/testing/test-documents.ts";
import { removeFolders, startTestHost, succeeded, temporaryFolders, type Folders } from "../../src/main/host/testing/test-host.ts";
import { plainKpi, plainRole, plainScenario } from "../helpers/plain-plan.ts";
import { scenarioArbitrary } from "../helpers/scenario-arbitrary.ts";

const MOST = {
  amount: PARAMETERS.onTargetEarnings.max,
  heads: PARAMETERS.headcount.max,
  ratio: PARAMETERS.payout.max,
  rate: PARAMETERS.rate.max,
};

/** Each number of a document stays as it is or goes to the largest or the smallest its bounds allow. */
function atBounds(scenario: Scenario, ends: readonly ("as it is" | "min" | "max")[]): Scenario {
  let place = 0;
  const moved = (spec: ParameterSpec, value: number): number => {
    const end = ends[(place += 1) % ends.length];
    return end === "min" ? spec.min : end === "max" ? spec.max : value;
  };
  const movedOrNone = (spec: ParameterSpec, value: number | null): number | null => (value === null ? null : moved(spec, value));
  return {
    ...scenario,
    roles: scenario.roles.map((role) => ({
      ...role,
      headcount: moved(PARAMETERS.headcount, role.headcount),
      onTargetEarnings: moved(PARAMETERS.onTargetEarnings, role.onTargetEarnings),
      baseShare: moved(PARAMETERS.baseShare, role.baseShare),
      payoutCap: movedOrNone(PARAMETERS.payoutCap, role.payoutCap),
      vacancy: moved(PARAMETERS.vacancy, role.vacancy),
      newHires: role.newHires.map((hires) => ({ ...hires, count: moved(PARAMETERS.newHireCount, hires.count) })),
      draw: role.draw === null ? null : { ...role.draw, perPeriod: moved(PARAMETERS.drawPerPeriod, role.draw.perPeriod) },
      kpis: role.kpis.map((kpi) => ({
        ...kpi,
        target: moved(PARAMETERS.target, kpi.target),
        excellence: moved(PARAMETERS.excellence, kpi.excellence),
        outlook: kpi.outlook.shape === "empirical" ? kpi.outlook : { ...kpi.outlook, mean: moved(PARAMETERS.mean, kpi.outlook.mean), spread: moved(PARAMETERS.spread, kpi.outlook.spread) },
      })),
    })),
    cost: {
      burdenOnBase: moved(PARAMETERS.burdenOnBase, scenario.cost.burdenOnBase),
      burdenOnVariable: moved(PARAMETERS.burdenOnVariable, scenario.cost.burdenOnVariable),
      fixedPerHead: moved(PARAMETERS.fixedPerHead, scenario.cost.fixedPerHead),
      budget: movedOrNone(PARAMETERS.budget, scenario.cost.budget),
      contributionMargin: movedOrNone(PARAMETERS.contributionMargin, scenario.cost.contributionMargin),
      bookedRevenue: movedOrNone(PARAMETERS.bookedRevenue, scenario.cost.bookedRevenue),
    },
    outlook: { ...scenario.outlook, periodSpread: moved(PARAMETERS.spread, scenario.outlook.periodSpread) },
  };
}

/** What no figure may be. */
function notFinite(value: unknown, place = ""): readonly string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${place} is ${value}`];
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, inside]) => notFinite(inside, `${place}.${key}`)) : [];
}

/** Exactly as far as whole minor units are exact; beyond, to the last digits of a number. */
function expectSum(total: number, parts: readonly number[]): void {
  const sum = parts.reduce((all, part) => all + part, 0);
  const size = parts.reduce((all, part) => all + Math.abs(part), Math.abs(total));
  expect(Math.abs(sum - total)).toBeLessThanOrEqual(size <= Number.MAX_SAFE_INTEGER ? 0 : size * 1e-12);
}

function expectFoots(total: CostParts, roles: readonly { readonly countsInCost: boolean; readonly cost: CostParts }[]): void {
  const counting = roles.filter((role) => role.countsInCost);
  for (const part of ["base", "incentive", "burden", "cost"] as const) expectSum(total[part], counting.map(({ cost }) => cost[part]));
  for (const { base, incentive, burden, cost } of [total, ...roles.map((role) => role.cost)]) expectSum(cost, [base, incentive, burden]);
}

/** With so few people that simulated years are quick. */
function withFewPeople(scenario: Scenario, most: number): Scenario {
  return { ...scenario, roles: scenario.roles.map((role) => ({ ...role, headcount: Math.min(role.headcount, most), newHires: role.newHires.map((hires) => ({ ...hires, count: Math.min(hires.count, most) })) })) };
}

function expectSound(scenario: Scenario): void {
  const given = [1, PARAMETERS.attainment.max, 0].map((attainment) => evaluateScenario(scenario, { kind: "uniform", attainment }));
  const year = evaluateYear(scenario, () => PARAMETERS.attainment.max);
  const expected = expectedCost(scenario);
  const years = simulate(withFewPeople(scenario, 3), { trials: 5 });
  expect(notFinite({ given, year, expected, years, headline: headline(scenario), upside: scenario.roles.map((role) => upside(role, scenario)) })).toEqual([]);
  for (const { total, roles } of given) expectFoots(total, roles);
  expectFoots(year.total, year.roles);
  expectFoots(years.expected, years.roles.map(({ countsInCost, expected: cost }) => ({ countsInCost, cost })));
}

function expectComesBack(scenario: Scenario): void {
  const content = documentBytes(scenario);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const read = parseScenario(Buffer.from(content.text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect({ ...read.scenario, lastResult: null }).toEqual({ ...scenario, lastResult: null });
  // Figures beside the document are those of the engine, however large.
  expect(read.scenario.lastResult).not.toBeNull();
}

const highest = (corners: number): Curve => ({
  kind: "points", below: "zero", above: "extend", cap: null,
  points: Array.from({ length: corners }, (_, index) => ({ attainment: (index / (corners - 1)) * MOST.ratio, payout: index === 0 ? 0 : MOST.ratio })),
});

/** The costliest role there can be, with so many KPIs on so many breakpoints. */
function largestRole(id: string, kpis: number, corners: number): Role {
  const list = Array.from({ length: kpis }, (_, index): Kpi =>
    plainKpi({
      id: `kpi ${index}`, target: PARAMETERS.target.max, curve: highest(corners), excellence: MOST.ratio, revenue: "credited",
      weight: (index === 0 ? WHOLE - (kpis - 1) * Math.floor(WHOLE / kpis) : Math.floor(WHOLE / kpis)) as Kpi["weight"],
      outlook: { shape: "normal", mean: MOST.ratio, spread: PARAMETERS.spread.max },
    }),
  );
  return plainRole({ id, headcount: MOST.heads, onTargetEarnings: MOST.amount, baseShare: 0, kpis: list });
}

function largest(roles: readonly Role[]): Scenario {
  const { burdenOnBase, burdenOnVariable, fixedPerHead, budget, bookedRevenue } = PARAMETERS;
  const cost = { burdenOnBase: burdenOnBase.max, burdenOnVariable: burdenOnVariable.max, fixedPerHead: fixedPerHead.max, budget: budget.max, contributionMargin: 1, bookedRevenue: bookedRevenue.max };
  return plainScenario({ roles, cost, currency: "KWD" });
}

const LARGEST: readonly (readonly [string, Scenario])[] = [
  [`${MOST_ROLES} roles`, largest(Array.from({ length: MOST_ROLES }, (_, index) => largestRole(`role ${index}`, 2, 3)))],
  [`${MOST_KPIS} KPIs on ${MOST_CORNERS} breakpoints each`, largest([largestRole("role", MOST_KPIS, MOST_CORNERS)])],
  ["tiers at the highest rate", largest([{ ...largestRole("role", 1, 2), kpis: [plainKpi({ target: PARAMETERS.target.max, curve: { kind: "tiers", basis: "whole", cap: null, tiers: [{ from: 0, rate: MOST.rate }] } })] }])],
];

let folders: Folders;
beforeAll(async () => {
  folders = await temporaryFolders();
});
afterAll(() => removeFolders(folders));

describe("legal maxima", () => {
  it("in any mix give finite figures that foot, and come back from the file", { timeout: 120_000 }, () => {
    const ends = fc.array(fc.constantFrom("as it is" as const, "min" as const, "max" as const), { minLength: 23, maxLength: 23 });
    fc.assert(
      fc.property(fc.oneof(scenarioArbitrary("ordinary"), scenarioArbitrary("extreme")), ends, (scenario, to) => {
        const document = atBounds(scenario, to);
        expectComesBack(document);
        expectSound(document);
      }),
      { numRuns: 100 },
    );
  });

  it.each(LARGEST)("of %s give finite figures that foot", { timeout: 120_000 }, (_name, scenario) => {
    expectSound(scenario);
  });

  it.each(LARGEST)("of %s are saved to a file and read back the same", { timeout: 120_000 }, async (name, scenario) => {
    const path = join(folders.documents, `${name}.paymix`);
    await writeFile(path, textOf(named("Before")));
    const app = await startTestHost(folders);
    const { info } = await openFileIn(app, "w", path);
    expect(await succeeded(app.call("w", "save", { handle: info.handle, scenario, replaceChanged: false }))).toMatchObject({ kind: "saved" });
    const read = parseScenario(await readFile(path));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect({ ...read.scenario, lastResult: null }).toEqual({ ...scenario, lastResult: null });
    await app.host.end();
  });
});
