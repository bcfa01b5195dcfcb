// Prints the desktop entry that electron-builder writes into the AppImage, as it works it out of electron-builder.yml.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { Packager } = require("app-builder-lib");
const { LinuxPackager } = require("app-builder-lib/out/linuxPackager");

const packager = new Packager({ projectDir: fileURLToPath(new URL("../..", import.meta.url)), targets: new Map() });
await packager.validateConfig();
new LinuxPackager(packager).createTargets(["appimage"], (_name, make) => {
  void make("out").desktopEntry.value.then((entry) => console.log(entry));
});
