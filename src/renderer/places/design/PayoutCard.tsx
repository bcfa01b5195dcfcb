/** The payout curve of one KPI, edited where it is drawn, with the role's total beside it. */
import { useMemo, type ReactElement } from "react";
import { attainmentShares, compileCurve, curveFaults, curveTraits, distributionOf, evaluateRole, factorAt, marginalPayLine, rolePayoutLine, type MarginalPiece } from "#shared/engine/index.ts";
import type { Curve, Kpi, Role } from "#shared/model/scenario.ts";
import { own } from "#shared/model/own.ts";
import { NO_MONEY } from "#shared/units/money.ts";
import { PayoutChart } from "../../charts/PayoutChart.tsx";
import { Select } from "../../controls/Select.tsx";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { Figure } from "../../explain/Figure.tsx";
import { useAskPoint } from "../../explain/use-ask-point.ts";
import { editKpi, kpiGesture, withFields } from "../../state/edits.ts";
import { selectKpi } from "../../state/session-store.ts";
import { useSavedScenario, useScenario, useSession, useSettled } from "../../state/use-stores.ts";
import { CurveShape } from "./CurveShape.tsx";
import { CurveTable } from "./CurveTable.tsx";
import { linkedLines } from "./linked-lines.ts";
import { pointText } from "./next-deal-words.ts";
import { percentOf } from "./percent-of.ts";
import { LOW_WINDOW } from "./window-sizes.ts";

const AT_TARGET: Readonly<Record<string, number>> = {};

/** As far as the chart may show the role's total. */
const RANGE = { from: 0, to: 4 };

export function PayoutCard({ role }: { readonly role: Role }): ReactElement {
  const chosen = useSession((session) => own(session.kpiByRole, role.id));
  const paid = role.kpis.filter((kpi) => kpi.curve !== null);
  const kpi = paid.find((each) => each.id === chosen) ?? paid[0];
  if (kpi?.curve == null) {
    return (
      <section className="card payout-card payout-card--empty" aria-label="Payout curve">
        <h2 className="type-title">Payout curve</h2>
        <p>This role has no KPI that pays. Add one in the scorecard to draw its curve.</p>
      </section>
    );
  }
  return <CurveEditor key={kpi.id} role={role} kpi={kpi} curve={kpi.curve} paid={paid} />;
}

type CurveEditorProps = { readonly role: Role; readonly kpi: Kpi; readonly curve: Curve; readonly paid: readonly Kpi[] };

function CurveEditor({ role, kpi, curve, paid }: CurveEditorProps): ReactElement {
  const settled = useSettled();
  const saved = useSavedScenario()?.roles.find((each) => each.id === role.id)?.kpis.find((each) => each.id === kpi.id)?.curve ?? null;
  const attainments = useSession((session) => own(session.whatIf, role.id) ?? AT_TARGET);
  const attainment = own(attainments, kpi.id) ?? 1;
  const roleLine = useMemo(() => rolePayoutLine(role, RANGE), [role]);
  const compiled = compileCurve(curve);
  const scenario = useScenario();
  const share = evaluateRole(role, scenario, () => 1).kpis.find((each) => each.id === kpi.id)?.targetIncentive ?? NO_MONEY;
  const linked = useMemo(() => linkedLines(role, kpi, (each) => own(attainments, each.id) ?? 1), [role, kpi, attainments]);
  const faults = useMemo(() => curveFaults(compiled, share), [compiled, share]);
  const pieces = marginalPayLine(compiled, share, kpi.target);
  const isLow = useMediaQuery(LOW_WINDOW);
  const threshold = attainmentShares(role, kpi).belowThreshold === null ? null : curveTraits(compiled).threshold;
  const gesture = kpiGesture<Curve>(role.id, kpi.id, "curve", `curve of ${kpi.name}`, (current, next) => withFields(current, { curve: next }));
  const change = (label: string, next: Curve): void => editKpi(role.id, kpi.id, `${label} of ${kpi.name}`, (current) => withFields(current, { curve: next }));
  const explainPoint = useAskPoint(`${role.id}/${kpi.id}`, ({ figure, attainment }) => (figure === "role-curve" ? { of: "role-curve", roleId: role.id, attainment } : { of: "curve", roleId: role.id, kpiId: kpi.id, attainment }));
  return (
    <PayoutChart
      control={`${role.id}/${kpi.id}/curve-plot`}
      onExplain={explainPoint}
      title="Payout curve"
      curve={curve}
      savedCurve={saved}
      roleLine={paid.length > 1 ? roleLine : null}
      linkedLines={linked}
      faults={faults}
      currency={scenario.currency}
      whatIf={[{ name: kpi.name, attainment, payout: factorAt(compiled, attainment) }]}
      excellence={kpi.excellence}
      spread={{ distribution: distributionOf(kpi.outlook), threshold, isDrawn: !isLow }}
      settled={settled}
      gesture={gesture}
      onChange={change}
      table={<CurveTable curve={curve} gesture={gesture} onChange={change} perPoint={(from) => <PerPoint role={role} kpi={kpi} pieces={pieces} attainment={from} currency={scenario.currency} />} />}
      headerControls={
        <>
          <Select label="KPI in the chart" value={kpi.id} options={paid.map((each) => ({ value: each.id, label: each.name }))} onChange={(id) => selectKpi(role.id, id)} />
          <CurveShape curve={curve} onChange={change} gesture={gesture} />
        </>
      }
    />
  );
}

type PerPointProps = { readonly role: Role; readonly kpi: Kpi; readonly pieces: readonly MarginalPiece[]; readonly attainment: number; readonly currency: string };

/** What each further point pays from a corner of the curve on, before links and plan cap. */
function PerPoint({ role, kpi, pieces, attainment, currency }: PerPointProps): ReactElement {
  const piece = pieces.find(({ from, to }) => from <= attainment && attainment < to);
  return (
    <Figure question={{ of: "per-point", roleId: role.id, kpiId: kpi.id, attainment }} about={`Each point of ${kpi.name} above ${percentOf(attainment, 1)}`}>
      {pointText(piece?.perPoint ?? 0, currency)}
    </Figure>
  );
}
