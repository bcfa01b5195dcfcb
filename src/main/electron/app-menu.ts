/** Shows the menu, and keeps it and the window frames in step with what the person chose. */
import { app, Menu, nativeTheme } from "electron";
import type { Host } from "../host/host.ts";
import { systemPlatform } from "../host/system-platform.ts";
import { menuTemplate, type MenuChoice, type MenuState } from "./menu.ts";
import type { DesktopWindows } from "./windows.ts";

export type AppMenu = { readonly refresh: () => void };

export function setUpMenu(host: Host, windows: DesktopWindows): AppMenu {
  let shown = "";

  function refresh(): void {
    const { theme } = host.preferences();
    const recent = host.recentFiles();
    const current = windows.current();
    const state: MenuState = {
      platform: systemPlatform(),
      theme,
      recent,
      hasWindow: current !== null,
      hasDocument: current !== null && windows.hasDocument(current),
      hasFile: current !== null && windows.hasFile(current),
    };
    if (shown === JSON.stringify(state)) return;
    shown = JSON.stringify(state);
    nativeTheme.themeSource = theme;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, (choice) => void act(choice))));
  }

  async function act(choice: MenuChoice): Promise<void> {
    switch (choice.kind) {
      case "command":
        return windows.command(choice.command);
      case "open-recent":
        return host.openRecentFile(choice.id);
      case "clear-recent":
        app.clearRecentDocuments();
        return host.clearRecentFiles();
    }
  }

  return { refresh };
}
