/**
 * What a page of Paymix may load and do, for both shells. Everything it needs is in the build: nothing from elsewhere, no
 * inline script or style, no frames, no forms, no markup made from strings; the one string that becomes a script is the address
 * of the simulation's worker, by a policy of its own name.
 */
const SHARED_RULES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types paymix-worker",
] as const;

/** The header's value. Only the browser shell's page connects to anything: to the host that served it. */
export const CONTENT_SECURITY_POLICY = {
  desktop: [...SHARED_RULES, "connect-src 'none'"].join("; "),
  browser: [...SHARED_RULES, "connect-src 'self'"].join("; "),
} as const;
