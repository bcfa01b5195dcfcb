import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepWindowState, placeWindow, readWindowState, type Area, type WindowState } from "./window-state.ts";

const main: Area = { x: 0, y: 25, width: 1920, height: 1055 };
const right: Area = { x: 1920, y: 0, width: 2560, height: 1440 };
const saved: WindowState = { x: 100, y: 100, width: 1300, height: 800, maximized: false };

describe("where a window goes", () => {
  it.each([
    ["first start: the system centres it", null, [main], 0, { width: 1440, height: 900, maximized: false }],
    ["where it was", saved, [main], 0, { x: 100, y: 100, width: 1300, height: 800, maximized: false }],
    ["a second one beside it", saved, [main], 1, { x: 124, y: 124, width: 1300, height: 800, maximized: false }],
    ["on the other screen", { ...saved, x: 2500 }, [main, right], 0, { x: 2500, y: 100, width: 1300, height: 800, maximized: false }],
    ["the other screen is gone: centred on the main one", { ...saved, x: 2500 }, [main], 0, { width: 1300, height: 800, maximized: false }],
    ["above all screens", { ...saved, y: -500 }, [main], 0, { width: 1300, height: 800, maximized: false }],
    ["below all screens", { ...saved, y: 1070 }, [main], 0, { width: 1300, height: 800, maximized: false }],
    ["partly off the right edge: pulled back", { ...saved, x: 1700 }, [main], 0, { x: 620, y: 100, width: 1300, height: 800, maximized: false }],
    ["only a sliver on the screen: centred", { ...saved, x: 1850 }, [main], 0, { width: 1300, height: 800, maximized: false }],
    ["larger than the screen", { ...saved, x: 0, width: 5_000, height: 5_000 }, [main], 0, { x: 0, y: 25, width: 1920, height: 1055, maximized: false }],
    ["too small", { ...saved, width: 10, height: 10 }, [main], 0, { width: 1100, height: 700, maximized: false }],
    ["smaller than the smallest on a small screen", saved, [{ x: 0, y: 0, width: 1024, height: 600 }], 0, { x: 0, y: 0, width: 1024, height: 600, maximized: false }],
    ["maximized", { ...saved, maximized: true }, [main], 0, { x: 100, y: 100, width: 1300, height: 800, maximized: true }],
    ["no screen at all", saved, [], 0, { width: 1300, height: 800, maximized: false }],
  ])("%s", (_name, state, screens, others, place) => {
    expect(placeWindow(state, screens, others)).toEqual(place);
  });
});

describe("what is kept", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "paymix-window-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is read again", () => {
    const path = join(folder, "new", "window-state.json");
    keepWindowState(path, saved);
    expect(readWindowState(path)).toEqual(saved);
  });

  it.each(["", "{", "null", "5", "[]", "{}", '{"x":1,"y":1,"width":1,"height":1}', '{"x":1.5,"y":1,"width":1,"height":1,"maximized":true}', '{"x":1e9,"y":1,"width":1,"height":1,"maximized":true}', '{"x":"1","y":1,"width":1,"height":1,"maximized":true}'])(
    "%j is nothing",
    async (content) => {
      const path = join(folder, "damaged.json");
      await writeFile(path, content);
      expect(readWindowState(path)).toBeNull();
    },
  );

  it("is not worth a failure", () => {
    expect(readWindowState(join(folder, "nothing"))).toBeNull();
    expect(() => keepWindowState(join(folder, "damaged.json", "x"), saved)).not.toThrow();
  });
});
