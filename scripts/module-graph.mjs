// Which modules are in which built file, as the bundlers themselves say: esbuild in its metafile, Vite in the chunks it writes,
// those of the workers included.
import { existsSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

/** What a bundler writes into its output of its own. */
const HELPERS = { esbuild: "\0esbuild/helpers" };

/**
 * @param {string} root paths of modules are relative to it
 * @returns a graph to fill; `modules()` is built file → modules with the bytes of each: after minifying for esbuild's files,
 * before it for Vite's
 */
export function createModuleGraph(root) {
  /** @type {Map<string, Map<string, number>>} */
  const files = new Map();
  const folder = join(root, "node_modules");
  const packages = existsSync(folder) ? realpathSync(folder) : folder;

  function add(file, id, bytes) {
    if (bytes === 0) return;
    const modules = files.get(file) ?? new Map();
    modules.set(id, bytes);
    files.set(file, modules);
  }

  function shortened(id) {
    const [path] = id.split("?");
    if (!isAbsolute(path) && !path.startsWith("..")) return path;
    const full = resolve(root, path);
    // Bundlers follow links, and the folder of the packages may be one, as in a second work tree.
    const inside = full.startsWith(packages + sep) ? join("node_modules", relative(packages, full)) : relative(root, full);
    return inside.split(sep).join("/");
  }

  return {
    modules: () => Object.fromEntries([...files].sort(([one], [other]) => (one < other ? -1 : 1)).map(([file, modules]) => [file, Object.fromEntries(modules)])),
    /** Of one bundle with one output. */
    addMetafile(file, metafile) {
      for (const { bytes, inputs } of Object.values(metafile.outputs)) {
        let own = bytes;
        for (const [id, { bytesInOutput }] of Object.entries(inputs)) {
          add(file, shortened(id), bytesInOutput);
          own -= bytesInOutput;
        }
        if (!file.endsWith(".css")) add(file, HELPERS.esbuild, own);
      }
    },
    /** For the page, and for each of its workers. */
    plugin: {
      name: "paymix-module-graph",
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          const file = `renderer/${output.fileName}`;
          if (output.type === "chunk") for (const [id, { renderedLength }] of Object.entries(output.modules)) add(file, shortened(id), renderedLength);
          // Styles are put together of many files and say so nowhere; what they bring along, typefaces above all, does.
          else for (const name of output.originalFileNames) if (/\bnode_modules\b/.test(name)) add(file, name.slice(name.indexOf("node_modules")).split(sep).join("/"), output.source.length);
        }
      },
    },
  };
}
