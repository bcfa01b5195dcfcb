/** What moves the cost: one input at a time, on the expected cost or on P90; each range can be changed. */
import { useMemo, useState, type ReactElement } from "react";
import { titleOf, type MovedInput } from "#shared/analysis/index.ts";
import { roundMoney } from "#shared/units/money.ts";
import { TornadoChart } from "../../charts/TornadoChart.tsx";
import { shortLabel } from "../../charts/series/tornado-words.ts";
import { Button } from "../../controls/Button.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { sessionStore } from "../../state/session-store.ts";
import { useScenario, useSensitivities, useSession, useSettled } from "../../state/use-stores.ts";
import { RangeDialog } from "./RangeDialog.tsx";
import { TornadoRoles } from "./TornadoRoles.tsx";
import { TornadoTable } from "./TornadoTable.tsx";

const NONE: readonly MovedInput[] = [];

export function TornadoCard(): ReactElement {
  const { cost: { budget }, currency, roles } = useScenario();
  const settled = useSettled();
  const { answer, isUpdating } = useSensitivities((state) => state);
  const [rangeOf, setRangeOf] = useState<string | null>(null);
  const [isTable, setTable] = useState(false);
  const sensitivities = answer?.sensitivities ?? NONE;
  const named = useMemo(() => {
    const titles = roles.map(titleOf);
    return sensitivities.map((each) => ({ ...each, shortLabel: shortLabel(each.label, titles) }));
  }, [sensitivities, roles]);
  const inDialog = sensitivities.find((each) => each.id === rangeOf);
  return (
    <>
      <TornadoChart
        title="What moves the cost"
        sensitivities={named}
        expected={answer?.cost ?? roundMoney(0, currency)}
        budget={budget === null ? null : roundMoney(budget, currency)}
        currency={currency}
        settled={settled}
        isUpdating={isUpdating}
        isCoarse={answer?.isCoarse ?? false}
        isWaiting={answer === null}
        goalWords={answer?.goal === "p90" ? "P90" : "expected cost"}
        headerControls={<TornadoControls />}
        onChoose={setRangeOf}
        tableState={{ shown: isTable, onChange: setTable }}
        tableView={<TornadoTable inputs={sensitivities} missing={answer?.missing ?? []} currency={currency} onRange={setRangeOf} />}
      />
      {inDialog === undefined ? null : <RangeDialog key={inDialog.id} of={inDialog} currency={currency} onClose={() => setRangeOf(null)} />}
    </>
  );
}

function TornadoControls(): ReactElement {
  const goal = useSession((session) => session.tornadoGoal);
  const isChanged = useSession((session) => Object.keys(session.ranges).length > 0);
  return (
    <>
      <TornadoRoles />
      {isChanged ? <Button onPress={() => sessionStore.setState({ ranges: {} })}>Usual ranges</Button> : null}
      <SegmentedControl label="Cost that is moved" value={goal} options={[{ value: "expectedCost", label: "Expected" }, { value: "p90", label: "P90" }]} onChange={(tornadoGoal) => sessionStore.setState({ tornadoGoal })} />
    </>
  );
}
