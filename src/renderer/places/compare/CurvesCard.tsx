/** The first card: payout curves over each other, pay at chosen attainments, or what simulated years cost. */
import { useMemo, type ReactElement, type ReactNode } from "react";
import { compileCurve, curveLine, curveTraits, evaluateRole, rolePayoutLine } from "#shared/engine/index.ts";
import type { Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import { formatMoney, formatPercent, formatPercentChange } from "#shared/report/format.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import { roundMoney } from "#shared/units/money.ts";
import { CostsComparedChart } from "../../charts/CostsComparedChart.tsx";
import { CurvesComparedChart } from "../../charts/CurvesComparedChart.tsx";
import type { ComparedLine } from "../../charts/series/compared-curves.ts";
import { Card } from "../../controls/Card.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { Select } from "../../controls/Select.tsx";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { comparisonStore, type ComparedSide, type ComparisonState } from "../../state/comparison-store.ts";
import { expectedOf } from "../../state/expected.ts";
import { setChosenAttainment } from "../../state/session-store.ts";
import { useComparison, useComparisonState, useSession } from "../../state/use-stores.ts";
import { EmptyCard } from "./EmptyCard.tsx";
import { FigureCell, SideHead } from "./side-cells.tsx";
import { TOTAL, useComparedKpi, useComparedRole } from "./use-compared-role.ts";
import { useYears } from "./use-compared.ts";
import { WIDE } from "./window-sizes.ts";

const VIEWS = [{ value: "curves", label: "Curves" }, { value: "pay", label: "Pay" }, { value: "years", label: "Years" }] as const satisfies readonly { value: ComparisonState["view"]; label: string }[];

function ViewSwitch(): ReactElement {
  const view = useComparisonState((state) => state.view);
  const isWide = useMediaQuery(WIDE);
  return <SegmentedControl label="What is shown" value={isWide && view === "years" ? "curves" : view} options={isWide ? VIEWS.slice(0, 2) : VIEWS} onChange={(next) => comparisonStore.setState({ view: next })} />;
}

/** The same role in each scenario that has it, the base first. */
type RoleIn = { readonly side: ComparedSide; /** With the base's ids. */ readonly role: Role };

function useRoleInAll(role: Role | null): readonly RoleIn[] {
  const { base, others } = useComparison();
  return useMemo(() => {
    if (role === null) return [];
    const found = others.flatMap((side): readonly RoleIn[] => {
      const same = side.alike.roles.find(({ id }) => id === role.id);
      return same === undefined ? [] : [{ side, role: same }];
    });
    return [{ side: base, role }, ...found];
  }, [base, others, role]);
}

export function CurvesCard(): ReactElement {
  const view = useComparisonState((state) => state.view);
  const role = useComparedRole();
  const { base } = useComparison();
  const isWide = useMediaQuery(WIDE);
  if (view === "years" && !isWide) return <YearsCard controls={<ViewSwitch />} />;
  if (view !== "pay") return <CurvesView role={role} />;
  const roles = base.scenario.roles.map(({ id, title }) => ({ value: id, label: title === "" ? "Untitled role" : title }));
  return <PayView role={role} roleChoice={role === null ? null : <Select label="Role" value={role.id} options={roles} onChange={(roleId) => comparisonStore.setState({ roleId, kpiId: null })} align="end" />} />;
}

/** Every curve of the base, role by role, and each role's total. */
function CurveChoice({ role, kpi }: { readonly role: Role; readonly kpi: Kpi | null }): ReactElement {
  const { base: { scenario: { roles } } } = useComparison();
  const titles = roles.map(({ title }) => title);
  const options = roles.flatMap((each, place) => {
    const short = initialsAmong(each.title, titles) || "Untitled role";
    const paid = each.kpis.filter(({ weight, curve }) => weight > 0 && curve !== null);
    return [...paid.map(({ id, name }) => ({ value: `${place}/${id}`, label: `${short}, ${name === "" ? "untitled KPI" : name}` })), { value: `${place}/${TOTAL}`, label: `${short}, role total` }];
  });
  const choose = (value: string): void => {
    const [place = "0", ...rest] = value.split("/");
    comparisonStore.setState({ roleId: roles[Number(place)]?.id ?? null, kpiId: rest.join("/") });
  };
  return <Select label="Curve" value={`${roles.indexOf(role)}/${kpi?.id ?? TOTAL}`} options={options} onChange={choose} align="end" />;
}

/** Corners nearer to the edge than this have no room. */
const MARGIN = 0.1;
const LEAST_TO = 1.5;
const MOST_TO = 3;

function CurvesView({ role }: { readonly role: Role | null }): ReactElement {
  const kpi = useComparedKpi(role);
  const all = useRoleInAll(role);
  const marks = useSession((session) => session.chosenAttainments);
  const { lines, range } = useMemo((): { readonly lines: readonly ComparedLine[]; readonly range: { readonly from: number; readonly to: number } } => {
    const curves = all.flatMap(({ side, role: mine }) => {
      const found = kpi === null ? null : mine.kpis.find(({ id }) => id === kpi.id);
      if (kpi !== null && (found == null || found.curve === null)) return [];
      return [{ side, role: mine, curve: found?.curve ?? null }];
    });
    const corners = curves.flatMap(({ curve }) => (curve === null ? [] : compileCurve(curve).x.filter((x) => x > 0 && x <= MOST_TO)));
    const from = Math.max(0, Math.min(0.4, ...corners.map((x) => x - MARGIN)));
    const to = Math.min(MOST_TO, Math.max(LEAST_TO, ...corners.map((x) => x + 2 * MARGIN)));
    // The table may ask for an attainment that is not drawn.
    const whole = { from: Math.min(from, ...marks), to: Math.max(to, ...marks) };
    const lines = curves.map(({ side, role: mine, curve }) => ({
      id: side.key, name: side.name, slot: side.slot,
      line: curve === null ? rolePayoutLine(mine, whole) : curveLine(compileCurve(curve), whole.from, whole.to),
      cap: curve === null ? mine.payoutCap : (curveTraits(compileCurve(curve)).cap?.payout ?? curve.cap),
    }));
    return { lines, range: { from, to } };
  }, [all, kpi, marks]);
  if (role === null || lines.length === 0) return <EmptyCard title="Payout curves" message="The base has no role to compare." controls={<ViewSwitch />} />;
  return (
    <CurvesComparedChart
      title="Payout curves"
      lines={lines}
      marks={marks}
      range={range}
      headerControls={
        <>
          <CurveChoice role={role} kpi={kpi} />
          <ViewSwitch />
        </>
      }
    />
  );
}

function payAt(role: Role, scenario: Scenario, attainment: number): number {
  return evaluateRole(role, scenario, () => attainment).pay;
}

function PayView({ role, roleChoice }: { readonly role: Role | null; readonly roleChoice: ReactNode }): ReactElement {
  const attainments = useSession((session) => session.chosenAttainments);
  const as = useComparisonState((state) => state.differenceAs);
  const [mine, ...others] = useRoleInAll(role);
  if (mine === undefined) return <EmptyCard title="Pay of one person" message="The base has no role to compare." controls={<ViewSwitch />} />;
  const { currency } = mine.side.scenario;
  return (
    <Card label="Pay of one person" className="differences">
      <header className="card-head">
        <h2 className="type-title">Pay of one person</h2>
        <div className="card-head__tools">
          {roleChoice}
          <ViewSwitch />
        </div>
      </header>
      <div className="differences__scroll" tabIndex={0} role="region" aria-label="Pay of one person, table">
        <table className="differences__table">
          <thead>
            <tr>
              <th scope="col">Every KPI at</th>
              {[mine, ...others].map(({ side }) => <SideHead key={side.key} side={side} />)}
            </tr>
          </thead>
          <tbody>
            {attainments.map((attainment, index) => {
              const base = payAt(mine.role, mine.side.scenario, attainment);
              return (
                <tr key={index}>
                  <th scope="row"><ChosenAttainment index={index} attainment={attainment} /></th>
                  <td className="differences__base">{formatMoney(base, currency, "full")}</td>
                  {others.map(({ side, role: other }) => {
                    const pay = payAt(other, side.scenario, attainment);
                    const by = as === "percent" ? formatPercentChange(pay / base - 1) : formatMoney(pay - base, currency, "signed-full");
                    return <FigureCell key={side.key} value={formatMoney(pay, currency, "full")} by={by} />;
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="differences__note">Base and incentive of a full year, before employer burden. A scenario without this role is left out.</p>
      </div>
    </Card>
  );
}

function ChosenAttainment({ index, attainment }: { readonly index: number; readonly attainment: number }): ReactElement {
  const { min, max, rangeText } = PARAMETERS.attainment;
  const gesture = useViewGesture(attainment, (value) => setChosenAttainment(index, value));
  return <NumberField label={`Attainment ${index + 1} of the table`} width={64} kind="percent" value={attainment} min={min} max={max} step={0.01} rangeText={rangeText} format={(value) => formatPercent(value)} gesture={gesture} />;
}

/** What simulated years of each scenario cost. */
export function YearsCard({ controls }: { readonly controls?: ReactNode }): ReactElement {
  const { base, others } = useComparison();
  const years = useYears();
  const { currency, cost } = base.scenario;
  const series = [base, ...others].flatMap((side) => {
    const outcome = years(side);
    if (outcome === null) return [];
    const { total } = expectedOf(side.scenario, outcome);
    return [{ id: side.key, name: side.name, slot: side.slot, costs: outcome.costs, p10: outcome.p10, p50: outcome.p50, p90: outcome.p90, expected: total?.cost ?? outcome.expected.cost, isCoarse: outcome.isCoarse, isExpectedCoarse: total?.isCoarse ?? outcome.isCoarse }];
  });
  return <CostsComparedChart title="Yearly cost" series={series} budget={cost.budget === null ? null : roundMoney(cost.budget, currency)} currency={currency} headerControls={controls} />;
}
