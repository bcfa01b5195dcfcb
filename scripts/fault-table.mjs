// Every fault of the fault table: what must hold, and the tests that prove it, all of them.

/**
 * @typedef {{ id: string, fault: string, holds: string, proofs: readonly RegExp[] }} Fault each proof names at least one test by its full name
 * @typedef {{ fullName: string, status: string, meta?: { notRun?: string } }} Ran
 */

/** @type {readonly Fault[]} */
export const FAULTS = [
  fault("F1", "kill -9 during a save", "old or new, never between", /after each of (\d{4,}|[2-9]\d\d) kills/, /finds a torn file where a writer writes in place/),
  fault("F2", "kill -9 between edits", "a second of work at most", /sent a second after the first change/, /writes every change at once/, /one copy at a time, and of what comes meanwhile the newest/, /again by itself until it is kept/, /weights that are in no file yet/),
  fault("F3", "power loss", "old or new once confirmed", /power cut at any operation of a save leaves/, /power cut at any operation of a save is caught/),
  fault("F4", "disk full", "old file, edits kept, said", /a full disk keeps the old file, says so/, /a full disk that holds Paymix's own folder too/, /over-the-old-file' is old or new when write fails/),
  fault("F5", "short write without an error", "old file; a naive writer is caught", /over-the-old-file' is old or new when write fails/, /under-a-new-name' is old or new when write fails/, /looks at no counts is caught by a short write/),
  fault("F6", "error on flush or close", "old file", /over-the-old-file' is old or new when sync fails/, /over-the-old-file' is old or new when close fails/),
  fault("F7", "folder lets no new file in", "no writing in place", /never writes in place where the folder/, /a folder of mode 0555 with a writable file/),
  fault("F8", "read-only file", "saved elsewhere, mode untouched", /leaves a read-only file alone/, /a read-only file that became so (before|while)/),
  fault("F9", "file held for a second", "waits, one version", /waits for a program that holds the file/, /for a second of real time/),
  fault("F10", "file held for ever", "not saved, edits kept", /over-the-old-file' is old or new when rename fails/, /waits for a program that holds the file/),
  fault("F11", "changed on disk, same size and time", "stopped", /changed outside, even with the same size and time/),
  fault("F12", "touched only", "goes through", /goes through when the file was only touched/),
  fault("F13", "deleted or renamed", "asks", /asks before it makes a file again that was deleted/, /asks before it makes a file again that was renamed/),
  fault("F14", "changed while nothing is unsaved", "said, read again on demand", /is said once when the window comes to the front/),
  fault("F15", "changed between check and rename", "not overwritten", /between the first look and the first rename/, /came to be under the new name meanwhile/, /does not overwrite what another program writes while the file is held/),
  fault("F16", "same file in two windows", "the first comes to the front", /brings the window to the front that shows the file already/, /shows a file in one window only/),
  fault("F17", "two instances of the app", "the second is told, looks, takes over", /two instances/, /a mark that cannot be/),
  fault("F18", "stale mark of an open file", "replaced or offered, never a dead end", /a stale mark/, /after each of \d+ kills/),
  fault("F19", "truncated file", "refused with the place, file untouched", /a file that is cut off anywhere ends too early/, /damaged files: each/),
  fault("F20", "empty, zeros, random, a web page", "refused, cause named", /an empty file/, /only zeros/, /random files: .* of 1000000 bytes are refused/, /a web page/),
  fault("F21", "200 MB", "refused before reading", /200 MB/, /one byte too many/),
  fault("F22", "100,000 levels deep", "refused without recursion", /100,000 (objects|lists|levels)/),
  fault("F23", "newer version", "refused everywhere, nothing written or lost", /a newer version/, /a file of a newer format is refused by the open dialog/, /in place of the one that is open drops nothing/, /beside unsaved work on it/, /on the command line, a file of a newer format is refused/, /a newer format that is dragged into Compare/),
  fault("F24", "older versions (there is one so far)", "each has a golden file that is read", /every version of the format has a file that is read/),
  fault("F25", "byte-order mark, CRLF, bad UTF-8", "read; refused", /byte-order mark/, /CRLF/, /Latin-1/, /UTF-8 cut/, /UTF-16/),
  fault("F26", "links", "written through; nothing for a dead one", /writes through a link/, /a link whose file is gone/),
  fault("F27", "hard link twin", "keeps the old content, as documented", /a hard link twin keeps the old content/),
  fault("F28", "names that lead elsewhere", "usable or refused", /suggested file name/, /are no paths/),
  fault("F29", "NaN, Infinity, 1e400, text for numbers", "refused with the place", /never holds NaN/, /1e999/, /1e308/, /text for a number/, /null for a number/),
  fault("F30", "overflow from legal inputs", "finite figures that foot, saved the same", /legal maxima in any mix/, /legal maxima of .* give finite figures that foot/, /legal maxima of .* are saved to a file and read back the same/),
  fault("F31", "duplicate ids and keys, dangling references", "refused with the list", /the same role twice/, /the same KPI twice/, /the same goal twice/, /a field twice/, /a gate on no KPI/, /a link to no KPI/),
  fault("F32", "__proto__ as key and name", "refused, nothing polluted", /__proto__/, /constructor/, /a verb of every object/),
  fault("F33", "clock put back", "order by number", /in order even when the clock is put back/, /by order and not by the clock/),
  fault("F34", "disk or share slow or gone", "usable, can be stopped, old or new", /a disk that answers late is said, and edits are kept/, /lets go of a save that hangs in (read|write|sync) when the person stops it/, /does not hold up a save to another disk/, /does not answer in (realpath|stat|read|create) is said to be slow/, /a start does not wait for recent files and recovered work/, /neither the look at its file nor its folder nor the recent files keep that/, /over-the-old-file' is old or new when (read|stat|rename|write) fails/),
  fault("F35", "conflicted copy of a sync program", "said, compared", /a conflicted copy/, /opens as an ordinary file, is told by the same document beside it/, /a conflicted copy of a sync program is not what/),
  fault("F36", "edit or close during a save", "later edit stays unsaved; close waits", /keeps what was edited while it wrote/, /closed while a save is held back waits for it/, /keeps what was saved where its process is killed meanwhile/),
  fault("F37", "many saves at once", "one at a time", /runs one save at a time/),
  fault("F38", "settings, lists, copies damaged", "put aside, said once", /damaged files of our own/, /that are damaged are put aside/, /that cannot be read for a moment/),
  fault("F39", "page loaded again or crashed", "document comes back", /reloaded page its document back/, /a page that crashed is loaded again/),
  fault("F40", "end of the session", "written before it returns", /before the end of the session returns/, /also where nothing was kept before/, /session-end puts what is unsaved/, /the computer's shutdown puts what is unsaved/),
  fault("F41", "discarded by mistake", "previous versions", /previous versions of a file are listed/),
  fault("F42", "own folder cannot be written", "saves, and says recovery is off", /goes on without a store/, /cannot be kept marks/, /stops no save, and says that unsaved work is not kept until it is again/, /because a file lies in its place stops no save/),
];

function fault(id, name, holds, ...proofs) {
  return { id, fault: name, holds, proofs };
}

/**
 * What the tests that ran say about a fault. It holds where every proof names tests, all of which passed; a test that this
 * machine cannot run says why, and is no proof: one whole proof of such tests is told, a fault of nothing else does not hold.
 * @param {Fault} fault
 * @param {readonly Ran[]} tests
 * @returns {{ holds: boolean, text: string }}
 */
export function resultOf({ proofs }, tests) {
  const found = proofs.map((proof) => ({ proof, named: tests.filter(({ fullName }) => proof.test(fullName)) }));
  const unnamed = found.find(({ named }) => named.length === 0);
  if (unnamed !== undefined) return { holds: false, text: `NO TEST ${unnamed.proof}` };
  const all = [...new Set(found.flatMap(({ named }) => named))];
  const notRun = all.filter(({ meta }) => meta?.notRun !== undefined);
  const passed = all.filter(({ status }) => status === "passed").length;
  const failed = all.length - passed - notRun.length;
  if (failed > 0) return { holds: false, text: `${failed} of ${all.length} FAILED OR SKIPPED` };
  const why = notRun[0]?.meta?.notRun;
  if (passed === 0) return { holds: false, text: `NOT RUN: ${why}` };
  return { holds: true, text: `${passed} passed${why === undefined ? "" : `, ${notRun.length} not run here: ${why}`}` };
}
