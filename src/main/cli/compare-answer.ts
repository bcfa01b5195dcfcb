/** What `compare` answers: differences in cost, why, and in which inputs, of every other file against the base. */
import { costBridge, differenceWords, inputDifferences, matchRoles, type Bridge, type InputDifference } from "#shared/comparison/index.ts";
import { headline } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatNumber } from "#shared/report/format.ts";
import { toCurrencyUnits, type MinorUnits } from "#shared/units/money.ts";
import { exactMoney } from "./cost-text.ts";
import { alignedLines, printable } from "./text-lines.ts";

/** A scenario as it is compared, in the currency of the base. */
export type ComparedFile = { readonly file: string; readonly scenario: Scenario; /** Units of the base's currency for one of the file's; null where they are the same. */ readonly rate: number | null };

export type Compared = ComparedFile & {
  readonly costDifference: MinorUnits;
  readonly bridge: Bridge;
  readonly inputs: readonly InputDifference[];
};

export type CompareAnswer = {
  readonly currency: string;
  readonly base: { readonly id: string; readonly name: string; readonly file: string; readonly cost: number; readonly expectedCost: number };
  readonly others: readonly {
    readonly id: string;
    readonly name: string;
    readonly file: string;
    readonly rate: number | null;
    /** At target. */
    readonly costDifference: number;
    readonly expectedCostDifference: number;
    /** Years the expected costs of this comparison are the mean of; null where they are exact. */
    readonly simulatedYears: number | null;
    /** Parts of the difference in expected cost; they total it. */
    readonly bridge: readonly { readonly group: string; readonly amount: number }[];
    readonly inputs: readonly { readonly path: string; readonly label: string; readonly from: string; readonly to: string }[];
  }[];
};

export function compared(base: Scenario, others: readonly ComparedFile[]): readonly Compared[] {
  return others.map((other) => {
    const pairs = matchRoles(base, other.scenario);
    return {
      ...other,
      costDifference: (headline(other.scenario).costAtTarget - headline(base).costAtTarget) as MinorUnits,
      bridge: costBridge(base, other.scenario, pairs, "expected"),
      inputs: inputDifferences(base, other.scenario, pairs),
    };
  });
}

export function compareAnswer(base: ComparedFile, others: readonly Compared[]): CompareAnswer {
  const { scenario } = base;
  const units = (amount: number): number => toCurrencyUnits(amount, scenario.currency);
  // The base against itself: its expected cost, as every bridge begins with it.
  const expected = others[0]?.bridge.from ?? headline(scenario).costAtTarget;
  return {
    currency: scenario.currency,
    base: { id: scenario.id, name: scenario.name, file: base.file, cost: units(headline(scenario).costAtTarget), expectedCost: units(expected) },
    others: others.map(({ file, rate, scenario: other, costDifference, bridge, inputs }) => ({
      id: other.id, name: other.name, file, rate,
      costDifference: units(costDifference),
      expectedCostDifference: units(bridge.to - bridge.from),
      simulatedYears: bridge.simulatedYears,
      bridge: bridge.parts.map(({ name, amount }) => ({ group: name, amount: units(amount) })),
      inputs: inputs.map(({ path, role, name, from, to }) => ({ path, label: role === null ? name : `${role}: ${name}`, from, to })),
    })),
  };
}

export function compareText(base: ComparedFile, others: readonly Compared[]): string {
  const { currency, name } = base.scenario;
  const blocks = others.map(({ scenario, rate, costDifference, bridge, inputs }) => {
    const money = exactMoney(currency, [bridge.from, bridge.to, costDifference, ...bridge.parts.map(({ amount }) => amount)]);
    const signed = (amount: MinorUnits): string => `${amount > 0 ? "+" : ""}${money(amount)}`;
    return [
      `${printable(scenario.name)} against ${printable(name)}, in ${currency}${rate === null ? "" : `, amounts × ${rate}`}\n\n`,
      alignedLines([
        [`Expected cost of ${printable(name)}`, money(bridge.from)],
        ...bridge.parts.map((part) => [`  ${part.name}`, signed(part.amount)]),
        [`Expected cost of ${printable(scenario.name)}`, money(bridge.to)],
        ["Difference at target", signed(costDifference)],
      ]),
      bridge.simulatedYears === null ? "" : `\nExpected costs are the means of the first ${formatNumber(bridge.simulatedYears)} simulated years.\n`,
      inputs.length === 0 ? "\nNo input differs.\n" : `\nInputs that differ\n\n${inputs.map((each) => `  ${printable(differenceWords(each))}\n`).join("")}`,
    ].join("");
  });
  return blocks.join("\n");
}
