/** Who joins during the year and how their target climbs, and a draw or guarantee that carries people through it. */
import type { ReactElement } from "react";
import { periodsOf } from "#shared/engine/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Draw, NewHires, Role } from "#shared/model/scenario.ts";
import { formatMoney, formatNumber } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";
import { Button } from "../../controls/Button.tsx";
import { IconButton } from "../../controls/IconButton.tsx";
import { CloseIcon, PlusIcon } from "../../controls/icons.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Select } from "../../controls/Select.tsx";
import { editRole, roleGesture, withFields } from "../../state/edits.ts";
import { useScenario } from "../../state/use-stores.ts";
import { percentOf } from "./percent-of.ts";
import { periodName } from "./period-name.ts";
import "./HiresAndDraw.css";

const DRAW_KINDS: readonly { readonly value: Draw["kind"] | "none"; readonly label: string; readonly hint: string }[] = [
  { value: "none", label: "None", hint: "What is earned is what is paid" },
  { value: "recoverable", label: "Recoverable draw", hint: "An advance that later earnings repay" },
  { value: "non-recoverable", label: "Non-recoverable draw", hint: "Tops pay up to the draw; nothing is repaid" },
  { value: "guarantee", label: "Guarantee", hint: "Pays at least the guarantee; nothing is repaid" },
];

/** A ramp to start from: a quarter of the target more with every period. */
const FIRST_RAMP = [0.25, 0.5, 0.75];

