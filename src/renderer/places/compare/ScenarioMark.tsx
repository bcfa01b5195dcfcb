/** The line a scenario is drawn with, beside its name. */
import type { ReactElement } from "react";
import { slotLook } from "../../charts/series/slots.ts";

export function ScenarioMark({ slot }: { readonly slot: number }): ReactElement {
  const { color, dash } = slotLook(slot);
  return (
    <svg className="scenario-mark" width="20" height="4" viewBox="0 0 20 4" aria-hidden="true">
      <line x1="0" y1="2" x2="20" y2="2" stroke={color} strokeWidth="2.5" {...(dash === null ? {} : { strokeDasharray: dash })} />
    </svg>
  );
}
