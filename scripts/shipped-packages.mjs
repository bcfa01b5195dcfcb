// What ships, worked out: from modules to packages, from packages to their licences, and what is wrong with either. Pure: files
// and services are licences.mjs'.

/** Licences whose terms Paymix keeps: by carrying each text (the About dialog) and changing nothing. */
const ALLOWED = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "OFL-1.1"]);
const SEVERITIES = ["info", "low", "moderate", "high", "critical"];
const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.\w+)?$/i;
/** A bundler's licence file goes on with the licences of what the bundler itself is made of, which is in no output. */
const OF_THE_TOOL = /\n# Licenses of bundled dependencies\n[\s\S]*$/;

const PARTS = [
  { part: "typeface", files: /\.woff2$/ },
  { part: "workers", files: /^renderer\/.*\.worker-/ },
  { part: "window", files: /^renderer\// },
  { part: "main process", files: /^electron\/main\./ },
  { part: "preload script", files: /^electron\/preload\./ },
  { part: "browser shell", files: /^loopback\// },
  { part: "command line", files: /^cli\// },
];
/** Not in the desktop bundle. */
const NOT_DESKTOP = ["browser shell", "command line"];

/**
 * Whose a module is.
 * @param {string} id as module-graph.mjs has it
 * @returns the folder of its package, null for Paymix's own, undefined for a module nobody knows
 */
export function folderOf(id) {
  const [inPackage] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
  if (inPackage !== undefined) return inPackage.replace(/^\0/, "");
  const [, tool] = /^\0(esbuild|rolldown|vite)\//.exec(id) ?? [];
  if (tool !== undefined) return `node_modules/${tool}`;
  return /^(src|assets)\/|^package\.json$/.test(id) ? null : undefined;
}

/**
 * The packages of a build.
 * @param {Record<string, Record<string, number>>} files built file → module → bytes
 * @returns folder → { parts, bytes of the desktop bundle }; and modules nobody knows, which there must not be
 */
export function packagesIn(files) {
  const packages = new Map();
  const unknown = [];
  for (const [file, modules] of Object.entries(files)) {
    const part = PARTS.find((each) => each.files.test(file))?.part;
    if (part === undefined) unknown.push(file);
    for (const [id, bytes] of Object.entries(modules)) {
      const folder = folderOf(id);
      if (folder === undefined) unknown.push(id);
      if (folder == null || part === undefined) continue;
      const found = packages.get(folder) ?? { parts: new Set(), bytes: 0 };
      found.parts.add(part);
      if (!NOT_DESKTOP.includes(part)) found.bytes += bytes;
      packages.set(folder, found);
    }
  }
  return { packages, unknown };
}

/** Parts in their order. */
export function orderedParts(parts) {
  return [...PARTS.map(({ part }) => part), "runtime"].filter((part) => parts.has(part));
}

export function isLicenceFile(name) {
  return LICENCE_FILE.test(name);
}

/** The text of a licence file as it is, but for line ends and what is about the tool and not its output. */
export function licenceText(content) {
  return content.replaceAll("\r\n", "\n").replace(OF_THE_TOOL, "").trim();
}

/** The lines of a licence that name who holds the rights, each once. */
export function copyrightsOf(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => /^(SPDX-FileCopyrightText:|copyright\b.*(\d{4}|\(c\)|©|[A-Z]\w+ Foundation))/i.test(line));
  return [...new Set(lines)];
}

/** The address of a package's project, for reading: its home page, or where its source is. */
export function addressOf({ homepage, repository }) {
  const source = typeof repository === "string" ? repository : repository?.url;
  const address = homepage ?? source ?? "";
  return address.replace(/^git\+/, "").replace(/^git:/, "https:").replace(/\.git$/, "").replace(/^(github:)?([\w.-]+\/[\w.-]+)$/, "https://github.com/$2");
}

/** Whether an SPDX expression is met by the licences that are allowed. Nested ones are for a person to read. */
export function isAllowed(expression) {
  const flat = expression.replace(/^\(([^()]*)\)$/, "$1");
  return flat !== "" && flat.split(" OR ").some((choice) => choice.split(" AND ").every((licence) => ALLOWED.has(licence)));
}

/** What is wrong with the packages themselves: sentences. */
export function problemsOf(packages) {
  return packages.flatMap(({ name, licence, files, purpose }) => [
    ...(isAllowed(licence) ? [] : [`${name}: its licence is ${licence === "" ? "not stated" : licence}, which is not on the list of allowed ones`]),
    ...(files.length > 0 ? [] : [`${name}: its package has no licence file`]),
    ...(purpose === "" ? [`${name}: scripts/shipped-reasons.mjs does not say why it ships`] : []),
  ]);
}

/** What is not pinned: sentences. `lock` is package-lock.json, `manifest` package.json, `folders` where the packages are. */
export function unpinned(folders, manifest, lock, installed) {
  return folders.flatMap((folder) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    const locked = lock.packages[folder];
    if (locked === undefined || locked.integrity === undefined) return [`${name}: package-lock.json does not pin it with a checksum`];
    if (locked.version !== installed(folder)) return [`${name}: ${installed(folder)} is installed, package-lock.json pins ${locked.version}`];
    const asked = { ...manifest.dependencies, ...manifest.devDependencies }[name];
    return asked === undefined || folder !== `node_modules/${name}` || asked === locked.version ? [] : [`${name}: package.json asks for ${asked} instead of exactly ${locked.version}`];
  });
}

/**
 * Known advisories, from what `npm audit --json` printed.
 * @returns null when that is no answer; else those of what ships apart from those of what only builds and tests
 */
export function advisoriesOf(report, folders) {
  if (typeof report?.vulnerabilities !== "object") return null;
  const found = { shipped: [], development: [] };
  for (const [name, { via, nodes }] of Object.entries(report.vulnerabilities)) {
    // A name in `via` passes on what another package has; that one is in the list itself.
    const own = via.filter((each) => typeof each === "object").map(({ title, severity, url }) => ({ name, title, severity, url }));
    found[nodes.some((node) => folders.includes(node)) ? "shipped" : "development"].push(...own);
  }
  return found;
}

export function isGrave({ severity }) {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf("moderate");
}

/** Whether a package is in the desktop bundle, and not only beside it. */
export function isInDesktop({ parts }) {
  return parts.some((part) => !NOT_DESKTOP.includes(part));
}
