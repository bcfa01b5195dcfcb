import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { noteRunning, noteStopped, windowOfRunning } from "./running.ts";

let folder: string;
let asked: (string | undefined)[];
const server = createServer((request, response) => {
  asked.push(request.headers["paymix-start"] as string | undefined);
  const { port } = server.address() as AddressInfo;
  response.end(`"http://127.0.0.1:${port}/?ticket=x"`);
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "paymix-running-"));
  asked = [];
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const port = (): number => (server.address() as AddressInfo).port;

it("a second start asks the first for a window, by its secret", async () => {
  await noteRunning(folder, { port: port(), secret: "s3cret", process: process.pid });
  expect(await windowOfRunning(folder, null)).toBe(`http://127.0.0.1:${port()}/?ticket=x`);
  expect(asked).toEqual(["s3cret"]);
  expect((await stat(join(folder, "running.json"))).mode & 0o777).toBe(0o600);
});

it("a program that took the port of one that is gone is told nothing, and its address is not opened", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  await noteRunning(folder, { port: port(), secret: "s3cret", process: pid });
  expect(await windowOfRunning(folder, null)).toBeNull();
  expect(asked).toEqual([]);
});

it("one that was stopped is not asked", async () => {
  await noteRunning(folder, { port: port(), secret: "s3cret", process: process.pid });
  await noteStopped(folder);
  expect(await windowOfRunning(folder, null)).toBeNull();
  expect(asked).toEqual([]);
});
