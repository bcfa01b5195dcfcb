import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { startWatchingProxy } from "./watching-proxy.ts";

function ask(proxy: string, options: { readonly method: string; readonly path: string }): Promise<number> {
  const { hostname, port } = new URL(proxy);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, ...options }, (response) => resolve(response.resume().statusCode ?? 0));
    asked.on("connect", (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end();
  });
}

it("lets nothing through and remembers who asked, but for what browsers ask of their own", async () => {
  const proxy = await startWatchingProxy();
  expect(await ask(proxy.address, { method: "GET", path: "http://example.com/x" })).toBe(403);
  expect(await ask(proxy.address, { method: "CONNECT", path: "fonts.googleapis.com:443" })).toBe(403);
  expect(await ask(proxy.address, { method: "CONNECT", path: "accounts.google.com:443" })).toBe(403);
  expect(proxy.taken()).toEqual(["GET http://example.com/x", "CONNECT fonts.googleapis.com:443"]);
  expect(proxy.taken()).toEqual([]);
  proxy.stop();
});

it("goes on when whoever asked hangs up without waiting for the answer", async () => {
  const proxy = await startWatchingProxy();
  const { hostname, port } = new URL(proxy.address);
  for (const wait of [0, 1, 2, 5, 10]) {
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    socket.write("CONNECT fonts.googleapis.com:443 HTTP/1.1\r\nHost: fonts.googleapis.com:443\r\n\r\n");
    await new Promise((resolve) => setTimeout(resolve, wait));
    socket.resetAndDestroy();
  }
  expect(await ask(proxy.address, { method: "CONNECT", path: "example.com:443" })).toBe(403);
  expect(proxy.taken()).toContain("CONNECT example.com:443");
  proxy.stop();
});
