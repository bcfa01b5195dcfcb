/** How often the plan pays, on which basis, and how the year's target is spread over the periods. */
import { useRef, useState, type ReactElement } from "react";
import { seasonPoints, withFrequency, withSeasons } from "#shared/editing/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Payments } from "#shared/model/scenario.ts";
import { WHOLE, basisPoints, type BasisPoints } from "#shared/units/basis-points.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { CalendarIcon } from "../../controls/icons.tsx";
import { edit } from "../../state/document-store.ts";
import { withFields } from "../../state/edits.ts";
import { useScenario } from "../../state/use-stores.ts";
import { percentOf } from "./percent-of.ts";
import { RailSetting } from "./RailSetting.tsx";
import { useViewGesture } from "../../controls/use-view-gesture.ts";
import { periodName } from "./period-name.ts";

const CONTROL = "payments";

const FREQUENCY_NAMES: Readonly<Record<Payments["frequency"], string>> = {
  annual: "Annual",
  "half-yearly": "Half-yearly",
  quarterly: "Quarterly",
  monthly: "Monthly",
};

const BASIS_WORDS: Readonly<Record<Payments["basis"], string>> = {
  discrete: "Every period has its own target and pays by itself: what one misses, the next does not make up.",
  cumulative: "Each payment is what the year to date has earned, less what is paid already: a strong period makes up for a weak one.",
};

function change(label: string, update: (payments: Payments) => Payments): void {
  edit(label, CONTROL, (scenario) => withFields(scenario, { payments: update(scenario.payments) }));
}

export function PaymentsButton(): ReactElement {
  const { payments } = useScenario();
  const { frequency, basis } = payments;
  const words = frequency === "annual" ? "Payments: annual" : `Payments: ${FREQUENCY_NAMES[frequency].toLowerCase()}, ${basis}`;
  return (
    <Popover label={words} control={CONTROL} trigger={<RailSetting icon={<CalendarIcon />} words={words} />}>
      <PaymentsPanel />
    </Popover>
  );
}

function PaymentsPanel(): ReactElement {
  const { payments, roles } = useScenario();
  const { frequency, basis, seasonality } = payments;
  const [wantsOwn, setWantsOwn] = useState(seasonality !== "equal");
  const isOwn = wantsOwn || seasonality !== "equal";
  const countsPeriods = roles.some((role) => role.newHires.length > 0 || role.draw !== null);
  const setSeasonality = (to: "equal" | "own"): void => {
    setWantsOwn(to === "own");
    if (to === "equal") change("equal seasons", (current) => withFields(current, { seasonality: "equal" }));
  };
  return (
    <div className="details">
      <div className="details__field">
        <span>Paid</span>
        <SegmentedControl
          label="Payment frequency"
          value={frequency}
          options={(["annual", "half-yearly", "quarterly", "monthly"] as const).map((value) => ({ value, label: FREQUENCY_NAMES[value] }))}
          onChange={(next) => change("payment frequency", (current) => withFrequency(current, next))}
        />
        {countsPeriods ? <p className="details__note">New hires and draws are counted in periods: look at them after another frequency.</p> : null}
      </div>
      {frequency === "annual" ? (
        <p className="details__note">One payment a year: there is nothing to spread or to catch up.</p>
      ) : (
        <>
          <div className="details__field">
            <span>Basis</span>
            <SegmentedControl
              label="Payment basis"
              value={basis}
              options={[
                { value: "discrete" as const, label: "Discrete" },
                { value: "cumulative" as const, label: "Cumulative" },
              ]}
              onChange={(next) => change("payment basis", (current) => withFields(current, { basis: next }))}
            />
            <p className="details__note">{BASIS_WORDS[basis]}</p>
          </div>
          <div className="details__field">
            <span>Target by period</span>
            <SegmentedControl
              label="Seasonality"
              value={isOwn ? "own" : "equal"}
              options={[
                { value: "equal" as const, label: "Equal" },
                { value: "own" as const, label: "Own shares" },
              ]}
              onChange={setSeasonality}
            />
            {isOwn ? <SeasonShares key={frequency} payments={payments} /> : <p className="details__note">The same share of the year’s target in every period.</p>}
          </div>
        </>
      )}
    </div>
  );
}

/** Shares wait here until they total 100 %; the plan keeps its last ones until then. */
function SeasonShares({ payments }: { readonly payments: Payments }): ReactElement {
  const [shares, setShares] = useState(() => seasonPoints(payments));
  // Undo and redo change the plan's shares from outside.
  const [seen, setSeen] = useState(payments.seasonality);
  if (seen !== payments.seasonality) {
    setSeen(payments.seasonality);
    setShares(seasonPoints(payments));
  }
  const total = shares.reduce<number>((sum, share) => sum + share, 0);
  const having = (index: number, share: number): readonly BasisPoints[] => shares.map((kept, i) => (i === index ? basisPoints(share * WHOLE) : kept));
  return (
    <>
      <div className="seasons">
        {shares.map((share, index) => (
          <SeasonShare
            key={index}
            name={periodName(payments, index + 1)}
            share={share / WHOLE}
            onMove={(next) => setShares(having(index, next))}
            onCommit={(next) => change("shares of the year", (current) => withSeasons(current, having(index, next)))}
          />
        ))}
      </div>
      <p className={total === WHOLE ? "details__note" : "details__missing"} role="status">
        {total === WHOLE ? "Total 100%" : `Total ${percentOf(total / WHOLE, 2)}, ${missing(total)}. The plan keeps its shares until they total 100%.`}
      </p>
    </>
  );
}

type SeasonShareProps = { readonly name: string; readonly share: number; readonly onMove: (share: number) => void; readonly onCommit: (share: number) => void };

function SeasonShare({ name, share, onMove, onCommit }: SeasonShareProps): ReactElement {
  const last = useRef(share);
  const gesture = useViewGesture(share, (next: number) => {
    last.current = next;
    onMove(next);
  });
  return (
    <span className="seasons__share">
      <span aria-hidden="true">{name}</span>
      <NumberField label={`Share of ${name}`} width={64} kind="percent" value={share} format={(value) => percentOf(value, 2)} {...PARAMETERS.seasonShare} gesture={{ ...gesture, commit: () => onCommit(last.current) }} />
    </span>
  );
}

function missing(total: number): string {
  return total < WHOLE ? `${percentOf((WHOLE - total) / WHOLE, 2)} to assign` : `${percentOf((total - WHOLE) / WHOLE, 2)} too much`;
}
