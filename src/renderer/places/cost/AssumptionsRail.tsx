/** What the cost is worked out from: where people land, what the employer pays on top of pay, and the budget. */
import type { ReactElement } from "react";
import { averageOutlook, largestMarketSwing, marketSwing, withAverage, withMarketSwing, withSpread } from "#shared/editing/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatMoney, formatNumber, formatPercent, spokenPercent } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { gestureFor } from "../../state/document-store.ts";
import { costGesture, withFields } from "../../state/edits.ts";
import { useSavedScenario, useScenario } from "../../state/use-stores.ts";
import { PresetChoice } from "./PresetChoice.tsx";
import { RailSlider } from "./RailSlider.tsx";
import { YearsPanel } from "./YearsPanel.tsx";

/** How a rail field writes a share: whole percents, or with the decimals it has. */
function percentText(share: number): string {
  const hundredths = Math.round(share * 10_000);
  return formatPercent(share, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2);
}

const PERCENT = { kind: "percent", format: percentText } as const;
const POINTS = { kind: "number", format: (points: number) => formatNumber(points, 1), unitText: "pts" } as const;
const NO_SPREAD = "No KPI with weight has a spread to move.";

export function AssumptionsRail(): ReactElement {
  return (
    <div className="cost-rail" data-region="rail">
      <section className="cost-rail__group" aria-label="Attainment">
        <h2 className="cost-rail__head">Attainment</h2>
        <PresetChoice />
        <AttainmentSliders />
      </section>
      <section className="cost-rail__group" aria-label="Employer burden">
        <h2 className="cost-rail__head">Employer burden</h2>
        <BurdenSlider field="burdenOnBase" name="On base pay" note="benefits and payroll tax" to={0.5} />
        <BurdenSlider field="burdenOnVariable" name="On incentive" note="payroll tax only" to={0.25} />
        <Budget />
      </section>
      <YearsPanel />
    </div>
  );
}

function AttainmentSliders(): ReactElement {
  const scenario = useScenario();
  const saved = useSavedScenario();
  const average = averageOutlook(scenario);
  const base = saved === null ? null : averageOutlook(saved);
  const most = largestMarketSwing(scenario);
  const points = (value: number): string => `${formatNumber(value * 100, 1)} points`;
  const gesture = (name: string, apply: (start: Scenario, value: number) => Scenario): ReturnType<typeof gestureFor<number>> => gestureFor(`outlook/${name}`, NAMES[name] ?? name, apply);
  const none = { reason: "No KPI with weight has a mean to move." };
  return (
    <>
      <RailSlider
        name="Average" note="where the team lands" value={average?.mean ?? null} base={base?.mean ?? null} from={0.5} to={1.5} step={0.01}
        spoken={spokenPercent} field={{ ...PERCENT, ...PARAMETERS.mean }} gesture={gesture("average", withAverage)} control="outlook/average" {...none}
      />
      <RailSlider
        name="Spread" note="person to person" value={average?.spread ?? null} base={base?.spread ?? null} from={0} to={0.5} step={0.01}
        spoken={points} field={{ ...POINTS, min: 0, max: PARAMETERS.spread.max * 100, step: 1, rangeText: "0 to 1,000 points" }} scale={100} gesture={gesture("spread", withSpread)} control="outlook/spread" {...none}
      />
      <RailSlider
        name="Market swing" note="shared by everyone in a year" value={marketSwing(scenario)} base={saved === null ? null : marketSwing(saved)} from={0} to={0.2} step={0.01}
        spoken={points} field={{ ...POINTS, min: 0, max: (most ?? 0) * 100, step: 1, rangeText: `0 to ${formatNumber((most ?? 0) * 100, 1)} points; the rest of the spread is people’s own` }} scale={100} gesture={gesture("market", withMarketSwing)} control="outlook/market" reason={NO_SPREAD} stopped={`At most ${formatNumber((most ?? 0) * 100, 1)} points: the rest of the spread is people’s own`}
      />
    </>
  );
}

const NAMES: Readonly<Record<string, string>> = { average: "average attainment", spread: "spread of attainment", market: "market swing" };

type BurdenProps = { readonly field: "burdenOnBase" | "burdenOnVariable"; readonly name: string; readonly note: string; readonly to: number };

function BurdenSlider({ field, name, note, to }: BurdenProps): ReactElement {
  const { cost } = useScenario();
  const saved = useSavedScenario();
  const gesture = costGesture<number>(field, `burden ${name.toLowerCase()}`, (current, value) => withFields(current, { [field]: value }));
  return <RailSlider name={name} note={note} value={cost[field]} base={saved?.cost[field] ?? null} from={0} to={to} step={PARAMETERS[field].step} spoken={spokenPercent} field={{ ...PERCENT, ...PARAMETERS[field] }} gesture={gesture} control={`cost/${field}`} />;
}

function Budget(): ReactElement {
  const { cost, currency } = useScenario();
  const gesture = costGesture<number | null>("budget", "budget", (current, budget) => withFields(current, { budget }));
  const clear = (): void => {
    gesture.begin("typing");
    gesture.move(null);
    gesture.commit();
  };
  return (
    <div className="assumption__head">
      <span className="assumption__name">Budget</span>
      <NumberField label="Budget for the year" width={112} kind="money" value={cost.budget} onClear={clear} placeholder="none" currency={currency} format={(value) => formatMoney(roundMoney(value, currency), currency, "full")} {...PARAMETERS.budget} control="cost/budget" gesture={gesture} />
    </div>
  );
}
