/**
 * What the desktop shell uses of Electron, without Electron: it records what it is told, and tests play the system. Where a
 * part has the name of one of Electron's, its functions have their types.
 */
import { EventEmitter } from "node:events";
import type {
  App,
  BrowserWindowConstructorOptions,
  CallbackResponse,
  Dialog,
  HandlerDetails,
  MenuItemConstructorOptions,
  NativeTheme,
  OnBeforeRequestListenerDetails,
  Protocol,
  Rectangle,
  Session,
  WebContents,
  WindowOpenHandlerResponse,
} from "electron";

type Listener = (...args: never[]) => unknown;
export type Preventable = { readonly preventDefault: () => void; readonly defaultPrevented: boolean };

export function preventable(): Preventable {
  let defaultPrevented = false;
  return {
    preventDefault: () => (defaultPrevented = true),
    get defaultPrevented() {
      return defaultPrevented;
    },
  };
}

/** What a test sets before the shell starts. */
export const machine = {
  folder: "",
  documents: "",
  userData: "",
  isFirstInstance: true,
  folderSwitch: "",
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  isDark: false,
};

/** What the shell did that leaves no other trace. */
export const record = {
  isSandboxed: false,
  switches: new Map<string, string>(),
  recentDocuments: [] as string[],
  quits: 0,
  exitCode: null as number | null,
  errorBoxes: [] as string[],
  schemes: [] as Parameters<Protocol["registerSchemesAsPrivileged"]>[0],
  menus: [] as MenuItemConstructorOptions[][],
  dialogs: [] as unknown[],
  appUserModelId: null as string | null,
};

type AppParts = Pick<
  App,
  | "enableSandbox" | "requestSingleInstanceLock" | "whenReady" | "quit" | "exit" | "getPath" | "getAppPath" | "getVersion"
  | "isPackaged" | "addRecentDocument" | "clearRecentDocuments" | "setAppUserModelId"
> & { readonly commandLine: Pick<App["commandLine"], "appendSwitch" | "getSwitchValue" | "removeSwitch"> };

const appParts: AppParts = {
  isPackaged: false,
  enableSandbox: () => void (record.isSandboxed = true),
  requestSingleInstanceLock: () => machine.isFirstInstance,
  whenReady: () => Promise.resolve(),
  quit: () => {
    app.emit("before-quit", preventable());
    for (const window of BrowserWindow.getAllWindows()) window.close();
    if (BrowserWindow.getAllWindows().length > 0) return;
    const ending = preventable();
    app.emit("will-quit", ending);
    if (!ending.defaultPrevented) record.quits += 1;
  },
  exit: (code = 0) => void (record.exitCode = code),
  getPath: (name) => (name === "userData" ? machine.userData : machine.documents),
  getAppPath: () => machine.folder,
  getVersion: () => "1.2.3",
  addRecentDocument: (path) => void record.recentDocuments.push(path),
  clearRecentDocuments: () => void record.recentDocuments.splice(0),
  setAppUserModelId: (id) => void (record.appUserModelId = id),
  commandLine: {
    appendSwitch: (name, value = "") => void record.switches.set(name, value),
    removeSwitch: (name) => void record.switches.delete(name),
    getSwitchValue: (name) => (name === "folder" ? machine.folderSwitch : ""),
  },
};
export const app = Object.assign(new EventEmitter(), appParts);

export class StubSession extends EventEmitter {
  permissionRequest: Parameters<Session["setPermissionRequestHandler"]>[0] = null;
  permissionCheck: Parameters<Session["setPermissionCheckHandler"]>[0] = null;
  devicePermission: Parameters<Session["setDevicePermissionHandler"]>[0] = null;
  isSpellCheckerOn = true;
  beforeRequest: ((details: Pick<OnBeforeRequestListenerDetails, "url">, callback: (response: CallbackResponse) => void) => void) | null = null;
  readonly webRequest = { onBeforeRequest: (listener: StubSession["beforeRequest"]) => void (this.beforeRequest = listener) };

