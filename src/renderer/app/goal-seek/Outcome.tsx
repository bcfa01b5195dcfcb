/** What goal seek found: the number and the figure before and after, or why there is none and what comes closest. */
import type { ReactElement } from "react";
import { figureText, leverAt, leverText, presentText, type Solution, type SolveOptions, type Tried } from "#shared/analysis/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { NO_FIGURE } from "#shared/report/format.ts";
import { figureName } from "./goal-choice.ts";

type OutcomeProps = { readonly scenario: Scenario; readonly options: SolveOptions | null; readonly answer: Solution | null; readonly isLooking: boolean };

export function Outcome({ scenario, options, answer, isLooking }: OutcomeProps): ReactElement {
  return (
    <div className="goal-seek__outcome" aria-live="polite" aria-busy={isLooking}>
      {options === null ? <p>Type a value to reach.</p> : answer === null ? <p className="goal-seek__note">{isLooking ? "Looking…" : " "}</p> : <Found scenario={scenario} options={options} answer={answer} />}
    </div>
  );
}

function Found({ scenario, options, answer: { nearest, goal, reached, reason, neighbours, now } }: { readonly scenario: Scenario; readonly options: SolveOptions; readonly answer: Solution }): ReactElement {
  const { currency } = scenario;
  const { metric, value: wanted } = options.goal;
  const found = leverAt(scenario, options.lever, options.locks ?? []);
  const tried: readonly (Tried & { readonly title: string })[] =
    neighbours !== null
      ? neighbours.map((each) => ({ ...each, title: each.goal < wanted ? "Under the goal" : "Over the goal" }))
      : nearest === null || goal === null ? [] : [{ value: nearest, goal, title: reached ? "Then" : "Nearest" }];
  return (
    <>
      {reached ? null : <p className="goal-seek__refused">{reason}</p>}
      {!found.ok || tried.length === 0 ? null : (
        <table className="goal-seek__table">
          <thead>
            <tr>
              <th scope="col"><span className="spoken-only">Figure</span></th>
              <th scope="col">Now</th>
              {tried.map(({ title }) => <th key={title} scope="col">{title}</th>)}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{found.lever.label}</th>
              <td>{presentText(found.lever, currency)}</td>
              {tried.map((each) => <td key={each.title} className={reached ? "goal-seek__then" : undefined}>{leverText(found.lever, each.value, currency)}</td>)}
            </tr>
            <tr>
              <th scope="row">{figureName(metric)}</th>
              <td>{now === null ? NO_FIGURE : figureText(metric, now, currency)}</td>
              {tried.map((each) => <td key={each.title}>{figureText(metric, each.goal, currency)}</td>)}
            </tr>
          </tbody>
        </table>
      )}
    </>
  );
}
