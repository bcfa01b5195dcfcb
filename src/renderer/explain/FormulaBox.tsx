/** The formula of a figure as a row of values with their names below. */
import type { ReactElement } from "react";
import type { TraceCurve, TraceNode } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { slopeText } from "../charts/series/percent-text.ts";
import { shareText, valueText } from "./trace-words.ts";

type Term = { readonly sign: string; readonly value: string; readonly name: string };

/** More parts than this do not fit side by side: the rule is said in words, and the lines below have the parts. */
const MOST_TERMS = 4;

export function FormulaBox({ root, scenario }: { readonly root: TraceNode; readonly scenario: Scenario }): ReactElement {
  const terms = termsOf(root, scenario);
  const result = valueText(root, scenario);
  if (terms === null) {
    return (
      <div className="formula">
        <span className="formula__part formula__part--wide">
          <strong>{result}</strong>
          <span className="formula__name">{root.kind === "step" ? root.formula.words : root.name}</span>
        </span>
      </div>
    );
  }
  return (
    <div className="formula">
      {[...terms, { sign: terms.length === 0 ? "" : "=", value: result, name: resultName(root) }].map(({ sign, value, name }, index) => (
        <span key={index} className="formula__term">
          {sign === "" ? null : <span className="formula__sign">{sign}</span>}
          <span className="formula__part">
            <strong>{value}</strong>
            <span className="formula__name">{name}</span>
          </span>
        </span>
      ))}
    </div>
  );
}

/** The values side by side; null where there are too many, or where the rule is no row of values. */
function termsOf(root: TraceNode, scenario: Scenario): readonly Term[] | null {
  switch (root.kind) {
    case "input":
      return [];
    case "curve":
      return lookupTerms(root);
    case "step":
      return root.parts.length === 0 || root.parts.length > MOST_TERMS
        ? null
        : root.parts.map((part, index) => ({ sign: index === 0 ? "" : (root.formula.signs[index - 1] ?? "+"), value: valueText(part, scenario), name: part.kind === "curve" ? `${part.name} at ${shareText(part.at.value)}` : part.name }));
  }
}

function lookupTerms({ at, segment }: TraceCurve): readonly Term[] {
  const { from, payout, slope } = segment;
  const start = { sign: "", value: shareText(payout), name: from === 0 ? "at the start" : `at ${shareText(from)}` };
  if (slope === 0) return [{ ...start, name: `from ${shareText(from)} on` }];
  return [
    start,
    { sign: slope < 0 ? "−" : "+", value: shareText(at.value - from), name: from === 0 ? "attainment" : `past ${shareText(from)}` },
    { sign: "×", value: slopeText(Math.abs(slope)), name: "per point" },
  ];
}

function resultName(root: TraceNode): string {
  return root.unit === "money" && root.kind === "step" && root.parts.some((part) => part.kind === "curve") ? "pays" : root.kind === "curve" ? "pays" : root.name;
}
