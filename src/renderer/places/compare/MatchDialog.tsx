/** Which role of the base each role of another scenario is. */
import type { ReactElement } from "react";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { Select } from "../../controls/Select.tsx";
import { matchRole, type ComparedSide } from "../../state/comparison-store.ts";
import type { SideDifferences } from "./use-compared.ts";

type MatchDialogProps = { readonly of: SideDifferences; readonly base: ComparedSide; readonly onClose: () => void };

const NONE = "";

export function MatchDialog({ of: { side, pairs }, base, onClose }: MatchDialogProps): ReactElement {
  const options = [{ value: NONE, label: "A role of its own" }, ...base.scenario.roles.map(({ id, title }) => ({ value: `=${id}`, label: title === "" ? "Untitled role" : title }))];
  return (
    <Dialog title={`Roles of ${side.name}`} onClose={onClose} actions={<Button primary autoFocus onPress={onClose}>Done</Button>}>
      <p>Roles are the same by their ids, then by kind and title. A role can be one of the base’s at most once.</p>
      <table className="match">
        <thead>
          <tr><th scope="col">{side.name}</th><th scope="col">is, in {base.name}</th></tr>
        </thead>
        <tbody>
          {side.scenario.roles.map(({ id, title }) => {
            const found = pairs.find((pair) => pair.other?.id === id)?.base;
            return (
              <tr key={id}>
                <th scope="row">{title === "" ? "Untitled role" : title}</th>
                <td><Select label={`${title} is`} width={240} value={found == null ? NONE : `=${found.id}`} options={options} onChange={(value) => matchRole(side.key, id, value === NONE ? null : value.slice(1))} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}
