/** What the tables of Compare have in common: a column's head in its scenario's colour, a figure with its difference. */
import type { ReactElement } from "react";
import { slotLook } from "../../charts/series/slots.ts";
import type { ComparedSide } from "../../state/comparison-store.ts";

export function SideHead({ side }: { readonly side: ComparedSide }): ReactElement {
  return <th scope="col" title={side.name} style={{ color: slotLook(side.slot).text }}>{side.name}</th>;
}

export function FigureCell({ value, by }: { readonly value: string; readonly by: string }): ReactElement {
  return (
    <td>
      <span className="differences__value">{value}</span> <span className="differences__by">{by}</span>
    </td>
  );
}
