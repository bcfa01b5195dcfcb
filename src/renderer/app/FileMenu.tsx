/** Everything about files and the look of the window, for shells with and without a native menu. */
import { useCallback, type ReactElement } from "react";
import { BEGIN_COMMANDS, CLOSE_COMMAND, DOCUMENT_COMMANDS, KEPT_COMMAND, type FileCommand } from "#shared/host-api/file-commands.ts";
import { Menu, type MenuEntry } from "../controls/Menu.tsx";
import { FileIcon } from "../controls/icons.tsx";
import { clearRecent, openRecent, runCommand } from "../state/documents.ts";
import { useDocument, useWindow } from "../state/use-stores.ts";
import { windowStore } from "../state/window-store.ts";
import { KeptDialog } from "./KeptDialog.tsx";
import { ScenarioDialog } from "./ScenarioDialog.tsx";
import { VersionsDialog } from "./VersionsDialog.tsx";

const THEMES = [
  { theme: "system", name: "Like the computer" },
  { theme: "light", name: "Light" },
  { theme: "dark", name: "Dark" },
] as const;

/** Keys that the window hears itself; a browser keeps the others. */
const HINTED: readonly string[] = ["open", "save", "save-as"];

export function FileMenu(): ReactElement {
  const isOpen = useDocument((state) => state.open !== null);
  const hasFile = useDocument((state) => state.open?.info.fileName != null);
  const dialog = useWindow((state) => state.fileDialog);
  const close = useCallback(() => windowStore.setState({ fileDialog: null }), []);
  const recent = useWindow((state) => state.recent);
  const theme = useWindow((state) => state.preferences.theme);
  const modifier = useWindow((state) => state.platform) === "mac" ? "⌘" : "Ctrl+";
  const entry = ({ command, label, key, needs }: FileCommand): MenuEntry => ({
    kind: "action",
    id: command,
    label,
    disabled: needs === "file" && !hasFile,
    ...(key !== null && HINTED.includes(command) ? { hint: `${modifier}${key}` } : {}),
    onPress: () => void runCommand(command),
  });
  const entries: readonly MenuEntry[] = [
    ...BEGIN_COMMANDS.map(entry),
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
    ...(isOpen ? ([{ kind: "separator", id: "document" }, ...[...DOCUMENT_COMMANDS, CLOSE_COMMAND].map(entry)] satisfies readonly MenuEntry[]) : []),
    { kind: "heading", id: "look", label: "Appearance" },
    ...THEMES.map((each): MenuEntry => ({
      kind: "action",
      id: each.theme,
      label: each.name,
      checked: each.theme === theme,
      onPress: () => void runCommand(`theme-${each.theme}`),
    })),
    { kind: "separator", id: "paymix" },
    entry(KEPT_COMMAND),
    { kind: "action", id: "about", label: "About Paymix", onPress: () => void runCommand("about") },
  ];
  return (
    <>
      <Menu label="File" entries={entries} plain>
        <FileIcon />
        File
      </Menu>
      {dialog === "kept" ? <KeptDialog onClose={close} /> : null}
      {dialog === "versions" && hasFile ? <VersionsDialog onClose={close} /> : null}
      {dialog === "describe" && isOpen ? <ScenarioDialog onClose={close} /> : null}
    </>
  );
}
