// A network of this computer's own interface only: what runs inside has no way out, so what works there needs none.
// tests/e2e/no-network.e2e.ts proves it from the inside.
import { spawnSync } from "node:child_process";

const OWN_ONLY = ["sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
/** As an administrator; else as an account that may make namespaces and is the administrator inside. */
const WAYS = [["--net"], ["--user", "--map-root-user", "--net"]];
/** Tells what runs inside that it does. */
const MARK = { PAYMIX_OWN_INTERFACE_ONLY: "1" };

/**
 * How to run a command inside of one, or why this machine or account cannot.
 * @returns {{ readonly inside: (command: string, args: readonly string[]) => { command: string, args: string[] }, readonly env: Record<string, string> } | { readonly why: string }}
 */
export function networkNamespace() {
  if (process.platform !== "linux") return { why: "only Linux can make a network of its own for the tests" };
  for (const [tool, argument, from] of [["unshare", "--version", "util-linux"], ["ip", "-V", "iproute2"]]) {
    if (spawnSync(tool, [argument], { stdio: "ignore" }).error !== undefined) return { why: `${tool} is not on this machine (Debian: apt-get install ${from})` };
  }
  for (const way of WAYS) {
    const inside = (command, args) => ({ command: "unshare", args: [...way, ...OWN_ONLY, command, ...args] });
    const tried = inside("true", []);
    if (spawnSync(tried.command, tried.args, { stdio: "ignore" }).status === 0) return { inside, env: MARK };
  }
  return { why: "this account may not make a network of its own for the tests" };
}
