/** The plan of a file that is compared, to read: its figures, roles, KPIs and curves. Nothing in it can be changed. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactElement } from "react";
import { kpiFacts, planFacts, roleFacts, type Fact } from "#shared/comparison/index.ts";
import type { Kpi, Role, Scenario } from "#shared/model/scenario.ts";
import { CurveThumbnail } from "../../charts/CurveThumbnail.tsx";
import { Button } from "../../controls/Button.tsx";
import { Card } from "../../controls/Card.tsx";
import { LockClosedIcon } from "../../controls/icons.tsx";
import { lookAt, type ComparedFile } from "../../state/comparison-store.ts";
import { openCopy } from "../../state/documents.ts";
import { focusIfLost } from "../../state/focus-control.ts";
import { menuOf } from "./controls.ts";
import "./plan-look.css";

export function PlanLook({ file, name }: { readonly file: ComparedFile; readonly name: string }): ReactElement {
  const { scenario, fileName } = file;
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => bar.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus(), []);
  function leave(): void {
    lookAt(null);
    focusIfLost(menuOf(file.key));
  }
  const leaveByKey = useEffectEvent((event: KeyboardEvent) => {
    // A menu or dialog that is open takes the key for itself.
    if (event.key === "Escape" && !event.defaultPrevented) leave();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => leaveByKey(event);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <header ref={bar} className="plan-look__bar">
        <LockClosedIcon />
        <p className="plan-look__title">
          <strong>{name}</strong> is only looked at: nothing here changes the file.
        </p>
        <Button onPress={() => void openCopy(fileName, scenario)}>Edit a copy</Button>
        <Button primary autoFocus onPress={leave}>Back to the comparison</Button>
      </header>
      <div className="plan-look__cards" tabIndex={0} role="region" aria-label={`The plan of ${name}`}>
        <Card label="Plan" className="plan-look__card">
          <h2 className="type-title">Plan</h2>
          <Facts facts={planFacts(scenario)} />
        </Card>
        {scenario.roles.map((role) => <RoleLook key={role.id} role={role} scenario={scenario} />)}
        {scenario.roles.length === 0 ? <p className="differences__none">This plan has no roles.</p> : null}
      </div>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="plan-look__facts">
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function RoleLook({ role, scenario }: { readonly role: Role; readonly scenario: Scenario }): ReactElement {
  const title = role.title === "" ? "Untitled role" : role.title;
  return (
    <Card label={title} className="plan-look__card">
      <h2 className="type-title">{title}</h2>
      <Facts facts={roleFacts(role, scenario.currency)} />
      {role.kpis.length === 0 ? <p className="differences__note">No KPIs: the role has no incentive.</p> : (
        <table className="plan-look__kpis">
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col">Weight</th>
              <th scope="col">Target</th>
              <th scope="col">Payout curve</th>
              <th scope="col">Where people land</th>
            </tr>
          </thead>
          <tbody>{role.kpis.map((kpi) => <KpiLook key={kpi.id} kpi={kpi} scenario={scenario} />)}</tbody>
        </table>
      )}
    </Card>
  );
}

function KpiLook({ kpi, scenario }: { readonly kpi: Kpi; readonly scenario: Scenario }): ReactElement {
  const { weight, target, curve, outlook, more } = kpiFacts(kpi, scenario);
  return (
    <tr>
      <th scope="row">
        {kpi.name === "" ? "Untitled KPI" : kpi.name}
        <span className="plan-look__more">{more}</span>
      </th>
      <td>{weight}</td>
      <td>{target}</td>
      <td>
        <div className="plan-look__curve">
          {kpi.curve === null ? null : <CurveThumbnail curve={kpi.curve} />}
          <span>{curve}</span>
        </div>
      </td>
      <td>{outlook}</td>
    </tr>
  );
}
