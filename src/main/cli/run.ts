/** Reads a call, runs its command, answers what to print. Every failure is a sentence. */
import { parseArgs } from "node:util";
import { solve } from "#shared/analysis/index.ts";
import { attainmentInput } from "./attainment-input.ts";
import { checkAnswer, checkText, problemText } from "./check-answer.ts";
import { evaluateAnswer } from "./evaluate-answer.ts";
import { evaluateText } from "./evaluate-text.ts";
import { evaluation } from "./evaluation.ts";
import { readScenario } from "./read-scenario.ts";
import { solveAnswer, solveText } from "./solve-answer.ts";
import { solveInput, type SolveWords } from "./solve-input.ts";

export type CommandAnswer = { readonly output: string; readonly errors: string; readonly exitCode: 0 | 1 | 2 };

const HELP = `paymix evaluate FILE [--attainment 1.2 | --attainment '{"cam":{"sourced":1.2}}'] [--json]
    pay a head and cost of every role, and every payment of the year; every KPI at one attainment, or those named
    (1 is target; the rest at 1; a list like [0.8,1.1,0.9,1.2] has one number a period)
paymix check FILE [--json]
    whether FILE is a scenario, everything that is wrong in it, and what published sources say on its plan
paymix solve FILE --lever PATH --goal METRIC=VALUE [--range A:B] [--json]
    the value of one number of FILE, like roles.cam.onTargetEarnings, that brings a figure to a value
    (expectedCost, costAtTarget, p90, ccos, upside or pay@1.2)

--json answers with JSON instead of text.
Exit code: 0; 1 when a file is refused; 2 when the call is wrong.
`;

export async function runCommandLine(args: readonly string[]): Promise<CommandAnswer> {
  const call = readCall(args);
  if (!call.ok) return { output: "", errors: `${call.message}\n\n${HELP}`, exitCode: 2 };
  if (call.command === "help") return { output: HELP, errors: "", exitCode: 0 };
  switch (call.command) {
    case "check":
      return check(call);
    case "evaluate":
      return evaluate(call);
    case "solve":
      return solveFor(call);
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

async function solveFor({ file, json, ...words }: FileCall): Promise<CommandAnswer> {
  const read = await readScenario(file);
  if (!read.ok) return { output: "", errors: problemText(read.problems, file), exitCode: 1 };
  const { scenario } = read;
  const input = solveInput(words, scenario);
  if (!input.ok) return { output: "", errors: `${input.message}\n`, exitCode: 2 };
  const { goal } = input.value;
  const solved = solve(scenario, input.value);
  return { output: json ? jsonText(solveAnswer(solved, goal, scenario.currency)) : solveText(scenario, solved, goal), errors: "", exitCode: 0 };
}

type FileCall = { readonly file: string; readonly json: boolean; readonly attainment: string | undefined } & SolveWords;
type Command = "evaluate" | "check" | "solve";
type Call =
  | { readonly ok: true; readonly command: "help" }
  | ({ readonly ok: true; readonly command: Command } & FileCall)
  | { readonly ok: false; readonly message: string };

function readCall(args: readonly string[]): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, attainment: { type: "string" }, lever: { type: "string" }, goal: { type: "string" }, range: { type: "string" }, help: { type: "boolean", short: "h", default: false } },
    });
    const [command, file, ...more] = positionals;
    if (values.help || command === "help") return { ok: true, command: "help" };
    if (command === undefined) return { ok: false, message: "Name a command." };
    if (!isCommand(command)) return { ok: false, message: `There is no command “${command}”.` };
    if (file === undefined) return { ok: false, message: `paymix ${command} needs a file.` };
    if (more.length > 0) return { ok: false, message: `paymix ${command} takes one file; “${more.join(" ")}” is too much.` };
    const { json, attainment, lever, goal, range } = values;
    const foreign = Object.entries(command === "solve" ? { attainment } : command === "evaluate" ? { lever, goal, range } : { attainment, lever, goal, range }).find(([, value]) => value !== undefined);
    if (foreign !== undefined) return { ok: false, message: `paymix ${command} takes no --${foreign[0]}.` };
    return { ok: true, command, file, json, attainment, lever, goal, range };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.message.split("\n")[0] ?? "") : "The call is wrong." };
  }
}

function isCommand(text: string): text is Command {
  return text === "evaluate" || text === "check" || text === "solve";
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
