/** What a KPI pays where its links act: lines beside its curve. */
import { kpiPayoutLine, linkEffects, type LinePoint } from "#shared/engine/index.ts";
import type { Kpi, Role } from "#shared/model/scenario.ts";

type LinkedLine = { readonly name: string; readonly line: readonly LinePoint[] };

/** As far as the chart may show them. */
const RANGE = { from: 0, to: 4 };

/**
 * "Gate missed" where gates act on the KPI, and "with links" at the attainments the other KPIs stand at; none where no
 * link acts. A line that runs along the curve is left out by the chart.
 * @param attainmentOf where each KPI stands
 */
export function linkedLines(role: Role, kpi: Kpi, attainmentOf: (kpi: Kpi) => number): readonly LinkedLine[] {
  const effects = linkEffects(role, kpi.id, attainmentOf);
  if (effects.length === 0) return [];
  const line = (gates: "missed" | "as they stand", modifiers: boolean): readonly LinePoint[] => kpiPayoutLine(role, kpi.id, { ...RANGE, attainmentOf, gates, modifiers });
  const gates = effects.filter(({ link }) => link.kind === "gate");
  // With a missed gate and nothing else the two lines are one.
  const isMissedAlone = gates.length === effects.length && gates.length === 1 && gates[0]?.passed === false;
  return [
    ...(gates.length === 0 ? [] : [{ name: "gate missed", line: line("missed", false) }]),
    ...(isMissedAlone ? [] : [{ name: "with links", line: line("as they stand", true) }]),
  ];
}
