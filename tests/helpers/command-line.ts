/** The real command as a person or a script calls it: a process of its own, real files, in a folder of its own. */
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect } from "vitest";
import type { EvaluateAnswer } from "../../src/main/cli/evaluate-answer.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { serializeScenario } from "#shared/scenario-file/index.ts";
import { FIXTURE, fixtureWith } from "./changed-fixture.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** The command of a checkout, which bundles itself at every call. */
export const script = join(root, "scripts", "paymix.mjs");

export type Ended = { readonly output: string; readonly errors: string; readonly exitCode: number };

export function ended(program: string, args: readonly string[], cwd: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd, env: { ...process.env, ...environment }, shell: program.endsWith(".cmd") }, (error, output, errors) => {
      resolve({ output, errors, exitCode: error === null ? 0 : Number(error.code) });
    });
  });
}

export type CommandFolder = {
  readonly folder: string;
  readonly paymix: (...args: readonly string[]) => Promise<Ended>;
  /** What `evaluate --json` answers, without anything on standard error. */
  readonly evaluated: (...args: readonly string[]) => Promise<EvaluateAnswer>;
};

/** A folder with scenario files to call the command in, which is bundled once for all calls; removed after the tests of the file. */
export function commandFolder(): CommandFolder {
  const own = mkdtempSync(join(tmpdir(), "paymix-cli-"));
  afterAll(() => rmSync(own, { recursive: true }));
  const [command, folder] = [join(own, "paymix.mjs"), join(own, "plans")];
  execFileSync(process.execPath, [join(root, "scripts", "bundle-command-line.mjs"), command]);
  mkdirSync(folder);
  for (const [name, text] of Object.entries(scenarioFiles())) writeFileSync(join(folder, name), text);

  const paymix = (...args: readonly string[]): Promise<Ended> => ended(process.execPath, [command, ...args], folder, {});
  const evaluated = async (...args: readonly string[]): Promise<EvaluateAnswer> => {
    const { output, errors, exitCode } = await paymix("evaluate", ...args, "--json");
    expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
    return JSON.parse(output) as EvaluateAnswer;
  };
  return { folder, paymix, evaluated };
}

function scenarioFiles(): Readonly<Record<string, string>> {
  const quarterly = { frequency: "quarterly", basis: "discrete" };
  return {
    "plan.paymix": FIXTURE,
    "sample.paymix": serializeScenario(sampleScenario(), "1.0.0"),
    "damaged.paymix": FIXTURE.replace('"headcount": 12', '"headcount": -1').replace('"weight": 0.4', '"weight": 0.3'),
    "quarterly.paymix": fixtureWith({ payments: quarterly }),
    "hires.paymix": fixtureWith({ payments: quarterly, "roles[0].newHires": [{ count: 2, startPeriod: 2, ramp: [0.5] }], "roles[0].draw": { kind: "recoverable", perPeriod: 15_000, periods: 2 } }),
    "spread.paymix": fixtureWith({ payments: quarterly, "outlook.periodSpread": 0.2, "cost.bookedRevenue": 50_000_000 }),
    "sharper.paymix": fixtureWith({ name: "Sharper upside", "roles[0].baseShare": 0.45, "roles[0].headcount": 13, "roles[0].kpis[0].weight": 0.5, "roles[0].kpis[1].weight": 0.2, "cost.burdenOnBase": 0.2 }),
    "euro.paymix": fixtureWith({ name: "Europe", currency: "EUR" }),
  };
}
