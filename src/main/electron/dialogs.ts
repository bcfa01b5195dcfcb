/** The system's own file dialogs, attached to the window that asks. */
import { join } from "node:path";
import { dialog } from "electron";
import type { Dialogs } from "../host/ports.ts";
import type { DesktopWindows } from "./windows.ts";

const SCENARIOS = [{ name: "Paymix scenario", extensions: ["paymix"] }];

export function createDialogs(frameOf: DesktopWindows["frameOf"]): Dialogs {
  return {
    chooseFileToOpen: async (windowId, { folder }) => {
      const frame = frameOf(windowId);
      if (frame === null) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(frame, { defaultPath: folder, filters: SCENARIOS, properties: ["openFile"] });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseFileToSave: async (windowId, { folder, suggestedName }) => {
      const frame = frameOf(windowId);
      if (frame === null) return null;
      const { canceled, filePath } = await dialog.showSaveDialog(frame, {
        defaultPath: join(folder, suggestedName),
        filters: SCENARIOS,
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      return canceled || filePath === "" ? null : filePath;
    },
  };
}
