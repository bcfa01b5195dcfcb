/** The real command as a person or a script calls it: what is common to all of it, and the scenario of one file. */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serializeScenario } from "#shared/scenario-file/index.ts";
import { FIXTURE, fixtureWith } from "../../../tests/helpers/changed-fixture.ts";
import { hostileFile } from "../../../tests/helpers/hostile-names.ts";
import { commandFolder, ended, root, script } from "../../../tests/helpers/command-line.ts";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import type { EvaluateAnswer } from "./evaluate-answer.ts";
import type { SimulateAnswer } from "./simulate-answer.ts";

const { folder, paymix, evaluated } = commandFolder();

describe("evaluate", () => {
  it("reproduces the article's scorecard: 40, 30, 20 and 10% of target incentive", async () => {
    const { roles, total } = await evaluated("plan.paymix");
    const [cam] = roles;
    expect(cam?.kpis.map((kpi) => kpi.payout / (cam.targetIncentive || 1))).toEqual([0.4, 0.3, 0.2, 0.1, 0]);
    expect(cam).toMatchObject({ id: "cam", headcount: 12, base: 90_000, targetIncentive: 90_000, incentive: 90_000, pay: 180_000, costPerHead: 209_385, cost: 2_512_620 });
    expect(total).toEqual({ base: 1_080_000, incentive: 1_080_000, burden: 352_620, cost: 2_512_620, creditedRevenue: 24_000_000, ccos: 0.09, revenueBasis: "credited" });
  });

  it("reproduces it on the sample too, whose Account Executive does not count", async () => {
    const { currency, roles, total } = await evaluated("sample.paymix");
    const cam = roles.find((role) => role.id === "cam");
    expect(currency).toBe("USD");
    expect(cam?.kpis.map((kpi) => kpi.payout / (cam.targetIncentive || 1))).toEqual([0.4, 0.3, 0.2, 0.1]);
    expect(roles.filter((role) => !role.countsInCost).map((role) => role.id)).toEqual(["ae"]);
    expect(total.cost).toBeCloseTo(roles.filter((role) => role.countsInCost).reduce((sum, role) => sum + role.cost, 0), 2);
    expect(total.base + total.incentive + total.burden).toBeCloseTo(total.cost, 2);
  });

  it("has the keys of its documentation, in their order", async () => {
    const answer = await evaluated("plan.paymix");
    expect(Object.keys(answer)).toEqual(["currency", "roles", "total", "year", "notes"]);
    expect(Object.keys(answer.roles[0] ?? {})).toEqual(["id", "headcount", "base", "targetIncentive", "kpis", "incentive", "pay", "costPerHead", "cost", "countsInCost", "periods", "hires"]);
    expect(Object.keys(answer.roles[0]?.periods[0] ?? {})).toEqual(["period", "base", "earned", "drawn", "recovered", "paid", "balance"]);
    expect(Object.keys(answer.year)).toEqual(["base", "incentive", "burden", "cost", "creditedRevenue"]);
    expect(Object.keys(answer.roles[0]?.kpis[0] ?? {})).toEqual(["id", "attainment", "payoutFactor", "payout"]);
    expect(Object.keys(answer.total)).toEqual(["base", "incentive", "burden", "cost", "creditedRevenue", "ccos", "revenueBasis"]);
  });

  it("takes one attainment for every weighted KPI", async () => {
    const { roles } = await evaluated("plan.paymix", "--attainment", "1.2");
    expect(roles[0]?.kpis).toEqual([
      { id: "sourced", attainment: 1.2, payoutFactor: 1.4, payout: 50_400 },
      { id: "influenced", attainment: 1.2, payoutFactor: 1.3, payout: 35_100 },
      { id: "enablement", attainment: 1.2, payoutFactor: 1, payout: 18_000 },
      { id: "strategic", attainment: 1.2, payoutFactor: 1, payout: 9_000 },
      { id: "satisfaction", attainment: 1, payoutFactor: 0, payout: 0 },
    ]);
  });

  it("takes attainments by role and KPI, the others at 1, with the gate and the modifier they meet", async () => {
    const { roles } = await evaluated("plan.paymix", "--attainment", '{"cam":{"sourced":0.7,"satisfaction":1.1}}');
    expect(roles[0]?.kpis.map(({ attainment, payoutFactor }) => [attainment, payoutFactor])).toEqual([[0.7, 0.44], [1, 1.1], [1, 1.1], [1, 0], [1.1, 0]]);
  });

  it("counts in currency units, also where the currency has no cents", async () => {
    writeFileSync(join(folder, "yen.paymix"), fixtureWith({ currency: "JPY" }));
    expect((await evaluated("yen.paymix")).roles[0]).toMatchObject({ base: 90_000, costPerHead: 209_385 });
  });

  it("names what is not in the figures, and the revenue that CCOS is of", async () => {
    const { notes, total } = await evaluated("spread.paymix");
    expect(notes.map((note) => note.path)).toEqual(["outlook.periodSpread"]);
    expect(total).toMatchObject({ revenueBasis: "booked", ccos: 0.0432 });
    const { output } = await paymix("evaluate", "spread.paymix");
    expect(output).toMatch(/^Not in these figures: .+ \(outlook\.periodSpread\)\.$/m);
    expect(output).toContain("CCOS at target 4.32%: base and incentive, of 50,000,000 booked revenue.");
  });

  it("pays the year in one payment where it is paid once, and costs what the full year costs", async () => {
    const { roles, total, year } = await evaluated("plan.paymix", "--attainment", "1.2");
    expect(roles[0]).toMatchObject({ hires: [], periods: [{ period: 1, base: 90_000, earned: roles[0]?.incentive, drawn: 0, recovered: 0, paid: roles[0]?.incentive, balance: 0 }] });
    const { base, incentive, burden, cost, creditedRevenue } = total;
    expect(year).toEqual({ base, incentive, burden, cost, creditedRevenue });
    expect((await paymix("evaluate", "plan.paymix")).output).not.toContain("Payments of the year");
  });

  it("takes an attainment a period: the periods pay by it, the full year stands at the mean", async () => {
    const asked = ["--attainment", '{"cam":{"sourced":[1.4,0.4,0.3,1.2]}}'];
    const { roles, year, total } = await evaluated("quarterly.paymix", ...asked);
    expect(roles[0]?.kpis[0]).toEqual({ id: "sourced", attainment: 0.825, payoutFactor: 0.65, payout: 23_400 });
    // A quarter of 36,000 at 1.8, 0, 0 and 1.4; the other KPIs 13,500, in the second and third without the gated 2,250.
    expect(roles[0]?.periods.map((period) => period.paid)).toEqual([29_700, 11_250, 11_250, 26_100]);
    expect([total.incentive, year.incentive]).toEqual([12 * 77_400, 12 * 78_300]);
    const { output } = await paymix("evaluate", "quarterly.paymix", ...asked);
    expect(output).toMatch(/^Payments of the year to a person\n\n +base +earned\nChannel Account Manager\n +Period 1 +22,500 +29,700$/m);
    expect(output).toMatch(/^Cost of the year as it is paid\n[^]+^Total +1,080,000\.00 +939,600\.00 +/m);
  });

  it("tells the payments of new hires and what a draw adds, carries and takes back", async () => {
    const { roles, year } = await evaluated("hires.paymix");
    expect(roles[0]?.periods.map((period) => period.paid)).toEqual([22_500, 22_500, 22_500, 22_500]);
    expect(roles[0]?.hires).toEqual([
      {
        people: 2,
        startPeriod: 2,
        periods: [
          { period: 2, base: 22_500, earned: 11_250, drawn: 3_750, recovered: 0, paid: 15_000, balance: 3_750 },
          { period: 3, base: 22_500, earned: 22_500, drawn: 0, recovered: 3_750, paid: 18_750, balance: 0 },
          { period: 4, base: 22_500, earned: 22_500, drawn: 0, recovered: 0, paid: 22_500, balance: 0 },
        ],
        pay: 123_750,
      },
    ]);
    expect(year).toMatchObject({ base: 10 * 90_000 + 2 * 67_500, incentive: 10 * 90_000 + 2 * 56_250, creditedRevenue: 10 * 2_000_000 + 2 * 1_250_000 });
    const { output } = await paymix("evaluate", "hires.paymix");
    expect(output).toContain("Cost of all seats in a full year, without ramp and draw");
    expect(output).toMatch(/^ {2}2 join in period 2\n {4}Period 2 +22,500 +11,250 +3,750 +0 +15,000 +3,750$/m);
    expect(output).toMatch(/^Total +1,035,000\.00 +1,012,500\.00 +/m);
  });

  it("says who has no seat, and who joins after the year", async () => {
    writeFileSync(join(folder, "many.paymix"), fixtureWith({ "roles[0].newHires": [{ count: 1, startPeriod: 9, ramp: [] }, { count: 13, startPeriod: 1, ramp: [] }] }));
    const { output } = await paymix("evaluate", "many.paymix");
    expect(output).toMatch(/^ {2}1 joins after this year\n {2}11 join in period 1$/m);
    expect(output).toMatch(/^Channel Account Manager: 2 of the new hires have no seat and are in no figure\.$/m);
  });

  it("prints a table that foots, to the cent", async () => {
    const { output } = await paymix("evaluate", "sample.paymix", "--attainment", "1.0737");
    const rows = output.split("Cost of all seats")[1]?.split("\n").map((line) => line.split(/ {2,}/)) ?? [];
    const amounts = rows.filter((cells) => cells.length >= 5 && /^\d/.test(cells.at(-1) ?? "")).map((cells) => cells.slice(-4).map((cell) => Math.round(Number(cell.replaceAll(",", "")) * 100)));
    const total = amounts.pop() ?? [];
    expect(amounts).toHaveLength(5);
    for (const [column, sum] of total.entries()) expect(amounts.reduce((left, row) => left + (row[column] ?? 0), 0)).toBe(sum);
    for (const [base = 0, incentive = 0, burden = 0, cost = 0] of [...amounts, total]) expect(base + incentive + burden).toBe(cost);
    expect(output).toMatch(/^Account Executive +24 .+not in cost$/m);
  });

  it("prints a title as text, whatever is in it", async () => {
    writeFileSync(join(folder, "odd.paymix"), fixtureWith({ "roles[0].title": "A\u200b\nB", "roles[0].kpis[0].name": "\u2060C" }));
    const { output } = await paymix("evaluate", "odd.paymix");
    expect(output).toContain("A\uFFFD\uFFFDB");
    expect(output).not.toMatch(/[\u200b\u2060]/);
  });

  it.each(["evaluate", "simulate", "check"])("%s never sends a terminal what a hostile name holds", async (command) => {
    for (const shift of [0, 2, 4]) {
      writeFileSync(join(folder, "hostile.paymix"), hostileFile(shift).text);
      const { output, errors } = await paymix(command, "hostile.paymix");
      expect(output.length).toBeGreaterThan(0);
      expect(output + errors).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
    }
  });

  it.each([["no roles", { roles: [] }], ["no KPIs", { "roles[0].kpis": [], "roles[0].links": [] }], ["nobody", { "roles[0].headcount": 0 }]])("calculates a plan with %s", async (_, changes) => {
    writeFileSync(join(folder, "small.paymix"), fixtureWith(changes));
    expect((await evaluated("small.paymix")).total).toMatchObject({ incentive: 0 });
    expect((await paymix("evaluate", "small.paymix")).output).toContain("No CCOS");
  });
});

