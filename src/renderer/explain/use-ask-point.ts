/** Points of a chart as figures that can be asked about. */
import { useEffect, useId } from "react";
import type { Question } from "#shared/engine/index.ts";
import type { AskedPoint } from "../charts/chart-context.ts";
import { ask, stopAsking } from "../state/explain-store.ts";

/**
 * What a chart calls when somebody asks about one of its points.
 * @param subject what the chart shows; when it changes, a question about the former is over
 * @param questionOf null for a point that is not explained
 */
export function useAskPoint(subject: string, questionOf: (point: AskedPoint) => Question | null): (point: AskedPoint) => void {
  const owner = useId();
  useEffect(() => () => stopAsking(owner), [owner, subject]);
  return (point) => {
    const question = questionOf(point);
    if (question !== null) ask({ owner, question, text: null, attainmentControl: null, anchor: point.anchor, opener: point.opener });
  };
}
