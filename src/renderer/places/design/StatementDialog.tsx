/** The whole statement as a page to read and to copy. It follows the plan while it is open. */
import { useEffect, useState, type ReactElement } from "react";
import { paragraphsOf, statementText, type PlanStatement, type StatementSection } from "#shared/statement/index.ts";
import { copyText } from "../../charts/clipboard.ts";
import { Button } from "../../controls/Button.tsx";
import { Dialog } from "../../controls/Dialog.tsx";

const SAID_FOR = 2_000;

type StatementDialogProps = { readonly statement: PlanStatement; readonly onClose: () => void };

export function StatementDialog({ statement, onClose }: StatementDialogProps): ReactElement {
  return (
    <Dialog
      title={statement.title}
      onClose={onClose}
      actions={
        <>
          <CopyButton statement={statement} />
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

function CopyButton({ statement }: { readonly statement: PlanStatement }): ReactElement {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);

  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy(): Promise<void> {
    setSaid((await copyText(statementText(statement))) ? "copied" : "failed");
  }

  return (
    <>
      <span role="status" className="spoken-only">
        {said === null ? "" : said === "copied" ? "Statement copied" : "The statement could not be copied"}
      </span>
      <Button onPress={() => void copy()}>{said === null ? "Copy as text" : said === "copied" ? "Copied" : "Not copied"}</Button>
    </>
  );
}
