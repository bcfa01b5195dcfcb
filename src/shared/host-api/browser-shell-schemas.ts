/** Checks what the browser shell is sent beside the host's verbs. */
import * as v from "valibot";
import type { FileAnswer, FolderNames } from "./browser-shell.ts";

const DEEPEST = 64;
const LONGEST_NAME = 1_000;

const folderNames = v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_NAME))), v.maxLength(DEEPEST));
const folderRequest = v.strictObject({ folder: folderNames });
const fileAnswer = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(LONGEST_NAME)),
  choice: v.nullable(v.strictObject({ folder: folderNames, name: v.pipe(v.string(), v.maxLength(LONGEST_NAME)), replace: v.boolean() })),
});
const startRequest = v.strictObject({ file: v.nullable(v.string()) });
/** The verb and its arguments are the host's to check. */
const callBody = v.strictObject({ verb: v.string(), args: v.unknown() });

function checkedBy<Schema extends v.GenericSchema>(schema: Schema): (body: unknown) => v.InferOutput<Schema> | null {
  return (body) => {
    const checked = v.safeParse(schema, body);
    return checked.success ? checked.output : null;
  };
}

/** @returns null for anything else */
export const checkFolderRequest: (body: unknown) => { readonly folder: FolderNames } | null = checkedBy(folderRequest);
/** @returns null for anything else */
export const checkFileAnswer: (body: unknown) => FileAnswer | null = checkedBy(fileAnswer);
/** @returns null for anything else */
export const checkCallBody: (body: unknown) => { readonly verb: string; readonly args?: unknown } | null = checkedBy(callBody);
/** @returns null for anything else */
export const checkStartRequest: (body: unknown) => { readonly file: string | null } | null = checkedBy(startRequest);
