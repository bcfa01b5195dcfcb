/** What a chart frame offers the plot inside it. */
import { createContext, useContext } from "react";

/** Says a sentence through the frame's live region. */
export type Announce = (sentence: string) => void;

export const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