describe("check", () => {
  it("says that a file is a scenario", async () => {
    const { output, errors, exitCode } = await paymix("check", "plan.paymix");
    expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
    expect(output).toMatch(/^plan\.paymix is a scenario: FY27 baseline, 1 role\.\n\nChannel Account Manager\n {2}advice {7}4 KPIs carry weight; .+ \(ecSELL, /);
    expect(JSON.parse((await paymix("check", "plan.paymix", "--json")).output)).toMatchObject({ problems: [], advice: [{ id: "kpi-count", role: "cam" }, {}, {}, {}, {}, {}, {}, {}, {}, {}], notes: [] });
  });

  it("names everything that is wrong, on standard error and, with --json, on standard output", async () => {
    const problems = [
      { path: "roles[0].headcount", message: "This is -1; allowed is a whole number from 0 to 100,000." },
      { path: "roles[0].kpis", message: "The weights total 90%; they must total 100%." },
    ];
    const errors = `damaged.paymix was not opened.\n${problems.map(({ path, message }) => `  ${path}: ${message}\n`).join("")}`;
    expect(await paymix("check", "damaged.paymix")).toEqual({ output: "", errors, exitCode: 1 });
    const json = await paymix("check", "damaged.paymix", "--json");
    expect({ ...json, output: JSON.parse(json.output) as unknown }).toEqual({ output: { problems, advice: [], notes: [] }, errors, exitCode: 1 });
    expect(await paymix("evaluate", "damaged.paymix", "--json")).toEqual({ output: "", errors, exitCode: 1 });
  });

  it("notes what no figure uses yet", async () => {
    expect(JSON.parse((await paymix("check", "spread.paymix", "--json")).output)).toMatchObject({ problems: [], notes: [{ path: "outlook.periodSpread" }] });
  });
});

describe("a file that is refused: exit code 1, a sentence, no stack trace, and the file as it was", () => {
  it.each<[string, (path: string) => void, RegExp]>([
    ["not there", () => undefined, /There is no such file\.$/],
    ["a folder", (path) => mkdirSync(path), /This is a folder\.$/],
    ["a link that leads nowhere", (path) => symlinkSync("nowhere", path), /There is no such file\.$/],
    ["empty", (path) => writeFileSync(path, ""), /is empty\.$/],
    ["not JSON", (path) => writeFileSync(path, "hello"), /not a Paymix scenario/],
    ["of a newer version", (path) => writeFileSync(path, fixtureWith({ version: 2 })), /newer version \(2\); this one reads up to 1\. Not opened\.$/],
    ["100,000 levels deep", (path) => writeFileSync(path, '{"a":'.repeat(100_000)), /40 levels deep\.$/],
    ["200 MB", (path) => { writeFileSync(path, ""); truncateSync(path, 200_000_000); }, /larger than 20 MB/],
  ])("%s", async (what, make, message) => {
    const path = join(folder, `${what.replaceAll(/\W/g, "-")}.paymix`);
    make(path);
    const before = stateOf(path);
    const { output, errors, exitCode } = await paymix("check", path);
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 1 });
    expect(errors.trimEnd()).toMatch(message);
    expect(errors).not.toMatch(/\n\s+at /);
    expect(stateOf(path)).toEqual(before);
  });

  it("a stream that never ends", async () => {
    const endless = process.platform === "win32" ? "200-MB.paymix" : "/dev/zero";
    expect((await paymix("check", endless)).errors).toContain("larger than 20 MB");
  });

  function stateOf(path: string): unknown {
    const state = statSync(path, { throwIfNoEntry: false });
    if (state === undefined) return null;
    return { size: state.size, changed: state.mtimeMs, content: state.isFile() && state.size < 1_000_000 ? readFileSync(path, "utf8") : null };
  }
});

