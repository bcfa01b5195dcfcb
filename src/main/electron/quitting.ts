/** When the app ends. Quitting closes the windows, each asks about its unsaved work, and one that stays keeps the app. */
import { app } from "electron";

export type Quitting = {
  /** A window asks the person before it closes. */
  readonly onAsking: () => void;
};

export function setUpQuitting(): Quitting {
  let isQuitting = false;
  let isAskingAll = false;
  app.on("before-quit", () => {
    isQuitting = true;
    isAskingAll = true;
    // The windows are asked to close within this turn of the loop.
    setImmediate(() => (isAskingAll = false));
  });
  app.on("window-all-closed", () => {
    // On macOS an app goes on without windows, unless the last one closed because the person quit.
    if (process.platform !== "darwin" || isQuitting) app.quit();
  });
  return {
    onAsking: () => {
      // A window that is closed by itself afterwards says that the person stayed.
      if (!isAskingAll) isQuitting = false;
    },
  };
}
