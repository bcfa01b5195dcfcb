/** The menu as data: what it holds for each system, and with which keys. app-menu.ts shows it. */
import type { MenuItemConstructorOptions } from "electron";
import type { Preferences, RecentFile, StartState, WindowCommand } from "#shared/host-api/contract.ts";
import { BEGIN_COMMANDS, CLOSE_COMMAND, DOCUMENT_COMMANDS, KEPT_COMMAND, type FileCommand } from "#shared/host-api/file-commands.ts";

export type MenuState = {
  readonly platform: StartState["platform"];
  readonly theme: Preferences["theme"];
  readonly recent: readonly RecentFile[];
  readonly hasWindow: boolean;
  readonly hasDocument: boolean;
  /** A file is behind that document. */
  readonly hasFile: boolean;
};

export type MenuChoice =
  | { readonly kind: "command"; readonly command: WindowCommand }
  | { readonly kind: "open-recent"; readonly id: string }
  | { readonly kind: "clear-recent" };

type Item = MenuItemConstructorOptions;
type Choose = (choice: MenuChoice) => void;

const SEPARATOR: Item = { type: "separator" };
const THEMES = [
  { theme: "system", label: "Like the Computer" },
  { theme: "light", label: "Light" },
  { theme: "dark", label: "Dark" },
] as const;

export function menuTemplate(state: MenuState, choose: Choose): Item[] {
  const isMac = state.platform === "mac";
  const top = (label: string, submenu: Item[]): Item => ({ label: isMac ? label : `&${label}`, submenu });
  return [
    ...(isMac ? [{ label: "Paymix", submenu: appItems(choose) }] : []),
    top("File", fileItems(state, choose)),
    top("Edit", editItems(state, choose)),
    top("View", viewItems(state, choose)),
    top("Window", isMac ? [{ role: "minimize", accelerator: "Cmd+M" }, { role: "zoom" }, SEPARATOR, { role: "front" }] : [{ role: "minimize" }]),
    { ...top("Help", [aboutItem(choose)]), role: "help" },
  ];
}

/** A command and no role: Paymix's own dialog has the licences, which no system's panel shows. */
function aboutItem(choose: Choose): Item {
  return command("About Paymix", "about", choose);
}

function appItems(choose: Choose): Item[] {
  return [
    aboutItem(choose),
    SEPARATOR,
    { role: "services" },
    SEPARATOR,
    { role: "hide", label: "Hide Paymix", accelerator: "Cmd+H" },
    { role: "hideOthers", accelerator: "Cmd+Alt+H" },
    { role: "unhide" },
    SEPARATOR,
    { role: "quit", label: "Quit Paymix", accelerator: "Cmd+Q" },
  ];
}

function fileItems(state: MenuState, choose: Choose): Item[] {
  const { platform, recent, hasWindow, hasDocument, hasFile } = state;
  const has = { nothing: true, window: hasWindow, document: hasDocument, file: hasFile };
  const item = ({ command: name, nativeLabel, key, needs }: FileCommand): Item =>
    command(nativeLabel, name, choose, { ...(key === null ? {} : { accelerator: keysOf(platform)(key) }), enabled: has[needs] });
  return [
    ...BEGIN_COMMANDS.map(item),
    { label: "Open Recent", enabled: recent.length > 0, submenu: recentItems(recent, choose) },
    SEPARATOR,
    ...DOCUMENT_COMMANDS.map(item),
    SEPARATOR,
    item(KEPT_COMMAND),
    SEPARATOR,
    item(CLOSE_COMMAND),
    ...(platform === "mac" ? [] : [SEPARATOR, platform === "windows" ? ({ role: "quit", label: "Exit" } as const) : ({ role: "quit", label: "Quit", accelerator: "Ctrl+Q" } as const)]),
  ];
}

function recentItems(recent: readonly RecentFile[], choose: Choose): Item[] {
  return [
    ...recent.map(({ id, fileName, folder, missing }): Item => ({
      // An ampersand in a menu marks the letter after it, unless it is doubled.
      label: `${fileName} — ${folder}`.replaceAll("&", "&&"),
      enabled: !missing,
      click: () => choose({ kind: "open-recent", id }),
    })),
    SEPARATOR,
    { label: "Clear Menu", click: () => choose({ kind: "clear-recent" }) },
  ];
}

/** Undo and redo are the document's, not the text field's, so they are commands and not roles. */
function editItems({ platform, hasDocument }: MenuState, choose: Choose): Item[] {
  const key = keysOf(platform);
  const redo = (accelerator: string): Item => command("Redo", "redo", choose, { accelerator, enabled: hasDocument });
  return [
    command("Undo", "undo", choose, { accelerator: key("Z"), enabled: hasDocument }),
    // Windows knows two keys for it; an item shows one.
    ...(platform === "windows" ? [redo("Ctrl+Y"), hidden(redo("Ctrl+Shift+Z"))] : [redo(key("Shift+Z"))]),
    SEPARATOR,
    { role: "cut", accelerator: key("X") },
    { role: "copy", accelerator: key("C") },
    { role: "paste", accelerator: key("V") },
    { role: "selectAll", accelerator: key("A") },
  ];
}

function viewItems({ platform, theme }: MenuState, choose: Choose): Item[] {
  const key = keysOf(platform);
  return [
    {
      label: "Theme",
      submenu: THEMES.map((each) => command(each.label, `theme-${each.theme}`, choose, { type: "radio", checked: each.theme === theme })),
    },
    SEPARATOR,
    { role: "resetZoom", label: "Actual Size", accelerator: key("0") },
    { role: "zoomIn", accelerator: key("Plus") },
    // The same key without Shift.
    hidden({ role: "zoomIn", accelerator: key("=") }),
    { role: "zoomOut", accelerator: key("-") },
    SEPARATOR,
    { role: "togglefullscreen", label: "Full Screen", accelerator: platform === "mac" ? "Ctrl+Cmd+F" : "F11" },
  ];
}

function keysOf(platform: MenuState["platform"]): (keys: string) => string {
  return (keys) => `${platform === "mac" ? "Cmd" : "Ctrl"}+${keys}`;
}

function command(label: string, name: WindowCommand, choose: Choose, rest: Item = {}): Item {
  return { label, click: () => choose({ kind: "command", command: name }), ...rest };
}

function hidden(item: Item): Item {
  return { ...item, visible: false, acceleratorWorksWhenHidden: true };
}
