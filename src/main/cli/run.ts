/** Reads a call, runs its command, answers what to print. Every failure is a sentence. */
import { parseArgs } from "node:util";
import { solve } from "#shared/analysis/index.ts";
import { rolesOfAll } from "#shared/comparison/index.ts";
import { simulate } from "#shared/engine/index.ts";
import { COUNTED_ABOVE } from "#shared/actuals/index.ts";
import { actualsInput, wrongActualsWords, type ActualsWords } from "./actuals-input.ts";
import { attainmentInput } from "./attainment-input.ts";
import { clear, type ClearCall } from "./clear.ts";
import { checkAnswer, checkText, problemText } from "./check-answer.ts";
import type { CommandAnswer } from "./command-answer.ts";
import { compareAnswer, compareText, compared, withExpected } from "./compare-answer.ts";
import { compareInput } from "./compare-input.ts";
import { evaluateAnswer } from "./evaluate-answer.ts";
import { evaluateText } from "./evaluate-text.ts";
import { evaluation } from "./evaluation.ts";
import { readScenario } from "./read-scenario.ts";
import { simulateAnswer, simulateText } from "./simulate-answer.ts";
import { simulateInput, type SimulateWords } from "./simulate-input.ts";
import { solveAnswer, solveText } from "./solve-answer.ts";
import { solveInput, type SolveWords } from "./solve-input.ts";

const HELP = `paymix evaluate FILE [--attainment 1.2 | --attainment '{"cam":{"sourced":1.2}}'] [--json]
    pay a head and cost of every role, and every payment of the year; every KPI at one attainment, or those named
    (1 is target; the rest at 1; a list like [0.8,1.1,0.9,1.2] has one number a period)
paymix simulate FILE [--trials N] [--seed S] [--json]
    what a year costs over where people land: expected cost, percentiles of N simulated years, the chance of passing the budget
paymix compare BASE OTHER… [--rate EUR=1.08]… [--match BASE=OTHER]… [--actuals FILE [--sheet NAME]
               [--decimal point|comma] [--problems FILE] [--above 0.01]] [--json]
    why every OTHER costs more or less than BASE, cause by cause, and the inputs that differ; at most five others;
    one in another currency needs the price of one unit of it; --match "Account Manager=Hunter" says which role of OTHER is which
    of BASE, --match "Account Manager/Sourced=Hunter/Found" which KPI; with results of last year (CSV or XLSX with columns person,
    role, KPI, period, and attainment or actual and target) what they would have cost, and who earns more or less
    (by more than a share of pay, 0.01 where no other is given); --problems writes every row that cannot be used to a file
paymix check FILE [--json]
    whether FILE is a scenario, everything that is wrong in it, and what published sources say on its plan
paymix solve FILE --lever PATH --goal METRIC=VALUE [--range A:B] [--lock PATH]… [--json]
    the value of one number of FILE, like roles.cam.onTargetEarnings, that brings a figure to a value
    (expectedCost, costAtTarget, p90, ccos at target, expectedCcos, upside or pay@1.2)
paymix clear [--yes] [--data-folder FOLDER] [--json]
    what Paymix keeps of files in its own folder: previous versions, recovery copies, damaged files that were put aside;
    with --yes all of it is removed, and the files themselves stay

--json answers with JSON instead of text.
Exit code: 0; 1 when a file is refused; 2 when the call is wrong.
`;

export async function runCommandLine(args: readonly string[]): Promise<CommandAnswer> {
  const call = readCall(args);
  if (!call.ok) return { output: "", errors: `${call.message}\n\n${HELP}`, exitCode: 2 };
  if (call.command === "help") return { output: HELP, errors: "", exitCode: 0 };
  switch (call.command) {
    case "clear":
      return clear(call);
    case "check":
      return check(call);
    case "evaluate":
      return evaluate(call);
    case "simulate":
      return simulateYears(call);
    case "solve":
      return solveFor(call);
    case "compare":
      return compareFiles(call);
  }
}

async function check({ file, json }: FileCall): Promise<CommandAnswer> {
  const read = await readScenario(file);
  const output = json ? jsonText(checkAnswer(read)) : read.ok ? checkText(read.scenario, file) : "";
  return read.ok ? { output, errors: "", exitCode: 0 } : { output, errors: problemText(read.problems, file), exitCode: 1 };
}

async function evaluate({ file, json, attainment }: FileCall): Promise<CommandAnswer> {
  const read = await readScenario(file);
  if (!read.ok) return { output: "", errors: problemText(read.problems, file), exitCode: 1 };
  const { scenario } = read;
  const input = attainmentInput(attainment, scenario);
  if (!input.ok) return { output: "", errors: `${input.message}\n`, exitCode: 2 };
  const evaluated = evaluation(scenario, input.value);
  return { output: json ? jsonText(evaluateAnswer(scenario, evaluated)) : evaluateText(scenario, evaluated), errors: "", exitCode: 0 };
}

async function simulateYears({ file, json, trials, seed }: FileCall): Promise<CommandAnswer> {
  const read = await readScenario(file);
  if (!read.ok) return { output: "", errors: problemText(read.problems, file), exitCode: 1 };
  const input = simulateInput({ trials, seed }, read.scenario);
  if (!input.ok) return { output: "", errors: `${input.message}\n`, exitCode: 2 };
  const outcome = simulate(input.value);
  return { output: json ? jsonText(simulateAnswer(input.value, outcome)) : simulateText(input.value, outcome), errors: "", exitCode: 0 };
}

