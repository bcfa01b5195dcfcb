/** What `compare` answers: differences in cost, why, and in which inputs, of every other file against the base. */
import { allProblems, backTest, costOfSame, countPeople, payChanges, type BackTest, type PayChanges, type TableProblem } from "#shared/actuals/index.ts";
import { NO_CHOICES, costBridge, inputDifferences, matchRoles, resultsMatching, withIdsOf, wordsBelowHeading, type Bridge, type Converted, type InputDifference, type MatchChoices } from "#shared/comparison/index.ts";
import { expectedCcos, expectedCost, headline, simulate, type CostParts, type ExpectedCcos, type Revenue } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatNumber } from "#shared/report/format.ts";
import { toCurrencyUnits, type MinorUnits } from "#shared/units/money.ts";
import type { ReadResults } from "./actuals-input.ts";
import { ccosSentence, exactMoney } from "./cost-text.ts";
import { readable } from "./readable.ts";
import { EXPECTED_PAY } from "./simulate-answer.ts";
import { alignedLines, printable } from "./text-lines.ts";

/** A scenario as it is compared, in the currency of the base. */
export type ComparedFile = { readonly file: string; readonly scenario: Scenario; /** The file's own currency and the price of one unit of it; null where it is the base's. */ readonly converted: Converted | null; /** Roles and KPIs matched by hand to those of the base. */ readonly choices: MatchChoices };

/** A file with its expected cost, worked out once: in closed form, else the mean of all years of the file, as `simulate` and the window have it. */
export type ExpectedFile = ComparedFile & {
  readonly expected: CostParts;
  /** Years it is the mean of; null where it is exact. */
  readonly expectedYears: number | null;
  readonly ccos: ExpectedCcos;
};

/** Results of people under the base and under another scenario. */
export type ComparedPeople = { readonly results: ReadResults; readonly base: BackTest; readonly other: BackTest; /** Of those with a role in both, under the base and under the other. */ readonly costs: readonly MinorUnits[]; readonly changes: PayChanges };

export type Compared = ExpectedFile & {
  /** null without `--actuals`. */
  readonly people: ComparedPeople | null;
  readonly costDifference: MinorUnits;
  readonly bridge: Bridge;
  readonly inputs: readonly InputDifference[];
};

/** Expected pay ÷ revenue, a fraction, without burden; null without revenue. */
type CcosAnswer = { readonly ccos: number | null; readonly revenueBasis: Revenue["revenueBasis"] };

export type CompareAnswer = {
  readonly currency: string;
  readonly base: { readonly id: string; readonly name: string; readonly file: string; readonly cost: number; readonly expectedCost: number; /** Years the expected cost is the mean of; null where it is exact. */ readonly expectedCostYears: number | null } & CcosAnswer;
  readonly others: readonly {
    readonly id: string;
    readonly name: string;
    readonly file: string;
    readonly rate: number | null;
    /** At target. */
    readonly costDifference: number;
    readonly expectedCostDifference: number;
    readonly ccos: CcosAnswer["ccos"];
    readonly revenueBasis: CcosAnswer["revenueBasis"];
    /** Years the expected costs of this comparison are the mean of; null where they are exact. */
    readonly simulatedYears: number | null;
    /** Parts of the difference in expected cost; they total it. */
    readonly bridge: readonly { readonly group: string; readonly amount: number }[];
    readonly inputs: readonly { readonly path: string; readonly label: string; readonly from: string; readonly to: string }[];
    /** With `--actuals`: what last year would have cost, and who would have been paid more or less. */
    readonly backTest?: {
      /** Of the results. */
      readonly people: number;
      /** Of them with a role that this scenario does not have, and that the base does not have. */
      readonly withoutRole: number;
      readonly withoutRoleInBase: number;
      /** KPIs of this scenario that pay and have no result: they stand at target. */
      readonly atTarget: readonly { readonly role: string; readonly kpi: string; readonly people: number }[];
      readonly cost: number;
      readonly costDifference: number;
      readonly gain: number;
      readonly lose: number;
      readonly same: number;
      readonly toKeepWhole: number;
      readonly changes: readonly { readonly person: string; /** Ids of the results: more than one of somebody who changed role. */ readonly roles: readonly string[]; readonly from: number; readonly to: number; readonly difference: number }[];
    };
  }[];
  /** With `--actuals`: what was read, and all that could not be used. */
  readonly results?: {
    readonly file: string;
    /** null of a text. */
    readonly sheet: string | null;
    readonly headerLine: number;
    readonly rows: number;
    readonly rowsUsed: number;
    readonly people: number;
    readonly inSeveralRoles: number;
    readonly problems: readonly TableProblem[];
  };
};

