/** Documents for tests of the host, and their files. */
import type { OpenDocument, OpenOutcome } from "#shared/host-api/contract.ts";
import { sampleScenario } from "#shared/library/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { documentBytes } from "../document-bytes.ts";
import { succeeded, type TestHost } from "./test-host.ts";

/** The sample under another name. */
export function named(name: string): Scenario {
  return { ...sampleScenario(), name };
}

/** The text of the scenario's file. */
export function textOf(scenario: Scenario): string {
  const content = documentBytes(scenario);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  return content.text;
}

export function documentOf(outcome: OpenOutcome): OpenDocument {
  if (outcome.kind !== "here") throw new Error(`It is not here: ${outcome.kind}`);
  return outcome.document;
}

/** A new window that shows the file at `path`. */
export async function openFileIn(app: TestHost, windowId: string, path: string): Promise<OpenDocument> {
  app.host.addWindow(windowId);
  await app.host.openFile(path);
  const { document } = await succeeded(app.call(windowId, "start", {}));
  if (document === null) throw new Error("Nothing is open.");
  return document;
}

/** A new window that shows the empty page: a further one, since the first shows the sample. */
export async function openEmptyWindow(app: TestHost, windowId: string): Promise<void> {
  app.host.addWindow("first");
  await app.call("first", "start", {});
  app.host.addWindow(windowId);
  const { document } = await succeeded(app.call(windowId, "start", {}));
  if (document !== null) throw new Error("The window is not empty.");
}
