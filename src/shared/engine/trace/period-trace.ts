/** One payment of the year, or all of them, as a trace. */
import type { Role } from "../../model/scenario.ts";
import { own } from "../../model/own.ts";
import { NO_MONEY, roundMinor, roundMoney, type MinorUnits } from "../../units/money.ts";
import { snapAttainment } from "../attainment.ts";
import { earnedUnderCap, product, rule, shareOfPeriod, sumOf } from "../formulas.ts";
import { periodsOf, seasonsOf } from "../payments.ts";
import { evaluateRole, type PayContext } from "../role.ts";
import { withDraw } from "../year/draw.ts";
import { attainmentToDate, mostOf, type WorkedPeriod } from "../year/earned-periods.ts";
import { workedPeriods } from "../year/person-year.ts";
import { input, step } from "./nodes.ts";
import type { Question, TraceNode, TracePlace } from "./outcome.ts";
import { factorTrace, nameOf } from "./pay-trace.ts";

type PeriodQuestion = Extract<Question, { of: "period" }>;

type Person = {
  readonly role: Role;
  readonly context: PayContext;
  readonly worked: readonly WorkedPeriod[];
  readonly attained: (kpiId: string, period: number) => number;
  readonly isCovered: boolean;
  /** Each KPI's share of the year's target incentive. */
  readonly shares: readonly MinorUnits[];
};

/** @returns null for a period or a group of new hires that does not exist */
export function periodTrace(role: Role, context: PayContext, { hires, period, figure, attained }: PeriodQuestion): TraceNode | null {
  const group = hires === null ? { startPeriod: 1, ramp: [] } : role.newHires[hires];
  if (group === undefined) return null;
  const person: Person = {
    role, context,
    worked: workedPeriods(group, periodsOf(context.payments)),
    attained: (kpiId, each) => snapAttainment(own(attained, kpiId)?.[each] ?? 1),
    isCovered: role.draw !== null && (hires !== null || role.newHires.length === 0),
    shares: evaluateRole(role, context, () => 1).kpis.map((kpi) => kpi.targetIncentive),
  };
  const earned = person.worked.map((_, index) => earnedTrace(person, index));
  const figureOf = (index: number): TraceNode => figuresOf(person, earned.slice(0, index + 1))[figure];
  const last = person.worked.length - 1;
  if (period === null && figure !== "balance") {
    const figures = person.worked.map((_, index) => figureOf(index));
    return step(YEAR_NAMES[figure], "money", sumOf(figures.length, "the sum over the payments of the year"), figures);
  }
  const index = period === null ? last : person.worked.findIndex((each) => each.period === period);
  return index < 0 ? null : figureOf(index);
}

const YEAR_NAMES = { earned: "earned in the year", drawn: "added in the year", recovered: "repaid in the year", paid: "paid in the year" } as const;

/** @param soFar what was earned in every period up to the one asked about */
function figuresOf(person: Person, soFar: readonly TraceNode[]): Readonly<Record<PeriodQuestion["figure"], TraceNode>> {
  const { role, context } = person;
  const index = soFar.length - 1;
  const name = `period ${(person.worked[index]?.period ?? 0) + 1}`;
  const earned = soFar[index] ?? input("earned", 0, "money", null);
  const drawPlace: TracePlace = { roleId: role.id, kpiId: null, field: "draw" };
  const perPeriod = input("draw or guarantee of a period", role.draw === null ? 0 : roundMoney(role.draw.perPeriod, context.currency), "money", drawPlace);
  const underDraw = (figure: "drawn" | "recovered" | "balance", words: string): TraceNode =>
    step(figure, "money", rule(words, ["and"], (values) => withDraw(values.slice(2).map((value) => roundMinor(value)), person.isCovered ? role.draw : null, context.currency)[index]?.[figure] ?? 0), [perPeriod, earned], soFar);
  const drawn = underDraw("drawn", "what is missing from the draw or guarantee while it runs");
  const recovered = underDraw("recovered", "what is owed, from what is earned above the draw");
  return {
    earned: { ...earned, name: `earned in ${name}` },
    drawn: { ...drawn, name: `added in ${name}` },
    recovered: { ...recovered, name: `repaid in ${name}` },
    balance: { ...underDraw("balance", "what was added before and is not repaid yet"), name: `still owed after ${name}` },
    paid: !person.isCovered ? { ...earned, name: `paid in ${name}` } : step(`paid in ${name}`, "money", rule("earned + added − repaid", ["+", "−"], ([got = 0, added = 0, repaid = 0]) => got + added - repaid), [earned, { ...drawn, name: "added by the draw" }, { ...recovered, name: "repaid" }]),
  };
}

