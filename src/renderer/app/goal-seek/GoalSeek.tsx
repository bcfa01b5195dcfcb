/** Goal seek: bring one figure to a value by moving one number. The answer is shown first, and taken as one undo step. */
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { leverAt, leverText, withLever, type Solution, type SolveOptions } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { edit } from "../../state/document-store.ts";
import { seekGoal } from "../../state/goal-seek.ts";
import { useDocument, useScenario, useSession, useWindow } from "../../state/use-stores.ts";
import { windowStore } from "../../state/window-store.ts";
import { optionsOf, startChoice, type GoalChoice } from "./goal-choice.ts";
import { GoalFields } from "./GoalFields.tsx";
import { LeverFields } from "./LeverFields.tsx";
import { Outcome } from "./Outcome.tsx";
import "./goal-seek.css";

export function GoalSeek(): ReactElement | null {
  const isOpen = useWindow((state) => state.seekingGoal);
  const hasDocument = useDocument((state) => state.open !== null);
  return isOpen && hasDocument ? <GoalSeekDialog onClose={() => windowStore.setState({ seekingGoal: false })} /> : null;
}

function GoalSeekDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const scenario = useScenario();
  const shown = useSession((session) => session.roleId);
  const [choice, setChoice] = useState<GoalChoice>(() => startChoice(scenario, scenario.roles.find(({ id }) => id === shown)?.id ?? scenario.roles[0]?.id ?? ""));
  const options = useMemo(() => optionsOf(scenario, choice), [scenario, choice]);
  const { answer, isLooking } = useAnswer(scenario, options);
  const fields = useRef<HTMLDivElement>(null);
  // The value is what is typed first.
  useEffect(() => fields.current?.querySelector("input")?.focus(), []);
  const change = (changed: Partial<GoalChoice>): void => setChoice((before) => ({ ...before, ...changed }));

  function take(value: number): void {
    edit("goal seek", null, (current) => withLever(current, choice.lever, value, choice.locks));
    onClose();
  }

  return (
    <Dialog
      title="Goal seek"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Takes scenario={scenario} choice={choice} answer={answer} onTake={take} />
        </>
      }
    >
      <div ref={fields} className="goal-seek">
        <GoalFields scenario={scenario} choice={choice} onChange={change} />
        <LeverFields scenario={scenario} choice={choice} onChange={change} />
        <Outcome scenario={scenario} options={options} answer={answer} isLooking={isLooking} />
      </div>
    </Dialog>
  );
}

type TakesProps = { readonly scenario: Scenario; readonly choice: GoalChoice; readonly answer: Solution | null; readonly onTake: (value: number) => void };

/** What can be done with the answer: take the value that reaches the goal, or deliberately one that does not. */
function Takes({ scenario, choice, answer, onTake }: TakesProps): ReactElement | readonly ReactElement[] {
  const value = answer?.value ?? null;
  const found = leverAt(scenario, choice.lever, choice.locks);
  if (answer === null || value !== null || !found.ok) return <Button primary disabled={value === null} onPress={() => value !== null && onTake(value)}>Apply</Button>;
  const { lever } = found;
  const others = answer.neighbours?.map((each) => each.value) ?? (answer.nearest === null || answer.goal === null ? [] : [answer.nearest]);
  return others.filter((other) => lever.isEmpty || other !== lever.value).map((other) => <Button key={other} onPress={() => onTake(other)}>Use {leverText(lever, other, scenario.currency)}</Button>);
}

/** From then on a wait is said. */
const LONG = 500;
/** Typing is over after this long. */
const PAUSE = 150;

type Answered = { readonly options: SolveOptions; readonly scenario: Scenario; readonly answer: Solution };

/** The answer to what is asked now; null while it is looked for, and where nothing is asked. */
function useAnswer(scenario: Scenario, options: SolveOptions | null): { readonly answer: Solution | null; readonly isLooking: boolean } {
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [looking, setLooking] = useState<SolveOptions | null>(null);
  useEffect(() => {
    if (options === null) return undefined;
    let end: (() => void) | null = null;
    const start = setTimeout(() => {
      end = seekGoal({ scenario, options }, (answer) => setAnswered({ options, scenario, answer }));
    }, PAUSE);
    const long = setTimeout(() => setLooking(options), LONG);
    return () => {
      clearTimeout(start);
      clearTimeout(long);
      end?.();
    };
  }, [scenario, options]);
  const answer = answered !== null && answered.options === options && answered.scenario === scenario ? answered.answer : null;
  return { answer, isLooking: answer === null && options !== null && looking === options };
}
