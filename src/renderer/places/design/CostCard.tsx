/** What the company pays over attainment, against the budget; and the assumptions behind it. */
import { useMemo, type ReactElement } from "react";
import { budgetCrossing, costLine, evaluateScenario, type AttainmentInput } from "#shared/engine/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { CostSettings, Role } from "#shared/model/scenario.ts";
import { formatMoney, formatPercent } from "#shared/report/format.ts";
import { nearly } from "#shared/report/nearly.ts";
import { roundMoney } from "#shared/units/money.ts";
import { CostChart } from "../../charts/CostChart.tsx";
import { Figure } from "../../explain/Figure.tsx";
import type { Gesture } from "../../controls/gesture.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { useAskPoint } from "../../explain/use-ask-point.ts";
import { costGesture, withFields } from "../../state/edits.ts";
import { expectedOf } from "../../state/expected.ts";
import { sessionStore } from "../../state/session-store.ts";
import { useScenario, useSession, useSettled, useSimulation } from "../../state/use-stores.ts";

const RANGE = { from: 0.5, to: 1.5 };
const AT_TARGET: AttainmentInput = { kind: "uniform", attainment: 1 };

export function CostCard({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const settled = useSettled();
  const outcome = useSimulation((state) => state.outcome);
  const scope = useSession((session) => session.costScope);
  const { currency } = scenario;
  const roleId = scope === "role" ? role.id : null;
  const points = useMemo(() => costLine(scenario, { roleId, ...RANGE }), [scenario, roleId]);
  const budget = scope === "all" && scenario.cost.budget !== null ? roundMoney(scenario.cost.budget, currency) : null;
  const crossing = useMemo(() => (budget === null ? null : budgetCrossing(points, budget)), [points, budget]);
  const atTarget = evaluateScenario(scenario, { kind: "uniform", attainment: 1 });
  const cost = roleId === null ? atTarget.total.cost : (atTarget.roles.find((each) => each.id === roleId)?.cost.cost ?? 0);
  const expected = useMemo(() => {
    const { total, roles } = expectedOf(scenario, outcome);
    return roleId === null ? total : (roles[scenario.roles.findIndex((each) => each.id === roleId)] ?? null);
  }, [scenario, outcome, roleId]);
  const people = scenario.roles.filter((each) => each.countsInCost).reduce((sum, each) => sum + each.headcount, 0);
  const explainPoint = useAskPoint(roleId ?? "", ({ figure, attainment }) => {
    if (figure === "curve" || figure === "role-curve") return null;
    const at: AttainmentInput = { kind: "uniform", attainment };
    return roleId === null ? { of: "total", figure, at } : { of: "role-cost", figure, roleId, at };
  });
  return (
    <CostChart
      onExplain={explainPoint}
      title="Company cost by attainment"
      points={points}
      budget={budget}
      crossing={crossing}
      currency={currency}
      settled={settled}
      summary={
        <>
          <span className="spoken-only">Everyone at the same attainment. </span>
          At target <strong><Figure question={roleId === null ? { of: "total", figure: "cost", at: AT_TARGET } : { of: "role-cost", figure: "cost", roleId, at: AT_TARGET }} about={roleId === null ? "Cost to company at target" : `Cost of ${role.title} at target`}>{formatMoney(cost, currency, "short")}</Figure></strong>
          {expected === null ? "" : <>, expected with real spread <strong>{nearly(formatMoney(expected.cost, currency, "short"), expected)}</strong></>}
          {scope === "role" && !role.countsInCost ? ", not in the company’s cost" : ""}.{" "}
          <Assumptions cost={scenario.cost} currency={currency} />
        </>
      }
      headerControls={
        <SegmentedControl
          label="Whose cost"
          value={scope}
          options={[
            { value: "all", label: `All ${people} people` },
            { value: "role", label: "This role" },
          ]}
          onChange={(costScope) => sessionStore.setState({ costScope })}
        />
      }
    />
  );
}

function clearOf(gesture: Gesture<number | null>): void {
  gesture.begin("typing");
  gesture.move(null);
  gesture.commit();
}

type AmountKey = "fixedPerHead" | "budget" | "bookedRevenue";
type ShareKey = "burdenOnBase" | "burdenOnVariable";

function Assumptions({ cost, currency }: { readonly cost: CostSettings; readonly currency: string }): ReactElement {
  const share = (key: ShareKey, label: string): ReactElement => (
    <NumberField label={label} showLabel width={64} kind="percent" value={cost[key]} format={(value) => formatPercent(value, 2)} {...PARAMETERS[key]} control={`cost/${key}`} gesture={costGesture<number>(key, label.toLowerCase(), (current, value) => withFields(current, { [key]: value }))} />
  );
  const amount = (key: AmountKey, label: string, nullable: boolean): ReactElement => {
    const gesture = costGesture<number | null>(key, label.toLowerCase(), (current, value) => withFields(current, { [key]: value }));
    return (
      <NumberField
        label={label}
        showLabel
        width={112}
        kind="money"
        value={cost[key]}
        {...(nullable ? { onClear: () => clearOf(gesture), placeholder: "none" } : {})}
        format={(value) => formatMoney(roundMoney(value, currency), currency, "full")}
        {...PARAMETERS[key]}
        control={`cost/${key}`}
        gesture={gesture}
      />
    );
  };
  const marginGesture = costGesture<number | null>("contributionMargin", "contribution margin", (current, value) => withFields(current, { contributionMargin: value }));
  const margin = <NumberField label="Contribution margin" showLabel width={64} kind="percent" value={cost.contributionMargin} onClear={() => clearOf(marginGesture)} placeholder="none" format={(value) => formatPercent(value, 2)} {...PARAMETERS.contributionMargin} control="cost/contributionMargin" gesture={marginGesture} />;
  return (
    <Popover label="Budget and employer burden" control="cost/assumptions" trigger={<span className="link-text">Budget and burden</span>}>
      <div className="details">
        {amount("budget", "Budget for the year", true)}
        {share("burdenOnBase", "Burden on base pay")}
        {share("burdenOnVariable", "Burden on incentive")}
        {amount("fixedPerHead", "Fixed cost per head", false)}
        {margin}
        {amount("bookedRevenue", "Booked revenue, for CCOS", true)}
        <p className="details__note">Burden is what the employer pays on top of pay. CCOS is expected base and incentive ÷ booked revenue, without burden; without booked revenue, expected credited revenue stands in and may count a deal twice. The contribution margin of a sale is what advice holds the pay for one more sale against.</p>
      </div>
    </Popover>
  );
}
