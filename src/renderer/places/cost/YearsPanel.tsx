/** How years are simulated: how many, from which seed, and how attainments hang together. */
import type { ReactElement } from "react";
import { PARAMETERS, type ParameterSpec } from "#shared/model/parameters.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { formatNumber, formatPercent } from "#shared/report/format.ts";
import { Button } from "../../controls/Button.tsx";
import { NumberField, type NumberFieldProps } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { edit, gestureFor } from "../../state/document-store.ts";
import { withFields } from "../../state/edits.ts";
import { useScenario } from "../../state/use-stores.ts";

export function YearsPanel(): ReactElement {
  const { outlook: { trials, seed, marketCorrelation, sellerCorrelation } } = useScenario();
  return (
    <footer className="cost-rail__foot">
      {formatNumber(trials)} simulated years, seed {seed}. The same inputs give the same figures on any computer.{" "}
      <Popover label="How years are simulated" trigger={<span className="link-text">Change</span>} control="outlook/years">
        <div className="years">
          <Row field="trials" name="Years" note="more years, steadier percentiles" spec={PARAMETERS.trials} />
          <Row field="seed" name="Seed" note="another seed draws other years" spec={PARAMETERS.seed} plain>
            <Button onPress={() => edit("seed", "outlook/years", (scenario) => withOutlook(scenario, { seed: anotherSeed() }))}>New seed</Button>
          </Row>
          <Row field="marketCorrelation" name="Market correlation" note="of everybody’s attainments in a year" spec={{ ...PARAMETERS.correlation, max: 1 - sellerCorrelation }} percent />
          <Row field="sellerCorrelation" name="Seller correlation" note="of one person’s KPIs" spec={{ ...PARAMETERS.correlation, max: 1 - marketCorrelation }} percent />
          <Row field="periodSpread" name="Spread between periods" note="of a payment period around the year" spec={PARAMETERS.spread} percent />
        </div>
      </Popover>
    </footer>
  );
}

type Outlook = Scenario["outlook"];

function withOutlook(scenario: Scenario, fields: Partial<Outlook>): Scenario {
  return withFields(scenario, { outlook: withFields(scenario.outlook, fields) });
}

function anotherSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

type RowProps = {
  readonly field: keyof Outlook;
  readonly name: string;
  readonly note: string;
  readonly spec: ParameterSpec;
  readonly percent?: boolean;
  /** A number that is a name: no separators. */
  readonly plain?: boolean;
  readonly children?: ReactElement;
};

function Row({ field, name, note, spec, percent = false, plain = false, children }: RowProps): ReactElement {
  const { outlook } = useScenario();
  const gesture = gestureFor<number>(`outlook/${field}`, name.toLowerCase(), (start, value) => withOutlook(start, { [field]: value }));
  const kind: NumberFieldProps["kind"] = percent ? "percent" : "number";
  const format = percent ? (value: number): string => formatPercent(value, Math.round(value * 1_000) % 10 === 0 ? 0 : 1) : plain ? String : formatNumber;
  return (
    <div className="years__row">
      <span className="years__name">{name}</span>
      <NumberField label={name} kind={kind} value={outlook[field]} format={(value) => format(value)} width={112} gesture={gesture} control={`outlook/${field}`} {...spec} {...(percent ? { rangeText: `0% to ${format(spec.max)}` } : {})} />
      <span className="years__note">{note}{children}</span>
    </div>
  );
}
