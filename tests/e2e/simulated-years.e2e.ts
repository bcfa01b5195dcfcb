/** The engine in the browser gives the years that it gives everywhere, bit by bit. */
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, test } from "./app.ts";

test("simulated years are the same bytes in the browser as in the checked-in fixture", async ({ browserOfShell }) => {
  if (browserOfShell === null) throw new Error("This test needs a browser.");
  const page = await browserOfShell.newPage();
  const { outputFiles } = await build({
    stdin: { contents: 'import { digestsOfYears } from "./tests/helpers/simulated-years.ts"; window.digests = JSON.stringify(digestsOfYears());', resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    logLevel: "error",
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const digests: unknown = JSON.parse(await page.evaluate(() => (window as unknown as { digests: string }).digests));
  await page.close();
  expect(digests).toEqual(JSON.parse(readFileSync(new URL("../helpers/simulated-years.json", import.meta.url), "utf8")));
});
