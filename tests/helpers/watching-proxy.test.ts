import { request } from "node:http";
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
