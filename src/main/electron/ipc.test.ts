import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CALL, DROPPED } from "./channels.ts";
import { startTestDesktop, type StubWindow, type TestDesktop } from "../../../tests/helpers/test-desktop.ts";

let desktop: TestDesktop;
let window: StubWindow;
beforeAll(async () => {
  desktop = await startTestDesktop();
  window = desktop.windows()[0]!;
});
beforeEach(() => void (window.webContents.mainFrame.url = "app://bundle/index.html"));
afterAll(() => desktop.end());

const ask = (channel: string, event: unknown): unknown => {
  const handler = desktop.electron.ipcMain.handlers.get(channel) as unknown as (event: unknown, ...args: unknown[]) => unknown;
  return handler(event, "start", {});
};

describe("a call", () => {
  it("comes over two channels, each of which looks at the sender", () => {
    expect([...desktop.electron.ipcMain.handlers.keys()].sort()).toEqual([CALL, DROPPED].sort());
  });

  it("of the window's own page is answered", async () => {
    expect(await ask(CALL, { sender: window.webContents, senderFrame: window.webContents.mainFrame })).toMatchObject({ ok: true });
  });

  it.each([
    ["a frame that is gone", () => ({ senderFrame: null })],
    ["a frame within the page", () => ({ senderFrame: { url: "app://bundle/index.html" } })],
    ["a page from app://bundle.evil", () => moved("app://bundle.evil/index.html")],
    ["a page from app://evil", () => moved("app://evil/bundle/index.html")],
    ["a page with a user name", () => moved("app://bundle@evil/index.html")],
    ["a page on a port", () => moved("app://bundle:1/index.html")],
    ["a file", () => moved("file:///index.html")],
    ["a web page", () => moved("https://bundle/index.html")],
    ["an empty page", () => moved("about:blank")],
    ["no page", () => moved("")],
    ["contents of no window of ours", () => stranger()],
  ])("of %s is refused", (_who, event) => {
    for (const channel of [CALL, DROPPED]) {
      expect(() => ask(channel, { sender: window.webContents, ...event() })).toThrow("Paymix's own windows");
    }
  });

  it.each(["readFile", "__proto__", "constructor", 5, null, {}])("of the verb %j gets no further than the host's list", async (verb) => {
    const handler = desktop.electron.ipcMain.handlers.get(CALL) as unknown as (event: unknown, ...args: unknown[]) => Promise<unknown>;
    const answer = await handler({ sender: window.webContents, senderFrame: window.webContents.mainFrame }, verb, {});
    expect(answer).toMatchObject({ ok: false, error: { kind: "bad-call" } });
  });
});

function moved(url: string): { senderFrame: unknown } {
  window.webContents.mainFrame.url = url;
  return { senderFrame: window.webContents.mainFrame };
}

function stranger(): { sender: unknown; senderFrame: unknown } {
  const sender = new desktop.electron.StubWebContents();
  sender.mainFrame.url = "app://bundle/index.html";
  return { sender, senderFrame: sender.mainFrame };
}
