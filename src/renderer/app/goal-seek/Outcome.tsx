/** What goal seek found: the number and the figure before and after, or why there is none and what comes closest. */
import type { ReactElement } from "react";
import { leverAt, leverText, type SolveOptions } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { NO_FIGURE } from "#shared/report/format.ts";
import type { SolveAnswer } from "../../worker/solve-answer.ts";
import { figureName, figureText } from "./goal-choice.ts";

type OutcomeProps = { readonly scenario: Scenario; readonly options: SolveOptions | null; readonly answer: SolveAnswer | null; readonly isLooking: boolean };

export function Outcome({ scenario, options, answer, isLooking }: OutcomeProps): ReactElement {
  return (
    <div className="goal-seek__outcome" aria-live="polite" aria-busy={isLooking}>
      {options === null ? <p>Type a value to reach.</p> : answer === null ? <p className="goal-seek__note">{isLooking ? "Looking…" : " "}</p> : <Found scenario={scenario} options={options} answer={answer} />}
    </div>
  );
}

function Found({ scenario, options, answer: { solution, now } }: { readonly scenario: Scenario; readonly options: SolveOptions; readonly answer: SolveAnswer }): ReactElement {
  const { currency } = scenario;
  const { metric } = options.goal;
  const found = leverAt(scenario, options.lever, options.locks ?? []);
  const { nearest, goal, reached, reason } = solution;
  return (
    <>
      {reached ? null : <p className="goal-seek__refused">{reason}</p>}
      {!found.ok || nearest === null || goal === null ? null : (
        <table className="goal-seek__table">
          <thead>
            <tr>
              <th scope="col"><span className="spoken-only">Figure</span></th>
              <th scope="col">Now</th>
              <th scope="col">{reached ? "Then" : "Nearest"}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{found.lever.label}</th>
              <td>{leverText(found.lever, found.lever.value, currency)}</td>
              <td className="goal-seek__then">{leverText(found.lever, nearest, currency)}</td>
            </tr>
            <tr>
              <th scope="row">{figureName(metric)}</th>
              <td>{now === null ? NO_FIGURE : figureText(metric, now, currency)}</td>
              <td>{figureText(metric, goal, currency)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </>
  );
}
