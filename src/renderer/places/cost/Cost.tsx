/** The Cost place: where people land on the left, what the plan then costs across the top, and the cost from several sides. */
import type { ReactElement } from "react";
import { ExplainPopover } from "../../explain/ExplainPopover.tsx";
import { SpokenCost } from "../../explain/SpokenCost.tsx";
import { useSimulation } from "../../state/use-stores.ts";
import { YearlyCostCard } from "../YearlyCostCard.tsx";
import { AssumptionsRail } from "./AssumptionsRail.tsx";
import { CostAcrossCard } from "./CostAcrossCard.tsx";
import { CostByRoleCard } from "./CostByRoleCard.tsx";
import { CostHeadline } from "./CostHeadline.tsx";
import { SharesCard } from "./SharesCard.tsx";
import { TornadoCard } from "./TornadoCard.tsx";
import "./cost.css";

/** The grid fills in reading order: cost across attainment, yearly cost, what moves the cost, cost by role. */
export function Cost(): ReactElement {
  const outcome = useSimulation((state) => state.outcome);
  return (
    <div className="cost">
      <AssumptionsRail />
      <CostHeadline outcome={outcome} />
      <main className="cost__main" data-region="main" aria-label="Cost">
        <CostAcrossCard />
        <YearlyCostCard title="Yearly cost, all outcomes" />
        <TornadoCard />
        <CostByRoleCard outcome={outcome} />
        <SharesCard />
      </main>
      <SpokenCost outcome={outcome} />
      <ExplainPopover />
    </div>
  );
}
