/** Who gains and who loses under another scenario: simulated sellers, or people with the results of a file. */
import { useMemo, type ReactElement, type ReactNode } from "react";
import { costOfSame, countPeople, inRole, isBeyond, payChanges, type BackTest, type PaidPeople, type PayChange, type PayChanges } from "#shared/actuals/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatMoney, formatNumber, formatPercent } from "#shared/report/format.ts";
import { initialsAmong } from "#shared/report/initials.ts";
import { peopleWords } from "#shared/report/people-words.ts";
import { PayChangesChart } from "../../charts/PayChangesChart.tsx";
import type { ChangedRow, ChangeUnit } from "../../charts/series/pay-changes.ts";
import { Button } from "../../controls/Button.tsx";
import { Checkbox } from "../../controls/Checkbox.tsx";
import { NumberField } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Select } from "../../controls/Select.tsx";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import type { PayingSource } from "../../state/comparison-answers.ts";
import { focusIfLost } from "../../state/focus-control.ts";
import { dropResults, openResults, peopleStore, type Results } from "../../state/people-store.ts";
import { useComparison, useComparisonAnswers, usePeople } from "../../state/use-stores.ts";
import { CHOOSE } from "./controls.ts";
import { ImportDialog } from "./ImportDialog.tsx";
import { useFirstStep, useOther } from "./use-compared.ts";
import { useRoleFilter } from "./use-role-filter.ts";

const TITLE = "Who gains and who loses";

export function PeopleCard(): ReactElement {
  const other = useOther();
  const { base } = useComparison();
  const mine = useComparisonAnswers((state) => state.pay[base.key]);
  const theirs = useComparisonAnswers((state) => (other === null ? undefined : state.pay[other.key]));
  const isUpdating = useComparisonAnswers((state) => state.isUpdating && state.isPayAsked);
  const { masked, share } = usePeople((state) => state);
  const roleId = useRoleFilter();
  const firstStep = useFirstStep("who would be paid more, and who less");
  const shown = useMemo((): Shown | null => {
    // Of two scenarios only what is of the same people, in the same money.
    if (mine === undefined || theirs === undefined || mine.source.id !== theirs.source.id || mine.scenario.currency !== base.scenario.currency) return null;
    const [before, after] = [inRole(mine.backTest, roleId), inRole(theirs.backTest, roleId)];
    const { costs: [from = 0, to = 0] } = costOfSame([before, after]);
    return {
      changes: payChanges(before, after, share, theirs.scenario.cost.burdenOnVariable),
      cost: [from, to],
      leftOut: [{ scenario: mine.scenario.name, people: before.withoutRole }, { scenario: theirs.scenario.name, people: after.withoutRole }],
      source: mine.source,
      roleId,
    };
  }, [mine, theirs, share, roleId, base.scenario.currency]);
  const { currency } = base.scenario;
  const unit: ChangeUnit = masked ? { kind: "share" } : { kind: "money", currency };
  return (
    <>
      <PayChangesChart
        title={TITLE}
        rows={shown === null || other === null ? NO_ROWS : rowsOf(shown.changes, shown.source.scenario.roles, masked, share)}
        unit={unit}
        names={[base.name, other?.name ?? ""]}
        headerControls={<PeopleControls atTarget={theirs === undefined ? "" : atTargetWords(theirs.backTest, theirs.scenario)} />}
        isUpdating={isUpdating && shown !== null}
        summary={other === null ? firstStep : shown === null ? "Working it out…" : <Summary shown={shown} masked={masked} currency={currency} name={other.name} />}
      />
      <ImportDialog />
    </>
  );
}

const NO_ROWS: readonly ChangedRow[] = [];

type Shown = {
  readonly changes: PayChanges;
  /** Of those with a role in both, under the base and under the other, minor units. */
  readonly cost: readonly [from: number, to: number];
  /** People without a role in a scenario, of each of the two. */
  readonly leftOut: readonly { readonly scenario: string; readonly people: PaidPeople["withoutRole"] }[];
  readonly source: PayingSource;
  /** The role that is shown alone: of everybody what they earn in it. */
  readonly roleId: string | null;
};

