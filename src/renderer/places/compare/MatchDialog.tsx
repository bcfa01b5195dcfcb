/** Which role of the base each role of another scenario is, and which KPI each of its KPIs. */
import { Fragment, type ReactElement } from "react";
import type { RolePair } from "#shared/comparison/index.ts";
import type { Kpi } from "#shared/model/scenario.ts";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { Select } from "../../controls/Select.tsx";
import { matchKpi, matchRole, type ComparedSide } from "../../state/comparison-store.ts";
import type { SideDifferences } from "./use-compared.ts";

type MatchDialogProps = { readonly of: SideDifferences; readonly base: ComparedSide; readonly onClose: () => void };

export function MatchDialog({ of: { side, pairs }, base, onClose }: MatchDialogProps): ReactElement {
  const roles = base.scenario.roles.map(({ id, title }) => ({ id, name: titled(title) }));
  return (
    <Dialog title={`Roles and KPIs of ${side.name}`} onClose={onClose} actions={<Button primary autoFocus onPress={onClose}>Done</Button>}>
      <p>Roles are the same by their ids, then by kind and title; their KPIs by ids, then by name. Each can be one of the base’s at most once.</p>
      <table className="match">
        <thead>
          <tr><th scope="col">{side.name}</th><th scope="col">is, in {base.name}</th></tr>
        </thead>
        <tbody>
          {side.scenario.roles.map(({ id, title, kpis }) => {
            const pair = pairs.find((each) => each.other?.id === id);
            const mine = pair?.base ?? null;
            return (
              <Fragment key={id}>
                <MatchRow name={titled(title)} found={mine?.id ?? null} own="A role of its own" options={roles} onChange={(baseId) => matchRole(side.key, id, baseId)} />
                {mine === null ? null : kpis.map((kpi) => <KpiRow key={kpi.id} kpi={kpi} role={titled(title)} of={mine.kpis} pair={pair} onChange={(baseId) => matchKpi(side.key, id, kpi.id, baseId)} />)}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}

type KpiRowProps = { readonly kpi: Kpi; readonly role: string; readonly of: readonly Kpi[]; readonly pair: RolePair | undefined; readonly onChange: (baseId: string | null) => void };

function KpiRow({ kpi, role, of, pair, onChange }: KpiRowProps): ReactElement {
  const found = pair?.kpis.find(({ other }) => other?.id === kpi.id)?.base ?? null;
  return <MatchRow name={named(kpi.name)} role={role} found={found?.id ?? null} own="A KPI of its own" options={of.map(({ id, name }) => ({ id, name: named(name) }))} onChange={onChange} />;
}

type MatchRowProps = {
  readonly name: string;
  /** Id of the base's that it is; null for one of its own. */
  readonly found: string | null;
  readonly own: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (baseId: string | null) => void;
  /** Of a KPI: its role, which stands above it. */
  readonly role?: string;
};

const NONE = "";

function MatchRow({ name, found, own, options, onChange, role }: MatchRowProps): ReactElement {
  return (
    <tr className={role === undefined ? undefined : "match__part"}>
      <th scope="row">{name}</th>
      <td><Select label={role === undefined ? `${name} is` : `${name} of ${role} is`} width={240} value={found === null ? NONE : `=${found}`} options={[{ value: NONE, label: own }, ...options.map((each) => ({ value: `=${each.id}`, label: each.name }))]} onChange={(value) => onChange(value === NONE ? null : value.slice(1))} /></td>
    </tr>
  );
}

function titled(title: string): string {
  return title === "" ? "Untitled role" : title;
}

function named(name: string): string {
  return name === "" ? "Untitled KPI" : name;
}
