/** What the role is intended to drive: its focus, what else it drives, and whether it carries a quota. */
import type { ReactElement } from "react";
import { PARAMETERS } from "#shared/model/parameters.ts";
import { FOCUSES, type Focus, type Role } from "#shared/model/scenario.ts";
import { formatNumber, formatPercent } from "#shared/report/format.ts";
import { Checkbox } from "../../controls/Checkbox.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Select } from "../../controls/Select.tsx";
import { Tag } from "../../controls/Tag.tsx";
import { TextField } from "../../controls/TextField.tsx";
import { editRole, roleGesture, withFields } from "../../state/edits.ts";
import { FOCUS_NAMES } from "./words.ts";

export function RoleDetails({ role }: { readonly role: Role }): ReactElement {
  const set = (label: string, fields: Partial<Role>): void => editRole(role.id, label, (current) => withFields(current, fields));
  const toggle = (focus: Focus, on: boolean): void =>
    set("what else the role drives", { alsoDrives: FOCUSES.filter((each) => (each === focus ? on : role.alsoDrives.includes(each))) });
  return (
    <Popover
      label="What the role drives"
      control={`${role.id}/drives`}
      trigger={
        <Tag accent>
          {FOCUS_NAMES[role.focus]}
          <span className="wide-only">&nbsp;focus</span>
        </Tag>
      }
    >
      <div className="details">
        <Select label="Main focus" showLabel value={role.focus} options={FOCUSES.map((value) => ({ value, label: FOCUS_NAMES[value] }))} onChange={(focus) => set("main focus", { focus, alsoDrives: role.alsoDrives.filter((each) => each !== focus) })} />
        <fieldset className="details__group">
          <legend>Also drives</legend>
          {FOCUSES.filter((focus) => focus !== role.focus).map((focus) => (
            <Checkbox key={focus} label={FOCUS_NAMES[focus]} checked={role.alsoDrives.includes(focus)} onChange={(on) => toggle(focus, on)} />
          ))}
        </fieldset>
        <Checkbox label="Carries a quota" checked={role.quotaCarrying} onChange={(quotaCarrying) => set("quota", { quotaCarrying })} />
        <Checkbox label="Counts in company cost" checked={role.countsInCost} onChange={(countsInCost) => set("counting in cost", { countsInCost })} />
        <NumberField label="Seats empty, share of the year" showLabel width={56} kind="percent" value={role.vacancy} format={(value) => formatPercent(value)} {...PARAMETERS.vacancy} control={`${role.id}/vacancy`} gesture={roleGesture<number>(role.id, "vacancy", `empty seats of ${role.title}`, (start, vacancy) => withFields(start, { vacancy }))} />
        <NumberField
          label="Sales cycle, months"
          showLabel
          width={56}
          kind="number"
          value={role.salesCycleMonths}
          placeholder="none"
          onClear={() => set("sales cycle", { salesCycleMonths: null })}
          format={(value) => formatNumber(value, 1)}
          {...PARAMETERS.salesCycleMonths}
          control={`${role.id}/sales-cycle`}
          gesture={roleGesture<number>(role.id, "sales-cycle", `sales cycle of ${role.title}`, (start, salesCycleMonths) => withFields(start, { salesCycleMonths }))}
        />
        <TextField label="What it drives" showLabel multiline value={role.drives} onCommit={(drives) => set("what the role drives", { drives })} />
      </div>
    </Popover>
  );
}
