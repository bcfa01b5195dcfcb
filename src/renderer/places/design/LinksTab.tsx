/** How the KPIs of a role act on each other: gates, modifiers and matrices, each as a line in words with its effect now. */
import type { ReactElement } from "react";
import { addGate, addMatrix, addMeasuredKpi, addModifier, removeLink } from "#shared/editing/index.ts";
import { linkEffects } from "#shared/engine/index.ts";
import type { Link, Role } from "#shared/model/scenario.ts";
import { own } from "#shared/model/own.ts";
import { formatPercent, formatRatio } from "#shared/report/format.ts";
import { linkSentence } from "#shared/statement/index.ts";
import { IconButton } from "../../controls/IconButton.tsx";
import { CloseIcon, PlusIcon } from "../../controls/icons.tsx";
import { Menu } from "../../controls/Menu.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Tag } from "../../controls/Tag.tsx";
import { editRole } from "../../state/edits.ts";
import { useSession } from "../../state/use-stores.ts";
import { LinkEditor } from "./LinkEditor.tsx";
import { LINK_KIND_NAMES } from "./words.ts";
import "./LinksTab.css";

export function LinksTab({ role }: { readonly role: Role }): ReactElement {
  const whatIf = useSession((session) => own(session.whatIf, role.id));
  const hasPair = role.kpis.length > 1;
  const change = (label: string, apply: (role: Role) => Role): void => editRole(role.id, label, apply);
  return (
    <div className="links-tab">
      <ul className="links-tab__list">
        {role.links.map((link, index) => (
          <li key={index} className="links-tab__row">
            <Tag>{LINK_KIND_NAMES[link.kind]}</Tag>
            <Popover label={`Edit the ${LINK_KIND_NAMES[link.kind].toLowerCase()}`} trigger={<span className="links-tab__sentence">{linkSentence(role, link)}</span>}>
              <LinkEditor role={role} link={link} index={index} />
            </Popover>
            <span className="links-tab__effect">{effectNow(role, link, index, (kpiId) => own(whatIf, kpiId) ?? 1)}</span>
            <IconButton label="Remove this link" onPress={() => change(`remove the ${LINK_KIND_NAMES[link.kind].toLowerCase()}`, (current) => removeLink(current, index))}>
              <CloseIcon />
            </IconButton>
          </li>
        ))}
      </ul>
      {role.links.length === 0 ? <p className="links-tab__empty">{hasPair ? "Each KPI pays by itself. A link lets one KPI’s attainment act on what others pay." : "A link needs two KPIs. Add one that is only measured, or another that pays."}</p> : null}
      <div className="links-tab__add">
        <Menu
          label="Add a link"
          plain
          entries={[
            { kind: "action", id: "gate", label: "Gate", hint: "pays only if another KPI is reached", disabled: !hasPair, onPress: () => change("add a gate", addGate) },
            { kind: "action", id: "modifier", label: "Modifier", hint: "one KPI multiplies what others pay", disabled: !hasPair, onPress: () => change("add a modifier", addModifier) },
            { kind: "action", id: "matrix", label: "Matrix", hint: "two KPIs together give the payout", disabled: !hasPair, onPress: () => change("add a matrix", addMatrix) },
            { kind: "separator", id: "rule" },
            { kind: "action", id: "measured", label: "KPI that is only measured", hint: "no weight, for a link to look at", onPress: () => change("add a measured KPI", addMeasuredKpi) },
          ]}
        >
          <PlusIcon />
          Link
        </Menu>
      </div>
    </div>
  );
}

/** What the link does at the what-if attainments. */
function effectNow(role: Role, link: Link, index: number, attainmentOf: (kpiId: string) => number): string {
  const acted = role.kpis.map((kpi) => linkEffects(role, kpi.id, (each) => attainmentOf(each.id)).find((effect) => effect.index === index)).find((effect) => effect !== undefined);
  if (acted === undefined) return "acts on nothing";
  switch (link.kind) {
    case "gate":
      return acted.passed === true ? "passed" : "missed";
    case "modifier":
      return acted.factor === null ? "" : formatRatio(acted.factor);
    case "matrix":
      return acted.factor === null ? "" : `pays ${formatPercent(acted.factor)}`;
  }
}
