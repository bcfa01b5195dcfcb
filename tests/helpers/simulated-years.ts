/** Simulated years as a few numbers that change with their last bit: what Node and a browser must agree on. */
import { simulate } from "#shared/engine/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";

export type YearsDigest = { readonly years: number; readonly digest: string; readonly first: number; readonly last: number };

/** The sample, and the sample with a gate, a plan cap, an empirical and a normal outlook, and quarters that swing alone. */
export function digestsOfYears(): Readonly<Record<string, YearsDigest>> {
  const sample = { ...sampleScenario(), id: "sample" };
  return { sample: digestOf(sample), linked: digestOf(linked(sample)) };
}

function linked(sample: Scenario): Scenario {
  const [first, second, ...others] = sample.roles;
  if (first === undefined || second === undefined) throw new Error("The sample has roles.");
  const [gate, held] = first.kpis;
  if (gate === undefined || held === undefined) throw new Error("The sample's first role has KPIs.");
  return {
    ...sample,
    payments: { ...sample.payments, frequency: "quarterly", basis: "discrete" },
    outlook: { ...sample.outlook, periodSpread: 0.2, seed: 4_294_967_295 },
    roles: [
      { ...first, links: [{ kind: "gate", measuredBy: gate.id, minimum: 0.8, appliesTo: [held.id], otherwise: "no-payout" }], payoutCap: 1.5 },
      { ...second, kpis: second.kpis.map((kpi, index) => ({ ...kpi, outlook: index === 0 ? { shape: "empirical", attainments: [0.6, 0.7, 0.95, 1.1, 1.4] } : { shape: "normal", mean: 1, spread: 0.2 } })) },
      ...others,
    ],
  };
}

function digestOf(scenario: Scenario): YearsDigest {
  const { costs, trials } = simulate(scenario, { trials: 2_000 });
  let digest = 0x811c9dc5;
  for (const byte of new Uint8Array(costs.buffer, costs.byteOffset, costs.byteLength)) digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
  return { years: trials, digest: digest.toString(16), first: costs[0] ?? 0, last: costs.at(-1) ?? 0 };
}
