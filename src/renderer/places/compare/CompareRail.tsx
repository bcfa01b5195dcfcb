/** Who is compared with whom: the base, the others, and what they cost against it. */
import { useState, type ReactElement } from "react";
import { Button } from "../../controls/Button.tsx";
import { IconButton } from "../../controls/IconButton.tsx";
import { CloseIcon, LockClosedIcon, MoreIcon } from "../../controls/icons.tsx";
import { classNames } from "../../controls/class-names.ts";
import { Menu, type MenuEntry } from "../../controls/Menu.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { formatNumber } from "#shared/report/format.ts";
import { readFile } from "../../state/compare-files.ts";
import { DOCUMENT, MOST_FILES, comparisonStore, lookAt, makeBase, removeFile, setRate, showOther, type ComparedSide, type SideWithoutRate } from "../../state/comparison-store.ts";
import { focusIfLost } from "../../state/focus-control.ts";
import { useComparison, useComparisonState, useWindow } from "../../state/use-stores.ts";
import { ADD, BASE, menuOf, rateOf } from "./controls.ts";
import { figuresOf, shownDifference, shownFigure, type Figures } from "./figures.ts";
import { MatchDialog } from "./MatchDialog.tsx";
import { RateField } from "./RateField.tsx";
import { ScenarioMark } from "./ScenarioMark.tsx";
import { useDifferences, useOther, useYears } from "./use-compared.ts";

export function CompareRail(): ReactElement {
  const { base, others, withoutRate } = useComparison();
  const other = useOther();
  const files = useComparisonState((state) => state.files);
  const as = useComparisonState((state) => state.differenceAs);
  const differences = useDifferences();
  const years = useYears();
  const [matching, setMatching] = useState<string | null>(null);
  const { currency } = base.scenario;
  const figures = (side: ComparedSide): Figures => figuresOf(side, years(side), null);
  const ofBase = figures(base);
  const fileNameOf = (key: string): string => (key === DOCUMENT ? "This document, as it is on screen" : (files.find((file) => file.key === key)?.fileName ?? ""));
  const toMatch = differences.find(({ side }) => side.key === matching);
  return (
    <div className="compare-rail" data-region="rail">
      <section aria-label="Base" data-control={BASE} tabIndex={-1}>
        <h2 className="compare-rail__head">Base</h2>
        <div className="compared compared--base" title={fileNameOf(base.key)}>
          <div className="compared__name">
            <ScenarioMark slot={base.slot} />
            <span className="compared__text">{base.name}</span>
            {base.key === DOCUMENT ? null : <Menu label={`${base.name}: more`} entries={[{ kind: "action", id: "look", label: "Look at the plan", onPress: () => lookAt(base.key) }]} control={menuOf(base.key)} plain align="end"><MoreIcon /></Menu>}
          </div>
          <span className="compared__note">{base.key === DOCUMENT ? null : <Locked />}{base.key === DOCUMENT ? "This document" : "File, only looked at"}</span>
          <span className="compared__figures">{shownFigure("expectedCost", ofBase, currency)}</span>
        </div>
      </section>
      <section aria-label="Compared with" className="compare-rail__others">
        <h2 className="compare-rail__head">Compared with</h2>
        {others.map((side) => {
          const found = differences.find((each) => each.side.key === side.key)?.differences.length ?? 0;
          const mine = figures(side);
          const [value, from] = [mine.expectedCost, ofBase.expectedCost];
          const tone = value === null || from === null || value === from ? undefined : value > from ? "strip__over" : "strip__under";
          return (
            <div key={side.key} className={classNames("compared", side.key === other?.key && "compared--shown")} title={fileNameOf(side.key)}>
              <div className="compared__name">
                <ScenarioMark slot={side.slot} />
                <button type="button" className="compared__text compared__button" aria-pressed={side.key === other?.key} onClick={() => showOther(side.key)}>{side.name}</button>
                <SideMenu side={side} onMatch={() => setMatching(side.key)} />
              </div>
              <span className="compared__note">
                {side.key === DOCUMENT ? null : <Locked />}
                {found === 0 ? "No input differs" : `${formatNumber(found)} ${found === 1 ? "input differs" : "inputs differ"}`}
              </span>
              {side.converted === null ? null : (
                <RateField control={rateOf(side.key)} currency={side.converted.currency} into={currency} rate={side.converted.rate} onChange={(rate) => setRate(side.key, rate)}>
                  <IconButton label={`Remove the rate of ${side.name}`} quiet onPress={() => rateWith(side.key, null)}><CloseIcon /></IconButton>
                </RateField>
              )}
              <span className="compared__figures">
                {shownFigure("expectedCost", mine, currency)}
                <strong className={tone}>{shownDifference("expectedCost", mine, ofBase, currency, as)}</strong>
              </span>
            </div>
          );
        })}
        {withoutRate.map((side) => <WithoutRate key={side.key} side={side} currency={currency} />)}
        {files.length < MOST_FILES ? <AddScenario /> : null}
      </section>
      <section className="compare-rail__foot" aria-label="Differences">
        <h2 className="compare-rail__head">Show difference as</h2>
        <SegmentedControl label="Show difference as" value={as} options={[{ value: "amount", label: "Amount" }, { value: "percent", label: "Percent" }]} onChange={(differenceAs) => comparisonStore.setState({ differenceAs })} />
        <p className="compare-rail__note"><YearsNote /></p>
      </section>
      {toMatch === undefined ? null : <MatchDialog of={toMatch} base={base} onClose={() => setMatching(null)} />}
    </div>
  );
}

