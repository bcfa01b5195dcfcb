// Every fault of the fault table with the tests that hold against it. Run: npm run test:faults
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(root, "out", "test-results", "faults.json");

/** Number, fault, what must hold, and which tests prove it; in place of the tests a reason where nothing does. */
const TABLE = [
  ["F1", "kill -9 during a save", "old or new, never between", /after each of \d+ kills/],
  ["F2", "kill -9 between edits", "a second of work at most", /writes the first change at once and then the newest, a second later|weights that are in no file yet/],
  ["F3", "power loss", "old or new once confirmed", /power cut at any operation/],
  ["F4", "disk full", "old file, edits kept, said", /a full disk/],
  ["F5", "short write without an error", "old file; a naive writer is caught", /old or new when write fails|looks at no counts/],
  ["F6", "error on flush or close", "old file", /old or new when (sync|close) fails/],
  ["F7", "folder lets no new file in", "no writing in place", /never writes in place where the folder/],
  ["F8", "read-only file", "saved elsewhere, mode untouched", /leaves a read-only file alone/],
  ["F9", "file held for a second", "waits, one version", /waits for a program that holds the file/],
  ["F10", "file held for ever", "not saved, edits kept", /old or new when rename fails/],
  ["F11", "changed on disk, same size and time", "stopped", /changed outside, even with the same size and time/],
  ["F12", "touched only", "goes through", /only touched/],
  ["F13", "deleted or renamed", "asks", /asks before it makes a file again/],
  ["F14", "changed while nothing is unsaved", "said, read again on demand", /is said once when the window comes to the front/],
  ["F15", "changed between check and rename", "not overwritten", /does not overwrite what another program writes while/],
  ["F16", "same file in two windows", "the first comes to the front", /brings the window to the front that shows the file already|shows a file in one window only/],
  ["F17", "two instances of the app", "the second is told, looks, takes over", /two instances|a mark that cannot be/],
  ["F18", "stale mark of an open file", "replaced or offered, never a dead end", /a stale mark|after each of \d+ kills/],
  ["F19", "truncated file", "refused with the place, file untouched", /truncated file|cut off|damaged files: each/],
  ["F20", "empty, zeros, random, a web page", "refused, cause named", /an empty file|only zeros|random bytes|a web page/],
  ["F21", "200 MB", "refused before reading", /200 MB|too large|one byte too many/],
  ["F22", "100,000 levels deep", "refused without recursion", /100,000 (objects|lists|levels)/],
  ["F23", "newer version", "refused, nothing opened", /a newer version/],
  ["F24", "older versions", "migrate", "the first version of the format is the only one"],
  ["F25", "byte-order mark, CRLF, bad UTF-8", "read; refused", /byte-order mark|CRLF|Latin-1|UTF-8 cut|UTF-16/],
  ["F26", "links", "written through; nothing for a dead one", /writes through a link|a link whose file is gone|a link to nothing/],
  ["F27", "hard link twin", "keeps the old content", "documented in docs/saving.md; a rename cannot do otherwise"],
  ["F28", "names that lead elsewhere", "usable or refused", /suggested file name|are no paths/],
  ["F29", "NaN, Infinity, 1e400, text for numbers", "refused with the place", /JSON NaN|JSON Infinity|1e999|1e308|text for a number|null for a number/],
  ["F30", "overflow from legal inputs", "finite figures", /damaged files: each is read to a document that is calculated/],
  ["F31", "duplicate ids and keys, dangling references", "refused with the list", /the same (role|KPI|goal) twice|a field twice|a gate on no KPI|a link to no KPI/],
  ["F32", "__proto__ as key and name", "refused, nothing polluted", /__proto__|constructor|a verb of every object/],
  ["F33", "clock put back", "order by number", /clock (that was|is) put back|by order and not by the clock/],
  ["F34", "network share goes away", "old or new, edits kept", /old or new when (read|stat|rename|write) fails/],
  ["F35", "conflicted copy of a sync program", "said, compared", /conflicted copy/],
  ["F36", "edit or close during a save", "later edit stays unsaved; close waits", /keeps what was edited while it wrote|finished before its window closes/],
  ["F37", "many saves at once", "one at a time", /runs one save at a time/],
  ["F38", "settings, lists, copies damaged", "put aside, said once", /damaged files of our own|that are damaged are put aside|that cannot be read for a moment/],
  ["F39", "page loaded again", "document comes back", /reloaded page its document back/],
  ["F40", "end of the session", "written before it returns", /does not wait at the end of the session|before the end of the session returns|also where nothing was kept before|session-end puts/],
  ["F41", "discarded by mistake", "previous versions", /previous versions of a file are listed/],
  ["F42", "own folder cannot be written", "saves, and says recovery is off", /goes on without a store|cannot be kept marks/],
];

mkdirSync(join(root, "out", "test-results"), { recursive: true });
rmSync(report, { force: true });
const args = ["run", "tests/faults", "src/main/host", "src/shared/scenario-file", "src/renderer/state", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
const ran = spawnSync(join(root, "node_modules", ".bin", process.platform === "win32" ? "vitest.cmd" : "vitest"), args, { cwd: root, stdio: "inherit", env: { PAYMIX_KILL_TRIALS: "200", ...process.env } });
const tests = JSON.parse(readFileSync(report, "utf8")).testResults.flatMap((file) => file.assertionResults);

console.log("");
let faults = 0;
for (const [id, fault, holds, proof] of TABLE) {
  const found = proof instanceof RegExp ? tests.filter(({ fullName, status }) => proof.test(fullName) && status !== "pending" && status !== "skipped") : [];
  const passed = found.filter(({ status }) => status === "passed").length;
  const isMissing = proof instanceof RegExp && found.length === 0;
  if (isMissing || passed < found.length) faults += 1;
  const result = !(proof instanceof RegExp) ? `not tested: ${proof}` : isMissing ? "NO TEST" : passed < found.length ? `${found.length - passed} of ${found.length} FAILED` : `${passed} passed`;
  console.log(`${id.padEnd(4)} ${fault.padEnd(44)} ${holds.padEnd(42)} ${result}`);
}
console.log(`\n${TABLE.length} faults, ${faults} without a passing test`);
process.exitCode = faults === 0 && ran.status === 0 ? 0 : 1;