type Roles = readonly { readonly id: string; readonly title: string }[];

/** Roles as bands, in the order of the document, then those who have several; bands with nobody in them are left out. */
function rowsOf({ people: all }: PayChanges, roles: Roles, masked: boolean, share: number): readonly ChangedRow[] {
  const titles = roles.map(({ title }) => title);
  const shortOf = new Map(roles.map(({ id, title }) => [id, initialsAmong(title, titles)]));
  const band = (id: string, label: string, found: readonly PayChange[], nameOf: (change: PayChange) => string): readonly ChangedRow[] => (found.length === 0 ? [] : [{
    id, label,
    people: found.map((change, index) => ({ id: change.person, name: masked ? `${label} ${index + 1}` : nameOf(change), difference: masked ? shareOf(change) : change.difference, pay: masked ? null : [change.from, change.to], isBeyond: isBeyond(change, share) })),
  }]);
  return [
    ...roles.flatMap(({ id }) => band(`role/${id}`, shortOf.get(id) ?? "", all.filter(({ roleIds }) => roleIds.length === 1 && roleIds[0] === id), ({ person }) => person)),
    ...band("several", "Several roles", all.filter(({ roleIds }) => roleIds.length > 1), ({ person, roleIds }) => `${person} (${roleIds.map((id) => shortOf.get(id) ?? id).join(", ")})`),
  ];
}

function shareOf({ difference, from }: PayChange): number {
  return from === 0 ? 0 : difference / from;
}

type SummaryProps = { readonly shown: Shown; readonly masked: boolean; readonly currency: string; readonly name: string };

function Summary({ shown: { changes, cost, leftOut, source: { fileName, scenario }, roleId }, masked, currency, name }: SummaryProps): ReactNode {
  const { people: all, gain, lose } = changes;
  const most = all.reduce<PayChange | null>((worst, change) => (worst === null || change.difference < worst.difference ? change : worst), null);
  const titles = scenario.roles.map(({ title }) => title);
  const role = scenario.roles.find(({ id }) => id === roleId);
  const as = role === undefined ? "" : ` as ${initialsAmong(role.title, titles) || "untitled role"}`;
  const at = fileName === null ? " in one simulated year" : ` by ${fileName}`;
  return (
    <>
      {all.length === 0 ? <><strong>Nobody</strong> has a role in both.</> : <><strong>{formatNumber(gain)} of {formatNumber(all.length)}</strong> people earn more{as} under {name}{at}, {formatNumber(lose)} less{most === null || most.difference >= 0 || masked ? "" : <>, the most <strong>{formatMoney(most.difference, currency, "signed-short")}</strong></>}.</>}
      {leftOut.map((each) => leftOutWords(each, scenario.roles)).join("")}
      {all.length === 0 ? "" : wholeWords(changes, masked, currency)}{fileName === null || all.length === 0 ? "" : costWords(cost, masked, currency)}
    </>
  );
}

/** Short: the summary has two lines. */
function leftOutWords({ scenario, people }: Shown["leftOut"][number], roles: Roles): string {
  if (people.length === 0) return "";
  const titles = roles.map(({ title }) => title);
  const ids = new Set(people.map(({ roleId }) => roleId));
  const missing = roles.filter(({ id }) => ids.has(id)).map(({ title }) => initialsAmong(title, titles));
  return ` ${formatNumber(countPeople(people))} left out: ${scenario} has no ${missing.join(", ")}.`;
}

