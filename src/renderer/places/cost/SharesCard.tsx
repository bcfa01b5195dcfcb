/** How many people stay below threshold, reach target and reach excellence, KPI by KPI, beside the published design rule. */
import type { ReactElement } from "react";
import { attainmentShares } from "#shared/engine/index.ts";
import { suggestedPoints, thresholdOf, withSuggestedPoints } from "#shared/editing/index.ts";
import { DESIGNED, DESIGN_RULE } from "#shared/guidance/index.ts";
import type { Kpi, Role } from "#shared/model/scenario.ts";
import { NO_FIGURE, formatPercent } from "#shared/report/format.ts";
import { Button } from "../../controls/Button.tsx";
import { Card } from "../../controls/Card.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Statements } from "../../explain/Statements.tsx";
import { editKpi } from "../../state/edits.ts";
import { useScenario, useSession } from "../../state/use-stores.ts";
import { RoleCardSwitch } from "./RoleCardSwitch.tsx";

export function SharesCard(): ReactElement {
  const { roles } = useScenario();
  const isShown = useSession((session) => session.costByRole === "shares");
  return (
    <Card className={isShown ? "by-role by-role--shares" : "by-role by-role--shares by-role--other"} label="Where people land">
      <header className="card-head">
        <h2 className="type-title">Where people land</h2>
        <span className="card-head__note by-role__note">share of people, by KPI</span>
        <div className="card-head__tools">
          <RoleCardSwitch />
        </div>
      </header>
      <div className="by-role__scroll" tabIndex={0} role="region" aria-label="Where people land, table">
        <table className="by-role__table">
          <thead>
            <tr>
              {["KPI", "Below threshold", "At target", "At excellence", "Fits the spread"].map((name) => (
                <th scope="col" key={name}>{name}</th>
              ))}
            </tr>
            <tr className="by-role__rule">
              <th scope="row">
                <Popover label="Sources of the design rule" trigger={<span className="link-text">Design rule</span>}>
                  <div className="sources">
                    <Statements of={DESIGNED.statements} />
                    <p className="sources__note">{DESIGNED.caveat} “Fits the spread” is worked out from a KPI’s spread: the threshold and the excellence at which the rule would hold, together.</p>
                  </div>
                </Popover>
              </th>
              <td>{formatPercent(1 - DESIGN_RULE.atThreshold)}</td>
              <td>{formatPercent(DESIGN_RULE.atTarget)}</td>
              <td>{formatPercent(DESIGN_RULE.atExcellence)}</td>
              <td />
            </tr>
          </thead>
          {roles.map((role) => (
            <tbody key={role.id}>
              <tr className="by-role__group">
                <th scope="rowgroup" colSpan={5}>{role.title === "" ? "Untitled role" : role.title}</th>
              </tr>
              {role.kpis.map((kpi) => (kpi.weight > 0 ? <KpiShares key={kpi.id} role={role} kpi={kpi} /> : null))}
            </tbody>
          ))}
        </table>
      </div>
    </Card>
  );
}

function KpiShares({ role, kpi }: { readonly role: Role; readonly kpi: Kpi }): ReactElement {
  const { belowThreshold, atTarget, atExcellence } = attainmentShares(role, kpi);
  const name = kpi.name === "" ? "untitled KPI" : kpi.name;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{belowThreshold === null ? <span title="Pays from 0% on, never, or by a matrix">{NO_FIGURE}</span> : formatPercent(belowThreshold)}</td>
      <td>{formatPercent(atTarget)}</td>
      <td>{formatPercent(atExcellence)}</td>
      <td><Suggested role={role} kpi={kpi} name={name} hasThreshold={belowThreshold !== null} /></td>
    </tr>
  );
}

type SuggestedProps = { readonly role: Role; readonly kpi: Kpi; readonly name: string; readonly hasThreshold: boolean };

/** What fits the spread, with a button while it is not there; and how near the curve lets the threshold come. */
function Suggested({ role, kpi, name, hasThreshold }: SuggestedProps): ReactElement {
  const fitting = suggestedPoints(kpi.outlook, DESIGN_RULE);
  if (fitting === null) return <>{NO_FIGURE}</>;
  const points = hasThreshold ? fitting : { ...fitting, threshold: null };
  const taken = withSuggestedPoints(kpi, points);
  const words = (threshold: number | null): string => `${threshold === null ? "" : `${formatPercent(threshold)} and `}${formatPercent(points.excellence)}`;
  const reached = points.threshold === null ? null : thresholdOf(taken.curve);
  const isShort = reached !== null && points.threshold !== null && formatPercent(reached) !== formatPercent(points.threshold);
  const nearest = isShort ? `, ${formatPercent(reached)} is as near as the curve allows` : "";
  return (
    <span className="by-role__fit">
      <span>
        {words(points.threshold)}
        {isShort ? <span className="by-role__near" title={`The next corner of the curve keeps the threshold at ${formatPercent(reached)}`}>nearest {formatPercent(reached)}</span> : null}
      </span>
      {taken === kpi ? null : (
        <Button onPress={() => editKpi(role.id, kpi.id, `threshold and excellence of ${name}`, (current) => withSuggestedPoints(current, points))}>
          Use<span className="spoken-only"> {words(points.threshold)} for {name}{nearest}</span>
        </Button>
      )}
    </span>
  );
}
