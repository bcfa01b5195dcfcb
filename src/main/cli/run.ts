/** Reads a call, runs its command, answers what to print. No stack traces: every failure is a sentence. */
import { parseArgs } from "node:util";
import { attainmentInput } from "./attainment-input.ts";
import { readScenario } from "./read-scenario.ts";
import { checkAnswer, checkText, evaluateAnswer, evaluateText } from "./answers.ts";

export type CommandAnswer = { readonly output: string; readonly errors: string; readonly exitCode: 0 | 1 | 2 };

const HELP = `paymix evaluate FILE [--attainment 1.2 | --attainment '{"cam":{"sourced":1.2}}'] [--json]
    pay per head and cost of every role; all KPIs at one attainment, or those named (the rest at 1)
paymix check FILE [--json]
    whether a file is read, and what is wrong in it

Exit code: 0, 1 when a file is refused, 2 when the call is wrong.
`;

export async function runCommandLine(args: readonly string[]): Promise<CommandAnswer> {
  const call = readCall(args);
  if (!call.ok) return { output: "", errors: `${call.message}\n\n${HELP}`, exitCode: 2 };
  if (call.command === "help") return { output: HELP, errors: "", exitCode: 0 };
  const read = await readScenario(call.file);
  if (read.kind === "unreadable") return { output: "", errors: `${read.message}\n`, exitCode: 1 };
  if (call.command === "check") {
    const refused = read.kind === "refused";
    return {
      output: call.json ? jsonText(checkAnswer(read)) : refused ? "" : checkText(read.scenario, call.file),
      errors: refused ? problemText(read.problems, call.file) : "",
      exitCode: refused ? 1 : 0,
    };
  }
  if (read.kind === "refused") return { output: "", errors: problemText(read.problems, call.file), exitCode: 1 };
  const input = attainmentInput(call.attainment, read.scenario);
  if (!input.ok) return { output: "", errors: `${input.message}\n`, exitCode: 2 };
  const answer = evaluateAnswer(read.scenario, input.value);
  return { output: call.json ? jsonText(answer) : evaluateText(answer, read.scenario), errors: "", exitCode: 0 };
}

type Call =
  | { readonly ok: true; readonly command: "help" }
  | { readonly ok: true; readonly command: "evaluate" | "check"; readonly file: string; readonly json: boolean; readonly attainment: string | undefined }
  | { readonly ok: false; readonly message: string };

function readCall(args: readonly string[]): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, attainment: { type: "string" }, help: { type: "boolean", short: "h", default: false } },
    });
    const [command, file, ...more] = positionals;
    if (values.help || command === "help") return { ok: true, command: "help" };
    if (command === undefined) return { ok: false, message: "Name a command." };
    if (command !== "evaluate" && command !== "check") return { ok: false, message: `There is no command “${command}”.` };
    if (file === undefined) return { ok: false, message: `paymix ${command} needs a file.` };
    if (more.length > 0) return { ok: false, message: `paymix ${command} takes one file; “${more.join(" ")}” is too much.` };
    if (command === "check" && values.attainment !== undefined) return { ok: false, message: "paymix check takes no --attainment." };
    return { ok: true, command, file, json: values.json, attainment: values.attainment };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.message.split("\n")[0] ?? "") : "The call is wrong." };
  }
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function problemText(problems: readonly { readonly path: string; readonly message: string }[], file: string): string {
  return `${file} was not opened.\n${problems.map(({ path, message }) => `  ${path === "" ? "" : `${path}: `}${message}\n`).join("")}`;
}
