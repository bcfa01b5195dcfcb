// What no test has run: said by every test run, and in README.md by the same names.

const NO_RUNTIME = "Electron's runtime is not on this machine";
const NO_INSTALLER = "no installer is built by tests";

/** Where Electron's runtime is not. What is code of Paymix in it runs under a stub of Electron. */
export const WITHOUT_RUNTIME = [
  { what: "the end-to-end tests in the desktop shell", why: NO_RUNTIME },
  { what: "Electron's sandbox and its app:// in the real network stack", why: NO_RUNTIME },
];

/** Anywhere. */
export const NEVER_RUN = [
  { what: "native menus, their keys and native file dialogs", why: "no test can press them" },
  { what: "an installed program with its file association, icon and dock", why: NO_INSTALLER },
  { what: "the targets dmg, zip, nsis, AppImage and tar.gz", why: NO_INSTALLER },
  { what: "signing and notarisation", why: "they need certificates" },
  { what: "the check of the archive's hash by the runtime at start", why: NO_INSTALLER },
  { what: "the end of a session on Windows", why: "no test signs anybody out" },
  { what: "a rename that a real virus scanner holds up", why: "tests play the error it reports" },
  { what: "network folders and sync clients beyond the errors they report", why: "tests play these errors" },
];