/** A file is only looked at. */
function Locked(): ReactElement {
  return (
    <span className="compared__lock" role="img" aria-label="Only looked at" title="Only looked at: nothing here changes the file">
      <LockClosedIcon />
    </span>
  );
}

/** Whether differences between simulated figures can be chance. */
function YearsNote(): ReactElement {
  const { base, others } = useComparison();
  const all = [base, ...others].map(({ scenario }) => scenario.outlook);
  const same = all.every(({ seed, trials }) => seed === base.scenario.outlook.seed && trials === base.scenario.outlook.trials);
  const years = formatNumber(base.scenario.outlook.trials);
  return <>{others.length === 0 ? "Files stay as they are: nothing here changes them." : same ? `All use the same ${years} simulated years, so differences are not chance.` : "Their simulated years differ in number or seed: P90 differs a little by chance."}</>;
}

function AddScenario(): ReactElement {
  const recent = useWindow((state) => state.recent);
  const entries: readonly MenuEntry[] = [
    { kind: "action", id: "choose", label: "Choose a file…", onPress: () => void readFile(null) },
    ...(recent.length === 0 ? [] : [{ kind: "heading", id: "recent", label: "Recent files" } as const]),
    ...recent.filter(({ missing }) => !missing).map((file) => ({ kind: "action", id: file.id, label: file.fileName, hint: file.folder, onPress: () => void readFile(file.id) }) as const),
  ];
  return (
    <div className="compare-rail__add">
      <Menu label="Add scenario" entries={entries} control={ADD}>Add scenario</Menu>
    </div>
  );
}

function SideMenu({ side, onMatch }: { readonly side: ComparedSide; readonly onMatch: () => void }): ReactElement {
  const entries: readonly MenuEntry[] = [
    {
      kind: "action", id: "base", label: "Make it the base",
      onPress: () => {
        makeBase(side.key);
        focusIfLost(BASE);
      },
    },
    { kind: "action", id: "match", label: "Match roles…", onPress: onMatch },
    ...(side.key === DOCUMENT ? [] : [
      { kind: "action", id: "look", label: "Look at the plan", onPress: () => lookAt(side.key) } as const,
      { kind: "action", id: "remove", label: "Remove", onPress: () => remove(side.key) } as const,
    ]),
  ];
  return <Menu label={`${side.name}: more`} entries={entries} control={menuOf(side.key)} plain align="end"><MoreIcon /></Menu>;
}

/** With a rate or without one the scenario stands in another place: its rate goes on having the focus. */
function rateWith(key: string, rate: number | null): void {
  setRate(key, rate);
  focusIfLost(rateOf(key));
}

function remove(key: string): void {
  removeFile(key);
  focusIfLost(ADD);
}

/** A scenario in other money is in no figure until somebody says at which rate. */
function WithoutRate({ side, currency }: { readonly side: SideWithoutRate; readonly currency: string }): ReactElement {
  const [rate, setTyped] = useState<number | null>(null);
  return (
    <div className="compared">
      <div className="compared__name">
        <ScenarioMark slot={side.slot} />
        <span className="compared__text">{side.name}</span>
        {side.key === DOCUMENT ? null : <IconButton label={`Remove ${side.name}`} onPress={() => remove(side.key)}><CloseIcon /></IconButton>}
      </div>
      <span className="compared__note">It is in {side.currency}, the base in {currency}. At which rate?</span>
      <RateField control={rateOf(side.key)} currency={side.currency} into={currency} rate={rate} onChange={setTyped}>
        <Button disabled={rate === null} onPress={() => rateWith(side.key, rate)}>Compare</Button>
      </RateField>
    </div>
  );
}
