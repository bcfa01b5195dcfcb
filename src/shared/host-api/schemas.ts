/**
 * What a window may send: the arguments of every verb, checked once, in the host, for both shells. A scenario is passed
 * on unchecked here; scenario-file/ checks it, with problems that name their place.
 */
import * as v from "valibot";
import { WHOLE } from "../units/basis-points.ts";
import type { PendingWeights, Preferences } from "./contract.ts";

/** Longer than any id, handle or file name the host gave or takes. */
const NAME_LENGTH = 1_000;

const nothing = v.strictObject({});
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_LENGTH));
const destination = v.picklist(["here", "new-window"]);
const preferences = v.strictObject({ theme: v.picklist(["system", "light", "dark"]), resultColumns: v.exactOptional(v.record(name, v.pipe(v.string(), v.maxLength(NAME_LENGTH)))) });

const pendingWeights = v.nullable(
  v.strictObject({ roleId: name, weights: v.record(name, v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(WHOLE))) }),
);

const hostCall = v.variant("verb", [
  v.strictObject({ verb: v.literal("start"), args: nothing }),
  v.strictObject({ verb: v.literal("create"), args: v.strictObject({ from: v.picklist(["sample", "empty"]), destination }) }),
  v.strictObject({ verb: v.literal("open"), args: v.strictObject({ destination }) }),
  v.strictObject({ verb: v.literal("openRecent"), args: v.strictObject({ id: name, destination }) }),
  v.strictObject({
    verb: v.literal("openText"),
    args: v.strictObject({ fileName: name, text: v.string(), destination }),
  }),
  v.strictObject({ verb: v.literal("read"), args: v.strictObject({ recentId: v.nullable(name) }) }),
  v.strictObject({ verb: v.literal("stopReading"), args: nothing }),
  v.strictObject({ verb: v.literal("openVersion"), args: v.strictObject({ id: name, destination }) }),
  v.strictObject({ verb: v.literal("putBack"), args: v.strictObject({ id: name, destination }) }),
  v.strictObject({ verb: v.literal("saveAgain"), args: v.strictObject({ handle: name, scenario: v.unknown() }) }),
  v.strictObject({ verb: v.literal("openRecovered"), args: v.strictObject({ id: name, destination }) }),
  v.strictObject({ verb: v.literal("discardRecovered"), args: v.strictObject({ id: name }) }),
  v.strictObject({
    verb: v.literal("save"),
    args: v.strictObject({ handle: name, scenario: v.unknown(), replaceChanged: v.boolean() }),
  }),
  v.strictObject({ verb: v.literal("saveAs"), args: v.strictObject({ handle: name, scenario: v.unknown() }) }),
  v.strictObject({ verb: v.literal("stopSave"), args: v.strictObject({ handle: name }) }),
  v.strictObject({ verb: v.literal("reload"), args: v.strictObject({ handle: name }) }),
  v.strictObject({ verb: v.literal("takeOver"), args: v.strictObject({ handle: name }) }),
  v.strictObject({ verb: v.literal("versions"), args: v.strictObject({ handle: name }) }),
  v.strictObject({ verb: v.literal("readVersion"), args: v.strictObject({ handle: name, id: v.nullable(name) }) }),
  v.strictObject({ verb: v.literal("removeVersions"), args: v.strictObject({ handle: name }) }),
  v.strictObject({ verb: v.literal("keepRecovery"), args: v.strictObject({ handle: name, scenario: v.unknown(), pendingWeights }) }),
  v.strictObject({ verb: v.literal("kept"), args: nothing }),
  v.strictObject({ verb: v.literal("clearKept"), args: nothing }),
  v.strictObject({ verb: v.literal("recent"), args: nothing }),
  v.strictObject({ verb: v.literal("clearRecent"), args: nothing }),
  v.strictObject({ verb: v.literal("setPreferences"), args: v.strictObject({ preferences }) }),
  v.strictObject({ verb: v.literal("about"), args: nothing }),
  v.strictObject({ verb: v.literal("closeWindow"), args: v.strictObject({ handle: v.nullable(name) }) }),
]);

/** A call whose arguments have the form the contract says; a scenario in them is still unchecked. */
export type HostCall = v.InferOutput<typeof hostCall>;

/**
 * Checks a call of a window. Unknown verbs, missing, unknown or wrong arguments are refused.
 * @param verb as the window sent it
 * @param args as the window sent them, after JSON or structured cloning
 */
export function checkCall(
  verb: string,
  args: unknown,
): { readonly ok: true; readonly call: HostCall } | { readonly ok: false; readonly message: string } {
  const checked = v.safeParse(hostCall, { verb, args });
  if (checked.success) return { ok: true, call: checked.output };
  const [issue] = checked.issues;
  return { ok: false, message: `${v.getDotPath(issue) ?? "The call"}: ${issue.message}` };
}

/**
 * Pending weights as a recovery copy keeps them.
 * @returns null for none, and for anything else
 */
export function checkPendingWeights(value: unknown): PendingWeights | null {
  const checked = v.safeParse(pendingWeights, value);
  return checked.success ? checked.output : null;
}

/**
 * Preferences as they are kept on disk.
 * @returns null for anything else, an unknown key included
 */
export function checkPreferences(value: unknown): Preferences | null {
  const checked = v.safeParse(preferences, value);
  return checked.success ? checked.output : null;
}
