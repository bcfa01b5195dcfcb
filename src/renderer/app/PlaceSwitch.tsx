/** The places of the window, one of them open. Ctrl or ⌘ and the number of a place opens it. */
import type { ReactElement } from "react";
import { SegmentedControl } from "../controls/SegmentedControl.tsx";
import { PLACES, showPlace, type Place } from "../state/session-store.ts";
import { useSession } from "../state/use-stores.ts";

const NAMES: Readonly<Record<Place, string>> = { design: "Design", cost: "Cost", compare: "Compare" };

export function PlaceSwitch(): ReactElement {
  const place = useSession((session) => session.place);
  return <SegmentedControl label="Place" value={place} options={PLACES.map((each) => ({ value: each, label: NAMES[each] }))} onChange={showPlace} />;
}
