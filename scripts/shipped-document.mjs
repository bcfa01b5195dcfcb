// docs/shipped-dependencies.md as text. What is above the mark says what ships and is compared with each build; what is below
// was so on one day.
import { isInDesktop } from "./shipped-packages.mjs";

const MARK = "<!-- Below: measured or asked on one day; `npm run licences -- --check` does not compare it. -->";

/**
 * @param shipped the packages, described
 * @param {{ date: string, advisories: ReturnType<import("./shipped-packages.mjs").advisoriesOf> }} dated
 */
export function documentOf(shipped, dated) {
  const desktop = shipped.filter(isInDesktop);
  const beside = shipped.filter((each) => !isInDesktop(each));
  return `${[
    "# What ships",
    "",
    "Written by `npm run licences` from the module graphs of the production build; never edited by hand. Every package below is",
    "pinned exactly, and its licence text is in `assets/licences.json`, which the About dialog shows. Why each is here is kept in",
    "`scripts/shipped-reasons.mjs`, why it was chosen in [decisions/0002](decisions/0002-dependencies.md).",
    "",
    `## In the desktop app: ${count(desktop)}`,
    "",
    ...tableOf(desktop),
    "",
    "Electron brings Chromium and Node; their licences are in `LICENSES.chromium.html` beside its own.",
    "Of esbuild, rolldown and vite, only the few lines that a bundler writes around the modules ship.",
    "",
    `## Only in the browser shell or the command line: ${count(beside)}`,
    "",
    ...(beside.length === 0 ? [] : [...tableOf(beside), ""]),
    MARK,
    "",
    `## As of ${dated.date}`,
    "",
    ...advisoryLines(dated),
    "",
    ...sizeLines(shipped),
  ].join("\n")}\n`;
}

/** The part of the document that must be as the build says. */
export function comparedPart(document) {
  return document.split(MARK)[0];
}

function count({ length }) {
  return length === 0 ? "none" : length === 1 ? "1 package" : `${length} packages`;
}

function tableOf(packages) {
  return [
    "| Package | Version | Licence | In | Why |",
    "| --- | --- | --- | --- | --- |",
    ...packages.map(({ name, version, licence, parts, purpose }) => `| ${name} | ${version} | ${licence} | ${parts.join(", ")} | ${purpose} |`),
  ];
}

function advisoryLines({ date, advisories }) {
  if (advisories === null) return [`Known advisories: not asked: the service did not answer on ${date}.`];
  return [
    ...listOf("Known advisories of what ships", advisories.shipped),
    ...listOf("Known advisories of what only builds and tests", advisories.development),
  ];
}

function listOf(title, found) {
  if (found.length === 0) return [`${title}: none.`];
  return [`${title}:`, "", ...found.map(({ name, severity, title: what, url }) => `- ${name}, ${severity}: ${what} (${url})`), ""];
}

function sizeLines(shipped) {
  const sized = shipped.filter(({ bytes }) => bytes > 0).sort((one, other) => other.bytes - one.bytes);
  const total = sized.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    "Code and typefaces of packages in the desktop bundle, without what it leaves out of them; scripts before minifying:",
    "",
    "| Package | kB | Share |",
    "| --- | ---: | ---: |",
    ...sized.map(({ name, bytes }) => `| ${name} | ${(bytes / 1000).toFixed(1)} | ${((bytes / total) * 100).toFixed(1)}% |`),
  ];
}
