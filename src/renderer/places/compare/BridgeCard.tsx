/** Why another scenario costs more or less than the base, cause by cause. */
import type { ReactElement } from "react";
import { BRIDGE_GROUPS, type Bridge, type BridgePart, type InputDifference } from "#shared/comparison/index.ts";
import { formatNumber } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";
import { BridgeChart } from "../../charts/BridgeChart.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { Select } from "../../controls/Select.tsx";
import { comparisonStore, showOther } from "../../state/comparison-store.ts";
import { useComparison, useComparisonAnswers, useComparisonState } from "../../state/use-stores.ts";
import { EmptyCard } from "./EmptyCard.tsx";
import { useBridge, useDifferences, useFirstStep, useOther, useShownPart } from "./use-compared.ts";

export function BridgeCard(): ReactElement {
  const { base, others } = useComparison();
  const other = useOther();
  const bridge = useBridge(other?.key ?? null);
  const basis = useComparisonState((state) => state.basis);
  const part = useShownPart()?.name ?? null;
  const isUpdating = useComparisonAnswers((state) => state.isUpdating);
  const differences = useDifferences().find(({ side }) => side.key === other?.key)?.differences ?? [];
  const firstStep = useFirstStep("cause by cause why it costs more or less");
  const title = "Why the cost changes";
  if (other === null || bridge === null) {
    return <EmptyCard title={title} message={other === null ? firstStep : "Working it out…"} />;
  }
  const { currency, cost: { budget } } = base.scenario;
  return (
    <BridgeChart
      title={title}
      from={{ name: base.name, slot: base.slot, cost: bridge.from, isCoarse: bridge.isCoarse.from }}
      to={{ name: other.name, slot: other.slot, cost: bridge.to, isCoarse: bridge.isCoarse.to }}
      parts={bridge.parts.map((each) => ({ id: each.name, label: each.name, note: noteOf(each, differences), amount: each.amount, isCoarse: bridge.isCoarse.parts }))}
      budget={budget === null ? null : roundMoney(budget, currency)}
      currency={currency}
      note={bridge.simulatedYears === null || !bridge.isCoarse.parts ? null : `of the first ${formatNumber(bridge.simulatedYears)} simulated years`}
      idle={idleWords(bridge, differences)}
      isUpdating={isUpdating}
      chosen={part}
      onChoose={(id) => comparisonStore.setState({ part: id === part ? null : id })}
      headerControls={
        <>
          {others.length > 1 ? <Select label="Scenario" value={other.key} options={others.map(({ key, name }) => ({ value: key, label: name }))} onChange={showOther} align="end" /> : null}
          <SegmentedControl label="Which cost" value={basis} options={[{ value: "expected", label: "Expected" }, { value: "target", label: "At target" }]} onChange={(next) => comparisonStore.setState({ basis: next })} />
        </>
      }
    />
  );
}

const MOST_NAMED = 3;

/** "Targets and seed differ and do not change the cost."; the groups where the inputs are many. */
function idleWords({ without }: Bridge, differences: readonly InputDifference[]): string | null {
  if (without.length === 0) return null;
  const inputs = [...new Set(differences.filter(({ group }) => group !== null && without.includes(group)).map(({ name }) => name))];
  const names = inputs.length === 0 || inputs.length > MOST_NAMED ? without.map((group) => BRIDGE_GROUPS[group]) : inputs;
  const last = names.at(-1) ?? "";
  const all = names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
  return `${all.slice(0, 1).toUpperCase()}${all.slice(1)} ${names.length === 1 ? "differs and does" : "differ and do"} not change the cost.`;
}

/** What changed, in few words: the input where it is one, how many where they are more. */
function noteOf({ groups }: BridgePart, differences: readonly InputDifference[]): string {
  const found = differences.filter(({ group }) => group !== null && groups.includes(group));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return `${only.role === null ? "" : `${only.role} `}${only.to}`;
  return found.length === 0 ? groups.map((group) => BRIDGE_GROUPS[group]).join(", ") : `${formatNumber(found.length)} inputs`;
}
