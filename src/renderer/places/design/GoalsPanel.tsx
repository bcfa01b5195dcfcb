/** The company's goals: the short list that KPIs support. */
import type { KeyboardEvent, ReactElement } from "react";
import { addGoal, moveGoal, removeGoal, renameGoal, supportCount } from "#shared/editing/index.ts";
import type { Goal } from "#shared/model/scenario.ts";
import { FlagIcon, MoreIcon } from "../../controls/icons.tsx";
import { Menu } from "../../controls/Menu.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { TextField } from "../../controls/TextField.tsx";
import { edit } from "../../state/document-store.ts";
import { focusIfLost } from "../../state/focus-control.ts";
import { useScenario } from "../../state/use-stores.ts";
import { RailSetting } from "./RailSetting.tsx";

const CONTROL = "goals";
const NEW_GOAL = "goals/new";

export function GoalsButton(): ReactElement {
  const { goals } = useScenario();
  const words = `Goals: ${goals.length === 0 ? "none" : goals.length}`;
  return (
    <Popover label={words} control={CONTROL} trigger={<RailSetting icon={<FlagIcon />} words={words} />}>
      <GoalsPanel />
    </Popover>
  );
}

function GoalsPanel(): ReactElement {
  const scenario = useScenario();
  const { goals } = scenario;
  const add = (text: string): void => {
    edit("add a goal", CONTROL, (current) => addGoal(current, text));
    // Enter leaves the field; the next goal can be typed at once.
    focusIfLost(NEW_GOAL);
  };
  return (
    <div className="details">
      <p className="details__note">What the company wants from its partners. Each KPI’s details say which goals it supports.</p>
      {goals.length === 0 ? null : (
        <ul className="goals" aria-label="Company goals">
          {goals.map((goal, index) => (
            <GoalItem key={goal.id} goal={goal} index={index} count={goals.length} supportedBy={supportCount(scenario, goal.id)} />
          ))}
        </ul>
      )}
      <TextField label="New goal" showLabel value="" placeholder="In a few words; Enter adds it" control={NEW_GOAL} onCommit={add} />
    </div>
  );
}

type GoalItemProps = { readonly goal: Goal; readonly index: number; readonly count: number; readonly supportedBy: number };

function GoalItem({ goal, index, count, supportedBy }: GoalItemProps): ReactElement {
  const name = goal.text === "" ? "Goal without words" : goal.text;
  const move = (by: 1 | -1): void => edit("move a goal", CONTROL, (scenario) => moveGoal(scenario, goal.id, index + by));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li className="goals__item" onKeyDown={onKeyDown}>
      <TextField label={`Goal ${index + 1}`} value={goal.text} placeholder={name} className="goals__text" onCommit={(text) => edit("reword a goal", CONTROL, (scenario) => renameGoal(scenario, goal.id, text))} />
      <span className={supportedBy === 0 ? "goals__support goals__support--none" : "goals__support"}>{supportedBy === 0 ? "no KPI" : supportedBy === 1 ? "1 KPI" : `${supportedBy} KPIs`}</span>
      <Menu
        label={`More for ${name}`}
        plain
        align="end"
        entries={[
          { kind: "action", id: "up", label: "Move up", hint: "Alt+↑", disabled: index === 0, onPress: () => move(-1) },
          { kind: "action", id: "down", label: "Move down", hint: "Alt+↓", disabled: index === count - 1, onPress: () => move(1) },
          { kind: "separator", id: "rule" },
          { kind: "action", id: "remove", label: "Remove", ...(supportedBy === 0 ? {} : { hint: "also from the KPIs that support it" }), onPress: () => edit("remove a goal", CONTROL, (scenario) => removeGoal(scenario, goal.id)) },
        ]}
      >
        <MoreIcon />
      </Menu>
    </li>
  );
}
