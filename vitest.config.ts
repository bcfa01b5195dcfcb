import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Of the tests that take longest, the longest first: one that began last would run alone. */
const LONGEST = [
  "src/main/cli/command-line.test.ts",
  "tests/faults/save-faults.test.ts",
  "src/main/cli/compare-command.test.ts",
  "tests/faults/killed-while-saving.test.ts",
  "src/shared/comparison/bridge.test.ts",
  "src/shared/engine/year/year-properties.test.ts",
  "src/shared/comparison/bridge-reference.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  // Loading the real package outside of Electron starts a download.
  resolve: { alias: { electron: fileURLToPath(new URL("tests/helpers/electron-stub.ts", import.meta.url)) } },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/faults/**/*.test.ts", "tests/helpers/**/*.test.ts", "tests/interchange/**/*.test.ts", "scripts/**/*.test.mjs"],
    env: { TZ: "UTC", LANG: "en_US.UTF-8" },
    restoreMocks: true,
    // Left to itself, Vitest keeps one core free.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    setupFiles: ["tests/helpers/property-seed.ts"],
    // Above what tests/helpers/property-seed.ts gives a property.
    testTimeout: 60_000,
  },
});
