import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { symlink, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY } from "#shared/host-api/content-security-policy.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { handshake, send, sendRaw, startTestLoopback, type Sent, type TestLoopback, type TestTab } from "./testing/test-loopback.ts";

let app: TestLoopback;
let tab: TestTab;
beforeAll(async () => {
  app = await startTestLoopback();
  tab = await app.enter();
});
afterAll(() => app.end());

const port = (): number => app.port;
const asTab = (sent: Sent): Promise<{ status: number }> => send(port(), { ...sent, headers: { ...tab.headers, ...sent.headers } });
const start = (): Sent => ({ method: "POST", path: "/host", body: JSON.stringify({ verb: "start", args: {} }) });

describe("L2 this computer's own interface only", () => {
  it("is refused at every other address of this computer", async () => {
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []).filter(({ internal }) => !internal).map(({ address }) => address);
    for (const address of ["127.0.0.2", ...others.filter((each) => !each.startsWith("fe80"))]) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port: port(), timeout: 1_000 }, () => resolve(true));
        for (const event of ["error", "timeout"]) socket.once(event, () => resolve(false));
      });
      expect(reached, address).toBe(false);
    }
  });

  it("takes a port of the system's choice", async () => {
    const other = await startTestLoopback();
    expect(other.port).not.toBe(port());
    await other.end();
  });
});

