// npm run dev [-- FOLDER]: the app in the browser, built anew on every change. A change of the page reloads its tabs, which
// keep their documents; a change of the host starts it again.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, out } from "./bundles.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2] === undefined ? join(homedir(), "Documents", "Paymix") : resolve(process.env.INIT_CWD ?? ".", process.argv[2]);
let changed = new Set();
let isBuilding = false;

await build({ minify: false });
let server = serve();

watch(join(root, "src"), { recursive: true }, (_kind, name) => {
  if (name === null || /\.test\.tsx?$/.test(name)) return;
  changed.add(name);
  setTimeout(() => void rebuild(), 100);
});

async function rebuild() {
  if (isBuilding || changed.size === 0) return;
  isBuilding = true;
  const names = [...changed];
  changed = new Set();
  try {
    await build({ minify: false });
    const isPageOnly = names.every((name) => name.startsWith("renderer"));
    console.log(`Built after a change of ${names.join(", ")}`);
    if (isPageOnly) server.send({ kind: "files-changed" });
    else server = await restart();
  } catch (error) {
    console.error(error.message);
  }
  isBuilding = false;
  await rebuild();
}

function serve() {
  const started = spawn(process.execPath, [join(out, "loopback", "main.mjs"), "--folder", folder, "--seed", "--open"], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  started.on("error", (error) => console.error(error.message));
  return started;
}

async function restart() {
  const ended = new Promise((settle) => server.once("exit", settle));
  server.disconnect();
  await ended;
  return serve();
}
