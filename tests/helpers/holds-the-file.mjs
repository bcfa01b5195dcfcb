// Loaded into a server before it starts: for the first second of a save, renaming over a scenario file fails as it does on
// Windows while a virus scanner or a sync client holds that file.
import { syncBuiltinESMExports } from "node:module";
import files from "node:fs/promises";

const HELD_FOR = 1_000;
const rename = files.rename;
let heldSince = null;

files.rename = async (from, to) => {
  if (to.endsWith("held.paymix")) {
    heldSince ??= Date.now();
    if (Date.now() - heldSince < HELD_FOR) throw Object.assign(new Error(`EBUSY: resource busy or locked, rename '${from}' -> '${to}'`), { code: "EBUSY" });
  }
  return rename(from, to);
};
syncBuiltinESMExports();
