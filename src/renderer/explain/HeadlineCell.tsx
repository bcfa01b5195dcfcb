/** One figure of a headline strip: label, value, note. Its width never depends on what stands in it. */
import type { ReactElement, ReactNode } from "react";
import type { Question } from "#shared/engine/index.ts";
import { classNames } from "../controls/class-names.ts";
import { Figure } from "./Figure.tsx";
import "./headline-cell.css";

export type HeadlineCellProps = {
  readonly label: string;
  /** Behind the label: what is measured, where it could be measured in other ways. */
  readonly beside?: string;
  readonly value: string;
  readonly note: ReactNode;
  /** null where there is no figure to explain. */
  readonly question?: Question | null;
  readonly tone?: "over" | "under" | undefined;
  /** Beside the value. */
  readonly pill?: ReactNode;
  /** What the figure is, in a sentence. */
  readonly title?: string;
  readonly className?: string;
};

export function HeadlineCell({ label, beside, value, note, question = null, tone, pill, title, className }: HeadlineCellProps): ReactElement {
  const toned = tone === undefined ? undefined : `strip__${tone}`;
  return (
    <div className={classNames("strip__cell", className)} title={title}>
      <span className="strip__label">
        {label}
        {beside === undefined ? null : <span className="strip__beside"> {beside}</span>}
      </span>
      <span className="strip__value">
        {question === null ? <span className={toned}>{value}</span> : <Figure question={question} about={label} {...(toned === undefined ? {} : { className: toned })}>{value}</Figure>}
        {pill}
      </span>
      <span className="strip__note">{note}</span>
    </div>
  );
}
