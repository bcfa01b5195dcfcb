import { expect, it } from "vitest";
import type { AboutPaymix } from "#shared/host-api/contract.ts";
import { versionText } from "./about-content.ts";

const about: AboutPaymix = {
  version: "1.2.3",
  runtime: [{ name: "Electron", version: "45.4.1" }, { name: "Chromium", version: "140.0" }, { name: "Node", version: "24.1" }],
  system: "Linux 6.8.0 x64",
  dataFolder: "~/private/Paymix",
  runtimeLicences: "/opt/Paymix",
};

it("names versions for support, and no folder", () => {
  expect(versionText(about, "desktop", "Mozilla")).toBe(`Paymix 1.2.3
Scenario files of format 1, engine 1.0.0
Desktop app on Electron 45.4.1, Chromium 140.0 and Node 24.1
System: Linux 6.8.0 x64`);
});

it("names the browser where that is the window", () => {
  const text = versionText({ ...about, runtime: [{ name: "Node", version: "20.19.0" }], runtimeLicences: null }, "browser", "Mozilla/5.0");
  expect(text).toContain("Browser shell on Node 20.19.0\nBrowser: Mozilla/5.0\n");
});
