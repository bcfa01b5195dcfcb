/** The built page, with the bridge to the host put in front of the app. */
import { WINDOW_META } from "#shared/host-api/browser-shell.ts";
import { INDEX, type BuiltFiles } from "../host/built-files.ts";

const HEAD = "<head>";
const BRIDGE = '<link rel="stylesheet" href="/bridge.css"><script src="/bridge.js"></script>';

/**
 * The page for a tab.
 * @param secret of a tab that is new; null for one that is loaded again and has its secret
 */
export function pageFor(files: BuiltFiles, secret: string | null): string {
  const index = files.get(INDEX);
  if (index === undefined) throw new Error("The build has no index.html.");
  const html = Buffer.from(index.bytes).toString("utf8");
  if (!html.includes(HEAD)) throw new Error("The built index.html has no head.");
  const meta = secret === null ? "" : `<meta name="${WINDOW_META}" content="${secret}">`;
  return html.replace(HEAD, `${HEAD}${meta}${BRIDGE}`);
}
