/** Every row of a file that cannot be used, of which only those in view are drawn: there may be a hundred thousand. */
import { useLayoutEffect, useRef, useState, type ReactElement } from "react";
import { problemsText, type TableProblem } from "#shared/actuals/index.ts";
import { formatNumber } from "#shared/report/format.ts";
import { CopyButton } from "../../controls/CopyButton.tsx";

/** Pixels of a problem in one line; the style sheet has the same. */
const LINE = 20;
/** Half a line says that there are more. */
const IN_VIEW = 6.5;
/** Pixels drawn beyond what is in view, on either side. */
const SPARE = 100;

/** By index, those that were drawn and are not of one line. */
type Heights = ReadonlyMap<number, number>;

export function ProblemList({ problems }: { readonly problems: readonly TableProblem[] }): ReactElement {
  const [top, setTop] = useState(0);
  const [heights, setHeights] = useState<Heights>(() => new Map());
  const list = useRef<HTMLUListElement>(null);
  const { from, to, before, whole } = drawnOf(problems.length, heights, top);
  // How many lines a problem has is known once it is drawn.
  useLayoutEffect(() => {
    const drawn = [...(list.current?.children ?? [])].map((item, index) => [from + index, item.getBoundingClientRect().height] as const);
    const news = drawn.filter(([index, height]) => height > 0 && height !== (heights.get(index) ?? LINE));
    if (news.length > 0) setHeights(new Map([...heights, ...news]));
  }, [from, to, heights]);
  return (
    <>
      <div
        className="import__problems"
        role="region"
        aria-label="Rows that are not used"
        tabIndex={0}
        style={{ height: Math.min(LINE * IN_VIEW, whole) }}
        onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      >
        <div style={{ height: whole }}>
          <ul ref={list} style={{ top: before }}>
            {problems.slice(from, to).map(({ line, column, message }, index) => (
              <li key={from + index} aria-setsize={problems.length} aria-posinset={from + index + 1}>
                Line {formatNumber(line)}{column === null ? "" : `, ${column}`}: {message}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div><CopyButton label="Copy all" subject="list" text={() => problemsText(problems)} /></div>
    </>
  );
}

/** Which of them are drawn, how many pixels are above the first, and how many all of them have. */
function drawnOf(count: number, heights: Heights, top: number): { readonly from: number; readonly to: number; readonly before: number; readonly whole: number } {
  let [from, to, before, whole] = [0, count, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const height = heights.get(index) ?? LINE;
    if (whole + height < top - SPARE) [from, before] = [index + 1, whole + height];
    if (to === count && whole > top + LINE * IN_VIEW + SPARE) to = index;
    whole += height;
  }
  return { from, to, before, whole };
}
