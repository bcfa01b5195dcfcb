/** That the namespace these tests run in is what it is said to be: no way out for Node or the browser, and the app works in it. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { chromium } from "@playwright/test";
import { expect, test } from "./app.ts";
import { FileDialog } from "./pages/design-page.ts";

/** An address of RFC 5737: for documentation, nobody's. */
const OUTSIDE = "192.0.2.1";

test("loopback is the only interface, and no packet has a way out", async () => {
  expect(Object.keys(networkInterfaces())).toEqual(["lo"]);
  const [stream] = await once(connect(443, OUTSIDE), "error") as [NodeJS.ErrnoException];
  expect(stream.code).toBe("ENETUNREACH");
  const socket = createSocket("udp4");
  const datagram = await new Promise<NodeJS.ErrnoException | null>((resolve) => socket.send("", 53, OUTSIDE, resolve));
  socket.close();
  expect(datagram?.code).toBe("ENETUNREACH");
});

test("the browser has no way out either", async () => {
  const browser = await chromium.launch({
    executablePath: process.env["PAYMIX_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const page = await browser.newPage();
  await expect(page.goto(`http://${OUTSIDE}/`)).rejects.toThrow(/ERR_(ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED)/);
  await browser.close();
});

test("the app opens, redraws and saves there", async ({ app }) => {
  const design = await (await app.openWindow()).startFromSample();
  await design.type("What-if attainment of Sourced revenue, percent", "75");
  await expect(design.kpi("Influenced revenue")).toContainText("$19,800");
  await design.save.click();
  await new FileDialog(design.page).saveAs("plan");
  await expect(design.page.getByRole("heading", { name: "plan.paymix" })).toBeVisible();
  expect(JSON.parse(await app.read("plan.paymix"))).toMatchObject({ format: "paymix-scenario" });
});
