import { describe, expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY } from "#shared/host-api/content-security-policy.ts";
import type { BuiltFiles } from "../host/built-files.ts";
import { protocol } from "../../../tests/helpers/electron-stub.ts";
import { answer, serveBuiltFiles } from "./protocol.ts";

const files: BuiltFiles = new Map([
  ["/index.html", { type: "text/html; charset=utf-8", bytes: Buffer.from("<!doctype html>") }],
  ["/assets/app.js", { type: "text/javascript; charset=utf-8", bytes: Buffer.from("void 0;") }],
]);

describe("app://bundle/", () => {
  it.each([
    ["app://bundle/index.html", 200, "text/html; charset=utf-8"],
    ["app://bundle/assets/app.js", 200, "text/javascript; charset=utf-8"],
    ["app://bundle/", 404, "text/plain; charset=utf-8"],
    ["app://bundle", 404, "text/plain; charset=utf-8"],
    ["app://bundle/assets/", 404, "text/plain; charset=utf-8"],
    ["app://bundle/assets/app.js?x", 404, "text/plain; charset=utf-8"],
    ["app://bundle/assets/../index.html", 404, "text/plain; charset=utf-8"],
    ["app://bundle/assets/..%2findex.html", 404, "text/plain; charset=utf-8"],
    ["app://bundle/..%2f..%2fetc%2fpasswd", 404, "text/plain; charset=utf-8"],
    ["app://bundle//etc/passwd", 404, "text/plain; charset=utf-8"],
    ["app://bundle/\\etc\\passwd", 404, "text/plain; charset=utf-8"],
    ["app://bundle/index.html%00", 404, "text/plain; charset=utf-8"],
    ["app://bundle/INDEX.HTML", 404, "text/plain; charset=utf-8"],
    ["app://bundle/__proto__", 404, "text/plain; charset=utf-8"],
    ["app://bundle.evil/index.html", 404, "text/plain; charset=utf-8"],
    ["app://evil/index.html", 404, "text/plain; charset=utf-8"],
    ["app://user@bundle/index.html", 404, "text/plain; charset=utf-8"],
    ["app://bundle:80/index.html", 404, "text/plain; charset=utf-8"],
    ["file:///etc/passwd", 404, "text/plain; charset=utf-8"],
    ["https://bundle/index.html", 404, "text/plain; charset=utf-8"],
    ["", 404, "text/plain; charset=utf-8"],
  ])("%s → %i, with every header", async (address, status, type) => {
    const response = answer(files, "GET", address);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-security-policy": CONTENT_SECURITY_POLICY.desktop,
      "content-type": type,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect(await response.text()).toBe(status === 200 ? Buffer.from(files.get(new URL(address).pathname)?.bytes ?? []).toString() : "");
  });

  it.each(["POST", "HEAD", "PUT", "OPTIONS"])("knows no %s", (method) => {
    expect(answer(files, method, "app://bundle/index.html").status).toBe(405);
  });

  it("is served by the scheme's handler", () => {
    serveBuiltFiles(files);
    expect(protocol.handlers.get("app")?.({ method: "GET", url: "app://bundle/index.html" } as Request).status).toBe(200);
  });
});

describe("the content security policy", () => {
  const rules = new Map(CONTENT_SECURITY_POLICY.desktop.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));

  it.each([
    ["default-src", "'none'"],
    ["script-src", "'self'"],
    ["style-src", "'self'"],
    ["img-src", "'self'"],
    ["font-src", "'self'"],
    ["worker-src", "'self'"],
    ["connect-src", "'none'"],
    ["frame-src", "'none'"],
    ["frame-ancestors", "'none'"],
    ["form-action", "'none'"],
    ["base-uri", "'none'"],
    ["object-src", "'none'"],
    ["require-trusted-types-for", "'script'"],
    ["trusted-types", "paymix-worker"],
  ])("%s %s", (directive, value) => {
    expect(rules.get(directive)).toBe(value);
  });

  it("says nothing more", () => {
    expect(rules.size).toBe(14);
  });

  it("allows nothing from elsewhere and nothing inline, and differs between the shells in what may be connected to", () => {
    for (const policy of Object.values(CONTENT_SECURITY_POLICY)) expect(policy).not.toMatch(/unsafe|\*|\w:/);
    expect(CONTENT_SECURITY_POLICY.browser.replace("connect-src 'self'", "connect-src 'none'")).toBe(CONTENT_SECURITY_POLICY.desktop);
  });
});
