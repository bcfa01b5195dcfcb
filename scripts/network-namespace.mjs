// A network of this computer's own interface only: what runs inside has no way out, so what works there needs none.
// Run with --check, inside of one, it fails unless that is so.
import { spawnSync } from "node:child_process";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { fileURLToPath } from "node:url";

const OWN_ONLY = ["--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
/** Set for what runs inside. */
const MARK = "PAYMIX_OWN_INTERFACE_ONLY";
/** An address for documents: nobody has it. */
const OUTSIDE = "192.0.2.1";

/** Whether this machine and account can make one. */
export function canLeaveNetwork() {
  return process.platform === "linux" && spawnSync("unshare", [...OWN_ONLY, "true"], { stdio: "ignore" }).status === 0;
}

/** A command as it is run inside of one. */
export function withoutNetwork(command, args) {
  return { command: "unshare", args: [...OWN_ONLY, command, ...args], env: { [MARK]: "1" } };
}

/** Why what runs here could reach something else; null where it could not. */
async function wayOut() {
  if (process.env[MARK] !== "1") return "This does not run in a network of its own.";
  const interfaces = Object.keys(networkInterfaces()).filter((name) => name !== "lo");
  if (interfaces.length > 0) return `There is more than the own interface: ${interfaces.join(", ")}.`;
  const code = await new Promise((resolve) => {
    const socket = connect({ host: OUTSIDE, port: 80 }, () => resolve("connected")).on("error", (error) => resolve(error.code));
    socket.setTimeout(2_000, () => resolve("no answer"));
  });
  return code === "ENETUNREACH" ? null : `An address outside can be tried: ${code}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes("--check")) {
  const reason = await wayOut();
  console.log(reason ?? "Only the own interface is there, and no address outside can be reached.");
  process.exit(reason === null ? 0 : 1);
}
