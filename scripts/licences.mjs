// npm run licences: writes what ships (assets/licences.json, docs/shipped-dependencies.md), from the production build.
// npm run licences -- --check: fails when those differ from the build, when a package is not pinned, when its licence is not
// allowed, or when what ships has a known advisory of moderate severity or more. An advisory service that does not answer is
// told, and fails nothing. With --report FILE, the outcome is counted there.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, builtModules, COMMAND_LINE, isBuilt } from "./bundles.mjs";
import { createModuleGraph } from "./module-graph.mjs";
import { comparedPart, documentOf } from "./shipped-document.mjs";
import { addressOf, advisoriesOf, copyrightsOf, isGrave, isLicenceFile, licenceText, orderedParts, packagesIn, problemsOf, unpinned } from "./shipped-packages.mjs";
import { COPIES, REASONS } from "./shipped-reasons.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const LIST = join(root, "assets", "licences.json");
const LICENCE_TEXTS = join(root, "assets", "licence-texts");
const DOCUMENT = join(root, "docs", "shipped-dependencies.md");
/** Milliseconds for the advisory service, and for npm around it. */
const SERVICE_PATIENCE = 15_000;
const AUDIT_PATIENCE = 30_000;

const { values: options } = parseArgs({ options: { check: { type: "boolean", default: false }, report: { type: "string" } } });
if (!isBuilt()) await build({ minify: true });
const { packages: built, unknown } = packagesIn({ ...builtModules(), ...(await commandLineModules()) });
const shipped = describeAll();
const folders = shipped.map(({ folder }) => folder);
const listed = `${JSON.stringify({ packages: shipped.map(({ folder: _folder, bytes: _bytes, ...rest }) => rest) }, null, 2)}\n`;
const asked = audit();
const dated = { date: new Date().toISOString().slice(0, 10), advisories: asked === null ? null : advisoriesOf(asked, folders) };
const document = documentOf(shipped, dated);

if (options.check) check();
else write();

function write() {
  const problems = [...unknownModules(), ...problemsOf(shipped)];
  for (const problem of problems) console.log(`NOT OK ${problem}`);
  writeFileSync(LIST, listed);
  writeFileSync(DOCUMENT, document);
  console.log(`${shipped.length} packages ship: assets/licences.json, docs/shipped-dependencies.md`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function check() {
  const parts = [
    { name: "every module of the build is known", problems: unknownModules() },
    { name: "licences are allowed, and their texts are there", problems: problemsOf(shipped) },
    { name: "versions are pinned", problems: pins() },
    { name: "assets/licences.json is of this build", problems: readOr(LIST) === listed ? [] : ["it differs: npm run licences, and commit what changed"] },
    { name: "docs/shipped-dependencies.md is of this build", problems: comparedPart(readOr(DOCUMENT)) === comparedPart(document) ? [] : ["it differs: npm run licences, and commit what changed"] },
  ];
  const { date, advisories } = dated;
  const notRun = [];
  if (advisories === null) notRun.push({ what: "known advisories of what ships", why: `not asked: the service did not answer on ${date}` });
  else parts.push({ name: "no grave advisory of what ships", problems: advisories.shipped.filter(isGrave).map(({ name, severity, title, url }) => `${name}: ${severity}, ${title} (${url})`) });
  for (const { name, problems } of parts) console.log([`${problems.length === 0 ? "ok " : "NOT OK"} ${name}`, ...problems.map((problem) => `   ${problem}`)].join("\n"));
  for (const { what, why } of notRun) console.log(`--  ${what}: ${why}`);
  const failed = parts.filter(({ problems }) => problems.length > 0).length;
  if (options.report !== undefined) writeFileSync(options.report, JSON.stringify({ passed: parts.length - failed, failed, notRun }));
  process.exitCode = failed === 0 ? 0 : 1;
}

function unknownModules() {
  const reasonless = Object.keys(REASONS).filter((name) => shipped.every((each) => each.name !== name));
  return [...unknown.map((id) => `nobody knows ${JSON.stringify(id)}`), ...reasonless.map((name) => `${name} is in scripts/shipped-reasons.mjs and does not ship`)];
}

function pins() {
  const [manifest, lock] = ["package.json", "package-lock.json"].map((name) => JSON.parse(readFileSync(join(root, name), "utf8")));
  return unpinned(folders, manifest, lock, (folder) => manifestOf(folder).version);
}

/** Bundled when it runs, so it is in no build. */
async function commandLineModules() {
  const { build: bundle } = await import("esbuild");
  const graph = createModuleGraph(root);
  const { metafile } = await bundle({ ...COMMAND_LINE, absWorkingDir: root, metafile: true });
  graph.addMetafile("cli/paymix.mjs", metafile);
  return graph.modules();
}

function describeAll() {
  const copies = COPIES.flatMap(({ name, within }) => {
    const around = built.get(`node_modules/${within}`);
    return around === undefined ? [] : [describe(`node_modules/${name}`, { parts: around.parts, bytes: 0 }, within)];
  });
  const bundled = [...built].map(([folder, found]) => describe(folder, found, null));
  const runtime = describe("node_modules/electron", { parts: new Set(["runtime"]), bytes: 0 }, null);
  return [...bundled, ...copies, runtime].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function describe(folder, { parts, bytes }, within) {
  const manifest = manifestOf(folder);
  const ofPackage = readdirSync(join(root, folder)).filter(isLicenceFile).sort().map((name) => ({ name, path: join(root, folder, name) }));
  // From its repository, where a package is published without.
  const ofRepository = { name: "LICENSE", path: join(LICENCE_TEXTS, `${manifest.name}.txt`) };
  const found = ofPackage.length === 0 && existsSync(ofRepository.path) ? [ofRepository] : ofPackage;
  const files = found.map(({ name, path }) => ({ name, text: licenceText(readFileSync(path, "utf8")) }));
  return {
    folder,
    bytes,
    name: manifest.name,
    version: manifest.version,
    licence: typeof manifest.license === "string" ? manifest.license : "",
    copyright: copyrightsOf(files.map(({ text }) => text).join("\n")),
    address: addressOf(manifest),
    purpose: REASONS[manifest.name] ?? "",
    parts: orderedParts(parts),
    within,
    files,
  };
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}

function readOr(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** What npm says of the lock file's packages; null when it says nothing that can be read. */
function audit() {
  const npm = process.env.npm_execpath;
  // Everything is a dev dependency: a setting that leaves those out, or NODE_ENV, which a build sets, would make npm say "none"
  // without having asked.
  const args = ["audit", "--json", "--include=dev", "--no-offline", "--fetch-retries=0", `--fetch-timeout=${SERVICE_PATIENCE}`];
  const settings = { cwd: root, encoding: "utf8", timeout: AUDIT_PATIENCE, maxBuffer: 50_000_000 };
  const { stdout } = npm === undefined ? spawnSync("npm", args, { ...settings, shell: process.platform === "win32" }) : spawnSync(process.execPath, [npm, ...args], settings);
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}
