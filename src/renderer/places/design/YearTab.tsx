/** One person's year, payment by payment, and what changes between paying each period alone and paying the year to date. */
import type { ReactElement } from "react";
import { periodsOf, type PersonYear, type Question } from "#shared/engine/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Payments, Role } from "#shared/model/scenario.ts";
import { own } from "#shared/model/own.ts";
import { formatMoney } from "#shared/report/format.ts";
import { Button } from "../../controls/Button.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Select } from "../../controls/Select.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { setYearAttained, setYearGroup } from "../../state/session-store.ts";
import { useScenario, useSession } from "../../state/use-stores.ts";
import { HiresAndDraw } from "./HiresAndDraw.tsx";
import { percentOf } from "./percent-of.ts";
import { periodName } from "./period-name.ts";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { shownPayments, unevenYear, yearView, type YearView } from "./year-view.ts";
import "./YearTab.css";

export function YearTab({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const { currency } = scenario;
  const { payments } = shownPayments(scenario);
  const periods = periodsOf(payments);
  const kept = useSession((session) => own(session.yearAttained, role.id));
  const chosenGroup = useSession((session) => own(session.yearGroup, role.id) ?? "staff");
  const group = chosenGroup === "staff" || chosenGroup >= role.newHires.length ? "staff" : chosenGroup;
  const attained = Array.from({ length: periods }, (_, index) => kept?.[index] ?? 1);
  const view = yearView(role, scenario, attained, group);
  const isEven = attained.every((one) => one === attained[0]);
  const numbers = Array.from({ length: periods }, (_, index) => index + 1);
  const money = (amount: number): string => formatMoney(amount, currency, "full");
  const paidBy = Object.fromEntries(role.kpis.map((kpi) => [kpi.id, kpi.weight > 0 ? attained : attained.map(() => 1)]));
  const asked = (basis: Payments["basis"]): AskedYear => ({ of: "period", roleId: role.id, hires: group === "staff" ? null : group, attained: paidBy, payments: { ...view.payments, basis } });
  const chosen = view.payments.basis === "discrete" ? view.discrete : view.cumulative;
  return (
    <div className="year-tab">
      <div className="year-tab__bar">
        {role.newHires.length === 0 ? null : (
          <Select
            label="Whose year"
            value={String(group)}
            options={[
              { value: "staff", label: `There all year (${view.roleYear.staff.people})` },
              ...view.roleYear.hires.map((hire, index) => ({ value: String(index), label: `Joins in ${periodName(payments, hire.startPeriod)} (${hire.people})` })),
            ]}
            onChange={(value) => setYearGroup(role.id, value === "staff" ? "staff" : Number(value))}
          />
        )}
        <p className="year-tab__sentence">{sentence(view, isEven, money)}</p>
        <div className="year-tab__tools">
          <Button onPress={() => setYearAttained(role.id, isEven ? unevenYear(payments) : Array.from({ length: periods }, () => 1))}>{isEven ? "Uneven year" : "Even year"}</Button>
          <HiresAndDraw role={role} />
        </div>
      </div>
      <div className="year-tab__scroll">
        <table className={periods > 4 ? "year-table year-table--wide" : "year-table"}>
          <thead>
            <tr>
              <th scope="col">{group === "staff" ? "One person" : "One new hire"}</th>
              {numbers.map((period) => (
                <th scope="col" key={period}>
                  {periodName(payments, period)}
                </th>
              ))}
              <th scope="col">Year</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Attainment</th>
              {numbers.map((period) => (
                <td key={period}>
                  <PeriodAttainment roleId={role.id} periods={attained} index={period - 1} name={periodName(payments, period)} />
                </td>
              ))}
              <td />
            </tr>
            <AmountRow name="Each period alone" person={view.discrete} asked={asked("discrete")} amount="paid" numbers={numbers} money={money} isChosen={payments.basis === "discrete" && !view.isPreview} />
            <AmountRow name="Year to date" person={view.cumulative} asked={asked("cumulative")} amount="paid" numbers={numbers} money={money} isChosen={payments.basis === "cumulative" && !view.isPreview} />
            {chosen.periods.some((period) => period.drawn !== 0 || period.recovered !== 0) ? (
              <>
                <AmountRow name="Earned" person={chosen} asked={asked(view.payments.basis)} amount="earned" numbers={numbers} money={money} isChosen={false} />
                <AmountRow name={role.draw?.kind === "recoverable" ? "Drawn in advance" : "Topped up"} person={chosen} asked={asked(view.payments.basis)} amount="drawn" numbers={numbers} money={money} isChosen={false} />
                {role.draw?.kind === "recoverable" ? (
                  <>
                    <AmountRow name="Repaid" person={chosen} asked={asked(view.payments.basis)} amount="recovered" numbers={numbers} money={money} isChosen={false} />
                    <AmountRow name="Still owed" person={chosen} asked={asked(view.payments.basis)} amount="balance" numbers={numbers} money={money} isChosen={false} />
                  </>
                ) : null}
              </>
            ) : null}
          </tbody>
        </table>
      </div>
    </div>
  );
}

type Amount = "paid" | "earned" | "drawn" | "recovered" | "balance";

/** A question about the year of a person, but for the amount and the period. */
type AskedYear = Omit<Extract<Question, { of: "period" }>, "figure" | "period">;

type AmountRowProps = {
  readonly name: string;
  readonly person: PersonYear;
  readonly asked: AskedYear;
  readonly amount: Amount;
  readonly numbers: readonly number[];
  readonly money: (amount: number) => string;
  /** This is how the plan pays. */
  readonly isChosen: boolean;
};

function AmountRow({ name, person, asked, amount, numbers, money, isChosen }: AmountRowProps): ReactElement {
  const byPeriod = new Map(person.periods.map((period) => [period.period, period]));
  const last = person.periods.at(-1);
  const total = amount === "balance" ? (last?.balance ?? 0) : person.periods.reduce((sum, period) => sum + period[amount], 0);
  return (
    <tr className={isChosen ? "year-table__chosen" : undefined}>
      <th scope="row">
        {name}
        {isChosen ? <span className="spoken-only"> (as this plan pays)</span> : null}
      </th>
      {numbers.map((number) => {
        const period = byPeriod.get(number);
        return (
          <td key={number}>
            {period === undefined ? null : (
              <Figure question={{ ...asked, figure: amount, period: number - 1 }} about={`${name}, period ${number}`}>
                {money(period[amount])}
              </Figure>
            )}
          </td>
        );
      })}
      <td>
        <Figure question={{ ...asked, figure: amount, period: null }} about={`${name}, the year`}>
          {money(total)}
        </Figure>
      </td>
    </tr>
  );
}

type PeriodAttainmentProps = { readonly roleId: string; readonly periods: readonly number[]; readonly index: number; readonly name: string };

function PeriodAttainment({ roleId, periods, index, name }: PeriodAttainmentProps): ReactElement {
  const attainment = periods[index] ?? 1;
  const gesture = useViewGesture(attainment, (value) => setYearAttained(roleId, periods.map((one, i) => (i === index ? value : one))));
  return <NumberField label={`Attainment in ${name}`} quiet kind="percent" value={attainment} format={(value) => percentOf(value, 1)} {...PARAMETERS.attainment} gesture={gesture} />;
}

function sentence({ payments, isPreview, discrete, cumulative }: YearView, isEven: boolean, money: (amount: number) => string): string {
  const gap = discrete.incentive - cumulative.incentive;
  const often = { annual: "", "half-yearly": "half-yearly", quarterly: "quarterly", monthly: "monthly" }[payments.frequency];
  const start = isPreview ? `Paid once a year; paid ${often},` : `Paid ${often},`;
  if (gap === 0) return isEven ? `${start} both ways pay the same while all periods stand alike.` : `${start} both ways pay the same over this year.`;
  return `${start} each period alone pays ${money(Math.abs(gap))} ${gap > 0 ? "more" : "less"} than the year to date.`;
}
