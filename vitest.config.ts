import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/faults/**/*.test.ts", "tests/helpers/**/*.test.ts"],
    env: { TZ: "UTC", LANG: "en_US.UTF-8" },
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