async function solveFor({ file, json, lever, goal: wanted, range, lock }: FileCall): Promise<CommandAnswer> {
  const read = await readScenario(file);
  if (!read.ok) return { output: "", errors: problemText(read.problems, file), exitCode: 1 };
  const { scenario } = read;
  const input = solveInput({ lever, goal: wanted, range, lock }, scenario);
  if (!input.ok) return { output: "", errors: `${input.message}\n`, exitCode: 2 };
  const { goal } = input.value;
  const solved = solve(scenario, input.value);
  return { output: json ? jsonText(solveAnswer(solved, goal, scenario.currency)) : solveText(scenario, solved, goal), errors: "", exitCode: 0 };
}

async function compareFiles({ file, others, json, rate, match, above = String(COUNTED_ABOVE), ...words }: FileCall): Promise<CommandAnswer> {
  const wrong = wrongActualsWords(words, [file, ...others]);
  if (wrong !== null) return { output: "", errors: `${wrong}\n`, exitCode: 2 };
  const input = await compareInput([file, ...others], rate, match);
  if (!input.ok) return { output: "", errors: input.message, exitCode: input.exitCode };
  if (!/^(0(\.\d{1,12})?|1)$/.test(above)) return { output: "", errors: `--above is “${above}”; it is a share of pay from 0 to 1, like 0.01.\n`, exitCode: 2 };
  const { scenario } = input.base;
  const all = rolesOfAll(scenario, input.others);
  const read = words.actuals === undefined ? null : await actualsInput(words.actuals, all, words);
  if (read !== null && !read.ok) return { output: "", errors: read.message, exitCode: read.exitCode };
  const results = read?.results ?? null;
  const answers = compared(scenario, input.others, results, Number(above));
  const base = withExpected(input.base);
  return { output: json ? jsonText(compareAnswer(base, answers, results)) : compareText(base, answers), errors: read?.warnings ?? "", exitCode: 0 };
}

type FileCall = { readonly file: string; readonly others: readonly string[]; readonly rate: readonly string[] | undefined; readonly match: readonly string[] | undefined; readonly above: string | undefined; readonly json: boolean; readonly attainment: string | undefined } & ActualsWords & SimulateWords & SolveWords;
type Command = "compare" | "evaluate" | "simulate" | "check" | "solve";
type Call =
  | { readonly ok: true; readonly command: "help" }
  | ({ readonly ok: true; readonly command: "clear" } & ClearCall)
  | ({ readonly ok: true; readonly command: Command } & FileCall)
  | { readonly ok: false; readonly message: string };

const OPTIONS = ["attainment", "trials", "seed", "lever", "goal", "range", "lock", "rate", "match", "actuals", "decimal", "sheet", "problems", "above"] as const;
const CLEAR_OPTIONS = ["yes", "data-folder"] as const;
const OPTIONS_OF: Readonly<Record<Command, readonly (typeof OPTIONS)[number][]>> = { evaluate: ["attainment"], simulate: ["trials", "seed"], check: [], solve: ["lever", "goal", "range", "lock"], compare: ["rate", "match", "actuals", "decimal", "sheet", "problems", "above"] };

function isCommand(text: string): text is Command {
  return Object.hasOwn(OPTIONS_OF, text);
}

function readCall(args: readonly string[]): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        attainment: { type: "string" },
        trials: { type: "string" },
        seed: { type: "string" },
        lever: { type: "string" },
        goal: { type: "string" },
        range: { type: "string" },
        lock: { type: "string", multiple: true },
        rate: { type: "string", multiple: true },
        match: { type: "string", multiple: true },
        actuals: { type: "string" },
        decimal: { type: "string" },
        sheet: { type: "string" },
        problems: { type: "string" },
        above: { type: "string" },
        yes: { type: "boolean" },
        "data-folder": { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const [command, file, ...more] = positionals;
    if (values.help || command === "help") return { ok: true, command: "help" };
    if (command === undefined) return { ok: false, message: "Name a command." };
    if (command === "clear") return clearCall(values, file);
    if (!isCommand(command)) return { ok: false, message: `There is no command “${command}”.` };
    if (file === undefined) return { ok: false, message: `paymix ${command} needs a file.` };
    if (more.length > 0 && command !== "compare") return { ok: false, message: `paymix ${command} takes one file; “${more.join(" ")}” is too much.` };
    const strange = [...OPTIONS, ...CLEAR_OPTIONS].find((option) => values[option] !== undefined && !OPTIONS_OF[command].some((own) => own === option));
    if (strange !== undefined) return { ok: false, message: `paymix ${command} takes no --${strange}.` };
    const { json, attainment, trials, seed, lever, goal, range, lock, rate, match, actuals, decimal, sheet, problems, above } = values;
    return { ok: true, command, file, others: more, json, attainment, trials, seed, lever, goal, range, lock, rate, match, actuals, decimal, sheet, problems, above };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.message.split("\n")[0] ?? "") : "The call is wrong." };
  }
}

type ClearValues = Readonly<Partial<Record<(typeof OPTIONS)[number], unknown>>> & { readonly yes?: boolean | undefined; readonly "data-folder"?: string | undefined; readonly json: boolean };

function clearCall(values: ClearValues, file: string | undefined): Call {
  if (file !== undefined) return { ok: false, message: "paymix clear takes no file: it is about all of them." };
  const strange = OPTIONS.find((option) => values[option] !== undefined);
  if (strange !== undefined) return { ok: false, message: `paymix clear takes no --${strange}.` };
  return { ok: true, command: "clear", yes: values.yes ?? false, dataFolder: values["data-folder"], json: values.json };
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
