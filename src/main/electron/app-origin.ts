/** Where the page of the desktop shell lives. Nothing else is ever loaded. */

export const SCHEME = "app";
const HOST = "bundle";
export const ORIGIN = `${SCHEME}://${HOST}`;
export const PAGE = `${ORIGIN}/index.html`;

/** Whether an address is one of the page's own origin. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === "" && password === "";
}
