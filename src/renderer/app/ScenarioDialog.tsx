/** What the scenario is called and which year and currency its figures are in. */
import type { ReactElement } from "react";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { NumberField } from "../controls/NumberField.tsx";
import { Select } from "../controls/Select.tsx";
import { TextField } from "../controls/TextField.tsx";
import { edit, gestureFor } from "../state/document-store.ts";
import { withFields } from "../state/edits.ts";
import { useScenario } from "../state/use-stores.ts";

/** Offered to choose from; a file may be in any other, which then stays. */
const CURRENCIES = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "INR", "SGD", "SEK", "NOK", "DKK", "PLN", "BRL", "MXN", "ZAR", "AED", "KWD"];

export function ScenarioDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const scenario = useScenario();
  const set = (label: string, fields: Partial<Scenario>): void => edit(label, null, (current) => withFields(current, fields));
  const currencies = CURRENCIES.includes(scenario.currency) ? CURRENCIES : [scenario.currency, ...CURRENCIES];
  return (
    <Dialog title="Scenario" onClose={onClose} actions={<Button primary onPress={onClose}>Done</Button>}>
      <div className="scenario-fields">
        <TextField label="Name" showLabel value={scenario.name} onCommit={(name) => set("name of the scenario", { name })} />
        <NumberField
          label="Fiscal year"
          showLabel
          width={72}
          kind="number"
          value={scenario.fiscalYear}
          format={(year) => String(year)}
          {...PARAMETERS.fiscalYear}
          gesture={gestureFor<number>("scenario/fiscal-year", "fiscal year", (start, fiscalYear) => withFields(start, { fiscalYear: Math.round(fiscalYear) }))}
        />
        <Select label="Currency" showLabel value={scenario.currency} options={currencies.map((value) => ({ value, label: value }))} onChange={(currency) => set("currency", { currency })} />
        <p className="scenario-fields__note">Another currency gives the same figures another name. Nothing is converted.</p>
        <TextField label="Notes" showLabel multiline value={scenario.notes} onCommit={(notes) => set("notes", { notes })} />
      </div>
    </Dialog>
  );
}
