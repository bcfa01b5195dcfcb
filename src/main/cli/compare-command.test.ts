/** `compare` as a person or a script calls it. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sampleScenario } from "#shared/library/index.ts";
import { serializeScenario } from "#shared/scenario-file/index.ts";
import { FIXTURE } from "../../../tests/helpers/changed-fixture.ts";
import { commandFolder } from "../../../tests/helpers/command-line.ts";
import { workbook } from "../../../tests/helpers/workbook.ts";
import type { CompareAnswer } from "./compare-answer.ts";
import type { EvaluateAnswer } from "./evaluate-answer.ts";
import type { SimulateAnswer } from "./simulate-answer.ts";

const { folder, paymix, evaluated } = commandFolder();

describe("compare", () => {
  it("has parts that total the difference in expected cost, the inputs that differ, and its keys in order", async () => {
    const { output, errors, exitCode } = await paymix("compare", "plan.paymix", "sharper.paymix", "spread.paymix", "--json");
    expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
    const answer = JSON.parse(output) as CompareAnswer;
    expect(Object.keys(answer)).toEqual(["currency", "base", "others"]);
    expect(answer.others.map(({ file }) => file)).toEqual(["sharper.paymix", "spread.paymix"]);
    for (const { bridge, expectedCostDifference } of answer.others) {
      expect(Math.round(bridge.reduce((sum, { amount }) => sum + amount * 100, 0))).toBe(Math.round(expectedCostDifference * 100));
    }
    const [sharper, spread] = answer.others;
    expect(sharper).toMatchObject({
      name: "Sharper upside", rate: null,
      bridge: [{ group: "Headcount" }, { group: "Pay mix" }, { group: "Weights" }, { group: "Burden" }],
      inputs: [
        { path: "cost.burdenOnBase", label: "burden on base", to: "20%" },
        { path: "roles.cam.headcount", label: "CAM: headcount", from: "12", to: "13" },
        { path: "roles.cam.baseShare", label: "CAM: split", from: "50/50", to: "45/55" },
        { path: "roles.cam.weights", label: "CAM: weights", from: "40/30/20/10", to: "50/20/20/10" },
      ],
    });
    expect(spread).toMatchObject({ simulatedYears: 1_000, bridge: [{ group: "Payments" }, { group: "Outlook" }] });
    const evaluation = await evaluated("plan.paymix");
    expect(answer.base).toMatchObject({ file: "plan.paymix", cost: evaluation.total.cost });
    const { output: simulated } = await paymix("simulate", "spread.paymix", "--json");
    const reversed = JSON.parse((await paymix("compare", "spread.paymix", "plan.paymix", "--json")).output) as CompareAnswer;
    const { expectedCost } = JSON.parse(simulated) as { readonly expectedCost: number };
    expect(reversed.base).toMatchObject({ expectedCost, expectedCostYears: 10_000 });
    expect(sharper?.costDifference).toBe((await evaluated("sharper.paymix")).total.cost - evaluation.total.cost);
  });

  it("draws years by the base's ids: a file in which only ids are others costs the same, and nothing differs", async () => {
    const text = readFileSync(join(folder, "spread.paymix"), "utf8");
    writeFileSync(join(folder, "renamed.paymix"), text.replaceAll('"cam"', '"manager"').replaceAll('"sourced"', '"found"'));
    const answer = JSON.parse((await paymix("compare", "spread.paymix", "renamed.paymix", "--json")).output) as CompareAnswer;
    expect(answer.base.expectedCostYears).toBe(10_000);
    expect(answer.others).toMatchObject([{ expectedCostDifference: 0, ccos: answer.base.ccos, bridge: [], inputs: [] }]);
    const { output } = await paymix("compare", "spread.paymix", "renamed.paymix");
    const [, mine, theirs] = /of all years they are ([\d,.]+) and ([\d,.]+)\./.exec(output) ?? [];
    expect(mine).toMatch(/\d/);
    expect(theirs).toBe(mine);
    rmSync(join(folder, "renamed.paymix"));
  });

  it("has CCOS as `simulate` has it, of each file", async () => {
    const answer = JSON.parse((await paymix("compare", "plan.paymix", "sharper.paymix", "--json")).output) as CompareAnswer;
    const simulated = async (file: string): Promise<SimulateAnswer> => JSON.parse((await paymix("simulate", file, "--json")).output) as SimulateAnswer;
    const [mine, other] = [await simulated("plan.paymix"), await simulated("sharper.paymix")];
    expect(answer.base).toMatchObject({ ccos: mine.ccos, revenueBasis: "credited" });
    expect(answer.others).toMatchObject([{ ccos: other.ccos, revenueBasis: "credited" }]);
    const { output } = await paymix("compare", "plan.paymix", "sharper.paymix");
    expect(output).toContain(`CCOS of FY27 baseline ${((mine.ccos ?? 0) * 100).toFixed(2)}%: expected base and incentive, of 22,800,000 credited revenue, which may count a deal twice.`);
    expect(output).toContain(`CCOS of Sharper upside ${((other.ccos ?? 0) * 100).toFixed(2)}%: expected`);
  });

  it("finds nothing between a file and itself", async () => {
    const { output } = await paymix("compare", "plan.paymix", "plan.paymix", "--json");
    expect(JSON.parse(output)).toMatchObject({ others: [{ costDifference: 0, expectedCostDifference: 0, bridge: [], inputs: [] }] });
  });

  it("takes another currency only with a rate, and says it", async () => {
    expect(await paymix("compare", "plan.paymix", "euro.paymix")).toEqual({ output: "", errors: "euro.paymix is in EUR, plan.paymix in USD: give the price of one EUR with --rate EUR=…\n", exitCode: 2 });
    const { output } = await paymix("compare", "plan.paymix", "euro.paymix", "--rate", "EUR=1.5");
    expect(output).toContain("Europe against FY27 baseline, in USD, amounts × 1.5");
    expect(output).toContain("\nChannel Account Manager\n  OTE $180,000 → $270,000\n");
  });

  it.each([
    [["compare", "plan.paymix"], 2, "paymix compare needs a base and at least one other file.\n"],
    [["compare", "plan.paymix", "euro.paymix", "--rate", "EUR"], 2, "--rate is “EUR”; it is written like EUR=1.08, the price of one euro in the base's currency.\n"],
    [["compare", "plan.paymix", ...Array.from({ length: 6 }, () => "sample.paymix")], 2, "paymix compare takes a base and at most 5 other files.\n"],
  ])("refuses %j", async (args, exitCode, errors) => {
    expect(await paymix(...args)).toEqual({ output: "", errors, exitCode });
  });

  it("runs last year's results through both, from CSV and from a workbook, and names the rows it cannot use", async () => {
    const kpis = ["sourced", "influenced", "enablement", "Strategic objectives"];
    const rows = ["Ada", "Bo"].flatMap((person, index) => kpis.map((kpi) => [person, "CAM", kpi, index === 0 ? 1.3 : 0.6] as const));
    writeFileSync(join(folder, "results.csv"), ["Person,Role,KPI,Attainment", ...rows.map((row) => row.join(",")), "Cy,Boss,sourced,1"].join("\n"));
    writeFileSync(join(folder, "results.xlsx"), workbook([["Person", "Role", "KPI", "Attainment"], ...rows]));
    const { output, errors, exitCode } = await paymix("compare", "plan.paymix", "sharper.paymix", "--actuals", "results.csv", "--json");
    expect({ errors, exitCode }).toEqual({ errors: "results.csv, line 10, Role: “Boss” is no role of the compared scenarios.\n", exitCode: 0 });
    const [other] = (JSON.parse(output) as CompareAnswer).others;
    expect(other?.backTest).toMatchObject({ people: 2, withoutRole: 0, gain: 1, lose: 1, same: 0, changes: [{ person: "Ada", roles: ["cam"] }, { person: "Bo", roles: ["cam"] }] });
    const [ada, bo] = other?.backTest?.changes ?? [];
    const above = async (share: string): Promise<CompareAnswer> => JSON.parse((await paymix("compare", "plan.paymix", "sharper.paymix", "--actuals", "results.csv", "--above", share, "--json")).output) as CompareAnswer;
    expect((await above("1")).others[0]?.backTest).toMatchObject({ gain: 0, lose: 0, same: 2 });
    expect((await above("0")).others[0]?.backTest).toMatchObject({ gain: 1, lose: 1, same: 0 });
    expect(await paymix("compare", "plan.paymix", "sharper.paymix", "--above", "2%")).toEqual({ output: "", errors: "--above is “2%”; it is a share of pay from 0 to 1, like 0.01.\n", exitCode: 2 });
    expect(other?.backTest?.toKeepWhole).toBe(-(bo?.difference ?? 0));
    const at = (file: string): Promise<EvaluateAnswer> => evaluated(file, "--attainment", "1.3");
    expect([ada?.from, ada?.to]).toEqual([(await at("plan.paymix")).roles[0]?.pay, (await at("sharper.paymix")).roles[0]?.pay]);
    const sheet = await paymix("compare", "plan.paymix", "sharper.paymix", "--actuals", "results.xlsx", "--json");
    expect(sheet.errors).toBe("");
    expect((JSON.parse(sheet.output) as CompareAnswer).others[0]?.backTest).toEqual(other?.backTest);
    expect((await paymix("compare", "plan.paymix", "sharper.paymix", "--actuals", "results.csv")).output).toContain("People who earn more");
    writeFileSync(join(folder, "other.csv"), "a,b\n1,2\n");
    expect(await paymix("compare", "plan.paymix", "sharper.paymix", "--actuals", "other.csv")).toMatchObject({ output: "", exitCode: 1, errors: expect.stringContaining("other.csv: There is no column with the person.") as unknown });
    for (const name of ["results.csv", "results.xlsx", "other.csv"]) rmSync(join(folder, name));
  });

  it("asks for the decimal sign where the file leaves it open", async () => {
    writeFileSync(join(folder, "open.csv"), ["Person;Role;KPI;Actual;Target", ...["sourced", "influenced", "enablement", "Strategic objectives"].map((kpi) => `Ada;CAM;${kpi};1.200;950`)].join("\n"));
    const compare = (...more: readonly string[]): ReturnType<typeof paymix> => paymix("compare", "plan.paymix", "plan.paymix", "--actuals", "open.csv", "--json", ...more);
    expect(await compare()).toEqual({ output: "", errors: "open.csv: “1.200” may have a decimal point or a decimal comma, and the file does not tell: say which with --decimal point or --decimal comma.\n", exitCode: 1 });
    const paid = async (sign: string): Promise<number> => (JSON.parse((await compare("--decimal", sign)).output) as CompareAnswer).others[0]?.backTest?.changes[0]?.from ?? 0;
    expect(await paid("comma")).toBeGreaterThan(await paid("point"));
    expect(await compare("--decimal", "dot")).toEqual({ output: "", errors: "--decimal is “dot”; it is point or comma.\n", exitCode: 2 });
    rmSync(join(folder, "open.csv"));
  });

  it("names every row that it cannot use: the first on standard error, all in a file and in JSON", async () => {
    const good = ["sourced", "influenced", "enablement", "Strategic objectives"].map((kpi) => `Ada,CAM,${kpi},1`);
    writeFileSync(join(folder, "bad.csv"), ["Results of last year", "", "Person,Role,KPI,Attainment", ...good, ...Array.from({ length: 25 }, (_, index) => `Bo ${index},Boss,sourced,1`), "Cy,CAM,sourced,1"].join("\n"));
    const call = ["compare", "plan.paymix", "sharper.paymix", "--actuals", "bad.csv", "--json"] as const;
    const { errors, output, exitCode } = await paymix(...call);
    expect(exitCode).toBe(0);
    expect(errors.split("\n").filter((line) => line.includes("“Boss”"))).toHaveLength(20);
    expect(errors).toContain("bad.csv: The headers are those of line 3; what stands above is not read.\n");
    expect(errors).toContain("bad.csv: 6 more of this kind; --problems FILE writes all.\n");
    const { results } = JSON.parse(output) as CompareAnswer;
    expect(results).toMatchObject({ file: "bad.csv", sheet: null, headerLine: 3, rows: 30, rowsUsed: 4, people: 1, inSeveralRoles: 0 });
    expect(results?.problems).toHaveLength(26);
    expect(results?.problems[0]).toEqual({ line: 8, column: "Role", message: "“Boss” is no role of the compared scenarios.", value: "Boss" });
    expect(results?.problems.at(-1)).toEqual({ line: 33, column: null, message: "Cy is left out as Channel Account Manager with one row: no result for Partner-influenced revenue, Partner enablement milestones, Strategic objectives.", value: "Cy" });
    await paymix(...call, "--problems", "problems.txt");
    const lines = readFileSync(join(folder, "problems.txt"), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(26);
    expect(lines[0]).toBe("8\tRole\t“Boss” is no role of the compared scenarios.\tBoss");
    for (const name of ["bad.csv", "problems.txt"]) rmSync(join(folder, name));
  });

  it("reads the sheet that is named, and says which it read", async () => {
    const rows = (person: string): readonly (readonly (string | number)[])[] => [["Person", "Role", "KPI", "Attainment"], ...["sourced", "influenced", "enablement", "Strategic objectives"].map((kpi) => [person, "CAM", kpi, 1])];
    writeFileSync(join(folder, "two.xlsx"), workbook({ Old: rows("Ada"), New: rows("Bo") }));
    const compare = (...more: readonly string[]): ReturnType<typeof paymix> => paymix("compare", "plan.paymix", "plan.paymix", "--actuals", "two.xlsx", "--json", ...more);
    const paid = (output: string): readonly string[] | undefined => (JSON.parse(output) as CompareAnswer).others[0]?.backTest?.changes.map(({ person }) => person);
    const first = await compare();
    expect(paid(first.output)).toEqual(["Ada"]);
    expect(first.errors).toBe("two.xlsx: The sheet “Old” is read; --sheet NAME reads another: “New”.\n");
    expect(paid((await compare("--sheet", "New")).output)).toEqual(["Bo"]);
    expect(await compare("--sheet", "Next")).toEqual({ output: "", errors: "two.xlsx: There is no sheet “Next” with rows in it; there is “Old”, “New”.\n", exitCode: 2 });
    rmSync(join(folder, "two.xlsx"));
  });

  it("pays people of a role that only one of the files has there, and says so", async () => {
    writeFileSync(join(folder, "boss.paymix"), FIXTURE.replaceAll("Channel Account Manager", "Boss").replaceAll('"id": "cam"', '"id": "boss"'));
    writeFileSync(join(folder, "both.csv"), ["Person,Role,KPI,Attainment", ...["CAM", "Boss"].flatMap((role) => ["sourced", "influenced", "enablement", "Strategic objectives"].map((kpi) => `${role} 1,${role},${kpi},1`))].join("\n"));
    const { output, errors } = await paymix("compare", "plan.paymix", "boss.paymix", "--actuals", "both.csv");
    expect(errors).toBe("");
    expect(output).toContain("With the results of 2 people");
    expect(output).toMatch(/Left out, without a role in it: Channel Account Manager +1\n/);
    expect(output).toMatch(/Left out, without a role in the base: Boss +1\n/);
    for (const name of ["boss.paymix", "both.csv"]) rmSync(join(folder, name));
  });

  it("lists the inputs of the plan and then those of each role below its title", async () => {
    const { output } = await paymix("compare", "plan.paymix", "sharper.paymix");
    expect(output).toContain("Inputs that differ\n\nPlan\n  Burden on base 25% → 20%\n\nChannel Account Manager\n  Headcount 12 → 13\n  Split 50/50 → 45/55\n  Weights 40/30/20/10 → 50/20/20/10\n");
  });

  it("matches roles and KPIs by hand, by ids, titles or initials", async () => {
    // Ids, title and name are others, so that nothing is the same by itself.
    writeFileSync(join(folder, "hunter.paymix"), FIXTURE.replaceAll('"cam"', '"hunter"').replaceAll("Channel Account Manager", "Deal/Channel Hunter").replaceAll('"sourced"', '"found"').replaceAll("Partner-sourced revenue", "Deals found").replace('"headcount": 12', '"headcount": 13'));
    const inputs = async (...matches: readonly string[]): Promise<readonly string[]> => {
      const { output, errors, exitCode } = await paymix("compare", "plan.paymix", "hunter.paymix", "sharper.paymix", ...matches.flatMap((match) => ["--match", match]), "--json");
      expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
      const [other, sharper] = (JSON.parse(output) as CompareAnswer).others;
      // A file without that role is compared as ever.
      expect(sharper?.inputs).toHaveLength(4);
      return other?.inputs.map(({ path }) => path) ?? [];
    };
    const title = ["roles.cam.title", "roles.cam.headcount"];
    expect(await inputs()).toEqual(["roles.cam", "roles.hunter"]);
    expect(await inputs("cam=hunter")).toEqual([...title, "roles.cam.weights", "roles.cam.links", "roles.cam.kpis.sourced", "roles.cam.kpis.found"]);
    expect(await inputs("Channel Account Manager = deal/channel hunter", "CAM/Partner-sourced revenue=Deal/Channel Hunter/Deals found")).toEqual([...title, "roles.cam.kpis.sourced.name"]);
    writeFileSync(join(folder, "hunters.csv"), ["Person,Role,KPI,Attainment", ...["sourced", "influenced", "enablement", "Strategic objectives"].map((kpi) => `Ada,CAM,${kpi},1.2`)].join("\n"));
    const { output } = await paymix("compare", "plan.paymix", "hunter.paymix", "--match", "cam=hunter", "--match", "cam/sourced=hunter/found", "--actuals", "hunters.csv", "--json");
    expect((JSON.parse(output) as CompareAnswer).others[0]).toMatchObject({ backTest: { withoutRole: 0, atTarget: [], same: 1, toKeepWhole: 0, changes: [{ person: "Ada", difference: 0 }] } });
    // One that is the same by its id can be said to be the other file's own.
    const apart = JSON.parse((await paymix("compare", "plan.paymix", "plan.paymix", "--match", "=cam/sourced", "--json")).output) as CompareAnswer;
    expect(apart.others[0]?.inputs.map(({ path }) => path)).toContain("roles.cam.kpis.sourced");
    const refused = async (...matches: readonly string[]): Promise<unknown> => paymix("compare", "plan.paymix", "hunter.paymix", ...matches.flatMap((match) => ["--match", match]));
    const wrong = (errors: string): unknown => ({ output: "", errors: `${errors}\n`, exitCode: 2 });
    expect(await refused("cam")).toEqual(wrong("--match is “cam”; it is written like \"Account Manager=Hunter\", the role of the base first, or \"Account Manager/Sourced=Hunter/Found\" for KPIs."));
    expect(await refused("boss=hunter")).toEqual(wrong("--match: “boss” is no role of the base, and no KPI of one."));
    expect(await refused("cam=boss")).toEqual(wrong("--match: “boss” is no role of another file, and no KPI of one."));
    expect(await refused("cam=hunter/found")).toEqual(wrong("--match is “cam=hunter/found”; a role is matched with a role, a KPI with a KPI."));
    expect(await refused("cam/sourced=hunter/found")).toEqual(wrong("--match “cam/sourced=hunter/found” cannot be: each role and KPI of the base is matched once at most, and KPIs of roles that are matched."));
    for (const name of ["hunter.paymix", "hunters.csv"]) rmSync(join(folder, name));
  });

  it("counts somebody with results in two roles as one person, with all they earn", async () => {
    const plan = sampleScenario();
    const [cam, second] = plan.roles;
    if (cam === undefined || second === undefined) throw new Error("The sample has two roles.");
    // What one loses as the first by a lower OTE, and more, is gained as the second.
    const moved = { ...plan, name: "Moved", roles: plan.roles.map((role) => (role === cam ? { ...role, onTargetEarnings: role.onTargetEarnings - 10_000 } : role === second ? { ...role, onTargetEarnings: role.onTargetEarnings + 30_000 } : role)) };
    writeFileSync(join(folder, "moved.paymix"), serializeScenario(moved, "1.0.0"));
    const rows = ([[cam, "H1"], [second, "H2"]] as const).flatMap(([role, period]) => role.kpis.map((kpi) => `Ann,${role.id},${kpi.id},${period},100%`));
    writeFileSync(join(folder, "halves.csv"), ["Person,Role,KPI,Period,Attainment", ...rows].join("\n"));
    const call = ["compare", "sample.paymix", "moved.paymix", "--actuals", "halves.csv"] as const;
    const answer = JSON.parse((await paymix(...call, "--json")).output) as CompareAnswer;
    expect(answer.results).toMatchObject({ people: 1, inSeveralRoles: 1 });
    expect(answer.others[0]?.backTest).toMatchObject({ people: 1, gain: 1, lose: 0, same: 0, toKeepWhole: 0, changes: [{ person: "Ann", roles: [cam.id, second.id], difference: 10_000 }] });
    const { output } = await paymix(...call);
    expect(output).toContain("With the results of one person\n");
    expect(output).toMatch(/People who earn more +1\nPeople who earn less +0\n/);
    for (const name of ["moved.paymix", "halves.csv"]) rmSync(join(folder, name));
  });

  it("names the KPIs of a file that stand at target for lack of results", async () => {
    writeFileSync(join(folder, "nps.paymix"), FIXTURE.replaceAll("Partner enablement milestones", "Satisfaction").replaceAll('"id": "enablement"', '"id": "nps"'));
    writeFileSync(join(folder, "four.csv"), ["Person,Role,KPI,Attainment", ...["sourced", "influenced", "enablement", "Strategic objectives"].map((kpi) => `Ada,CAM,${kpi},1`)].join("\n"));
    const { output } = await paymix("compare", "plan.paymix", "nps.paymix", "--actuals", "four.csv");
    expect(output).toMatch(/At target for lack of results in it: Channel Account Manager, Satisfaction +1\n/);
    for (const name of ["nps.paymix", "four.csv"]) rmSync(join(folder, name));
  });

  it.each([
    [["--problems", "all.txt"], "--problems is about the file of --actuals, and there is none.\n"],
    [["--actuals", "a.csv", "--sheet", "New"], "--sheet is the name of a sheet of a workbook, and a.csv is none (.xlsx).\n"],
    [["--actuals", "a.csv", "--problems", "./plan.paymix"], "--problems would write over ./plan.paymix.\n"],
  ])("refuses %j", async (words, errors) => {
    expect(await paymix("compare", "plan.paymix", "sharper.paymix", ...words)).toEqual({ output: "", errors, exitCode: 2 });
  });

  it("refuses a file of results without one usable row", async () => {
    writeFileSync(join(folder, "none.csv"), "Person,Role,KPI,Attainment\nAda,Boss,sourced,1\nBo,CAM,sourced,1\n");
    const { output, errors, exitCode } = await paymix("compare", "plan.paymix", "plan.paymix", "--actuals", "none.csv");
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 1 });
    expect(errors).toContain("none.csv, line 2, Role: “Boss” is no role of the compared scenarios.\n");
    expect(errors).toContain("none.csv: No row of it can be used.\n");
    rmSync(join(folder, "none.csv"));
  });

  it("refuses a damaged file with its problems", async () => {
    const { exitCode, errors } = await paymix("compare", "plan.paymix", "damaged.paymix");
    expect(exitCode).toBe(1);
    expect(errors).toContain("damaged.paymix");
    expect(errors).toContain("roles[0].headcount");
  });
});