/**
 * @param results read with the roles of all
 * @param share of pay under the base up to which a change counts as none
 */
export function compared(base: Scenario, others: readonly ComparedFile[], results: ReadResults | null, share: number): readonly Compared[] {
  const under = ({ of, actuals }: ReadResults, scenario: Scenario, choices: MatchChoices): BackTest => backTest(scenario, actuals.people, actuals.periods, resultsMatching(of, base, scenario, choices));
  const mine = results === null ? null : under(results, base, NO_CHOICES);
  return others.map((other) => {
    const pairs = matchRoles(base, other.scenario, other.choices);
    return {
      ...withExpected(other, withIdsOf(base, other.scenario, pairs)),
      costDifference: (headline(other.scenario).costAtTarget - headline(base).costAtTarget) as MinorUnits,
      bridge: costBridge(base, other.scenario, pairs, "expected"),
      inputs: inputDifferences(base, other.scenario, pairs, other.converted),
      people: results === null || mine === null ? null : comparedPeople(results, mine, under(results, other.scenario, other.choices), other.scenario, share),
    };
  });
}

/**
 * A file with what it is expected to cost.
 * @param alike its scenario with the base's ids, by which years are drawn
 */
export function withExpected(file: ComparedFile, alike = file.scenario): ExpectedFile {
  const { scenario } = file;
  const exact = expectedCost(scenario).total;
  const expected = exact ?? simulate(alike).expected;
  return { ...file, expected, expectedYears: exact === null ? scenario.outlook.trials : null, ccos: expectedCcos(scenario, expected) };
}

function comparedPeople(results: ReadResults, base: BackTest, other: BackTest, scenario: Scenario, share: number): ComparedPeople {
  return { results, base, other, costs: costOfSame([base, other]).costs, changes: payChanges(base, other, share, scenario.cost.burdenOnVariable) };
}

export function compareAnswer(base: ExpectedFile, others: readonly Compared[], results: ReadResults | null): CompareAnswer {
  const { scenario } = base;
  const units = (amount: number): number => toCurrencyUnits(amount, scenario.currency);
  return {
    currency: scenario.currency,
    base: { id: scenario.id, name: scenario.name, file: base.file, cost: units(headline(scenario).costAtTarget), expectedCost: units(base.expected.cost), expectedCostYears: base.expectedYears, ...ccosAnswer(base.ccos) },
    others: others.map(({ file, converted, scenario: other, costDifference, ccos, bridge, inputs, people }) => ({
      id: other.id, name: other.name, file, rate: converted?.rate ?? null,
      costDifference: units(costDifference),
      expectedCostDifference: units(bridge.to - bridge.from),
      ...ccosAnswer(ccos),
      simulatedYears: bridge.simulatedYears,
      bridge: bridge.parts.map(({ name, amount }) => ({ group: name, amount: units(amount) })),
      inputs: inputs.map(({ path, role, name, from, to }) => ({ path, label: role === null ? name : `${role}: ${name}`, from, to })),
      ...(people === null ? {} : { backTest: peopleAnswer(people, units) }),
    })),
    ...(results === null ? {} : { results: resultsAnswer(results) }),
  };
}

function ccosAnswer({ ccos, revenueBasis }: ExpectedCcos): CcosAnswer {
  return { ccos: ccos === null ? null : readable(ccos), revenueBasis };
}

function resultsAnswer({ file, table, actuals }: ReadResults): NonNullable<CompareAnswer["results"]> {
  return {
    file,
    sheet: table.sheet,
    headerLine: table.headerLine,
    rows: actuals.rowsRead + table.problems.length,
    rowsUsed: actuals.rowsUsed,
    people: countPeople(actuals.people),
    inSeveralRoles: actuals.inSeveralRoles,
    problems: allProblems(table, actuals).map(({ line, column, message, value }) => ({ line, column, message, value })),
  };
}

function peopleAnswer({ results, base, other, costs: [from = base.total.cost, to = other.total.cost], changes }: ComparedPeople, units: (amount: number) => number): NonNullable<CompareAnswer["others"][number]["backTest"]> {
  return {
    people: countPeople(results.actuals.people),
    withoutRole: countPeople(other.withoutRole),
    withoutRoleInBase: countPeople(base.withoutRole),
    atTarget: other.atTarget.map(({ roleId, kpiId, people }) => ({ role: roleId, kpi: kpiId, people })),
    cost: units(to),
    costDifference: units(to - from),
    gain: changes.gain,
    lose: changes.lose,
    same: changes.same,
    toKeepWhole: units(changes.toKeepWhole),
    changes: changes.people.map(({ person, roleIds, from, to, difference }) => ({ person, roles: roleIds, from: units(from), to: units(to), difference: units(difference) })),
  };
}