describe("simulate", () => {
  async function simulated(...args: readonly string[]): Promise<SimulateAnswer> {
    const { output, errors, exitCode } = await paymix("simulate", ...args, "--json");
    expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
    return JSON.parse(output) as SimulateAnswer;
  }

  it("has the keys of its documentation, in their order", async () => {
    const answer = await simulated("sample.paymix", "--trials", "1000");
    expect(Object.keys(answer)).toEqual(["currency", "trials", "seed", "expectedCost", "expectedIncentive", "expectedError", "costAtAverage", "ccos", "revenue", "revenueBasis", "p10", "p50", "p90", "overBudget", "standardError", "shares", "roles"]);
    expect(Object.keys(answer.shares[0] ?? {})).toEqual(["role", "kpi", "belowThreshold", "atTarget", "atExcellence"]);
    expect(Object.keys(answer.roles[0] ?? {})).toEqual(["id", "expectedIncentive", "expectedCost", "isExact", "countsInCost"]);
  });

  it("gives the expected cost exactly where there are no links, the same for every seed, and percentiles that differ a little", async () => {
    const [one, other] = [await simulated("sample.paymix"), await simulated("sample.paymix", "--seed", "7")];
    expect(one.expectedCost).toBe(other.expectedCost);
    expect([one.expectedError, one.trials, one.seed, other.seed]).toEqual([0, 10_000, 1, 7]);
    expect(one.expectedCost).toBeGreaterThan(one.costAtAverage);
    expect(one.p10).toBeLessThan(one.p50);
    expect(one.p50).toBeLessThan(one.p90);
    expect(one.p90).not.toBe(other.p90);
    expect(Math.abs(one.p90 / other.p90 - 1)).toBeLessThan(0.01);
    expect(one.roles.filter((role) => role.countsInCost).reduce((sum, role) => sum + role.expectedCost, 0)).toBeCloseTo(one.expectedCost, 2);
    expect(one.overBudget).toBeGreaterThan(0.2);
  });

  it("takes the mean of the years, with its error, where links leave no formula", async () => {
    const answer = await simulated("plan.paymix", "--trials", "2000");
    expect(answer.roles).toMatchObject([{ id: "cam", isExact: false }]);
    expect(answer.expectedError).toBeGreaterThan(0);
    expect(answer.expectedError).toBeCloseTo(answer.standardError, 2);
  });

  it("sets expected pay against expected revenue, in closed form or not, and says which revenue", async () => {
    const answer = await simulated("plan.paymix", "--trials", "2000");
    const base = (await evaluated("plan.paymix")).total.base;
    // 12 people with a target of 2,000,000 that is reached to 95 % on average.
    expect(answer).toMatchObject({ revenue: 22_800_000, revenueBasis: "credited" });
    expect(answer.ccos).toBeCloseTo((base + answer.expectedIncentive) / 22_800_000, 8);
    expect((await paymix("simulate", "plan.paymix", "--trials", "2000")).output).toMatch(/^CCOS 8\.\d\d%: expected base and incentive, of 22,800,000 credited revenue, which may count a deal twice\.$/m);
    const sample = await simulated("sample.paymix", "--trials", "100");
    expect(sample.revenueBasis).toBe("booked");
    expect((await paymix("simulate", "sample.paymix", "--trials", "100")).output).toContain(`CCOS ${((sample.ccos ?? 0) * 100).toFixed(2)}%: expected base and incentive, of 120,500,000 booked revenue.`);
  });

  it("reproduces the expected incentive as a multiple of target incentive for three slopes and a cap over three normals", async () => {
    const NORMALS = [[1, 0.15], [1, 0.25], [0.9, 0.3]] as const;
    const CURVES = [[2, null, [1.06, 1.1, 0.98]], [3, null, [1.12, 1.2, 1.05]], [10, null, [1.54, 1.9, 1.59]], [10, 2, [1.31, 1.32, 1.13]]] as const;
    const roles = CURVES.flatMap(([slope, cap], row) =>
      NORMALS.map(([mean, spread], column) =>
        plainRole({
          id: `r${row}${column}`, onTargetEarnings: 200_000,
          kpis: [plainKpi({ curve: { ...points([[0, 0], [1, 1], [2, 1 + slope]]), cap }, outlook: { shape: "normal", mean, spread } })],
        }),
      ),
    );
    writeFileSync(join(folder, "multiples.paymix"), serializeScenario(plainScenario({ roles }), "1.0.0"));
    const [answer, again] = [await paymix("simulate", "multiples.paymix", "--trials", "1000", "--json"), await paymix("simulate", "multiples.paymix", "--trials", "1000", "--json")];
    expect(answer.output).toBe(again.output);
    const { roles: found } = JSON.parse(answer.output) as SimulateAnswer;
    expect(found.every(({ isExact }) => isExact)).toBe(true);
    const multiples = found.map(({ expectedIncentive }) => Math.round(expectedIncentive / 1_000) / 100);
    expect(multiples).toEqual(CURVES.flatMap(([, , row]) => [...row]));
  });

  it("prints for people what it means, with a table that foots", async () => {
    const { output, exitCode } = await paymix("simulate", "sample.paymix");
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^FY27 Partner Sales: cost of a year, in USD; 10,000 simulated years, seed 1$/m);
    expect(output).toMatch(/^1 year in 10 costs more than +9,\d{3},\d{3}\.\d\d$/m);
    expect(output).toMatch(/^Expected cost is exact; the mean of the years has a standard error of/m);
    expect(output).toMatch(/^Account Executive .* not in cost$/m);
    expect(output).toMatch(/^Channel Account Manager, Sourced revenue +9% +40% +8%$/m);
  });
});

