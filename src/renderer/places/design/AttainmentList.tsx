/** A list of what people reached, pasted in percents and without names. It counts once it is used, not while it is typed. */
import { useId, useState, type ReactElement } from "react";
import { distributionOf, meanAttainment } from "#shared/engine/index.ts";
import type { KpiOutlook } from "#shared/model/scenario.ts";
import { formatPercent } from "#shared/report/format.ts";
import { parseAttainments } from "#shared/report/parse-attainments.ts";
import { peopleWords } from "#shared/report/people-words.ts";
import { Button } from "../../controls/Button.tsx";

type List = Extract<KpiOutlook, { shape: "empirical" }>;

type AttainmentListProps = {
  /** null where the KPI has none yet. */
  readonly list: List | null;
  readonly control: string;
  readonly onUse: (attainments: readonly number[]) => void;
};

/** A longer list is pasted anew rather than edited. */
const MOST_TO_EDIT = 200;

export function AttainmentList({ list, control, onUse }: AttainmentListProps): ReactElement {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null || draft.trim() === "" ? null : parseAttainments(draft);
  const message = typed?.ok === false ? typed.message : "";
  const use = (): void => {
    if (typed?.ok !== true) return;
    onUse(typed.attainments);
    setDraft(null);
  };
  return (
    <div className="attainment-list">
      <label htmlFor={id}>Attainment of each person, in percent</label>
      <textarea
        id={id}
        className="attainment-list__text"
        rows={3}
        autoComplete="off"
        spellCheck={false}
        placeholder="98 104 87.5 …"
        data-control={control}
        aria-describedby={`${id}-note`}
        aria-invalid={message !== ""}
        value={draft ?? (list === null ? "" : listText(list))}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <p id={`${id}-note`} className={message === "" ? "details__note" : "attainment-list__error"} aria-live="polite">
        {message !== "" ? message : typed?.ok === true ? `${peopleWords(typed.attainments.length)} in the list.` : noteOf(list)}
      </p>
      <Button disabled={typed?.ok !== true} onPress={use}>Use this list</Button>
    </div>
  );
}


function listText({ attainments }: List): string {
  return attainments.length > MOST_TO_EDIT ? "" : attainments.map((each) => String(Math.round(each * 1e8) / 1e6)).join(" ");
}

function noteOf(list: List | null): string {
  if (list === null) return "Percentages only, no names. Until a list is used, average and spread count.";
  const distribution = distributionOf(list);
  const sorted = distribution.shape === "empirical" ? distribution.attainments : [];
  return `In use: ${peopleWords(sorted.length)}, ${formatPercent(sorted[0] ?? 0)} to ${formatPercent(sorted.at(-1) ?? 0)}, average ${formatPercent(meanAttainment(distribution))}.`;
}
