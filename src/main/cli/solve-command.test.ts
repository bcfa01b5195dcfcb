/** `solve` as a person or a script calls it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandFolder } from "../../../tests/helpers/command-line.ts";

const { folder, paymix } = commandFolder();

describe("solve", () => {
  const solved = async (...args: readonly string[]): Promise<unknown> => {
    const { output, errors, exitCode } = await paymix("solve", "plan.paymix", ...args, "--json");
    expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
    return JSON.parse(output);
  };

  it("finds the value that brings a figure to a goal, in currency units, and its keys in order", async () => {
    const answer = await solved("--lever", "roles.cam.headcount", "--goal", "costAtTarget=2093850");
    expect(answer).toEqual({ lever: "roles.cam.headcount", value: 10, nearest: 10, goal: 2_093_850, reached: true, reason: null, neighbours: null });
    expect(Object.keys(answer as object)).toEqual(["lever", "value", "nearest", "goal", "reached", "reason", "neighbours"]);
    const { output } = await paymix("solve", "plan.paymix", "--lever", "roles.cam.headcount", "--goal", "costAtTarget=2093850");
    expect(output).toBe("Headcount, Channel Account Manager: 10 (now 12) gives cost at target $2,093,850.\n");
  });

  it("answers what comes closest and why, where a goal is out of reach", async () => {
    expect(await solved("--lever", "roles.cam.headcount", "--goal", "costAtTarget=9000000", "--range", "4:20")).toEqual({
      lever: "roles.cam.headcount", value: null, nearest: 20, goal: 4_187_700, reached: false, reason: "No value in this range; nearest is 20.", neighbours: null,
    });
  });

  it("answers both sides where the goal is between two whole numbers, and reaches neither", async () => {
    const asked = ["--lever", "roles.cam.headcount", "--goal", "costAtTarget=2200000"];
    expect(await solved(...asked)).toEqual({
      lever: "roles.cam.headcount", value: null, nearest: 11, goal: 2_303_235, reached: false,
      reason: "10 gives cost at target $2,093,850, 11 gives $2,303,235; there is nothing between.",
      neighbours: [{ value: 10, goal: 2_093_850 }, { value: 11, goal: 2_303_235 }],
    });
    expect(await paymix("solve", "plan.paymix", ...asked)).toEqual({
      output: "10 gives cost at target $2,093,850, 11 gives $2,303,235; there is nothing between.\nNearest: Headcount, Channel Account Manager: 11 (now 12) gives cost at target $2,303,235.\n",
      errors: "", exitCode: 0,
    });
  });

  it("keeps what is locked, and says where nothing is left to move", async () => {
    const goal = ["--lever", "roles.cam.kpis.sourced.weight", "--goal", "pay@1.2=200000"];
    const others = (await solved(...goal)) as { readonly value: number | null; readonly nearest: number };
    const held = await solved("--lever", "roles.cam.headcount", "--goal", "costAtTarget=2093850", "--lock", "roles.cam");
    expect(held).toMatchObject({ value: null, nearest: 12, reached: false, reason: "Headcount, Channel Account Manager is locked." });
    const all = JSON.parse(readFileSync(join(folder, "plan.paymix"), "utf8")) as { readonly roles: readonly { readonly id: string; readonly kpis: readonly { readonly id: string }[] }[] };
    const locks = (all.roles.find(({ id }) => id === "cam")?.kpis ?? []).filter(({ id }) => id !== "sourced").flatMap(({ id }) => ["--lock", `roles.cam.kpis.${id}`]);
    expect(await solved(...goal, ...locks)).toMatchObject({ value: null, reason: "No other weight can give or take." });
    expect(others.nearest).not.toBeNull();
  });

  it("moves what is no single number of the file, and a cap that is empty", async () => {
    expect(await solved("--lever", "roles.cam.curves.threshold", "--goal", "pay@0.9=140000", "--lock", "roles.cam.kpis.sourced.curve")).toMatchObject({ reached: false, reason: "Threshold, every KPI, Channel Account Manager would change “roles.cam.kpis.sourced.curve”, which is locked." });
    // At 120% the plan pays 1.165 of 90,000 (docs/compensation-model.md); a cap of 1.1 pays 99,000.
    const cap = await solved("--lever", "roles.cam.payoutCap", "--goal", "pay@1.2=189000");
    expect(cap).toMatchObject({ value: 1.1, goal: 189_000, reached: true });
    const { output } = await paymix("solve", "plan.paymix", "--lever", "roles.cam.payoutCap", "--goal", "pay@1.2=189000");
    expect(output).toBe("Plan cap, Channel Account Manager: 110% (now none) gives pay at 120% $189,000.\n");
  });

  it.each([
    [["--lever", "roles.cam.headcount", "--goal", "ccos=0.08", "--lock", "roles.cma"], "--lock: There is no input “roles.cma”."],
    [["--lever", "roles.cam.headcuont", "--goal", "ccos=0.08"], "--lever: There is no input “roles.cam.headcuont”. The nearest is “roles.cam.headcount”."],
    [["--lever", "cost.bookedRevenue", "--goal", "ccos=0.08"], "--lever: “cost.bookedRevenue” is empty; give it a value first."],
    [["--lever", "roles.cam.headcount", "--goal", "cost=1"], "--goal: “cost” is no goal. Goals: expectedCost, costAtTarget, p90, ccos, expectedCcos, upside, pay@1.2"],
    [["--lever", "roles.cam.headcount", "--goal", "ccos"], "--goal: “ccos” has no number behind its =; like ccos=0.08"],
    [["--lever", "cost.burdenOnBase", "--goal", "upside=2"], "--goal: upside is of one role; --lever must be a number of it"],
    [["--lever", "roles.cam.headcount", "--goal", "ccos=0.08", "--range", "9:4"], "--range: “9:4” must be two numbers, the lower first: 0.4:0.7"],
    [["--goal", "ccos=0.08"], "paymix solve needs --lever, the path of one number: roles.cam.onTargetEarnings"],
    [["--lever", "roles.cam.headcount", "--goal", "ccos=0.08", "--attainment", "1"], "paymix solve takes no --attainment."],
  ])("refuses %j", async (args, message) => {
    const { output, errors, exitCode } = await paymix("solve", "plan.paymix", ...args);
    expect({ output, exitCode, first: errors.split("\n")[0] }).toEqual({ output: "", exitCode: 2, first: message });
  });
});