describe("a call that is wrong: exit code 2 and what is wrong with it", () => {
  it.each<[readonly string[], RegExp]>([
    [[], /^Name a command\./],
    [["predict", "plan.paymix"], /no command “predict”/],
    [["simulate", "plan.paymix", "--trials", "0"], /--trials is “0”; allowed is a whole number from 1 to 1,000,000/],
    [["simulate", "plan.paymix", "--seed", "x"], /--seed is “x”; allowed is a whole number from 0/],
    [["simulate", "plan.paymix", "--attainment", "1"], /simulate takes no --attainment/],
    [["evaluate", "plan.paymix", "--seed", "1"], /evaluate takes no --seed/],
    [["evaluate"], /evaluate needs a file/],
    [["evaluate", "plan.paymix", "sample.paymix"], /takes one file; “sample\.paymix” is too much/],
    [["evaluate", "plan.paymix", "--jsn"], /--jsn/],
    [["evaluate", "plan.paymix", "--attainment"], /--attainment/],
    [["check", "plan.paymix", "--attainment", "1"], /takes no --attainment/],
    [["evaluate", "plan.paymix", "--attainment", "high"], /must be a number like 1\.2 or JSON/],
    [["evaluate", "plan.paymix", "--attainment", ""], /must be a number/],
    [["evaluate", "plan.paymix", "--attainment", "100.01"], /100\.01 is not an attainment; allowed is 0 to 100/],
    [["evaluate", "plan.paymix", "--attainment=-0.1"], /-0\.1 is not an attainment/],
    [["evaluate", "plan.paymix", "--attainment", "Infinity"], /is not an attainment/],
    [["evaluate", "plan.paymix", "--attainment", "[1]"], /must name roles/],
    [["evaluate", "plan.paymix", "--attainment", '{"psm":{"sourced":1}}'], /no role “psm”\. Roles: cam$/m],
    [["evaluate", "plan.paymix", "--attainment", '{"cam":1.2}'], /“cam” must name KPIs: \{"cam":\{"sourced":1\.2\}\}/],
    [["evaluate", "plan.paymix", "--attainment", '{"cam":{"pipeline":1}}'], /“cam” has no KPI “pipeline”\. KPIs: sourced, influenced, enablement, strategic, satisfaction$/m],
    [["evaluate", "plan.paymix", "--attainment", '{"cam":{"sourced":101}}'], /cam\.sourced: 101 is not an attainment/],
    [["evaluate", "plan.paymix", "--attainment", '{"cam":{"sourced":"1"}}'], /cam\.sourced: "1" is not an attainment/],
    [["evaluate", "quarterly.paymix", "--attainment", '{"cam":{"sourced":[1,1,1]}}'], /cam\.sourced: the list has 3 numbers; the year has 4 periods \(quarterly payment\)/],
    [["evaluate", "plan.paymix", "--attainment", '{"cam":{"sourced":[]}}'], /cam\.sourced: the list has 0 numbers; the year has 1 period \(annual payment\)/],
    [["evaluate", "quarterly.paymix", "--attainment", '{"cam":{"sourced":[1,1,-1,1]}}'], /cam\.sourced\[2\]: -1 is not an attainment/],
    [["evaluate", "quarterly.paymix", "--attainment", '{"cam":{"sourced":[1,null,1,1]}}'], /cam\.sourced\[1\]: null is not an attainment/],
  ])("%j", async (args, message) => {
    const { output, errors, exitCode } = await paymix(...args);
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 2 });
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/\n\s+at /);
  });

  it.each([["--attainment", "0"], ["--attainment", "100"], ["--attainment", "{}"], ["--attainment", '{"cam":{}}']])("not %s %s", async (...args) => {
    expect((await evaluated("plan.paymix", ...args)).roles).toHaveLength(1);
  });
});

