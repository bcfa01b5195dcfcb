/** What published sources and the plan itself say about this role and the whole plan. It informs; nothing here blocks. */
import { useState, type ReactElement } from "react";
import type { Role } from "#shared/model/scenario.ts";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { AdviceRow } from "./AdviceRow.tsx";
import { useAdvice } from "./use-advice.ts";
import "./AdviceTab.css";

/** Id by which undo finds the list. */
const ADVICE_LIST = "advice";

/** In a window of this height the card has room for so many rows and a line that opens the others. */
const SHORT_WINDOW = "(min-height: 800px) and (max-height: 899px)";
const ROWS_IN_SHORT_WINDOW = 2;

export function AdviceTab({ role }: { readonly role: Role }): ReactElement {
  const { open } = useAdvice(role);
  const isShort = useMediaQuery(SHORT_WINDOW);
  const [showsAll, setShowsAll] = useState(false);
  const shown = isShort && !showsAll && open.length > ROWS_IN_SHORT_WINDOW ? open.slice(0, ROWS_IN_SHORT_WINDOW) : open;
  return (
    <>
      <ul className="advice" aria-label="Advice" tabIndex={-1} data-control={ADVICE_LIST}>
        {shown.map((advice) => (
          <AdviceRow key={`${advice.roleId ?? ""}/${advice.id}`} advice={advice} list={ADVICE_LIST} />
        ))}
      </ul>
      {open.length === 0 ? <p className="advice__none">Nothing open. What was dismissed is listed under “Show”.</p> : null}
      {shown.length === open.length ? null : (
        <button type="button" className="advice__more" onClick={() => setShowsAll(true)}>
          {open.length - shown.length} more
        </button>
      )}
    </>
  );
}
