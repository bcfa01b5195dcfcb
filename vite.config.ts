import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The page of both shells. Their content security policy allows no inline script or style and nothing from elsewhere, so
// every asset is a file of its own.
export default defineConfig({
  root: "src/renderer",
  base: "/",
  publicDir: false,
  plugins: [react()],
  build: {
    // light-dark() in the tokens sets the oldest browsers.
    target: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    // CommonJS that does not say so of itself: what reads results is in the workers alone.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/node_modules\/(?:saxes|xmlchars)\//, sideEffects: false }] } },
  },
  worker: { format: "es" },
});
