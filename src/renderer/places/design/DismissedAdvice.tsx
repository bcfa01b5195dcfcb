/** Beside the tabs: how much advice is open and met, and what was dismissed, with its reasons and the way back. */
import type { ReactElement } from "react";
import { restoreAdvice, type AdviceKey } from "#shared/guidance/index.ts";
import type { Role } from "#shared/model/scenario.ts";
import { Button } from "../../controls/Button.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { edit } from "../../state/document-store.ts";
import { countOpen, useAdvice } from "./use-advice.ts";

export function AdviceHead({ role }: { readonly role: Role }): ReactElement {
  const reading = useAdvice(role);
  const open = countOpen(reading);
  const { dismissed, noLongerApplies } = reading;
  const count = dismissed.length + noLongerApplies.length;
  return (
    <>
      <span className={count === 0 ? undefined : "wide-only"}>
        {open} open, {reading.open.length - open} met
      </span>
      {count === 0 ? null : (
        <>
          <span>
            {count} dismissed<span className="dismissed__with"> with a reason</span>
          </span>
          <Popover label="Dismissed advice" align="end" trigger={<span className="link-text">Show</span>}>
            <ul className="dismissed">
              {dismissed.map(({ advice, reason }) => (
                <DismissedItem key={keyOf(advice)} advice={advice} sentence={advice.sentence} reason={reason} action="Bring back" />
              ))}
              {noLongerApplies.map((item) => (
                <DismissedItem key={keyOf(item)} advice={item} sentence={`${inWords(item.id)}: not said of the plan as it is now`} reason={item.reason} action="Forget" />
              ))}
            </ul>
          </Popover>
        </>
      )}
    </>
  );
}

type ItemProps = { readonly advice: AdviceKey; readonly sentence: string; readonly reason: string; readonly action: string };

function DismissedItem({ advice, sentence, reason, action }: ItemProps): ReactElement {
  return (
    <li className="dismissed__item">
      <span>
        <span className="dismissed__sentence">{sentence}</span>
        {advice.roleId === null ? <span className="advice__scope"> whole plan</span> : null}
        <span className="dismissed__reason">{reason === "" ? "No reason was given." : reason}</span>
      </span>
      <Button onPress={() => edit("bring advice back", "advice", (scenario) => restoreAdvice(scenario, advice))}>{action}</Button>
    </li>
  );
}

/** Only its id is left of advice that does not apply: "smallest-weight/objectives" → "Smallest weight". */
function inWords(id: string): string {
  const words = (id.split("/")[0] ?? id).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function keyOf({ id, roleId }: AdviceKey): string {
  return `${roleId ?? ""}/${id}`;
}
