/** The product's own page on the sample scenario, with a host that holds no files. */
import type { HostBridge, HostResult, HostVerb, HostVerbs, StartState } from "#shared/host-api/contract.ts";
import { sampleScenario } from "#shared/library/index.ts";

const start: StartState = {
  document: { info: { handle: "bench", fileName: "Benchmark", folder: null, readOnly: false, sameAs: null, heldBy: null }, scenario: sampleScenario(), edited: false, pendingWeights: null },
  error: null,
  recent: [],
  recovered: [],
  preferences: { theme: "light" },
  platform: "linux",
  shell: "desktop", computer: "", reading: null,
};

const bridge: HostBridge = {
  call: <Verb extends HostVerb>(verb: Verb) => Promise.resolve({ ok: true, value: verb === "start" ? start : null } as HostResult<HostVerbs[Verb]["result"]>),
  listen: () => () => undefined,
};

Object.defineProperty(window, "paymix", { value: bridge });
void import("../../src/renderer/main.tsx");
