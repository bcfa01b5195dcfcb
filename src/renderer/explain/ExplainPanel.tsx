/** Why a number is what it is: formula, inputs with where they come from, the curve, the order of calculation. */
import type { ReactElement } from "react";
import type { Explanation, Question, TraceCurve, TraceNode } from "#shared/engine/index.ts";
import { SegmentCurve } from "../charts/SegmentCurve.tsx";
import { classNames } from "../controls/class-names.ts";
import { IconButton } from "../controls/IconButton.tsx";
import { CloseIcon, CopyIcon, PinIcon } from "../controls/icons.tsx";
import { FormulaBox } from "./FormulaBox.tsx";
import { TraceRows, curveLabel, type TraceContext } from "./TraceRows.tsx";
import { nextText, partsOf, sentenceCase, standText } from "./trace-words.ts";
import "./ExplainPanel.css";

export type ExplainPanelProps = {
  /** The number as it stands on screen. */
  readonly text: string;
  /** null while the plan has no such figure. */
  readonly explanation: Explanation | null;
  readonly context: TraceContext;
  readonly pinned: boolean;
  readonly onPin: (pinned: boolean) => void;
  readonly onCopy: () => void;
  readonly onClose: () => void;
};

/** Up to this many lines their parts are shown at once. */
const FEW = 2;
/** More lines than this scroll inside. */
const MANY = 6;

export function ExplainPanel({ text, explanation, context, pinned, onPin, onCopy, onClose }: ExplainPanelProps): ReactElement {
  return (
    <>
      <header className="explain__head">
        <h2 className="type-title">{`Why ${text}?`}</h2>
        <IconButton label={pinned ? "Pinned: stays open while things are moved" : "Pin: stay open while things are moved"} pressed={pinned} onPress={() => onPin(!pinned)}>
          <PinIcon />
        </IconButton>
        <IconButton label="Copy the explanation" disabled={explanation === null} onPress={onCopy}>
          <CopyIcon />
        </IconButton>
        <IconButton label="Close" onPress={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      {explanation === null ? <p className="explain__none">As the plan stands, there is no such figure.</p> : <Answer explanation={explanation} context={context} />}
    </>
  );
}

function Answer({ explanation, context }: { readonly explanation: Explanation; readonly context: TraceContext }): ReactElement {
  const { title, root, order } = explanation;
  const curve = mainCurve(root, context.asked.question);
  const lines = root.kind === "step" ? partsOf(root) : [root];
  const rounding = root.kind === "step" ? root.formula.rounding : null;
  const next = nextText(explanation, context.scenario);
  return (
    <div className="explain__body">
      <p className="explain__title">{`${title}${standText(context.asked.question)}`}</p>
      <FormulaBox root={root} scenario={context.scenario} />
      <div className={classNames("explain__lines", lines.length > MANY && "explain__lines--many")}>
        <TraceRows nodes={lines} context={context} depth={0} unfolded={lines.length <= FEW} drawn={curve} />
      </div>
      {curve === null ? null : (
        <div className="explain__curve">
          <SegmentCurve curve={curve.curve} segment={curve.segment} attainment={curve.at.value} payout={curve.value} label={curveLabel(curve)} />
        </div>
      )}
      {order.length === 0 && rounding === null && next === null ? null : (
        <footer className="explain__foot">
          <p>{[...order, ...(rounding === null ? [] : [asSentence(rounding)])].join(" ")}</p>
          {next === null ? null : (
            <p className="explain__next">
              {next.sentence} <strong>{next.amount}</strong>.
            </p>
          )}
        </footer>
      )}
    </div>
  );
}

function asSentence(words: string): string {
  return `${sentenceCase(words).replace(/\.$/, "")}.`;
}

/** The curve of what is asked: the figure of one KPI is read off one. */
function mainCurve(root: TraceNode, question: Question): TraceCurve | null {
  return question.of === "kpi-payout" || question.of === "curve" ? firstCurve([root]) : null;
}

function firstCurve(nodes: readonly TraceNode[]): TraceCurve | null {
  if (nodes.length === 0) return null;
  return nodes.find((node) => node.kind === "curve") ?? firstCurve(nodes.flatMap(partsOf));
}
