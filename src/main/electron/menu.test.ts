import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it } from "vitest";
import { menuTemplate, type MenuChoice, type MenuState } from "./menu.ts";

const recent = [
  { id: "r1", fileName: "R&D plan", folder: "~/Documents", missing: false },
  { id: "r2", fileName: "Gone", folder: "~/Old", missing: true },
];
const state = (platform: MenuState["platform"], rest: Partial<MenuState> = {}): MenuState => ({
  platform,
  theme: "dark",
  recent,
  hasWindow: true,
  hasDocument: true,
  hasFile: true,
  ...rest,
});
const make = (given: MenuState, choose: (choice: MenuChoice) => void = () => undefined): MenuItemConstructorOptions[] => menuTemplate(given, choose);
const below = (item: MenuItemConstructorOptions): MenuItemConstructorOptions[] => (Array.isArray(item.submenu) ? item.submenu : []);
const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => items.flatMap((item) => [item, ...all(below(item))]);

/** The menu as text: one line an item. */
function drawn(items: MenuItemConstructorOptions[], depth = 0): string[] {
  return items.flatMap((item) => {
    if (item.type === "separator") return [`${"  ".repeat(depth)}—`];
    const marks = [item.visible === false ? "(hidden)" : "", item.enabled === false ? "(off)" : "", item.checked === true ? "(x)" : ""].filter((mark) => mark !== "");
    const line = [item.label ?? `<${item.role}>`, item.accelerator ?? "", ...marks].filter((part) => part !== "").join("  ");
    return [`${"  ".repeat(depth)}${line}`, ...drawn(below(item), depth + 1)];
  });
}

const WINDOWS = `
&File
  New  Ctrl+N
  New from Sample  Ctrl+Shift+N
  Open…  Ctrl+O
  Open Recent
    R&&D plan — ~/Documents
    Gone — ~/Old  (off)
    —
    Clear Menu
  —
  Save  Ctrl+S
  Save As…  Ctrl+Shift+S
  Name, Year and Currency…
  Previous Versions…
  —
  Kept Copies…
  —
  Close  Ctrl+W
  —
  Exit
&Edit
  Undo  Ctrl+Z
  Redo  Ctrl+Y
  Redo  Ctrl+Shift+Z  (hidden)
  —
  <cut>  Ctrl+X
  <copy>  Ctrl+C
  <paste>  Ctrl+V
  <selectAll>  Ctrl+A
&View
  Theme
    Like the Computer
    Light
    Dark  (x)
  —
  Actual Size  Ctrl+0
  <zoomIn>  Ctrl+Plus
  <zoomIn>  Ctrl+=  (hidden)
  <zoomOut>  Ctrl+-
  —
  Full Screen  F11
&Window
  <minimize>
&Help
  About Paymix`;

const LINUX = WINDOWS.replace("  Exit", "  Quit  Ctrl+Q").replace("  Redo  Ctrl+Y\n  Redo  Ctrl+Shift+Z  (hidden)", "  Redo  Ctrl+Shift+Z");

const MAC = `
Paymix
  About Paymix
  —
  <services>
  —
  Hide Paymix  Cmd+H
  <hideOthers>  Cmd+Alt+H
  <unhide>
  —
  Quit Paymix  Cmd+Q
File
  New  Cmd+N
  New from Sample  Cmd+Shift+N
  Open…  Cmd+O
  Open Recent
    R&&D plan — ~/Documents
    Gone — ~/Old  (off)
    —
    Clear Menu
  —
  Save  Cmd+S
  Save As…  Cmd+Shift+S
  Name, Year and Currency…
  Previous Versions…
  —
  Kept Copies…
  —
  Close  Cmd+W
Edit
  Undo  Cmd+Z
  Redo  Cmd+Shift+Z
  —
  <cut>  Cmd+X
  <copy>  Cmd+C
  <paste>  Cmd+V
  <selectAll>  Cmd+A
View
  Theme
    Like the Computer
    Light
    Dark  (x)
  —
  Actual Size  Cmd+0
  <zoomIn>  Cmd+Plus
  <zoomIn>  Cmd+=  (hidden)
  <zoomOut>  Cmd+-
  —
  Full Screen  Ctrl+Cmd+F
Window
  <minimize>  Cmd+M
  <zoom>
  —
  <front>
Help
  About Paymix`;

describe.each([
  ["windows", WINDOWS],
  ["linux", LINUX],
  ["mac", MAC],
] as const)("the menu of %s", (platform, golden) => {
  it("holds this", () => {
    expect(`\n${drawn(make(state(platform))).join("\n")}`).toBe(golden);
  });

  it("opens Paymix's own About, never the system's panel", () => {
    const items = all(make(state(platform)));
    expect(items.filter(({ role }) => role === "about")).toEqual([]);
    expect(items.filter(({ label }) => label === "About Paymix")).toHaveLength(platform === "mac" ? 2 : 1);
  });

  it("has each key once", () => {
    const keys = all(make(state(platform))).flatMap(({ accelerator }) => (accelerator === undefined ? [] : [String(accelerator).split("+").sort().join("+")]));
    expect(keys).toEqual([...new Set(keys)]);
  });

  it("has a choice or a role for every item that is no submenu", () => {
    for (const item of all(make(state(platform)))) expect(item.type === "separator" || item.submenu !== undefined || item.role !== undefined || item.click !== undefined, item.label).toBe(true);
  });

  it("turns off what needs a document or a window", () => {
    const off = all(make(state(platform, { hasDocument: false, hasFile: false, hasWindow: false, recent: [] }))).filter(({ enabled }) => enabled === false);
    const expected = ["Open Recent", "Save", "Save As…", "Name, Year and Currency…", "Previous Versions…", "Close", "Undo", "Redo", ...(platform === "windows" ? ["Redo"] : [])];
    expect(off.map(({ label }) => label)).toEqual(expected);
  });

  it("turns off the previous versions of a document that is in no file", () => {
    const off = all(make(state(platform, { hasFile: false }))).filter(({ enabled, label }) => enabled === false && label !== "Gone — ~/Old");
    expect(off.map(({ label }) => label)).toEqual(["Previous Versions…"]);
  });
});

it("answers with what was chosen", () => {
  const chosen: MenuChoice[] = [];
  const items = all(make(state("linux"), (choice) => chosen.push(choice)));
  const press = (label: string): void => void items.find((item) => item.label === label)?.click?.(undefined as never, undefined, undefined as never);
  for (const label of ["New", "New from Sample", "Open…", "Save", "Save As…", "Name, Year and Currency…", "Previous Versions…", "Kept Copies…", "Close", "Undo", "Redo", "Light", "About Paymix"]) press(label);
  press("R&&D plan — ~/Documents");
  press("Clear Menu");
  expect(chosen.map((choice) => (choice.kind === "command" ? choice.command : choice))).toEqual([
    "new", "new-from-sample", "open", "save", "save-as", "describe", "versions", "kept", "close", "undo", "redo", "theme-light", "about",
    { kind: "open-recent", id: "r1" },
    { kind: "clear-recent" },
  ]);
});
