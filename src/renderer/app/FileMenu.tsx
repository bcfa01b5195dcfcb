/** Everything about files and the look of the window, for shells with and without a native menu. */
import { useCallback, useState, type ReactElement } from "react";
import { Menu, type MenuEntry } from "../controls/Menu.tsx";
import { FileIcon } from "../controls/icons.tsx";
import { clearRecent, openRecent, runCommand } from "../state/documents.ts";
import { useDocument, useWindow } from "../state/use-stores.ts";
import { KeptDialog } from "./KeptDialog.tsx";
import { ScenarioDialog } from "./ScenarioDialog.tsx";
import { VersionsDialog } from "./VersionsDialog.tsx";

const THEMES = [
  { theme: "system", name: "Like the computer" },
  { theme: "light", name: "Light" },
  { theme: "dark", name: "Dark" },
] as const;

export function FileMenu(): ReactElement {
  const [describing, setDescribing] = useState(false);
  const isOpen = useDocument((state) => state.open !== null);
  const [showingVersions, setShowingVersions] = useState(false);
  const [showingKept, setShowingKept] = useState(false);
  const closeKept = useCallback(() => setShowingKept(false), []);
  const hasFile = useDocument((state) => state.open?.info.fileName != null);
  const recent = useWindow((state) => state.recent);
  const theme = useWindow((state) => state.preferences.theme);
  const modifier = useWindow((state) => state.platform) === "mac" ? "⌘" : "Ctrl+";
  const entries: readonly MenuEntry[] = [
    { kind: "action", id: "new", label: "New scenario", onPress: () => void runCommand("new") },
    { kind: "action", id: "sample", label: "New from the sample", onPress: () => void runCommand("new-from-sample") },
    { kind: "action", id: "open", label: "Open…", hint: `${modifier}O`, onPress: () => void runCommand("open") },
    ...(recent.length === 0
      ? []
      : ([
          { kind: "heading", id: "recent", label: "Recent" },
          ...recent.map((file): MenuEntry => ({
            kind: "action",
            id: `recent-${file.id}`,
            label: file.fileName,
            hint: file.missing ? "not there any more" : file.folder,
            onPress: () => void openRecent(file.id),
          })),
          { kind: "action", id: "clear-recent", label: "Clear this list", onPress: () => void clearRecent() },
        ] satisfies readonly MenuEntry[])),
    ...(isOpen
      ? ([
          { kind: "separator", id: "document" },
          { kind: "action", id: "save", label: "Save", hint: `${modifier}S`, onPress: () => void runCommand("save") },
          { kind: "action", id: "save-as", label: "Save as…", hint: `${modifier}Shift+S`, onPress: () => void runCommand("save-as") },
          { kind: "action", id: "scenario", label: "Name, year and currency…", onPress: () => setDescribing(true) },
          { kind: "action", id: "versions", label: "Previous versions…", disabled: !hasFile, onPress: () => setShowingVersions(true) },
          { kind: "action", id: "close", label: "Close", onPress: () => void runCommand("close") },
        ] satisfies readonly MenuEntry[])
      : []),
    { kind: "heading", id: "look", label: "Appearance" },
    ...THEMES.map((each): MenuEntry => ({
      kind: "action",
      id: each.theme,
      label: each.name,
      checked: each.theme === theme,
      onPress: () => void runCommand(`theme-${each.theme}`),
    })),
    { kind: "separator", id: "paymix" },
    { kind: "action", id: "kept", label: "Kept copies…", onPress: () => setShowingKept(true) },
    { kind: "action", id: "about", label: "About Paymix", onPress: () => void runCommand("about") },
  ];
  return (
    <>
      <Menu label="File" entries={entries} plain>
        <FileIcon />
        File
      </Menu>
      {showingKept ? <KeptDialog onClose={closeKept} /> : null}
      {showingVersions && isOpen ? <VersionsDialog onClose={() => setShowingVersions(false)} /> : null}
      {describing && isOpen ? <ScenarioDialog onClose={() => setDescribing(false)} /> : null}
    </>
  );
}
