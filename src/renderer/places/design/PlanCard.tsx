/** The third card of a role's plan: what there is to know about it, one tab at a time. In a low window the tabs open a panel. */
import { useId, useRef, useState, type ComponentType, type ReactElement } from "react";
import type { Role, Scenario } from "#shared/model/scenario.ts";
import { Card } from "../../controls/Card.tsx";
import { Floating } from "../../controls/Floating.tsx";
import { Tabs, tabId } from "../../controls/Tabs.tsx";
import { useDismissal } from "../../controls/use-dismissal.ts";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { showPlanTab, type PlanTab } from "../../state/session-store.ts";
import { useScenario, useSession } from "../../state/use-stores.ts";
import { AdviceTab } from "./AdviceTab.tsx";
import { AdviceHead } from "./DismissedAdvice.tsx";
import { LinksTab } from "./LinksTab.tsx";
import { NextDealTab } from "./NextDealTab.tsx";
import { PayHead, PayTab } from "./PayTab.tsx";
import { WordsTab } from "./WordsTab.tsx";
import { YearTab } from "./YearTab.tsx";
import { adviceBeside, countOpen } from "./use-advice.ts";
import { LOW_WINDOW } from "./window-sizes.ts";
import "./PlanCard.css";

type OfRole = { readonly role: Role };

type TabEntry = {
  readonly value: PlanTab;
  readonly label: string;
  /** Drawn after the label; null for none. */
  readonly count?: (role: Role, scenario: Scenario) => number | null;
  readonly Body: ComponentType<OfRole>;
  /** Stands at the right of the tabs. */
  readonly Head?: ComponentType<OfRole>;
};

const TABS: readonly [TabEntry, ...TabEntry[]] = [
  { value: "advice", label: "Advice", count: (role, scenario) => countOpen(adviceBeside(role, scenario)), Body: AdviceTab, Head: AdviceHead },
  { value: "pay", label: "Pay", Body: PayTab, Head: PayHead },
  { value: "year", label: "Year", Body: YearTab },
  { value: "links", label: "Links", count: (role) => (role.links.length === 0 ? null : role.links.length), Body: LinksTab },
  { value: "next-deal", label: "Next deal", Body: NextDealTab },
  { value: "words", label: "In words", Body: WordsTab },
];

export function PlanCard({ role }: OfRole): ReactElement {
  const scenario = useScenario();
  const chosen = useSession((session) => session.planTab);
  const isLow = useMediaQuery(LOW_WINDOW);
  const [isOpen, setOpen] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const { value, Body, Head } = TABS.find((tab) => tab.value === chosen) ?? TABS[0];
  const floats = isLow && isOpen;

  useDismissal({
    isOpen: floats,
    whole: card,
    panel,
    onDismiss: (focus) => {
      setOpen(false);
      if (focus === "back") document.getElementById(tabId(id, value))?.focus();
    },
  });

  const choose = (next: PlanTab): void => {
    showPlanTab(next);
    setOpen(!isOpen || next !== value);
  };

  const body = (
    <div ref={panel} className="plan-card__body" role="tabpanel" id={id} aria-labelledby={tabId(id, value)}>
      <Body role={role} />
    </div>
  );
  return (
    <Card className="plan-card" label="About this plan">
      <div ref={card} className="plan-card__whole">
        <header className="card-head plan-card__head">
          <Tabs
            label="About this plan"
            tabs={TABS.map((tab) => ({ value: tab.value, label: tab.label, count: tab.count?.(role, scenario) ?? null }))}
            shown={isLow && !isOpen ? null : value}
            current={value}
            panel={id}
            opens={isLow}
            onChoose={choose}
          />
          <div className="plan-card__note">{Head === undefined ? null : <Head role={role} />}</div>
        </header>
        {isLow ? null : body}
        {floats ? (
          <Floating anchor={card} sides={["above"]} align="start" gap={4} fillsAnchor className="plan-card__layer">
            {body}
          </Floating>
        ) : null}
      </div>
    </Card>
  );
}
