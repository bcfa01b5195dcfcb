/** Who gains and who loses under another scenario: simulated sellers, or people with the results of a file. */
import { useMemo, type ReactElement, type ReactNode } from "react";
import { isBeyond, payChanges, type PayChange, type PayChanges } from "#shared/actuals/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import { formatMoney, formatNumber, formatPercent } from "#shared/report/format.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import { PayChangesChart } from "../../charts/PayChangesChart.tsx";
import type { ChangedRow, ChangeUnit } from "../../charts/series/pay-changes.ts";
import { Button } from "../../controls/Button.tsx";
import { Checkbox } from "../../controls/Checkbox.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Select } from "../../controls/Select.tsx";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { dropResults, openResults, peopleStore, type PeopleState } from "../../state/people-store.ts";
import { useComparison, useComparisonAnswers, usePeople } from "../../state/use-stores.ts";
import { EmptyCard } from "./EmptyCard.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { useOther } from "./use-compared.ts";

const TITLE = "Who gains and who loses";

export function PeopleCard(): ReactElement {
  const other = useOther();
  const { base } = useComparison();
  const mine = useComparisonAnswers((state) => state.pay[base.key]);
  const theirs = useComparisonAnswers((state) => (other === null ? undefined : state.pay[other.key]));
  const people = usePeople((state) => state);
  const changes = useMemo(
    () => (mine === undefined || theirs === undefined || mine.sourceId !== theirs.sourceId ? null : payChanges(mine.backTest.people, theirs.backTest.people, people.share, theirs.scenario.cost.burdenOnVariable)),
    [mine, theirs, people.share],
  );
  const controls = <PeopleControls />;
  if (other === null || changes === null || mine === undefined || theirs === undefined) {
    return (
      <>
        <EmptyCard title={TITLE} message={other === null ? "Add a scenario to see who would be paid more, and who less." : "Working it out…"} controls={controls} />
        <ImportDialog />
      </>
    );
  }
  const { currency } = base.scenario;
  const unit: ChangeUnit = people.masked ? { kind: "share" } : { kind: "money", currency };
  const source = people.results?.scenario ?? base.scenario;
  return (
    <>
      <PayChangesChart
        title={TITLE}
        rows={rowsOf(changes, source.roles, people)}
        unit={unit}
        names={[base.name, other.name]}
        headerControls={controls}
        summary={<Summary changes={changes} people={people} currency={currency} name={other.name} cost={[mine.backTest.total.cost, theirs.backTest.total.cost]} without={theirs.backTest.withoutRole.length} />}
      />
      <ImportDialog />
    </>
  );
}

type Roles = readonly { readonly id: string; readonly title: string }[];

/** Roles as bands, in the order of the document; those with nobody in them are left out. */
function rowsOf({ people: all }: PayChanges, roles: Roles, { roleId, masked, share }: PeopleState): readonly ChangedRow[] {
  const titles = roles.map(({ title }) => title);
  return roles.filter(({ id }) => roleId === null || id === roleId).flatMap(({ id, title }): readonly ChangedRow[] => {
    const short = initialsAmong(title, titles);
    const found = all.filter((change) => change.roleId === id);
    if (found.length === 0) return [];
    return [{
      roleId: id,
      label: short,
      people: found.map((change, index) => ({ id: `${id}/${change.person}`, name: masked ? `${short} ${index + 1}` : change.person, difference: masked ? shareOf(change) : change.difference, pay: masked ? null : [change.from, change.to], isBeyond: isBeyond(change, share) })),
    }];
  });
}

function shareOf({ difference, from }: PayChange): number {
  return from === 0 ? 0 : difference / from;
}

type SummaryProps = { readonly changes: PayChanges; readonly people: PeopleState; readonly currency: string; readonly name: string; readonly cost: readonly [number, number]; readonly without: number };

function Summary({ changes: { people: all, gain, lose, toKeepWhole, toKeepWholeWithBurden }, people: { results, masked }, currency, name, cost, without }: SummaryProps): ReactNode {
  const short = (amount: number): string => formatMoney(amount, currency, "short");
  const most = all.reduce<PayChange | null>((worst, change) => (worst === null || change.difference < worst.difference ? change : worst), null);
  const at = results === null ? " in one simulated year" : ` by ${results.fileName}`;
  const whole = toKeepWhole === 0 || masked ? "" : ` Keeping everyone whole costs ${short(toKeepWhole)}, ${short(toKeepWholeWithBurden)} with burden.`;
  return (
    <>
      <strong>{formatNumber(gain)} of {formatNumber(all.length)}</strong> people earn more under {name}{at}, {formatNumber(lose)} less{most === null || most.difference >= 0 || masked ? "" : <>, the most <strong>{formatMoney(most.difference, currency, "signed-short")}</strong></>}.
      {whole}{results === null ? "" : ` It would have cost ${short(cost[1])} instead of ${short(cost[0])}.`}{without === 0 ? "" : ` ${formatNumber(without)} have no role in it.`}
    </>
  );
}

function PeopleControls(): ReactElement {
  const { results, share, masked, roleId } = usePeople((state) => state);
  const { base } = useComparison();
  const roles = (results?.scenario ?? base.scenario).roles;
  const gesture = useViewGesture(share, (value) => peopleStore.setState({ share: value }));
  const { rangeText } = PARAMETERS.attainment;
  return (
    <>
      <Select label="Role" value={roleId ?? ""} options={[{ value: "", label: "All roles" }, ...roles.map(({ id, title }) => ({ value: id, label: title === "" ? "Untitled role" : title }))]} onChange={(next) => peopleStore.setState({ roleId: next === "" ? null : next })} align="end" />
      <Popover label="People and results" buttonLook align="end" trigger={results === null ? "Simulated" : "Results"}>
        <div className="people-settings">
          <p>{results === null ? "The people are the sellers of the first simulated year of the base." : `${formatNumber(results.actuals.people.length)} people of ${results.fileName}.`}</p>
          <ChooseFile />
          {results === null ? null : <Button onPress={dropResults}>Back to simulated sellers</Button>}
          <NumberField label="Count changes above" showLabel width={72} kind="percent" value={share} min={0} max={1} step={0.01} rangeText={rangeText} format={(value) => formatPercent(value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1)} gesture={gesture} />
          <Checkbox label="Hide names and amounts" checked={masked} onChange={(next) => peopleStore.setState({ masked: next })} />
        </div>
      </Popover>
    </>
  );
}

/** The file dialog of the system: what is chosen is read here and goes nowhere else. */
function ChooseFile(): ReactElement {
  return (
    <label className="button people-file">
      Import results…
      <input
        type="file"
        className="people-file__input"
        accept=".csv,.txt,.tsv,.xlsx"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file again is another choice.
          currentTarget.value = "";
          if (file !== undefined) void openResults(file);
        }}
      />
    </label>
  );
}