describe("called in other ways", () => {
  it("--help and help list the commands", async () => {
    const help = await paymix("--help");
    expect(help).toMatchObject({ errors: "", exitCode: 0 });
    expect(help.output).toMatch(/^paymix evaluate FILE[^]+^paymix check FILE/m);
    expect(await paymix("help")).toEqual(help);
  });

  it("through npm, from the folder of the caller, with nothing but the answer", async () => {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const { output } = await ended(npm, ["--prefix", root, "run", "--silent", "paymix", "--", "evaluate", "plan.paymix", "--json"], folder, { INIT_CWD: folder });
    expect((JSON.parse(output) as EvaluateAnswer).total.cost).toBe(2_512_620);
  });

  it("from a script that npm runs elsewhere", async () => {
    const { exitCode } = await ended(process.execPath, [script, "check", "plan.paymix"], folder, { npm_lifecycle_event: "test", INIT_CWD: root });
    expect(exitCode).toBe(0);
  });

  it("many at a time", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ended(process.execPath, [script, "evaluate", "sample.paymix", "--json"], folder, {})));
    expect(new Set(answers.map((answer) => answer.output)).size).toBe(1);
    expect(answers.map((answer) => answer.exitCode)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("by a reader that stops reading", async () => {
    writeFileSync(join(folder, "large.paymix"), fixtureWith({ roles: Array.from({ length: 900 }, (_, index) => ({ ...(JSON.parse(FIXTURE) as { roles: object[] }).roles[0], id: `r${index}` })) }));
    const child = spawn(process.execPath, [script, "evaluate", "large.paymix", "--json"], { cwd: folder });
    let errors = "";
    child.stderr.on("data", (part) => (errors += String(part)));
    child.stdout.once("data", () => child.stdout.destroy());
    await new Promise((resolve) => child.on("close", resolve));
    expect(errors).toBe("");
  });

  it("leaves nothing in the folder", () => {
    expect(readdirSync(folder).filter((name) => !name.endsWith(".paymix"))).toEqual([]);
  });
});

describe("docs/command-line.md", () => {
  const page = readFileSync(join(root, "docs", "command-line.md"), "utf8");
  const examples = [...page.matchAll(/```console\n\$ paymix (.+)\n([^]*?)```/g)].map(([, call = "", printed = ""]) => ({ call, printed }));

  it("has examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });

  it.each(examples)("$call", async ({ call, printed }) => {
    const { output, errors } = await paymix(...(call.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", "")));
    expect(call.includes("--json") ? output : output + errors).toBe(printed);
  });
});
