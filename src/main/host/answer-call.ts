/** One checked call of a window, verb by verb. */
import type { AboutPaymix, HostResult, StartState } from "#shared/host-api/contract.ts";
import type { HostCall } from "#shared/host-api/schemas.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { validateScenario } from "#shared/scenario-file/index.ts";
import { badCall, describe, fail, recentFiles, succeed, tellRecent, type HostContext } from "./host-context.ts";
import { shownFolder } from "./file-names.ts";
import { discard, forgetUnsaved, keepUnsaved, markEdited, reload, takeOver } from "./keeping.ts";
import { openVersion, putBack } from "./kept-versions.ts";
import { cannotBeSaved } from "./messages.ts";
import { documentName, openDocument, type Document, type HostWindow } from "./open-windows.ts";
import { attach, create, openPath, openRecovered, openText, readToCompare, untitled } from "./opening.ts";
import { readVersion, removeVersions, versionsOf } from "./previous-versions.ts";
import { slowFile, stopReading } from "./reading.ts";
import { recoveredWork, tellRecovered } from "./recovered-changes.ts";
import { save, saveAgain, saveAs, stopSaving } from "./saving.ts";
import { systemName } from "./system-platform.ts";

export async function answerCall(context: HostContext, window: HostWindow, call: HostCall): Promise<HostResult<unknown>> {
  const { ports, recovery, kept, recent, preferences } = context;
  switch (call.verb) {
    case "start":
      return succeed(await start(context, window));
    case "create":
      return create(context, window, call.args.from, call.args.destination);
    case "open": {
      const path = await ports.dialogs.chooseFileToOpen(window.id, { folder: ports.documentsFolder });
      return path === null ? succeed({ kind: "cancelled" }) : openPath(context, window, path, call.args.destination);
    }
    case "openRecent": {
      const path = recent.pathOf(call.args.id);
      return path === null ? badCall("This file is not in the list any more.") : openPath(context, window, path, call.args.destination);
    }
    case "openText":
      return openText(context, window, call.args.fileName, call.args.text, call.args.destination);
    case "read": {
      const { recentId } = call.args;
      const path = recentId === null ? await ports.dialogs.chooseFileToOpen(window.id, { folder: ports.documentsFolder }) : recent.pathOf(recentId);
      if (path === null) return recentId === null ? succeed({ kind: "cancelled" }) : badCall("This file is not in the list any more.");
      return readToCompare(context, window, path);
    }
    case "stopReading":
      stopReading(window);
      return succeed(null);
    case "openVersion":
      return openVersion(context, window, call.args.id, call.args.destination);
    case "putBack":
      return putBack(context, window, call.args.id, call.args.destination);
    case "openRecovered":
      return openRecovered(context, window, call.args.id, call.args.destination);
    case "discardRecovered": {
      if (recovery.read(call.args.id) !== null && !(await recovery.drop(call.args.id))) {
        return fail({ kind: "not-saved", fileName: "", message: "The recovered work could not be removed from the disk; it stays in the list." });
      }
      return succeed(await tellRecovered(context));
    }
    case "kept":
      return succeed(await kept.list());
    case "clearKept": {
      const left = await kept.clear();
      await tellRecovered(context);
      return succeed(left);
    }
    case "save": {
      const { handle, scenario, replaceChanged } = call.args;
      return withScenario(window, handle, scenario, (document, checked) =>
        save(context, window, document, { scenario: checked, replaceChanged }),
      );
    }
    case "saveAs":
      return withScenario(window, call.args.handle, call.args.scenario, (document, checked) => saveAs(context, window, document, checked));
    case "stopSave":
      return withDocument(window, call.args.handle, (document) => {
        stopSaving(document);
        return Promise.resolve(succeed(null));
      });
    case "saveAgain":
      return withScenario(window, call.args.handle, call.args.scenario, (document, checked) => saveAgain(context, window, document, checked));
    case "reload":
      return withDocument(window, call.args.handle, (document) => reload(context, window, document));
    case "takeOver":
      return withDocument(window, call.args.handle, (document) => takeOver(context, window, document));
    case "versions":
      return withDocument(window, call.args.handle, (document) => versionsOf(context, document));
    case "readVersion": {
      const { handle, id } = call.args;
      return withDocument(window, handle, (document) => readVersion(context, window, document, id));
    }
    case "removeVersions":
      return withDocument(window, call.args.handle, (document) => removeVersions(context, document));
    case "keepRecovery": {
      const { handle, scenario, pendingWeights } = call.args;
      return withDocument(window, handle, (document) => {
        if (scenario === null) return forgetUnsaved(context, window, document);
        const checked = validateScenario(scenario);
        if (checked.ok) return keepUnsaved(context, window, document, checked.scenario, pendingWeights);
        markEdited(context, window, document);
        return Promise.resolve(fail(cannotBeSaved(documentName(document), checked.problems)));
      });
    }
    case "recent":
      return succeed(await recentFiles(context));
    case "clearRecent":
      await recent.clear();
      tellRecent(context);
      return succeed(recent.list());
    case "setPreferences":
      await preferences.set(call.args.preferences);
      return succeed(preferences.current());
    case "about":
      return succeed(about(context));
    case "closeWindow":
      return closeWindow(context, window, call.args.handle);
  }
}

async function start(context: HostContext, window: HostWindow): Promise<StartState> {
  const { ports, preferences } = context;
  window.started = true;
  const [recent, recovered] = await Promise.all([recentFiles(context), recoveredWork(context)]);
  const isFirstRun = context.takeFirstStart() && recent.length === 0 && recovered.length === 0;
  if (isFirstRun && window.document === null && window.error === null && window.readings.size === 0) attach(context, window, untitled(context, "sample"));
  describe(context, window);
  return {
    document: window.document === null ? null : openDocument(window.document, ports.homeFolder),
    error: window.error ?? context.takeNotice(),
    recent,
    recovered,
    preferences: preferences.current(),
    platform: ports.platform,
    shell: ports.shell,
    computer: ports.self.computer,
    reading: slowFile(window),
  };
}

function about({ ports }: HostContext): AboutPaymix {
  const { version, runtime, runtimeLicences } = ports.installation;
  const shown = (folder: string): string => shownFolder(folder, ports.homeFolder);
  return { version, runtime, system: systemName(), dataFolder: shown(ports.dataFolder), runtimeLicences: runtimeLicences === null ? null : shown(runtimeLicences) };
}

async function closeWindow(context: HostContext, window: HostWindow, handle: string | null): Promise<HostResult<null>> {
  const { ports } = context;
  if (handle !== null) {
    const closed = await withDocument(window, handle, async (document) => {
      await discard(context, window, document);
      return succeed(null);
    });
    if (!closed.ok) return closed;
  }
  describe(context, window);
  ports.windows.close(window.id);
  return succeed(null);
}

async function withDocument<Value>(
  window: HostWindow,
  handle: string,
  use: (document: Document) => Promise<HostResult<Value>>,
): Promise<HostResult<Value>> {
  const { document } = window;
  return document?.handle === handle ? use(document) : badCall("This window shows another document now.");
}

async function withScenario<Value>(
  window: HostWindow,
  handle: string,
  scenario: unknown,
  use: (document: Document, scenario: Scenario) => Promise<HostResult<Value>>,
): Promise<HostResult<Value>> {
  return withDocument(window, handle, async (document) => {
    const checked = validateScenario(scenario);
    return checked.ok ? use(document, checked.scenario) : fail(cannotBeSaved(documentName(document), checked.problems));
  });
}
