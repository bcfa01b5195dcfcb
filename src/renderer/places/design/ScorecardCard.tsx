/** The weighted scorecard of a role: its KPIs, their weights that total 100 %, and what a what-if result pays. */
import { useMemo, type ReactElement } from "react";
import { addKpi, applyArticleScorecard } from "#shared/editing/index.ts";
import { evaluateRole, type AttainmentInput, type Question } from "#shared/engine/index.ts";
import { ARTICLE_SCORECARD, KPI_CATALOGUE, kpiFromTemplate } from "#shared/library/index.ts";
import type { Role } from "#shared/model/scenario.ts";
import { own } from "#shared/model/own.ts";
import { formatMoney, formatPercent } from "#shared/report/format.ts";
import { WHOLE } from "#shared/units/basis-points.ts";
import { Card } from "../../controls/Card.tsx";
import { LinkIcon, PlusIcon, UnlinkIcon } from "../../controls/icons.tsx";
import { Menu } from "../../controls/Menu.tsx";
import { Pill } from "../../controls/Pill.tsx";
import { ToggleButton } from "../../controls/ToggleButton.tsx";
import { Figure } from "../../explain/Figure.tsx";
import { editRole } from "../../state/edits.ts";
import { useScenario, useSession } from "../../state/use-stores.ts";
import { linkWeights, shownWeights, unlinkWeights } from "../../state/weights.ts";
import { KpiRow } from "./KpiRow.tsx";
import { percentOf } from "./percent-of.ts";

export function ScorecardCard({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const whatIf = useSession((session) => own(session.whatIf, role.id));
  const linked = useSession((session) => session.weightMode === "linked");
  const pending = useSession((session) => session.pendingWeights);
  const weights = shownWeights(role, pending);
  const total = [...weights.values()].reduce<number>((sum, weight) => sum + weight, 0);
  const result = evaluateRole(role, scenario, (kpi) => own(whatIf, kpi.id) ?? 1);
  const outcomes = new Map(result.kpis.map((kpi) => [kpi.id, kpi]));
  const at = useMemo<AttainmentInput>(() => ({ kind: "each", byRole: whatIf === undefined ? {} : { [role.id]: whatIf } }), [role.id, whatIf]);
  const figure = (of: Extract<Question, { of: "role" }>["figure"], about: string, text: string): ReactElement => (
    <Figure question={{ of: "role", figure: of, roleId: role.id, at }} about={about}>{text}</Figure>
  );
  const { currency } = scenario;
  const ote = result.base + result.targetIncentive;
  return (
    <Card className="scorecard" label="KPI scorecard">
      <header className="card-head">
        <h2 className="type-title">KPI scorecard</h2>
        {role.kpis.length === 0 ? null : total === WHOLE ? (
          <Pill tone="under">Weights total 100%</Pill>
        ) : (
          <Pill tone="advice">{`Total ${formatShare(total)}, ${missing(total)}`}</Pill>
        )}
        <div className="card-head__tools">
          <ToggleButton pressed={linked} onPress={linked ? () => unlinkWeights(role.id) : linkWeights}>
            {linked ? <LinkIcon /> : <UnlinkIcon />}
            {linked ? "Linked weights" : "Unlinked weights"}
          </ToggleButton>
          <Menu
            label="Add a KPI"
            plain
            align="end"
            entries={[
              ...KPI_CATALOGUE.map((template) => ({
                kind: "action" as const,
                id: template.measure,
                label: template.name,
                onPress: () => editRole(role.id, `add ${template.name}`, (current) => addKpi(current, kpiFromTemplate(template, { kpiIds: current.kpis.map((kpi) => kpi.id) }))),
              })),
              { kind: "separator", id: "rule" },
              {
                kind: "action",
                id: "article",
                label: `Use the 40/30/20/10 scorecard`,
                hint: ARTICLE_SCORECARD.source.title,
                onPress: () => editRole(role.id, "use the 40/30/20/10 scorecard", applyArticleScorecard),
              },
            ]}
          >
            <PlusIcon />
            KPI
          </Menu>
        </div>
      </header>
      {role.kpis.length === 0 ? (
        <p className="scorecard__empty">This role has no KPI, so no incentive is paid. Add one with “+ KPI”.</p>
      ) : (
        <>
          <div className="kpi-row kpi-row--head" aria-hidden="true">
            <span />
            <span>Measure and target</span>
            <span>Weight</span>
            <span className="kpi-row__curve">Curve</span>
            <span>What if attainment is</span>
            <span className="kpi-row__pays">Pays</span>
          </div>
          <ul className="scorecard__rows">
            {role.kpis.map((kpi, index) => {
              const outcome = outcomes.get(kpi.id);
              return outcome === undefined ? null : (
                <KpiRow key={kpi.id} role={role} kpi={kpi} index={index} outcome={outcome} weight={weights.get(kpi.id) ?? kpi.weight} at={at} currency={currency} />
              );
            })}
          </ul>
        </>
      )}
      <footer className="scorecard__foot">
        <span className="scorecard__foot-name">
          What-if pay<span className="wide-only"> for one person</span>
        </span>
        <span>
          Base <strong>{figure("base", "Base pay of one person", formatMoney(result.base, currency, "full"))}</strong>
        </span>
        <span>
          Incentive <strong>{figure("incentive", "What-if incentive of one person", formatMoney(result.incentive, currency, "full"))}</strong>
        </span>
        <span>{ote === 0 ? "" : <>{figure("shareOfOte", "What-if pay as a share of OTE", formatPercent(result.pay / ote, 1))} of OTE</>}</span>
        <output className="scorecard__pay">{figure("pay", "What-if pay of one person", formatMoney(result.pay, currency, "full"))}</output>
      </footer>
    </Card>
  );
}

function formatShare(basisPoints: number): string {
  return percentOf(basisPoints / WHOLE, 2);
}

function missing(total: number): string {
  return total < WHOLE ? `${formatShare(WHOLE - total)} to assign` : `${formatShare(total - WHOLE)} too much`;
}
