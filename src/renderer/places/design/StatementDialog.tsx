/** The whole statement as a page to read and to copy. It follows the plan while it is open. */
import type { ReactElement } from "react";
import { paragraphsOf, statementText, type PlanStatement, type StatementSection } from "#shared/statement/index.ts";
import { pasteableLines } from "#shared/report/pasteable.ts";
import { Button } from "../../controls/Button.tsx";
import { CopyButton } from "../../controls/CopyButton.tsx";
import { Dialog } from "../../controls/Dialog.tsx";

type StatementDialogProps = { readonly statement: PlanStatement; readonly onClose: () => void };

export function StatementDialog({ statement, onClose }: StatementDialogProps): ReactElement {
  return (
    <Dialog
      title={statement.title}
      onClose={onClose}
      actions={
        <>
          <CopyButton label="Copy as text" subject="statement" text={() => pasteableLines(statementText(statement))} />
          <Button primary autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <article className="statement" tabIndex={0} aria-label={`The plan of ${statement.title} in words`}>
        {statement.sections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
      </article>
    </Dialog>
  );
}

function Section({ section }: { readonly section: StatementSection }): ReactElement {
  const texts = paragraphsOf(section);
  return (
    <section>
      <h3>{section.title}</h3>
      {section.isList ? (
        <ul>
          {texts.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      ) : (
        texts.map((text, index) => <p key={index}>{text}</p>)
      )}
    </section>
  );
}
