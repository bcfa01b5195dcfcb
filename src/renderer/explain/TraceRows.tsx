/** One line for each value behind a figure: its name, where it comes from, what it is. What is worked out unfolds in place. */
import { useState, type ReactElement, type ReactNode } from "react";
import type { TraceNode, TracePlace } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { SegmentCurve } from "../charts/SegmentCurve.tsx";
import { classNames } from "../controls/class-names.ts";
import { ChevronIcon } from "../controls/icons.tsx";
import { originOf, type AskedAt, type InputOrigin } from "./explained-controls.ts";
import { besidesOf, originText, partsOf, sentenceCase, shareText, valueText, workingText } from "./trace-words.ts";

export type TraceContext = {
  readonly scenario: Scenario;
  readonly asked: AskedAt;
  readonly onGo: (origin: NonNullable<InputOrigin>) => void;
};

type RowsProps = {
  readonly nodes: readonly TraceNode[];
  readonly context: TraceContext;
  readonly depth: number;
  /** Whether what is worked out shows its parts at first. */
  readonly unfolded: boolean;
  /** The curve that is drawn below already. */
  readonly drawn: TraceNode | null;
};

/** Where what is worked out takes no more letters than this in any line, the names take the room. */
const SHORT = 16;

export function TraceRows({ nodes, context, depth, unfolded, drawn }: RowsProps): ReactElement {
  const isShort = nodes.every((node) => node.kind !== "input" && (workingText(node, context.scenario) ?? "").length <= SHORT);
  return (
    <ul className={classNames("trace", depth > 0 && "trace--inner", isShort && "trace--short")}>
      {nodes.map((node, index) => (
        <li key={index}>{node.kind === "input" ? <InputRow node={node} context={context} /> : <WorkedRow node={node} context={context} depth={depth} unfolded={unfolded} drawn={drawn} />}</li>
      ))}
    </ul>
  );
}

function InputRow({ node, context }: { readonly node: Extract<TraceNode, { kind: "input" }>; readonly context: TraceContext }): ReactElement {
  const { scenario, asked, onGo } = context;
  const origin = originOf(node, asked, scenario);
  const name = sentenceCase(node.name);
  const value = valueText(node, scenario);
  return (
    <Line name={name} value={value}>
      {origin === null ? (
        <span className="trace__fixed">{node.name.startsWith("attainment") ? "asked here" : ""}</span>
      ) : (
        <button type="button" className="trace__link" aria-label={`${name}, ${value}: go to ${wordsOf(origin, scenario)}`} onClick={() => onGo(origin)}>
          {wordsOf(origin, scenario)}
        </button>
      )}
    </Line>
  );
}

function wordsOf(origin: NonNullable<InputOrigin>, scenario: Scenario): string {
  if ("control" in origin) return "attainment of the table";
  return origin.place.field === "attainment" ? "what-if attainment" : originText(origin.place, scenario);
}

type WorkedRowProps = { readonly node: Exclude<TraceNode, { kind: "input" }>; readonly context: TraceContext; readonly depth: number; readonly unfolded: boolean; readonly drawn: TraceNode | null };

function WorkedRow({ node, context, depth, unfolded, drawn }: WorkedRowProps): ReactElement {
  const [isOpen, setOpen] = useState(unfolded);
  const { scenario } = context;
  const name = sentenceCase(node.name);
  const besides = besidesOf(node);
  return (
    <>
      <button type="button" className="trace__line trace__line--worked" aria-expanded={isOpen} aria-label={`${name}, ${valueText(node, scenario)}`} title={node.kind === "step" ? ruleOf(node) : undefined} onClick={() => setOpen(!isOpen)}>
        <span className={classNames("trace__name", "trace__name--worked", isOpen && "trace__name--open")}>
          <ChevronIcon />
          <span className="trace__words">{name}</span>
        </span>
        <span className="trace__working">{workingText(node, scenario)}</span>
        <span className="trace__value">{valueText(node, scenario)}</span>
      </button>
      {isOpen ? (
        <>
          <TraceRows nodes={partsOf(node)} context={context} depth={depth + 1} unfolded={false} drawn={drawn} />
          {node.kind === "curve" ? <CurveOf node={node} context={context} isDrawn={node === drawn} /> : null}
          {besides.length === 0 ? null : <Besides nodes={besides} context={context} depth={depth + 1} drawn={drawn} />}
        </>
      ) : null}
    </>
  );
}

/** "Target incentive × weight, by largest remainder" */
function ruleOf({ formula }: Extract<TraceNode, { kind: "step" }>): string {
  return `${sentenceCase(formula.words)}${formula.rounding === null ? "" : `, ${formula.rounding}`}`;
}

function CurveOf({ node, context, isDrawn }: { readonly node: Extract<TraceNode, { kind: "curve" }>; readonly context: TraceContext; readonly isDrawn: boolean }): ReactElement {
  const { place } = node;
  return (
    <div className="trace trace--inner">
      <Line name="Curve" value="">
        <PlaceLink place={place} context={context} />
      </Line>
      {isDrawn ? null : <SegmentCurve curve={node.curve} segment={node.segment} attainment={node.at.value} payout={node.value} label={curveLabel(node)} />}
    </div>
  );
}

export function curveLabel({ at, value }: Extract<TraceNode, { kind: "curve" }>): string {
  return `Curve: ${shareText(at.value)} attainment pays ${shareText(value)}`;
}

function PlaceLink({ place, context }: { readonly place: TracePlace; readonly context: TraceContext }): ReactElement {
  const words = originText(place, context.scenario);
  return (
    <button type="button" className="trace__link" aria-label={`Go to ${words}`} onClick={() => context.onGo({ place })}>
      {words}
    </button>
  );
}

/** What a rule looks at beside what it multiplies or adds, such as the other weights of a split. */
function Besides({ nodes, context, depth, drawn }: { readonly nodes: readonly TraceNode[]; readonly context: TraceContext; readonly depth: number; readonly drawn: TraceNode | null }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="trace trace--inner">
      <button type="button" className="trace__line trace__line--besides" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className={classNames("trace__name", "trace__name--worked", isOpen && "trace__name--open")}>
          <ChevronIcon />
          <span className="trace__words">{`${nodes.length === 1 ? "1 value" : `${nodes.length} values`} looked at besides`}</span>
        </span>
      </button>
      {isOpen ? <TraceRows nodes={nodes} context={context} depth={depth} unfolded={false} drawn={drawn} /> : null}
    </div>
  );
}

function Line({ name, value, children }: { readonly name: string; readonly value: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="trace__line">
      <span className="trace__name" title={name}>
        <span className="trace__words">{name}</span>
      </span>
      {children}
      <span className="trace__value">{value}</span>
    </div>
  );
}
