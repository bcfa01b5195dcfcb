/** A file that was refused: what is wrong in it, each with its place. Nothing was opened or changed. */
import type { ReactElement } from "react";
import type { HostError } from "#shared/host-api/contract.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { runCommand } from "../state/documents.ts";
import { showProblem } from "../state/window-store.ts";
import { KeptOffers } from "./KeptOffers.tsx";

type Refused = Extract<HostError, { kind: "refused" }>;

export function RefusedFile({ refused, overDocument = false }: { readonly refused: Refused; readonly overDocument?: boolean }): ReactElement {
  const dismiss = (): void => showProblem(null);
  const body = (
    <>
      <ul className="refused__problems">
        {refused.problems.map((problem, index) => (
          <li key={index}>
            {problem.path === "" ? null : <code className="refused__path">{problem.path}</code>}
            <span>{problem.message}</span>
          </li>
        ))}
      </ul>
      {refused.kept === undefined ? null : <KeptOffers kept={refused.kept} />}
    </>
  );
  if (overDocument) {
    return (
      <Dialog title={refused.message} onClose={dismiss} actions={<Button primary onPress={dismiss}>Close</Button>}>
        {body}
      </Dialog>
    );
  }
  return (
    <main className="refused" data-region="main">
      <h2 className="type-section">{refused.message}</h2>
      {body}
      <div className="refused__actions">
        <Button primary onPress={() => void runCommand("open")}>
          Open another file…
        </Button>
        <Button onPress={dismiss}>Back</Button>
      </div>
    </main>
  );
}
