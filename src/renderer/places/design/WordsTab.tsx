/** The plan as the person it pays would read it: its main sentences, how much there is to explain, the whole page on demand. */
import { useMemo, useState, type ReactElement } from "react";
import type { Role } from "#shared/model/scenario.ts";
import { planStatement, simplicity, type PlanStatement } from "#shared/statement/index.ts";
import { Button } from "../../controls/Button.tsx";
import { useScenario } from "../../state/use-stores.ts";
import { SimplicityLine } from "./SimplicityLine.tsx";
import { StatementDialog } from "./StatementDialog.tsx";
import "./WordsTab.css";

export function WordsTab({ role }: { readonly role: Role }): ReactElement {
  const scenario = useScenario();
  const [isOpen, setOpen] = useState(false);
  const statement = useMemo(() => planStatement(role, scenario), [role, scenario]);
  const reading = useMemo(() => simplicity(role, scenario), [role, scenario]);
  return (
    <div className="words-tab">
      <div className="words-tab__bar">
        <SimplicityLine reading={reading} />
        <Button onPress={() => setOpen(true)}>Open the whole statement</Button>
      </div>
      <ShortForm statement={statement} />
      {isOpen ? <StatementDialog statement={statement} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function ShortForm({ statement }: { readonly statement: PlanStatement }): ReactElement {
  return (
    <dl className="words-short">
      {statement.sections.map(({ id, title, sentences }) => {
        const key = sentences.filter((sentence) => sentence.isKey);
        return key.length === 0 ? null : (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{key.map((sentence) => sentence.text).join(" ")}</dd>
          </div>
        );
      })}
    </dl>
  );
}
