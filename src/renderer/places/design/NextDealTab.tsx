/** What the next result pays one person where they stand, and what it gains to move a deal across the end of a period. */
import { useMemo, type ReactElement } from "react";
import { dealTiming, justBelow, marginalPay, periodsOf, roleFaults, worstTiming, type AttainmentInput, type Question } from "#shared/engine/index.ts";
import type { Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { own } from "#shared/model/own.ts";
import { NO_FIGURE } from "#shared/report/format.ts";
import { faultNotes } from "../../charts/series/fault-words.ts";
import { useAtRest } from "../../charts/use-at-rest.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { Select } from "../../controls/Select.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { setDeal, type DealInView } from "../../state/session-store.ts";
import { useScenario, useSession, useSettled } from "../../state/use-stores.ts";
import { formatTarget, targetParameter } from "./kpi-target.ts";
import { jumpText, pointText, timingSentence, unitText, worstSentence, type Piece } from "./next-deal-words.ts";
import { percentOf } from "./percent-of.ts";
import { periodName } from "./period-name.ts";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import "./NextDealTab.css";

type AttainmentsOf = Readonly<Record<string, number>>;

const AT_TARGET: AttainmentsOf = {};

/** A deal is a result that one has more of: a KPI of which less is better has none. */
function hasDeals(kpi: Kpi): boolean {
  return kpi.weight > 0 && kpi.direction === "higher" && kpi.target > 0;
}

export function NextDealTab({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const attainments = useSession((session) => own(session.whatIf, role.id) ?? AT_TARGET);
  const chosen = useSession((session) => own(session.deal, role.id));
  const withDeals = role.kpis.filter(hasDeals);
  const kpi = withDeals.find((each) => each.id === chosen?.kpiId) ?? withDeals[0];
  if (role.kpis.every((each) => each.weight === 0)) return <p className="next-deal next-deal__none">This role has no KPI that pays.</p>;
  return (
    <div className="next-deal">
      {kpi === undefined ? (
        <p className="next-deal__none">No KPI has deals to move: each is without a target, or less of it is better.</p>
      ) : (
        <DealLine role={role} scenario={scenario} kpis={withDeals} kpi={kpi} chosen={chosen ?? null} attainments={attainments} />
      )}
      <NextPayTable role={role} scenario={scenario} attainments={attainments} />
    </div>
  );
}

type DealLineProps = {
  readonly role: Role;
  readonly scenario: Scenario;
  readonly kpis: readonly Kpi[];
  readonly kpi: Kpi;
  readonly chosen: DealInView | null;
  readonly attainments: AttainmentsOf;
};

/** A new deal is a tenth of the target. */
const USUAL_SHARE = 0.1;
const YEAR_END = "year";

function DealLine({ role, scenario, kpis, kpi, chosen, attainments }: DealLineProps): ReactElement {
  const { currency, payments } = scenario;
  const last = periodsOf(payments) - 1;
  const deal = chosen?.size ?? kpi.target * USUAL_SHARE;
  const period = Math.min(chosen?.period ?? last, last);
  const isYearEnd = period === last;
  const attainment = own(attainments, kpi.id) ?? 1;
  const choose = (change: Partial<DealInView>): void => setDeal(role.id, { kpiId: kpi.id, size: chosen?.size ?? null, period: chosen?.period ?? null, ...change });
  const gesture = useViewGesture(deal, (size) => choose({ size }));
  // This year stands where the scorecard says, the next one at target.
  const timing = useMemo(
    () => dealTiming(role, scenario, { kpiId: kpi.id, deal, period, attained: (kpiId, each) => (each > last ? 1 : (own(attainments, kpiId) ?? 1)) }),
    [role, scenario, kpi, deal, period, last, attainments],
  );
  // A search over many years: it follows when nothing moves.
  const wanted = useMemo(() => ({ role, scenario, kpiId: kpi.id, deal }), [role, scenario, kpi, deal]);
  const atRest = useAtRest(wanted, useSettled(), Object.is);
  const worst = useMemo(() => worstTiming(atRest.role, atRest.scenario, atRest), [atRest]);
  const moved = {
    kpi,
    deal,
    end: isYearEnd ? "the year’s end" : `the end of ${periodName(payments, period + 1)}`,
    isYearEnd,
    isWithinYearToDate: !isYearEnd && payments.basis === "cumulative",
    attainment,
    next: isYearEnd ? 1 : attainment,
  };
  const ask = { of: "deal", roleId: role.id, kpiId: kpi.id, deal, period, attained: yearsAt(role, kpi.id, last, attainment, (each) => own(attainments, each.id) ?? 1) } as const;
  return (
    <>
      <div className="next-deal__bar">
        <NumberField
          label="Deal"
          showLabel
          width={92}
          kind={kpi.unit === "currency" ? "money" : "number"}
          {...(kpi.unit === "currency" ? { currency } : {})}
          value={deal}
          format={(value) => formatTarget(kpi, value, currency)}
          {...targetParameter(kpi)}
          gesture={gesture}
        />
        {kpis.length === 1 ? null : (
          <Select label="KPI of the deal" value={kpi.id} options={kpis.map((each) => ({ value: each.id, label: each.name }))} onChange={(kpiId) => choose({ kpiId, size: null })} />
        )}
        {last === 0 ? null : (
          <Select
            label="Moved over"
            showLabel
            value={isYearEnd ? YEAR_END : String(period)}
            options={[
              { value: YEAR_END, label: "Year’s end" },
              ...Array.from({ length: last }, (_, each) => ({ value: String(each), label: `After ${periodName(payments, each + 1)}` })),
            ]}
            onChange={(value) => choose({ period: value === YEAR_END ? null : Number(value) })}
          />
        )}
      </div>
      <p className="next-deal__sentence" aria-live="polite">
        <Pieces of={timingSentence(timing, moved, currency)} ask={ask} about={`a deal of ${kpi.name} moved over ${moved.end}`} />{" "}
        {isYearEnd && worst !== null ? <Pieces of={worstSentence(worst, currency)} ask={{ ...ask, period: last, attained: yearsAt(role, kpi.id, last, worst.side === "below" ? justBelow(worst.attainment) : worst.attainment, () => 1) }} about={`a deal of ${kpi.name} moved where it gains most`} /> : null}
      </p>
    </>
  );
}

/** Attainments of this year and, at target, of the next. */
function yearsAt({ kpis }: Role, kpiId: string, last: number, attainment: number, others: (kpi: Kpi) => number): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(kpis.map((kpi) => [kpi.id, Array.from({ length: 2 * (last + 1) }, (_, period) => (period > last ? 1 : kpi.id === kpiId ? attainment : others(kpi)))]));
}

type PiecesProps = { readonly of: readonly Piece[]; readonly ask: Omit<Extract<Question, { of: "deal" }>, "move">; readonly about: string };

function Pieces({ of, ask, about }: PiecesProps): ReactElement {
  return (
    <>
      {of.map((piece, index) =>
        typeof piece === "string" ? piece : <Figure key={index} question={{ ...ask, move: piece.move }} about={`Gain from ${about}`}>{piece.amount}</Figure>,
      )}
    </>
  );
}

type NextPayTableProps = { readonly role: Role; readonly scenario: Scenario; readonly attainments: AttainmentsOf };

function NextPayTable({ role, scenario, attainments }: NextPayTableProps): ReactElement {
  const { currency } = scenario;
  const rows = useMemo(() => marginalPay(role, scenario, (kpi) => own(attainments, kpi.id) ?? 1), [role, scenario, attainments]);
  const together = faultNotes(useMemo(() => roleFaults(role, scenario), [role, scenario]), currency);
  const at: AttainmentInput = { kind: "each", byRole: { [role.id]: attainments } };
  return (
    <>
      <table className="next-deal__table" aria-label="What the next result pays one person">
        <thead>
          <tr>
            <th scope="col">KPI</th>
            <th scope="col">Stands at</th>
            <th scope="col">One point more</th>
            <th scope="col">One unit more</th>
            <th scope="col">Next jump</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((pay) => {
            const kpi = role.kpis.find((each) => each.id === pay.kpiId);
            return kpi === undefined ? null : (
              <tr key={pay.kpiId}>
                <th scope="row">{kpi.name}</th>
                <td>{percentOf(pay.attainment, 1)}</td>
                <td><Figure question={{ of: "next-point", roleId: role.id, kpiId: kpi.id, at }} about={`One more point of ${kpi.name}`}>{pointText(pay.perPoint, currency)}</Figure></td>
                <td>{pay.perUnit === null ? NO_FIGURE : <Figure question={{ of: "next-unit", roleId: role.id, kpiId: kpi.id, at }} about={`One more unit of ${kpi.name}`}>{unitText(kpi, pay.perUnit, currency)}</Figure>}</td>
                <td>{pay.nextCliff === null ? "none" : <Figure question={{ of: "jump", roleId: role.id, kpiId: kpi.id, attainment: pay.nextCliff.attainment, at }} about={`Next jump of ${kpi.name}`}>{jumpText(pay.nextCliff, currency)}</Figure>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="next-deal__together">All KPIs together: {together.length === 0 ? "pay climbs without a jump or a flat part." : `${together.join(" · ")}.`}</p>
    </>
  );
}
