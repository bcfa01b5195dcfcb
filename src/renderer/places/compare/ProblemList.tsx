/** Every row of a file that cannot be used, of which only those in view are drawn: there may be a hundred thousand. */
import { useState, type ReactElement } from "react";
import { problemsText, type TableProblem } from "#shared/actuals/index.ts";
import { formatNumber } from "#shared/report/format.ts";
import { CopyButton } from "../../controls/CopyButton.tsx";

/** Pixels; the style sheet has the same. */
const LINE = 20;
/** Half a line says that there are more. */
const IN_VIEW = 6.5;
/** Drawn beyond what is in view, on either side. */
const SPARE = 5;

export function ProblemList({ problems }: { readonly problems: readonly TableProblem[] }): ReactElement {
  const [first, setFirst] = useState(0);
  const from = Math.max(0, first - SPARE);
  const shown = problems.slice(from, first + Math.ceil(IN_VIEW) + SPARE);
  return (
    <>
      <div
        className="import__problems"
        role="region"
        aria-label="Rows that are not used"
        tabIndex={0}
        style={{ height: LINE * Math.min(IN_VIEW, problems.length) }}
        onScroll={({ currentTarget }) => setFirst(Math.floor(currentTarget.scrollTop / LINE))}
      >
        <ul style={{ paddingTop: from * LINE, paddingBottom: (problems.length - from - shown.length) * LINE }}>
          {shown.map(({ line, column, message }, index) => (
            <li key={from + index} aria-setsize={problems.length} aria-posinset={from + index + 1}>
              Line {formatNumber(line)}{column === null ? "" : `, ${column}`}: {message}
            </li>
          ))}
        </ul>
      </div>
      <div><CopyButton label="Copy all" subject="list" text={() => problemsText(problems)} /></div>
    </>
  );
}
