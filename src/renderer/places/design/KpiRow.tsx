/** One KPI: lock, measure and target, weight, curve, what-if attainment, and what that pays. */
import { memo, type KeyboardEvent, type ReactElement } from "react";
import { moveKpi } from "#shared/editing/index.ts";
import type { AttainmentInput } from "#shared/engine/index.ts";
import type { KpiOutcome } from "#shared/engine/outcome.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Kpi, Role } from "#shared/model/scenario.ts";
import { own } from "#shared/model/own.ts";
import { formatMoney, formatPercent, spokenPercent } from "#shared/report/format.ts";
import { fractionOf, type BasisPoints } from "#shared/units/basis-points.ts";
import { CurveThumbnail } from "../../charts/CurveThumbnail.tsx";
import { IconButton } from "../../controls/IconButton.tsx";
import { LockClosedIcon, LockOpenIcon } from "../../controls/icons.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Slider } from "../../controls/Slider.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { editKpi, editRole, kpiGesture, withFields } from "../../state/edits.ts";
import { selectKpi, setWhatIf } from "../../state/session-store.ts";
import { useSavedScenario, useSession } from "../../state/use-stores.ts";
import { mostWeight, setPendingWeight, weightCanMove, weightGesture } from "../../state/weights.ts";
import { formatTarget, targetParameter } from "./kpi-target.ts";
import { KpiDetails } from "./KpiDetails.tsx";
import { percentOf } from "./percent-of.ts";
import { useViewGesture } from "../../controls/use-view-gesture.ts";

type KpiRowProps = {
  readonly role: Role;
  readonly kpi: Kpi;
  readonly index: number;
  readonly outcome: KpiOutcome;
  readonly weight: BasisPoints;
  /** Where every KPI of the role stands. */
  readonly at: AttainmentInput;
  readonly currency: string;
};

/** How far the what-if slider reaches; typing reaches further. */
const WHAT_IF = { min: 0, max: 2, step: 0.01 };

export const KpiRow = memo(function KpiRow({ role, kpi, index, outcome, weight, at, currency }: KpiRowProps): ReactElement {
  const linked = useSession((session) => session.weightMode === "linked");
  const attainment = useSession((session) => own(own(session.whatIf, role.id), kpi.id) ?? 1);
  const isCharted = useSession((session) => (own(session.kpiByRole, role.id) ?? role.kpis[0]?.id) === kpi.id);
  const saved = useSavedScenario()?.roles.find((each) => each.id === role.id)?.kpis.find((each) => each.id === kpi.id);
  const share = fractionOf(weight);
  const canMove = !linked || weightCanMove(role, kpi.id);
  const pendingWeight = useViewGesture(share, (value) => setPendingWeight(role, kpi.id, value));
  const moveWeight = linked ? weightGesture(role.id, kpi.id, kpi.name) : pendingWeight;
  const whatIf = useViewGesture(attainment, (value) => setWhatIf(role.id, kpi.id, value));
  const lockedReason = kpi.locked ? "This weight is locked" : canMove ? undefined : "Others are locked";
  const toggleLock = (): void => editKpi(role.id, kpi.id, `${kpi.locked ? "unlock" : "lock"} ${kpi.name}`, (current) => withFields(current, { locked: !current.locked }));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement && event.target.type === "text") return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      editRole(role.id, `move ${kpi.name}`, (current) => moveKpi(current, kpi.id, index + (event.key === "ArrowUp" ? -1 : 1)));
    } else if (event.key.toLowerCase() === "l" && !event.ctrlKey && !event.metaKey) {
      toggleLock();
    }
  };

  return (
    <li className="kpi-row" onKeyDown={onKeyDown} aria-label={kpi.name}>
      <IconButton label={`${kpi.locked ? "Unlock" : "Lock"} the weight of ${kpi.name}`} pressed={kpi.locked} quiet={!kpi.locked} onPress={toggleLock}>
        {kpi.locked ? <LockClosedIcon /> : <LockOpenIcon />}
      </IconButton>
      <div className="kpi-row__measure">
        <KpiDetails role={role} kpi={kpi} index={index} currency={currency} />
        <span className="kpi-row__target">
          Target{" "}
          <NumberField
            label={`Target of ${kpi.name}`}
            quiet
            kind={kpi.unit === "currency" ? "money" : "number"}
            value={kpi.target}
            format={(value) => formatTarget(kpi, value, currency)}
            {...targetParameter(kpi)}
            control={`${role.id}/${kpi.id}/target`}
            gesture={kpiGesture<number>(role.id, kpi.id, "target", `target of ${kpi.name}`, (current, target) => withFields(current, { target }))}
          />
        </span>
      </div>
      <div className="kpi-row__slider">
        {kpi.curve === null ? (
          <span className="kpi-row__unpaid">measured only</span>
        ) : (
          <>
            <Slider
              label={`Weight of ${kpi.name}`}
              size="small"
              control={`${role.id}/${kpi.id}/weight`}
              value={share}
              min={0}
              max={1}
              step={0.01}
              bigStep={0.05}
              filled
              locked={kpi.locked}
              disabled={!kpi.locked && !canMove}
              {...(lockedReason === undefined ? {} : { reason: lockedReason })}
              {...(saved === undefined ? {} : { base: fractionOf(saved.weight) })}
              {...(linked && share >= mostWeight(role, kpi.id) ? { stopped: "Others are locked" } : {})}
              valueText={spokenPercent(share)}
              gesture={moveWeight}
            />
            <NumberField
              label={`Weight of ${kpi.name}, percent`}
              width={48}
              kind="percent"
              value={share}
              format={(value) => percentOf(value, 2)}
              {...PARAMETERS.weight}
              locked={kpi.locked}
              disabled={!kpi.locked && !canMove}
              {...(lockedReason === undefined ? {} : { reason: lockedReason })}
              control={`${role.id}/${kpi.id}/weight-field`}
              gesture={moveWeight}
            />
          </>
        )}
      </div>
      <button
        type="button"
        className={isCharted ? "kpi-row__curve kpi-row__curve--shown" : "kpi-row__curve"}
        aria-label={`Show the payout curve of ${kpi.name}`}
        aria-pressed={isCharted}
        disabled={kpi.curve === null}
        onClick={() => selectKpi(role.id, kpi.id)}
      >
        {kpi.curve === null ? null : <CurveThumbnail curve={kpi.curve} />}
      </button>
      <div className="kpi-row__slider">
        <Slider
          label={`What-if attainment of ${kpi.name}`}
          size="small"
          control={`${role.id}/${kpi.id}/what-if`}
          {...WHAT_IF}
          value={attainment}
          bigStep={0.05}
          base={1}
          valueText={spokenPercent(attainment)}
          gesture={whatIf}
        />
        <NumberField label={`What-if attainment of ${kpi.name}, percent`} width={52} kind="percent" value={attainment} format={(value) => percentOf(value, 1)} {...PARAMETERS.attainment} control={`${role.id}/${kpi.id}/what-if-field`} gesture={whatIf} />
      </div>
      <div className="kpi-row__pays">
        <output className="kpi-row__money">
          <Figure question={{ of: "kpi-payout", roleId: role.id, kpiId: kpi.id, at }} about={`Pay from ${kpi.name}`}>{formatMoney(outcome.payout, currency, "full")}</Figure>
        </output>
        <span className="kpi-row__percent">pays {formatPercent(outcome.payoutFactor)}</span>
      </div>
    </li>
  );
});
