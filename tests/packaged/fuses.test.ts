/** The fuses of the program as they are in its bytes, after docs/security.md. */
import { join } from "node:path";
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from "@electron/fuses";
import { expect, inject, it } from "vitest";

/** The characters they are written as. */
const OFF = "0".charCodeAt(0);
const ON = "1".charCodeAt(0);
const REQUIRED: readonly (readonly [keyof typeof FuseV1Options, number])[] = [
  ["RunAsNode", OFF],
  ["EnableCookieEncryption", OFF],
  ["EnableNodeOptionsEnvironmentVariable", OFF],
  ["EnableNodeCliInspectArguments", OFF],
  ["EnableEmbeddedAsarIntegrityValidation", ON],
  ["OnlyLoadAppFromAsar", ON],
  ["LoadBrowserProcessSpecificV8Snapshot", OFF],
  ["GrantFileProtocolExtraPrivileges", OFF],
];

it("each fuse stands as required", async () => {
  const wire = await getCurrentFuseWire(join(inject("packed").folder, "paymix"));
  expect(wire.version).toBe(FuseVersion.V1);
  expect(REQUIRED.map(([name]) => [name, wire[FuseV1Options[name]]])).toEqual(REQUIRED);
});
