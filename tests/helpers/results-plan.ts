/** A plan of two roles and results of its people, read as the import reads them. */
import { readActuals, type Actuals } from "#shared/actuals/read-actuals.ts";
import { suggestColumns } from "#shared/actuals/columns.ts";
import { readCsv } from "#shared/actuals/csv.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { basisPoints } from "#shared/units/basis-points.ts";
import { plainKpi, plainRole, plainScenario, points } from "./plain-plan.ts";

export const RESULTS_PLAN: Scenario = plainScenario({
  roles: [
    plainRole({
      id: "cam", title: "Channel Account Manager", onTargetEarnings: 165_000, baseShare: 0.6,
      kpis: [
        plainKpi({ id: "sourced", name: "Sourced revenue", weight: basisPoints(6_000), curve: points([[0.5, 0], [1, 1], [2, 3]]) }),
        plainKpi({ id: "churn", name: "Churn", weight: basisPoints(4_000), direction: "lower", unit: "percent", target: 5 }),
      ],
    }),
    plainRole({ id: "psm", title: "Partner Sales Manager", kpis: [plainKpi({ id: "deals", name: "Deals" })] }),
  ],
  cost: { ...plainScenario().cost, burdenOnBase: 0.2, burdenOnVariable: 0.1, fixedPerHead: 1_000 },
});

export function readResults(text: string, options: Parameters<typeof readActuals>[4] = {}): Actuals {
  const { headers, rows } = readCsv(text);
  return readActuals(RESULTS_PLAN, headers, rows, suggestColumns(headers), options);
}
