/** `--trials 20000 --seed 7`: a document with these in place of its own. */
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Scenario } from "#shared/model/scenario.ts";

export type SimulateWords = { readonly trials: string | undefined; readonly seed: string | undefined };

type SimulateInput = { readonly ok: true; readonly value: Scenario } | { readonly ok: false; readonly message: string };

export function simulateInput({ trials, seed }: SimulateWords, scenario: Scenario): SimulateInput {
  let { outlook } = scenario;
  for (const [name, text] of [["trials", trials], ["seed", seed]] as const) {
    if (text === undefined) continue;
    const { min, max, rangeText } = PARAMETERS[name];
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max)) return { ok: false, message: `--${name} is “${text}”; allowed is ${rangeText}.` };
    outlook = { ...outlook, [name]: value };
  }
  return { ok: true, value: { ...scenario, outlook } };
}
