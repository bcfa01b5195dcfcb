import { defineConfig } from "@playwright/test";

// Two shells, one set of tests: the browser shell everywhere, the desktop shell where Electron's runtime is.
// What is about the browser itself has no second run: the desktop shell has the same engine of scripts.
const BROWSER_ONLY = ["**/browser-shell.e2e.ts", "**/slow-disk.e2e.ts", "**/simulated-years.e2e.ts"];
// True only where scripts/network-namespace.mjs has taken every network away.
const WITHOUT_NETWORK_ONLY = process.env["PAYMIX_OWN_INTERFACE_ONLY"] === "1" ? [] : ["**/no-network.e2e.ts"];

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.e2e.ts",
  testIgnore: WITHOUT_NETWORK_ONLY,
  outputDir: "out/test-results/e2e",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  projects: [
    { name: "browser", metadata: { shell: "browser" } },
    ...(process.env["PAYMIX_DESKTOP"] === "1" ? [{ name: "desktop", metadata: { shell: "desktop" }, testIgnore: [...BROWSER_ONLY, ...WITHOUT_NETWORK_ONLY] }] : []),
  ],
});