export function HiresAndDraw({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const { payments } = scenario;
  const periods = periodsOf(payments);
  const joining = role.newHires.reduce((sum, hires) => sum + hires.count, 0);
  const set = (label: string, fields: Partial<Role>): void => editRole(role.id, label, (current) => withFields(current, fields));
  const trigger = <span className="link-text">{joining === 0 && role.draw === null ? "New hires, draw" : `${joining} new, ${role.draw === null ? "no draw" : "draw"}`}</span>;
  return (
    <Popover label="New hires and draw" control={`${role.id}/hires-and-draw`} align="end" trigger={trigger}>
      <div className="details">
        <section className="hires" aria-label="New hires">
          <p className="details__note">People of the headcount who join during the year. Their target and their target incentive climb with the ramp.</p>
          {role.newHires.map((hires, index) => (
            <HiresGroup key={index} role={role} hires={hires} index={index} periods={periods} name={(period) => periodName(payments, period)} onRemove={() => set("remove new hires", { newHires: role.newHires.filter((_, i) => i !== index) })} />
          ))}
          {joining > role.headcount ? <p className="details__problem">{`${joining} people join, but the headcount is ${formatNumber(role.headcount)}: those beyond it have no seat and are in no figure.`}</p> : null}
          <Button onPress={() => set("add new hires", { newHires: [...role.newHires, { count: 1, startPeriod: Math.min(2, periods), ramp: FIRST_RAMP.slice(0, periods - 1) }] })}>
            <PlusIcon />
            New hires
          </Button>
        </section>
        <DrawFields role={role} periods={periods} />
      </div>
    </Popover>
  );
}

type HiresGroupProps = {
  readonly role: Role;
  readonly hires: NewHires;
  readonly index: number;
  readonly periods: number;
  readonly name: (period: number) => string;
  readonly onRemove: () => void;
};

function HiresGroup({ role, hires, index, periods, name, onRemove }: HiresGroupProps): ReactElement {
  const gesture = (control: string, label: string, apply: (current: NewHires, value: number) => NewHires) =>
    roleGesture<number>(role.id, `hires-${index}-${control}`, label, (start, value) => ({ ...start, newHires: start.newHires.map((each, i) => (i === index ? apply(each, value) : each)) }));
  const change = (label: string, next: NewHires): void => editRole(role.id, label, (current) => ({ ...current, newHires: current.newHires.map((each, i) => (i === index ? next : each)) }));
  return (
    <div className="hires__group">
      <div className="hires__line">
        <NumberField label="People who join" width={48} kind="number" value={hires.count} format={(value) => formatNumber(value, 0)} {...PARAMETERS.newHireCount} gesture={gesture("count", "new hires", (current, count) => ({ ...current, count: Math.round(count) }))} />
        <span>join in</span>
        <Select
          label="Period in which they join"
          value={String(hires.startPeriod)}
          placeholder="after the year"
          options={Array.from({ length: periods }, (_, i) => ({ value: String(i + 1), label: name(i + 1) }))}
          onChange={(value) => change("start of new hires", { ...hires, startPeriod: Number(value) })}
        />
        <IconButton label="Remove these new hires" onPress={onRemove}>
          <CloseIcon />
        </IconButton>
      </div>
      <div className="hires__line hires__ramp">
        <span>Ramp</span>
        {hires.ramp.map((share, step) => (
          <NumberField key={step} label={`Target in their period ${step + 1}`} width={52} kind="percent" value={share} format={(value) => percentOf(value, 1)} {...PARAMETERS.ramp} gesture={gesture(`ramp-${step}`, "ramp of new hires", (current, value) => ({ ...current, ramp: current.ramp.map((each, i) => (i === step ? value : each)) }))} />
        ))}
        <span>{hires.ramp.length === 0 ? "full target at once" : "then 100%"}</span>
        {hires.ramp.length < periods ? (
          <IconButton label="Add a period to the ramp" onPress={() => change("ramp of new hires", { ...hires, ramp: [...hires.ramp, hires.ramp.at(-1) ?? 0.5] })}>
            <PlusIcon />
          </IconButton>
        ) : null}
        {hires.ramp.length > 0 ? (
          <IconButton label="Remove the last period of the ramp" onPress={() => change("ramp of new hires", { ...hires, ramp: hires.ramp.slice(0, -1) })}>
            <CloseIcon />
          </IconButton>
        ) : null}
      </div>
    </div>
  );
}

function DrawFields({ role, periods }: { readonly role: Role; readonly periods: number }): ReactElement {
  const { currency } = useScenario();
  const { draw } = role;
  const gesture = (control: string, apply: (current: Draw, value: number) => Draw) =>
    roleGesture<number>(role.id, `draw-${control}`, `draw of ${role.title}`, (start, value) => (start.draw === null ? start : { ...start, draw: apply(start.draw, value) }));
  const covers = role.newHires.length > 0 ? "Covers the people who join, from their first period." : "No new hires: covers everyone, from the first period of the year.";
  return (
    <section className="hires" aria-label="Draw or guarantee">
      <Select
        label="Draw or guarantee"
        showLabel
        value={draw?.kind ?? "none"}
        options={DRAW_KINDS}
        onChange={(kind) =>
          editRole(role.id, `draw of ${role.title}`, (current) =>
            withFields(current, { draw: kind === "none" ? null : { kind, perPeriod: current.draw?.perPeriod ?? firstDraw(current, periods), periods: current.draw?.periods ?? Math.min(2, periods) } }),
          )
        }
      />
      {draw === null ? null : (
        <>
          <NumberField label="Each period" showLabel width={96} kind="money" value={draw.perPeriod} format={(value) => formatMoney(roundMoney(value, currency), currency, "full")} {...PARAMETERS.drawPerPeriod} gesture={gesture("amount", (current, perPeriod) => ({ ...current, perPeriod }))} />
          <NumberField label="For how many periods" showLabel width={48} kind="number" value={draw.periods} format={(value) => formatNumber(value, 0)} {...PARAMETERS.period} gesture={gesture("periods", (current, count) => ({ ...current, periods: Math.round(count) }))} />
          <p className="details__note">{covers}</p>
        </>
      )}
    </section>
  );
}

/** Half of a period's target incentive, in whole currency units, as a number to start from. */
function firstDraw(role: Role, periods: number): number {
  return Math.round((role.onTargetEarnings * (1 - role.baseShare)) / periods / 2);
}
