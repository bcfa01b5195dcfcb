/** The roles of the scenario: choose one, add from the library, duplicate, reorder, remove. Below them, what holds for all. */
import { useState, type KeyboardEvent, type ReactElement } from "react";
import { addRole, duplicateRole, moveRole, removeRole } from "#shared/editing/index.ts";
import { EXAMPLE_NOTE, ROLE_TEMPLATES, roleFromTemplate, type RoleTemplate } from "#shared/library/index.ts";
import type { Role } from "#shared/model/scenario.ts";
import { formatMoney, formatSplit } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { PlusIcon } from "../../controls/icons.tsx";
import { Menu } from "../../controls/Menu.tsx";
import { MoreIcon } from "../../controls/icons.tsx";
import { Tag } from "../../controls/Tag.tsx";
import { edit } from "../../state/document-store.ts";
import { selectRole } from "../../state/session-store.ts";
import { useScenario } from "../../state/use-stores.ts";
import { GoalsButton } from "./GoalsPanel.tsx";
import { initialsAmong } from "#shared/report/initials.ts";
import { peopleWords } from "#shared/report/people-words.ts";
import { PaymentsButton } from "./PaymentsPanel.tsx";
import { FOCUS_NAMES } from "./words.ts";
import { useSelectedRole } from "./use-selected-role.ts";

export function RoleRail(): ReactElement {
  const scenario = useScenario();
  const selected = useSelectedRole();
  const [choosing, setChoosing] = useState(false);

  const add = (template: RoleTemplate): void => {
    setChoosing(false);
    const role = roleFromTemplate(template, { roleIds: scenario.roles.map((each) => each.id) });
    edit(`add ${role.title}`, null, (current) => addRole(current, role));
    selectRole(role.id);
  };

  return (
    <div className="rail" data-region="rail">
      <nav className="rail__roles" aria-label="Roles">
        <div className="rail__head">
          <span>Roles</span>
          <span className="rail__head-figure">OTE</span>
        </div>
        <ul className="rail__list">
          {scenario.roles.map((role, index) => (
            <RailItem key={role.id} role={role} index={index} count={scenario.roles.length} currency={scenario.currency} isSelected={role.id === selected?.id} titles={scenario.roles.map(({ title }) => title)} />
          ))}
        </ul>
        <div className="rail__add">
          <Button wide onPress={() => setChoosing(true)}>
            <PlusIcon />
            <span className="rail__add-text">Add role from library</span>
          </Button>
        </div>
      </nav>
      <section className="rail__settings" aria-label="The whole plan">
        <PaymentsButton />
        <GoalsButton />
      </section>
      {choosing ? <LibraryDialog currency={scenario.currency} onChoose={add} onClose={() => setChoosing(false)} /> : null}
    </div>
  );
}

type RailItemProps = { readonly role: Role; readonly index: number; readonly count: number; readonly currency: string; readonly isSelected: boolean; readonly titles: readonly string[] };

function RailItem({ role, index, count, currency, isSelected, titles }: RailItemProps): ReactElement {
  const move = (by: 1 | -1): void => edit(`move ${role.title}`, null, (scenario) => moveRole(scenario, role.id, index + by));
  const duplicate = (): void => {
    let copyId: string | null = null;
    edit(`duplicate ${role.title}`, null, (scenario) => {
      const next = duplicateRole(scenario, role.id);
      copyId = next.roles[index + 1]?.id ?? null;
      return next;
    });
    if (copyId !== null) selectRole(copyId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li className={isSelected ? "rail__item rail__item--selected" : "rail__item"}>
      <button type="button" className="rail__role" aria-current={isSelected ? "true" : undefined} title={role.title} onClick={() => selectRole(role.id)} onKeyDown={onKeyDown}>
        <span className="rail__initials" aria-hidden="true">{initialsAmong(role.title, titles).slice(0, 4)}</span>
        <span className="rail__title">{role.title === "" ? "Untitled role" : role.title}</span>
        <span className="rail__facts">
          <Tag accent={isSelected}>{role.countsInCost ? FOCUS_NAMES[role.focus] : "Crediting"}</Tag>
          <span>{peopleWords(role.headcount)}</span>
          <span className="rail__ote">{formatMoney(roundMoney(role.onTargetEarnings, currency), currency, "axis")}</span>
        </span>
        <span className="rail__mix" role="img" aria-label={`${formatSplit(role.baseShare)} base to incentive`}>
          <span className="rail__mix-base" style={{ flexGrow: role.baseShare }} />
          <span className="rail__mix-incentive" style={{ flexGrow: 1 - role.baseShare }} />
        </span>
      </button>
      <div className="rail__more">
        <Menu
          label={`More for ${role.title}`}
          plain
          entries={[
            { kind: "action", id: "duplicate", label: "Duplicate", onPress: duplicate },
            { kind: "action", id: "up", label: "Move up", hint: "Alt+↑", disabled: index === 0, onPress: () => move(-1) },
            { kind: "action", id: "down", label: "Move down", hint: "Alt+↓", disabled: index === count - 1, onPress: () => move(1) },
            { kind: "separator", id: "rule" },
            { kind: "action", id: "remove", label: "Remove", onPress: () => edit(`remove ${role.title}`, null, (scenario) => removeRole(scenario, role.id)) },
          ]}
        >
          <MoreIcon />
        </Menu>
      </div>
    </li>
  );
}

type LibraryProps = { readonly currency: string; readonly onChoose: (template: RoleTemplate) => void; readonly onClose: () => void };

function LibraryDialog({ currency, onChoose, onClose }: LibraryProps): ReactElement {
  return (
    <Dialog title="Add a role" onClose={onClose} actions={<Button onPress={onClose}>Cancel</Button>}>
      <ul className="library">
        {ROLE_TEMPLATES.map((template) => (
          <li key={template.id}>
            <button type="button" className="library__role" onClick={() => onChoose(template)}>
              <span className="library__title">{template.title}</span>
              <Tag>{FOCUS_NAMES[template.focus]}</Tag>
              <span className="library__drives">{template.drives}</span>
              <span className="library__pay">
                {formatMoney(roundMoney(template.onTargetEarnings, currency), currency, "full")}, {formatSplit(template.baseShare)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="library__note">Pay figures: {EXAMPLE_NOTE}.</p>
    </Dialog>
  );
}
