// The layers as an allow-list: what is not allowed here is a violation, an unclassified file or package included.
// The reasons are in ARCHITECTURE.md, "Rooms". Never silence a row: move the code, or change the row and say why.

const shared = (room) => `^src/shared/${room}/`;
const PURE_TESTS = "\\.test\\.tsx?$";
const SOURCE = { pathNot: PURE_TESTS };
/** One room may use these rooms of src/shared (and itself). */
const mayUse = (room, rooms) => ({
  from: { path: shared(room), ...SOURCE },
  to: { path: [room, ...rooms].map(shared) },
});
const pkg = (...names) => ({ path: names.map((name) => `(^|/)node_modules/${name}/`) });
const node = { dependencyTypes: ["core"] };

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "\\.woff2$|\\?" } },
    {
      name: "places-apart",
      comment: "Places never import one another.",
      severity: "error",
      from: { path: "^src/renderer/places/([^/]+)/" },
      to: { path: "^src/renderer/places/([^/]+)/", pathNot: "^src/renderer/places/$1/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [PURE_TESTS, "\\.d\\.ts$", "\\.json$", "\\.css$", "^scripts/", "^bench/", "^tests/", "\\.config\\.ts$"],
      },
      to: {},
    },
  ],
  allowedSeverity: "error",
  allowed: [
    // src/shared: units ← model ← engine ← library, report; editing → library; guidance → editing, report; scenario-file → model; host-api → model.
    mayUse("units", []),
    mayUse("model", ["units"]),
    mayUse("engine", ["units", "model"]),
    mayUse("library", ["units", "model", "engine"]),
    mayUse("editing", ["units", "model", "engine", "library"]),
    mayUse("guidance", ["units", "model", "engine", "library", "editing", "report"]),
    mayUse("report", ["units", "model", "engine"]),
    mayUse("analysis", ["units", "model", "engine", "editing", "report"]),
    mayUse("comparison", ["units", "model", "engine", "report"]),
    mayUse("actuals", ["units", "model", "engine", "report"]),
    { from: { path: "^src/shared/actuals/zip\\.ts$" }, to: pkg("fflate") },
    { from: { path: "^src/shared/actuals/xml\\.ts$" }, to: pkg("saxes") },
    mayUse("statement", ["units", "model", "engine", "library", "report"]),
    mayUse("scenario-file", ["units", "model"]),
    mayUse("host-api", ["units", "model", "scenario-file"]),
    { from: { path: "^src/shared/host-api/", ...SOURCE }, to: pkg("valibot") },

    // src/main: everything that has Node. `electron` only in its own folder.
    { from: { path: "^src/main/host/" }, to: { path: ["^src/main/host/", "^src/shared/"] } },
    { from: { path: "^src/main/electron/" }, to: { path: ["^src/main/electron/", "^src/main/host/", "^src/shared/"] } },
    { from: { path: "^src/main/electron/" }, to: pkg("electron") },
    { from: { path: "^src/main/loopback/", pathNot: "^src/main/loopback/page/" }, to: { path: ["^src/main/loopback/(?!page/)", "^src/main/host/", "^src/shared/"] } },
    { from: { path: "^src/main/loopback/page/" }, to: { path: ["^src/main/loopback/page/", "^src/shared/"] } },
    { from: { path: "^src/main/cli/" }, to: { path: ["^src/main/cli/", "^src/shared/"] } },
    { from: { path: "^src/main/cli/clear(-command\\.test)?\\.ts$" }, to: { path: "^src/main/host/" } },
    { from: { path: "^src/main/", pathNot: "^src/main/loopback/page/" }, to: node },
    // The version of the product; the desktop shell asks Electron for it.
    { from: { path: "^src/main/loopback/loopback\\.ts$" }, to: { path: "^package\\.json$" } },

    // src/renderer: DOM and React. Only charts know recharts; only platform knows the host API's transport.
    { from: { path: "^src/renderer/platform/" }, to: { path: ["^src/renderer/platform/", "^src/shared/(host-api|model|scenario-file)/"] } },
    { from: { path: "^src/renderer/worker/" }, to: { path: ["^src/renderer/worker/", "^src/shared/(actuals|analysis|comparison|engine|model|report|units)/"] } },
    { from: { path: "^src/renderer/state/" }, to: { path: ["^src/renderer/(state|platform|worker)/", "^src/renderer/controls/gesture\\.ts$", "^src/shared/"] } },
    { from: { path: "^src/renderer/controls/" }, to: { path: ["^src/renderer/(controls|styles)/", "^src/shared/(report|units|model)/"] } },
    { from: { path: "^src/renderer/charts/" }, to: { path: ["^src/renderer/(charts|controls|styles)/", "^src/shared/(report|units|model|engine|editing)/"] } },
    { from: { path: "^src/renderer/explain/" }, to: { path: ["^src/renderer/(explain|charts|controls|state|styles)/", "^src/shared/"] } },
    { from: { path: "^src/renderer/places/" }, to: { path: ["^src/renderer/(places|explain|charts|controls|state|styles)/", "^src/shared/"] } },
    { from: { path: "^src/renderer/app/" }, to: { path: ["^src/renderer/(app|places|controls|state|worker|platform|styles)/", "^src/shared/"] } },
    { from: { path: "^src/renderer/app/about/" }, to: { path: "^assets/" } },
    { from: { path: "^src/renderer/main\\.tsx$" }, to: { path: ["^src/renderer/(app|state|platform|styles)/"] } },
    { from: { path: "^src/renderer/", pathNot: "^src/renderer/(platform|charts/series)/" }, to: pkg("react", "react-dom", "@types/react", "@types/react-dom") },
    { from: { path: "^src/renderer/state/" }, to: pkg("zustand") },
    { from: { path: "^src/renderer/charts/" }, to: pkg("recharts") },
    { from: { path: "^src/renderer/styles/" }, to: pkg("@fontsource-variable/inter") },

    // Tests, benchmarks, scripts.
    { from: { path: "^src/main/(host|electron|loopback)/testing/" }, to: { path: ["^src/", "^tests/helpers/"] } },
    { from: { path: "^src/main/(host|electron|loopback)/testing/" }, to: pkg("vitest") },
    { from: { path: "^src/.*\\.test\\.tsx?$" }, to: { path: ["^src/", "^tests/helpers/"] } },
    { from: { path: "^src/.*\\.test\\.tsx?$" }, to: node },
    { from: { path: "^src/.*\\.test\\.tsx?$" }, to: pkg("vitest", "fast-check", "esbuild", "electron", "fflate", "papaparse", "@types/papaparse", "react", "react-dom", "@types/react", "@types/react-dom", "jsdom") },
    { from: { path: "^tests/" }, to: { path: ["^tests/", "^src/"] } },
    { from: { path: "^tests/packaged/" }, to: { path: "^scripts/icon-files\\.mjs$" } },
    // electron-builder's own library, which it pins: what it would write is read without building an installer.
    { from: { path: "^tests/packaged/appimage-entry\\.mjs$" }, to: pkg("app-builder-lib") },
    { from: { path: "^tests/" }, to: node },
    { from: { path: "^tests/" }, to: pkg("vitest", "fast-check", "@playwright/test", "esbuild", "electron", "fflate", "@electron/asar", "@electron/fuses") },
    { from: { path: "^(scripts|bench)/" }, to: { path: ["^(scripts|bench)/", "^src/", "^out/"] } },
    { from: { path: "^(scripts|bench)/" }, to: node },
    { from: { path: "^scripts/.*\\.test\\.mjs$" }, to: pkg("vitest") },
    { from: { path: "^(scripts|bench)/" }, to: pkg("vite", "@vitejs/plugin-react", "esbuild", "@playwright/test", "playwright-core", "@electron/get", "electron") },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^out/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"], exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
