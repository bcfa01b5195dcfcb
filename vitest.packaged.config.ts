import { mergeConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** The tests of what an installer would hold. They pack what is in out/, so the build comes first. */
export default mergeConfig(
  { ...shared, test: { ...shared.test, include: [] } },
  { test: { include: ["tests/packaged/**/*.test.{ts,mjs}"], globalSetup: ["tests/packaged/pack.ts"], hookTimeout: 120_000 } },
);
