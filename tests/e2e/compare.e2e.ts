import { join } from "node:path";
import { planFiles } from "../helpers/compared-plans.ts";
import { expect, test, type App, type WindowOptions } from "./app.ts";
import { ComparePage } from "./pages/compare-page.ts";

/** Three saved files: the base opened, the other two compared with it. */
async function openThree(app: App, options: WindowOptions = {}): Promise<ComparePage> {
  for (const [name, text] of Object.entries(planFiles())) await app.write(name, text);
  const compare = await new ComparePage(await app.openWindow({ ...options, file: "base.paymix" })).open();
  await compare.add("sharper");
  await compare.add("steady");
  await expect(compare.others).toContainText("Steady growth");
  return compare;
}

for (const [width, height] of [[1440, 900], [1100, 700], [2560, 1440]] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`Compare at ${width} × ${height}, ${colorScheme}`, async ({ app }) => {
      const compare = await openThree(app, { width, height, colorScheme });
      await expect(compare.headline("P90 cost")).not.toContainText("≈");
      await compare.page.screenshot({ path: join("out", "screenshots", `compare-${width}x${height}-${colorScheme}.png`) });
    });
  }
}
