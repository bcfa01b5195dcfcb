/** Which of the two cards by role is shown, where the window has no room for both. */
import type { ReactElement } from "react";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { sessionStore } from "../../state/session-store.ts";
import { useSession } from "../../state/use-stores.ts";

export function RoleCardSwitch(): ReactElement {
  const shown = useSession((session) => session.costByRole);
  return (
    <div className="by-role__switch">
      <SegmentedControl label="By role" value={shown} options={[{ value: "cost", label: "Cost" }, { value: "shares", label: "Landing" }]} onChange={(costByRole) => sessionStore.setState({ costByRole })} />
    </div>
  );
}
