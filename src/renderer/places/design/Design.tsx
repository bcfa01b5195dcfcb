/** The Design place: roles on the left, the chosen role's plan in the middle, its curve and the company's cost beside it. */
import type { ReactElement } from "react";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { ExplainPopover } from "../../explain/ExplainPopover.tsx";
import { SpokenCost } from "../../explain/SpokenCost.tsx";
import { useSimulation } from "../../state/use-stores.ts";
import { YearlyCostCard } from "../YearlyCostCard.tsx";
import { CostCard } from "./CostCard.tsx";
import { HeadlineStrip } from "./HeadlineStrip.tsx";
import { PayoutCard } from "./PayoutCard.tsx";
import { PlanCard } from "./PlanCard.tsx";
import { RoleCard } from "./RoleCard.tsx";
import { RolesCard } from "./RolesCard.tsx";
import { RoleRail } from "./RoleRail.tsx";
import { ScorecardCard } from "./ScorecardCard.tsx";
import { useSelectedRole } from "./use-selected-role.ts";
import { WIDE_WINDOW } from "./window-sizes.ts";
import "./design.css";

export function Design(): ReactElement {
  const role = useSelectedRole();
  const outcome = useSimulation((state) => state.outcome);
  const isWide = useMediaQuery(WIDE_WINDOW);
  return (
    <div className="design">
      <RoleRail />
      <HeadlineStrip />
      <main className="design__main" data-region="main" aria-label="Design">
        {role === null ? (
          <p className="design__no-role">This scenario has no role yet. Add one from the library on the left.</p>
        ) : (
          <>
            <div className="design__plan" key={role.id}>
              <RoleCard role={role} />
              <ScorecardCard role={role} />
              <PlanCard role={role} />
            </div>
            <div className="design__charts">
              <PayoutCard key={role.id} role={role} />
              <CostCard role={role} />
              {isWide ? <YearlyCostCard title="Yearly outcomes" /> : null}
              <RolesCard />
            </div>
          </>
        )}
      </main>
      <SpokenCost outcome={outcome} />
      <ExplainPopover />
    </div>
  );
}