export function compareText(base: ExpectedFile, others: readonly Compared[]): string {
  const { currency, name } = base.scenario;
  const blocks = others.map(({ scenario, converted, costDifference, expected, ccos, bridge, inputs, people }) => {
    const money = exactMoney(currency, [bridge.from, bridge.to, costDifference, ...bridge.parts.map(({ amount }) => amount)]);
    const signed = (amount: MinorUnits): string => `${amount > 0 ? "+" : ""}${money(amount)}`;
    return [
      `${printable(scenario.name)} against ${printable(name)}, in ${currency}${converted === null ? "" : `, amounts × ${converted.rate}`}\n\n`,
      alignedLines([
        [`Expected cost of ${printable(name)}`, money(bridge.from)],
        ...bridge.parts.map((part) => [`  ${part.name}`, signed(part.amount)]),
        [`Expected cost of ${printable(scenario.name)}`, money(bridge.to)],
        ["Difference at target", signed(costDifference)],
      ]),
      bridge.simulatedYears === null ? "" : `\nExpected costs are the means of the first ${formatNumber(bridge.simulatedYears)} simulated years; of all years they are ${money(base.expected.cost)} and ${money(expected.cost)}.\n`,
      `\n${ccosSentence(`CCOS of ${printable(name)}`, EXPECTED_PAY, base.ccos, currency)}\n${ccosSentence(`CCOS of ${printable(scenario.name)}`, EXPECTED_PAY, ccos, currency)}\n`,
      people === null ? "" : peopleText(people, scenario),
      inputs.length === 0 ? "\nNo input differs.\n" : `\nInputs that differ\n${inputsText(inputs)}`,
    ].join("");
  });
  return blocks.join("\n");
}

/** What is of the plan, then role by role, each below its heading. */
function inputsText(inputs: readonly InputDifference[]): string {
  return inputs.map((each, index) => {
    const isFirst = index === 0 || inputs[index - 1]?.roleId !== each.roleId;
    return `${isFirst ? `\n${printable(each.heading)}\n` : ""}  ${printable(wordsBelowHeading(each))}\n`;
  }).join("");
}

/** Titles of the roles of people that a scenario does not have. */
function rolesOf({ withoutRole }: BackTest, { of }: ReadResults): string {
  const ids = new Set(withoutRole.map(({ roleId }) => roleId));
  return of.roles.filter(({ id }) => ids.has(id)).map(({ title }) => printable(title)).join(", ");
}

function peopleText({ results, base, other, costs: [from = base.total.cost, to = other.total.cost], changes }: ComparedPeople, scenario: Scenario): string {
  const money = exactMoney(scenario.currency, [from, to, changes.toKeepWhole]);
  return `\nWith the results of ${peopleWords(countPeople(results.actuals.people))}\n\n${alignedLines([
    ["Cost as it would have been, base", money(from)],
    ["Cost as it would have been", money(to)],
    ["People who earn more", formatNumber(changes.gain)],
    ["People who earn less", formatNumber(changes.lose)],
    ["To keep everyone whole", money(changes.toKeepWhole)],
    ...(other.withoutRole.length === 0 ? [] : [[`Left out, without a role in it: ${rolesOf(other, results)}`, formatNumber(countPeople(other.withoutRole))]]),
    ...(base.withoutRole.length === 0 ? [] : [[`Left out, without a role in the base: ${rolesOf(base, results)}`, formatNumber(countPeople(base.withoutRole))]]),
    ...other.atTarget.map(({ roleId, kpiId, people }) => [`At target for lack of results in it: ${printable(kpiTitle(scenario, roleId, kpiId))}`, formatNumber(people)]),
  ])}`;
}

function peopleWords(count: number): string {
  return count === 1 ? "one person" : `${formatNumber(count)} people`;
}

function kpiTitle({ roles }: Scenario, roleId: string, kpiId: string): string {
  const role = roles.find(({ id }) => id === roleId);
  return `${role?.title ?? roleId}, ${role?.kpis.find(({ id }) => id === kpiId)?.name ?? kpiId}`;
}

