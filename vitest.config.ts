import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Loading the real package outside of Electron starts a download.
  resolve: { alias: { electron: fileURLToPath(new URL("tests/helpers/electron-stub.ts", import.meta.url)) } },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/faults/**/*.test.ts", "tests/helpers/**/*.test.ts", "tests/interchange/**/*.test.ts", "scripts/**/*.test.mjs"],
    env: { TZ: "UTC", LANG: "en_US.UTF-8" },
    restoreMocks: true,
    setupFiles: ["tests/helpers/property-seed.ts"],
    // Above what tests/helpers/property-seed.ts gives a property.
    testTimeout: 60_000,
  },
});
