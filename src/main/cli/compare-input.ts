/** `compare BASE OTHER… --rate EUR=1.08 --match cam=hunter`: the files to compare, all in the currency of the base. */
import { NO_CHOICES, inCurrency } from "#shared/comparison/index.ts";
import { problemText } from "./check-answer.ts";
import type { ComparedFile } from "./compare-answer.ts";
import { matchInput } from "./match-input.ts";
import { readScenario } from "./read-scenario.ts";

type CompareInput =
  | { readonly ok: true; readonly base: ComparedFile; readonly others: readonly ComparedFile[] }
  | { readonly ok: false; readonly exitCode: 1 | 2; readonly message: string };

/** Beside the base; as many as the window compares. */
const MOST_OTHERS = 5;

export async function compareInput([file, ...more]: readonly string[], rates: readonly string[] = [], matches: readonly string[] = []): Promise<CompareInput> {
  if (file === undefined || more.length === 0) return wrong("paymix compare needs a base and at least one other file.");
  if (more.length > MOST_OTHERS) return wrong(`paymix compare takes a base and at most ${MOST_OTHERS} other files.`);
  const rateOf = new Map<string, number>();
  for (const text of rates) {
    const [, currency, number] = /^([A-Z]{3})=(\d{1,12}(?:\.\d{1,12})?)$/.exec(text) ?? [];
    if (currency === undefined || Number(number) === 0) return wrong(`--rate is “${text}”; it is written like EUR=1.08, the price of one euro in the base's currency.`);
    rateOf.set(currency, Number(number));
  }
  const read = await readScenario(file);
  if (!read.ok) return { ok: false, exitCode: 1, message: problemText(read.problems, file) };
  const base = { file, scenario: read.scenario, converted: null, choices: NO_CHOICES };
  const others: ComparedFile[] = [];
  for (const each of more) {
    const other = await readScenario(each);
    if (!other.ok) return { ok: false, exitCode: 1, message: problemText(other.problems, each) };
    const { currency } = other.scenario;
    const rate = currency === base.scenario.currency ? null : rateOf.get(currency);
    if (rate === undefined) return wrong(`${each} is in ${currency}, ${file} in ${base.scenario.currency}: give the price of one ${currency} with --rate ${currency}=…`);
    others.push({ file: each, choices: NO_CHOICES, converted: rate === null ? null : { currency, rate }, scenario: rate === null ? other.scenario : inCurrency(other.scenario, base.scenario.currency, rate) });
  }
  const matched = matchInput(matches, read.scenario, others);
  return matched.ok ? { ok: true, base, others: matched.others } : wrong(matched.message);
}

function wrong(message: string): CompareInput {
  return { ok: false, exitCode: 2, message: `${message}\n` };
}
