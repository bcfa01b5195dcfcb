/** Threads beside the window's own. */
import actualsUrl from "./actuals.worker.ts?worker&url";
import comparisonUrl from "./comparison.worker.ts?worker&url";
import sensitivityUrl from "./sensitivity.worker.ts?worker&url";
import simulationUrl from "./simulation.worker.ts?worker&url";
import solveUrl from "./solve.worker.ts?worker&url";

type TrustedUrls = { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => { readonly createScriptURL: (url: string) => string } };

const URLS = { actuals: actualsUrl, comparison: comparisonUrl, simulation: simulationUrl, sensitivity: sensitivityUrl, solve: solveUrl } as const;

/** The only addresses that may become scripts: the build's own workers. Browsers without trusted types take them as they are. */
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedUrls };
const policy = trustedTypes?.createPolicy("paymix-worker", {
  createScriptURL: (url) => {
    if (Object.values(URLS).includes(url)) return url;
    throw new Error("Only the workers of the application can be started.");
  },
});

export function startWorker(name: keyof typeof URLS): Worker {
  const url = URLS[name];
  return new Worker(policy === undefined ? url : policy.createScriptURL(url), { type: "module" });
}
