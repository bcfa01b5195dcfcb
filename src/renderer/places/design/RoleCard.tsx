/** One role: what it is, what it costs a head, and its split of base to incentive. */
import type { ReactElement } from "react";
import { evaluateRole, type AttainmentInput } from "#shared/engine/index.ts";
import { splitBands, splitReading } from "#shared/guidance/index.ts";
import type { Role } from "#shared/model/scenario.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import { formatMoney, formatNumber, formatPercent, formatSplit, spokenMoney, spokenPercent } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";
import { Card } from "../../controls/Card.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Slider } from "../../controls/Slider.tsx";
import { TextField } from "../../controls/TextField.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { editRole, roleGesture, withFields } from "../../state/edits.ts";
import { useSavedScenario, useScenario } from "../../state/use-stores.ts";
import { percentOf } from "./percent-of.ts";
import { RoleDetails } from "./RoleDetails.tsx";
import { SourceList } from "./SourceList.tsx";

const FROM = 0.5;
const TO = 0.9;
const TICKS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9].map((value, index) =>
  index % 2 === 0 ? { value, label: formatSplit(value) } : { value },
);

const AT_TARGET: AttainmentInput = { kind: "uniform", attainment: 1 };

export function RoleCard({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const { currency } = scenario;
  const saved = useSavedScenario()?.roles.find((each) => each.id === role.id);
  const { base, targetIncentive } = evaluateRole(role, scenario, () => 1);
  const split = roleGesture<number>(role.id, "split", `split of ${role.title}`, (start, baseShare) => withFields(start, { baseShare: roundShare(baseShare) }));
  const incentiveSplit = { ...split, move: (share: number) => split.move(1 - share) };
  const bands = splitBands(role);
  const reading = splitReading(role);
  return (
    <Card className="role-card" label={role.title}>
      <header className="card-head role-card__head">
        <TextField
          label="Role title"
          value={role.title}
          className="role-card__title"
          onCommit={(title) => editRole(role.id, "rename role", (current) => withFields(current, { title }), "title")}
        />
        <RoleDetails role={role} />
        <div className="role-card__fields">
          <NumberField
            label="OTE"
            showLabel
            size="primary"
            width={80}
            kind="money"
            value={role.onTargetEarnings}
            format={(value) => formatMoney(roundMoney(value, currency), currency, "full")}
            {...PARAMETERS.onTargetEarnings}
            control={`${role.id}/ote`}
            gesture={roleGesture<number>(role.id, "ote", `OTE of ${role.title}`, (start, onTargetEarnings) => withFields(start, { onTargetEarnings }))}
          />
          <NumberField
            label="Headcount"
            showLabel
            size="primary"
            width={48}
            kind="number"
            value={role.headcount}
            format={(value) => formatNumber(value, 0)}
            {...PARAMETERS.headcount}
            control={`${role.id}/headcount`}
            gesture={roleGesture<number>(role.id, "headcount", `headcount of ${role.title}`, (start, headcount) => withFields(start, { headcount: Math.round(headcount) }))}
          />
        </div>
      </header>
      <div className="mix">
        <div className="mix__row">
          <span className="mix__name">
            <span className="mix__swatch mix__swatch--base" aria-hidden="true" />
            Base
          </span>
          <NumberField label="Base share" size="primary" width={56} kind="percent" value={role.baseShare} format={(value) => percentOf(value, 2)} {...PARAMETERS.baseShare} control={`${role.id}/base-share`} gesture={split} />
          <Figure className="mix__money" question={{ of: "role", figure: "base", roleId: role.id, at: AT_TARGET }} about={`Base pay of one ${role.title}`}>{formatMoney(base, currency, "full")}</Figure>
          <Figure className="mix__money mix__money--incentive" question={{ of: "role", figure: "targetIncentive", roleId: role.id, at: AT_TARGET }} about={`Target incentive of one ${role.title}`}>{formatMoney(targetIncentive, currency, "full")}</Figure>
          <NumberField label="Incentive share" size="primary" width={56} kind="percent" value={roundShare(1 - role.baseShare)} format={(value) => percentOf(value, 2)} {...PARAMETERS.baseShare} control={`${role.id}/incentive-share`} gesture={incentiveSplit} />
          <span className="mix__name">
            Target incentive
            <span className="mix__swatch mix__swatch--incentive" aria-hidden="true" />
          </span>
        </div>
        <div className="mix__bar" role="img" aria-label={`Base ${formatPercent(role.baseShare)}, incentive ${formatPercent(1 - role.baseShare)} of OTE`}>
          <span className="mix__bar-base" style={{ flexGrow: role.baseShare }} />
          <span className="mix__bar-incentive" style={{ flexGrow: 1 - role.baseShare }} />
        </div>
        <div className="mix__bands">
          {bands.map((band) => (
            <span key={`${band.from}-${band.to}-${band.label}`} className={band.view === "first" ? "mix__band" : "mix__band mix__band--second"}>
              <strong>{band.label}</strong> {bandRange(band.from, band.to)}
            </span>
          ))}
          <SourceList title="Where the bands come from" bands={bands} reading={reading.sentence} />
        </div>
        <Slider
          label="Split of base to incentive"
          size="mix"
          control={`${role.id}/split`}
          value={role.baseShare}
          min={FROM}
          max={TO}
          step={0.01}
          bigStep={0.05}
          filled
          bands={bands}
          ticks={TICKS}
          {...(saved === undefined ? {} : { base: saved.baseShare })}
          valueText={`${spokenPercent(role.baseShare)} base, ${spokenMoney(base, currency)}`}
          gesture={split}
        />
      </div>
    </Card>
  );
}

/** Shares are kept to a hundredth of a percent, so that 1 − 0.6 is 0.4. */
function roundShare(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function bandRange(from: number, to: number): string {
  return from === to ? formatSplit(from) : `${formatSplit(from)} to ${formatSplit(to)}`;
}