describe("L3 the Host header", () => {
  it.each([
    ["127.0.0.1:PORT", 200],
    ["localhost:PORT", 200],
    ["127.0.0.1", 403],
    ["localhost", 403],
    ["127.0.0.1:1", 403],
    ["evil.test", 403],
    ["evil.test:PORT", 403],
    ["localhost.evil.test:PORT", 403],
    ["127.0.0.1:PORT.evil.test", 403],
    ["LOCALHOST:PORT", 403],
    ["[::1]:PORT", 403],
  ])("%s → %i, before the cookie or anything else counts", async (host, status) => {
    const reply = await send(port(), { headers: { Cookie: tab.cookie, Host: host.replace("PORT", String(port())) } });
    expect(reply.status).toBe(status);
  });

  it("is demanded", async () => {
    expect(await sendRaw(port(), "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 403 /);
    expect(await sendRaw(port(), "GET / HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendRaw(port(), "GET / HTTP/1.1\r\nHost:\r\n\r\n")).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe("L4 other pages", () => {
  it.each([
    ["none", undefined],
    ["another site", "http://evil.test"],
    ["another port", "http://127.0.0.1:1"],
    ["another scheme", "https://127.0.0.1:PORT"],
    ["a page without an origin", "null"],
    ["the other name of this computer", "http://localhost:PORT"],
    ["one that begins like ours", "http://127.0.0.1:PORT.evil.test"],
  ])("a call with the Origin of %s is refused", async (_name, origin) => {
    const { Origin: _own, ...headers } = tab.headers;
    const sent = origin === undefined ? headers : { ...headers, Origin: origin.replace("PORT", String(port())) };
    expect((await send(port(), { ...start(), headers: sent })).status).toBe(403);
    const { "Content-Type": _type, ...own } = sent;
    const upgrade = handshake(port(), { ...own, "Sec-WebSocket-Protocol": `paymix, ${tab.secret}` });
    expect(await sendRaw(port(), upgrade)).toMatch(/^HTTP\/1\.1 403 /);
  });

  it("a call with our Origin is answered", async () => {
    expect((await asTab(start())).status).toBe(200);
  });

  it.each([
    ["same-origin", 200],
    ["none", 200],
    ["same-site", 403],
    ["cross-site", 403],
  ])("Sec-Fetch-Site %s → %i", async (site, status) => {
    expect((await asTab({ headers: { "Sec-Fetch-Site": site } })).status).toBe(status);
    expect((await asTab({ ...start(), headers: { "Sec-Fetch-Site": site } })).status).toBe(status);
  });

  it("a preflight gets nothing, and no answer has a CORS header", async () => {
    const preflight = await send(port(), {
      method: "OPTIONS",
      path: "/host",
      headers: { Origin: "http://evil.test", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "paymix-window" },
    });
    expect(preflight.status).toBe(405);
    const own = await send(port(), { ...start(), headers: tab.headers });
    for (const { headers } of [preflight, own]) expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it.each(["PUT", "DELETE", "PATCH", "HEAD", "TRACE"])("%s is no method here", async (method) => {
    expect((await asTab({ method })).status).toBe(405);
  });
});

describe("L5 the ticket", () => {
  it("is 256 bits, lets in once, and gives every window secrets of its own", async () => {
    const [first, second] = [await app.newWindow(), await app.newWindow()];
    const ticket = new URL(first).searchParams.get("ticket") ?? "";
    expect(Buffer.from(ticket, "base64url")).toHaveLength(32);
    const tabs = [await app.enter(first), await app.enter(second)];
    expect(new Set([...tabs, tab].map(({ secret }) => secret)).size).toBe(3);
    await expect(app.enter(first)).rejects.toThrow("403");
  });

  it("that nobody uses ends after a minute, by a clock that nobody sets; one that a tab is given works until it is used", async () => {
    let now = 0;
    const timed = await startTestLoopback({ now: () => now });
    try {
      const [late, inTime, given] = [await timed.newWindow(), await timed.newWindow(), await timed.enter()];
      await given.listen();
      await given.call("start", {});
      await given.call("create", { from: "sample", destination: "new-window" });
      const { address } = await given.next("open-window");
      now = 59_999;
      await expect(timed.enter(inTime)).resolves.toBeDefined();
      now = 60_000;
      await expect(timed.enter(late)).rejects.toThrow("Not let in: 403 This address works once, for a minute.");
      now = 3_600_000;
      await expect(timed.enter(late)).rejects.toThrow("403");
      await expect(timed.enter(address)).resolves.toBeDefined();
      await expect(timed.enter()).resolves.toBeDefined();
    } finally {
      await timed.end();
    }
  });

  it.each(["", "x", "A".repeat(43), "%00", "A".repeat(5_000)])("a wrong one (%#) is refused", async (ticket) => {
    const reply = await send(port(), { path: `/?ticket=${ticket}` });
    expect(reply.status).toBe(403);
    expect(reply.headers["set-cookie"]).toBeUndefined();
  });

  it("is not used up by a browser that looks ahead, nor by HEAD", async () => {
    const address = await app.newWindow();
    const { pathname, search } = new URL(address);
    expect((await send(port(), { path: pathname + search, headers: { "Sec-Purpose": "prefetch" } })).status).toBe(403);
    expect((await send(port(), { method: "HEAD", path: pathname + search })).status).toBe(405);
    await expect(app.enter(address)).resolves.toBeDefined();
  });

  it("nothing is served without it: no page, no file", async () => {
    for (const path of ["/", "/index.html", "/assets/app.js", "/bridge.js", "/nothing"]) {
      expect((await send(port(), { path })).status, path).toBe(403);
    }
  });
});

describe("a second start", () => {
  const begin = (headers: Readonly<Record<string, string>>, body: unknown = { file: null }): ReturnType<typeof send> =>
    send(port(), { method: "POST", path: "/start", headers: { Origin: `http://127.0.0.1:${port()}`, "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });

  it("gets a window by the secret of the first", async () => {
    const { status, body } = await begin({ "paymix-start": app.startSecret });
    expect(status).toBe(200);
    await expect(app.enter(JSON.parse(body) as string)).resolves.toBeDefined();
  });

  it.each([["no secret", {}], ["a wrong one", { "paymix-start": "A".repeat(43) }], ["a tab's secrets", "TAB"], ["another page's Origin", "ORIGIN"]])("gets none by %s", async (_name, given) => {
    const headers: Readonly<Record<string, string>> =
      given === "TAB" ? { ...tab.headers, "paymix-start": tab.secret } : given === "ORIGIN" ? { "paymix-start": app.startSecret, Origin: "http://evil.test" } : (given as Record<string, string>);
    expect((await begin(headers)).status).toBe(403);
  });

  it.each([[{}], [{ file: 1 }], [null]])("has to ask for something: %j", async (body) => {
    expect((await begin({ "paymix-start": app.startSecret }, body)).status).toBe(400);
  });
});

describe("L6 the cookie and the secret", () => {
  it("the cookie is the server's own, out of reach of scripts and other sites", async () => {
    const { pathname, search } = new URL(await app.newWindow());
    const page = await send(port(), { path: pathname + search });
    expect(page.headers["set-cookie"]?.[0]).toMatch(new RegExp(`^paymix-${port()}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`));
  });

  it.each([
    ["the cookie alone", { "paymix-window": null }],
    ["the secret alone", { Cookie: null }],
    ["a wrong secret", { "paymix-window": "A".repeat(43) }],
    ["a wrong cookie", { Cookie: "paymix-1=x" }],
    ["the cookie of another port", { Cookie: "OTHER" }],
  ])("%s is not enough for a call or for listening", async (_name, change) => {
    const changed: Record<string, string | null> = { ...tab.headers, ...change };
    if (changed["Cookie"] === "OTHER") changed["Cookie"] = tab.cookie.replace(`paymix-${port()}`, "paymix-1");
    const headers = Object.fromEntries(Object.entries(changed).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
    for (const path of ["/host", "/folder", "/answer", "/focused"]) {
      expect((await send(port(), { method: "POST", path, headers, body: "{}" })).status, path).toBe(403);
    }
    const { "paymix-window": secret = "", "Content-Type": _type, ...rest } = headers;
    expect(await sendRaw(port(), handshake(port(), { ...rest, "Sec-WebSocket-Protocol": `paymix, ${secret}` }))).toMatch(/^HTTP\/1\.1 403 /);
  });

  it("a page that is loaded again does not get the secret by the cookie", async () => {
    const page = await send(port(), { headers: { Cookie: tab.cookie } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('<script src="/bridge.js">');
    expect(page.body).not.toContain("<meta");
  });
});

describe("L7 headers", () => {
  it("are on every answer, errors included", async () => {
    const { pathname, search } = new URL(await app.newWindow());
    const all: Sent[] = [
      { path: pathname + search },
      { headers: { Cookie: tab.cookie } },
      { path: "/assets/app.js", headers: { Cookie: tab.cookie } },
      { path: "/nothing", headers: { Cookie: tab.cookie } },
      { path: "/" },
      { headers: { Host: "evil.test" } },
      { method: "OPTIONS" },
      { method: "POST", path: "/nothing", headers: tab.headers, body: "{}" },
      { method: "POST", path: "/host", headers: tab.headers, body: "{" },
      { method: "POST", path: "/host", headers: { ...tab.headers, "Content-Type": "text/plain" }, body: "{}" },
      { ...start(), headers: tab.headers },
    ];
    const statuses: number[] = [];
    for (const sent of all) {
      const { status, headers } = await send(port(), sent);
      statuses.push(status);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers[name.toLowerCase()], `${status} ${name}`).toBe(value);
      expect(headers["x-powered-by"]).toBeUndefined();
    }
    expect(statuses).toEqual([200, 200, 200, 404, 403, 403, 405, 404, 400, 415, 200]);
    const long = `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\n\r\n`;
    const expecting = (what: string): string => `POST /host HTTP/1.1\r\nHost: evil.test\r\nExpect: ${what}\r\nContent-Length: 2\r\n\r\n`;
    for (const raw of ["nonsense\r\n\r\n", long, handshake(port(), {}), expecting("100-continue"), expecting("more")]) {
      const reply = await sendRaw(port(), raw);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(reply).toContain(`${name}: ${value}`);
      expect(reply).toMatch(/^HTTP\/1\.1 40[03] /);
    }
  });

  it("say what they should", () => {
    expect(SECURITY_HEADERS).toEqual({
      "Content-Security-Policy": CONTENT_SECURITY_POLICY.browser,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
    });
  });
});

describe("L8 limits and the one folder", () => {
  it.each([
    ["/host", 25 * 1024 * 1024],
    ["/folder", 64 * 1024],
    ["/answer", 64 * 1024],
  ])("%s takes up to %i bytes", async (path, limit) => {
    const over = await asTab({ method: "POST", path, body: Buffer.alloc(limit + 1, 0x20) });
    expect(over.status).toBe(413);
    const chunked = await asTab({ method: "POST", path, headers: { "Transfer-Encoding": "chunked" }, body: Buffer.alloc(limit + 1, 0x20) }).catch(() => ({ status: 413 }));
    expect(chunked.status).toBe(413);
    const lines = Object.entries(tab.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const announced = await sendRaw(port(), `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\n${lines.join("")}Content-Length: ${limit + 1}\r\n\r\n`);
    expect(announced, "before any of it is sent").toMatch(/^HTTP\/1\.1 413 /);
    const within = await asTab({ method: "POST", path, body: Buffer.alloc(limit, 0x20) });
    expect(within.status).toBe(400);
  });

  describe("on time", () => {
    let slow: TestLoopback;
    beforeAll(async () => {
      slow = await startTestLoopback({ timeLimits: { head: 200, whole: 600, look: 20 } });
    });
    afterAll(() => slow.end());

    /** Sends a piece each 50 ms until the server hangs up; milliseconds until then. */
    async function drip(head: string, piece: string): Promise<number> {
      const socket = connect(slow.port, "127.0.0.1", () => socket.write(head));
      socket.on("error", () => undefined).resume();
      const begun = performance.now();
      const sending = setInterval(() => socket.write(piece), 50);
      await new Promise((resolve) => socket.once("close", resolve));
      clearInterval(sending);
      return performance.now() - begun;
    }

    it.each([
      ["says nothing", "", "", 200],
      ["sends its head letter by letter", "GET / HTTP/1.1\r\nHost: ", "a", 200],
      ["sends header after header", "GET / HTTP/1.1\r\n", "A: b\r\n", 200],
    ])("who %s is hung up on", async (_who, head, piece, limit) => {
      const taken = await drip(head, piece);
      expect(taken).toBeGreaterThanOrEqual(limit - 20);
      expect(taken).toBeLessThan(5_000);
    });

    it("who sends a body letter by letter is hung up on", async () => {
      const { headers } = await slow.enter();
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const taken = await drip(`POST /host HTTP/1.1\r\nHost: 127.0.0.1:${slow.port}\r\n${lines.join("")}Content-Length: 1000\r\n\r\n`, " ");
      expect(taken).toBeGreaterThanOrEqual(580);
      expect(taken).toBeLessThan(5_000);
    });

    it("who listens may stay", async () => {
      const patient = await slow.enter();
      const stop = await patient.listen();
      await new Promise((resolve) => setTimeout(resolve, 900));
      const told = patient.told.length;
      slow.replaceFiles(new Map());
      await patient.next("reload");
      expect(told).toBeGreaterThan(0);
      stop();
    });
  });

  it("takes JSON in UTF-8 only", async () => {
    const call = (verb: string): Sent => ({ method: "POST", path: "/host", body: Buffer.from(JSON.stringify({ verb, args: {} }), "latin1") });
    expect((await asTab(call("start"))).status).toBe(200);
    expect((await asTab(call("start\u00ff"))).status).toBe(400);
    expect((await asTab({ method: "POST", path: "/host", headers: { "Content-Type": "text/plain" }, body: "{}" })).status).toBe(415);
  });

  it.each([[{}], [[]], [null], ["start"], [{ verb: 1, args: {} }], [{ verb: "start", args: {}, more: 1 }]])("%j is not a call", async (body) => {
    expect((await tab.post("/host", body)).status).toBe(400);
  });

  it("knows the host's verbs only", async () => {
    for (const verb of ["readFile", "__proto__", "constructor", "toString", ""]) {
      expect(await tab.call(verb, {})).toMatchObject({ ok: false, error: { kind: "bad-call" } });
    }
  });

  it.each([
    [[".."]],
    [["..", ".."]],
    [["Old", ".."]],
    [["."]],
    [[""]],
    [["../Plans"]],
    [["Old/../.."]],
    [["..\\.."]],
    [["/etc"]],
    [["C:"]],
    [["C:\\Windows"]],
    [["Old\u0000"]],
    [["..%2f"]],
    [[".hidden"]],
    [["out"]],
    [["nothing"]],
    [["x".repeat(2_000)]],
    [Array.from({ length: 65 }, () => "Old")],
    ["Old"],
    [null],
  ])("the folder %j is refused", async (folder) => {
    await mkdir(join(app.folder, "Old"), { recursive: true });
    await mkdir(join(app.folder, ".hidden"), { recursive: true });
    await symlink(app.root, join(app.folder, "out")).catch(() => undefined);
    expect((await tab.post("/folder", { folder })).status).toBe(400);
  });

  it("lists scenarios and folders, nothing hidden and nothing that leads out", async () => {
    await mkdir(join(app.folder, "Old"), { recursive: true });
    await writeFile(join(app.root, "secret.paymix"), "");
    await symlink(join(app.root, "secret.paymix"), join(app.folder, "secret.paymix"));
    await writeFile(join(app.folder, "10.paymix"), "");
    await writeFile(join(app.folder, "9.paymix"), "");
    await symlink(join(app.folder, "9.paymix"), join(app.folder, "nine.PAYMIX"));
    for (const name of ["notes.txt", ".hidden.paymix"]) await writeFile(join(app.folder, name), "");
    const listing = JSON.parse((await tab.post("/folder", { folder: [] })).body) as { folders: string[]; files: { name: string }[] };
    expect(listing.folders).toEqual(["Old"]);
    expect(listing.files.map(({ name }) => name)).toEqual(["9.paymix", "10.paymix", "nine.PAYMIX"]);
  });
});

describe("L9 the manifest", () => {
  it.each([
    ["/assets/app.js", 200],
    ["/assets/", 404],
    ["/assets", 404],
    ["/assets/app.js/", 404],
    ["/assets/../assets/app.js", 404],
    ["/assets/%2e%2e/index.html", 404],
    ["/..%2f..%2fpackage.json", 404],
    ["/package.json", 404],
    ["/index.html", 404],
    ["//127.0.0.1/assets/app.js", 400],
    ["/ASSETS/APP.JS", 404],
    ["/assets/app.js%00", 404],
    ["/__proto__", 404],
    ["http://127.0.0.1/assets/app.js", 400],
  ])("%s → %i", async (path, status) => {
    expect((await send(port(), { path, headers: { Cookie: tab.cookie } })).status).toBe(status);
  });
});