function wholeWords({ toKeepWhole, toKeepWholeWithBurden, payBefore }: PayChanges, masked: boolean, currency: string): string {
  if (toKeepWhole === 0) return "";
  if (masked) return payBefore === 0 ? "" : ` Keeping everyone whole costs ${formatPercent(toKeepWhole / payBefore, 1)} of pay.`;
  return ` Keeping everyone whole costs ${formatMoney(toKeepWhole, currency, "short")}, ${formatMoney(toKeepWholeWithBurden, currency, "short")} with burden.`;
}

function costWords([from, to]: Shown["cost"], masked: boolean, currency: string): string {
  if (!masked) return ` It would have cost ${formatMoney(to, currency, "short")} instead of ${formatMoney(from, currency, "short")}.`;
  if (from === 0) return "";
  return to === from ? " It would have cost the same." : ` It would have cost ${formatPercent(Math.abs(to / from - 1), 1)} ${to > from ? "more" : "less"}.`;
}

/** KPIs that stand at target for lack of results, with their roles; empty where there are none. */
function atTargetWords({ atTarget }: BackTest, { name, roles }: Scenario): string {
  const titles = roles.map(({ title }) => title);
  const kpis = atTarget.map(({ roleId, kpiId }) => {
    const role = roles.find(({ id }) => id === roleId);
    return `${role?.kpis.find(({ id }) => id === kpiId)?.name ?? kpiId} (${initialsAmong(role?.title ?? "", titles)})`;
  });
  return kpis.length === 0 ? "" : `Without results, and so at target in ${name}: ${kpis.join(", ")}.`;
}

function PeopleControls({ atTarget }: { readonly atTarget: string }): ReactElement {
  const { results, share, masked } = usePeople((state) => state);
  const roleId = useRoleFilter();
  const { base } = useComparison();
  const roles = (results?.scenario ?? base.scenario).roles;
  const gesture = useViewGesture(share, (value) => peopleStore.setState({ share: value }));
  const { rangeText } = PARAMETERS.attainment;
  return (
    <>
      <Select label="Role" value={roleId ?? ""} options={[{ value: "", label: "All roles" }, ...roles.map(({ id, title }) => ({ value: id, label: title === "" ? "Untitled role" : title }))]} onChange={(next) => peopleStore.setState({ roleId: next === "" ? null : next })} align="end" />
      <Popover label="People and results" buttonLook align="end" trigger={results === null ? "Simulated" : "Results"}>
        <div className="people-settings">
          <p>{results === null ? "The people are the sellers of the first simulated year of the base." : resultsWords(results, roleId !== null)}</p>
          {atTarget === "" ? null : <p>{atTarget}</p>}
          <ChooseFile />
          {results === null ? null : <Button onPress={backToSimulated}>Back to simulated sellers</Button>}
          <NumberField label="Count changes above" showLabel width={72} kind="percent" value={share} min={0} max={1} step={0.01} rangeText={rangeText} format={(value) => formatPercent(value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1)} gesture={gesture} />
          <Checkbox label="Hide names and amounts" checked={masked} onChange={(next) => peopleStore.setState({ masked: next })} />
        </div>
      </Popover>
    </>
  );
}

function resultsWords({ actuals: { people, inSeveralRoles, rowsUsed }, fileName, rows }: Results, isOneRole: boolean): string {
  const several = inSeveralRoles === 0 ? "" : ` ${formatNumber(inSeveralRoles)} with several roles: ${isOneRole ? "what is earned in this one counts." : "all that one earns is added up."}`;
  const unused = rowsUsed === rows ? "" : ` ${formatNumber(rows - rowsUsed)} of ${formatNumber(rows)} rows are not used; those of a role that comes with another scenario are then read.`;
  return `${peopleWords(countPeople(people))} of ${fileName}.${several}${unused}`;
}

function backToSimulated(): void {
  dropResults();
  focusIfLost(CHOOSE);
}

/** The file dialog of the system: what is chosen is read here and goes nowhere else. */
function ChooseFile(): ReactElement {
  return (
    <label className="button people-file">
      Import results…
      <input
        type="file"
        data-control={CHOOSE}
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