  setPermissionRequestHandler(handler: StubSession["permissionRequest"]): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: StubSession["permissionCheck"]): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: StubSession["devicePermission"]): void {
    this.devicePermission = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.isSpellCheckerOn = on;
  }
}
export const session = { defaultSession: new StubSession() };

export type StubFrame = { url: string };

export class StubWebContents extends EventEmitter {
  readonly mainFrame: StubFrame = { url: "" };
  readonly sent: { readonly channel: string; readonly message: unknown }[] = [];
  reloads = 0;
  webRtcPolicy: Parameters<WebContents["setWebRTCIPHandlingPolicy"]>[0] = "default";
  openHandler: ((details: Pick<HandlerDetails, "url">) => WindowOpenHandlerResponse) | null = null;

  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message });
  }
  reload(): void {
    this.reloads += 1;
  }
  setWindowOpenHandler(handler: StubWebContents["openHandler"]): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: StubWebContents["webRtcPolicy"]): void {
    this.webRtcPolicy = policy;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all = new Set<BrowserWindow>();
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.all];
  }

  readonly webContents = new StubWebContents();
  readonly options: BrowserWindowConstructorOptions;
  title = "";
  isEdited = false;
  representedFile = "";
  isShown = false;
  isFocused = false;
  minimized = false;
  maximized = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    BrowserWindow.all.add(this);
    app.emit("web-contents-created", preventable(), this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    return Promise.resolve();
  }
  /** As a click on the close button, or close() by the app. */
  close(): void {
    const event = preventable();
    this.emit("close", event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (!BrowserWindow.all.delete(this)) return;
    this.emit("closed");
    if (BrowserWindow.all.size === 0) app.emit("window-all-closed");
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.isFocused = true;
    this.emit("focus");
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  maximize(): void {
    this.maximized = true;
  }
  getNormalBounds(): Rectangle {
    const { x = 0, y = 0, width = 0, height = 0 } = this.options;
    return { x, y, width, height };
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setDocumentEdited(edited: boolean): void {
    this.isEdited = edited;
  }
  setRepresentedFilename(path: string): void {
    this.representedFile = path;
  }
}

export const dialog = {
  answers: [] as (string | null)[],
  showOpenDialog: (_frame: unknown, options: unknown): ReturnType<Dialog["showOpenDialog"]> => {
    record.dialogs.push(options);
    const path = dialog.answers.shift() ?? null;
    return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
  },
  showSaveDialog: (_frame: unknown, options: unknown): ReturnType<Dialog["showSaveDialog"]> => {
    record.dialogs.push(options);
    const path = dialog.answers.shift() ?? null;
    return Promise.resolve({ canceled: path === null, filePath: path ?? "" });
  },
  showErrorBox: (title: string, content: string): void => void record.errorBoxes.push(`${title}: ${content}`),
};

export const ipcMain = {
  handlers: new Map<string, Listener>(),
  handle: (channel: string, listener: Listener): void => {
    if (ipcMain.handlers.has(channel)) throw new Error(`There is a handler for ${channel} already.`);
    ipcMain.handlers.set(channel, listener);
  },
};

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => template,
  setApplicationMenu: (template: MenuItemConstructorOptions[]): void => void record.menus.push(template),
};

export const nativeTheme: Pick<NativeTheme, "themeSource" | "shouldUseDarkColors"> = {
  themeSource: "system",
  get shouldUseDarkColors() {
    return machine.isDark;
  },
};

export const powerMonitor = new EventEmitter();

export const protocol = {
  handlers: new Map<string, (request: Request) => Response>(),
  registerSchemesAsPrivileged: (schemes: typeof record.schemes): void => void (record.schemes = schemes),
  handle: (scheme: string, handler: (request: Request) => Response): void => void protocol.handlers.set(scheme, handler),
};

export const screen = {
  getPrimaryDisplay: () => machine.displays[0],
  getAllDisplays: () => machine.displays,
};