/** Earned in one period, plan cap included. */
function earnedTrace(person: Person, index: number): TraceNode {
  const { role } = person;
  const isCumulative = person.context.payments.basis === "cumulative";
  const earnedBy = (last: number): readonly TraceNode[] => role.kpis.map((_, position) => toDateTrace(person, position, last));
  const alone = role.kpis.map((_, position) => payoutTrace(person, position, index));
  const most = mostOf(role, person.worked.flatMap((worked) => role.kpis.map((_, position) => partOf(person, position, worked))));
  const before = index === 0 ? [] : isCumulative ? earnedBy(index - 1) : person.worked.slice(0, index).flatMap((_, each) => role.kpis.map((__, position) => payoutTrace(person, position, each)));
  const now = isCumulative ? earnedBy(index) : [...before, ...alone];
  const earnedToDate = step("earned to date", "money", sumOf(now.length), now);
  const earnedBefore = step("earned before", "money", sumOf(before.length), before);
  if (!isCumulative && (most === null || earnedToDate.value <= most)) return step("earned", "money", sumOf(alone.length), alone);
  const capped = (values: readonly number[]): number => earnedUnderCap(roundMinor(values[0] ?? 0), roundMinor(values[1] ?? 0), most);
  const words = most === null ? "earned to date − earned before" : "earned to date − earned before, each at most what the plan pays in a year";
  return step("earned", "money", rule(words, ["−"], capped), [earnedToDate, earnedBefore]);
}

/** A KPI's share of target incentive in one worked period. */
function partOf({ context, shares }: Person, position: number, { period, ramp }: WorkedPeriod): number {
  return shareOfPeriod(shares[position] ?? NO_MONEY, seasonsOf(context.payments), period, ramp);
}

function shareNode(person: Person, position: number, periods: readonly WorkedPeriod[]): TraceNode {
  const { role, context } = person;
  const kpi = role.kpis[position];
  const ofYear = input(`share of ${kpi === undefined ? "" : nameOf(kpi)} in the year`, person.shares[position] ?? NO_MONEY, "money", { roleId: role.id, kpiId: kpi?.id ?? null, field: "weight" });
  const seasons = seasonsOf(context.payments);
  return step("share of target incentive", "money", rule(periods.length === 1 ? "share of the year × season × ramp" : "share of the year × seasons and ramp so far", [], ([share = 0]) => periods.reduce((sum, { period, ramp }) => sum + shareOfPeriod(roundMinor(share), seasons, period, ramp), 0)), [ofYear]);
}

function payoutTrace(person: Person, position: number, index: number): TraceNode {
  const worked = person.worked[index];
  const attainments = person.role.kpis.map((kpi) => input(`attainment of ${nameOf(kpi)}`, person.attained(kpi.id, worked?.period ?? 0), "percent", null));
  return kpiStep(person, position, worked === undefined ? [] : [worked], attainments);
}

/** What one KPI has earned from the first worked period to this one, by the attainment to date. */
function toDateTrace(person: Person, position: number, index: number): TraceNode {
  const soFar = person.worked.slice(0, index + 1);
  const seasons = seasonsOf(person.context.payments);
  const attainments = person.role.kpis.map((kpi) => {
    const targets = soFar.map(({ period, ramp }) => (seasons[period] ?? 0) * ramp);
    const inPeriods = soFar.map(({ period }) => input(`period ${period + 1}`, person.attained(kpi.id, period), "percent", null));
    return step(`attainment of ${nameOf(kpi)} to date`, "percent", rule("the mean of the periods so far, each weighing as its target", inPeriods.slice(1).map(() => "and"), (values) => {
      let [reached, target] = [0, 0];
      targets.forEach((each, at) => {
        target += each;
        reached += each * (values[at] ?? 0);
      });
      return attainmentToDate(reached, target);
    }), inPeriods);
  });
  return kpiStep(person, position, soFar, attainments);
}

function kpiStep(person: Person, position: number, periods: readonly WorkedPeriod[], attainments: readonly TraceNode[]): TraceNode {
  const kpi = person.role.kpis[position];
  return step(kpi === undefined ? "" : nameOf(kpi), "money", product("share of target incentive × payout factor"), [shareNode(person, position, periods), factorTrace(person.role, position, attainments)]);
}
