/** What goes between a window's preload script and the main process. */

/** A verb of the contract with its arguments; answered. */
export const CALL = "paymix:call";
/** The path of a file a person dragged in, known to the preload script only. */
export const DROPPED = "paymix:dropped";
/** What the host tells a window. */
export const EVENT = "paymix:event";
