/** What a window without a document shows: one sentence, one obvious next step. */
import type { ReactElement } from "react";
import { Button } from "../controls/Button.tsx";
import { openRecent, runCommand } from "../state/documents.ts";
import { useWindow } from "../state/use-stores.ts";

export function EmptyPage(): ReactElement {
  const recent = useWindow((state) => state.recent);
  return (
    <main className="empty-page" data-region="main">
      <h2 className="empty-page__title">Design what Partner Sales roles are paid, and see what it costs while you drag.</h2>
      <div className="empty-page__actions">
        <Button primary onPress={() => void runCommand("new-from-sample")}>
          Start from the sample
        </Button>
        <Button onPress={() => void runCommand("new")}>Start empty</Button>
        <Button onPress={() => void runCommand("open")}>Open…</Button>
      </div>
      {recent.length === 0 ? null : (
        <section className="empty-page__recent" aria-label="Recent files">
          <h3 className="type-column-head">Recent</h3>
          <ul>
            {recent.map((file) => (
              <li key={file.id}>
                <button type="button" className="empty-page__file" onClick={() => void openRecent(file.id)}>
                  <span>{file.fileName}</span>
                  <span className="empty-page__folder">{file.missing ? "not there any more" : file.folder}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="empty-page__note">A file can also be dragged into this window. Nothing leaves this computer.</p>
    </main>
  );
}
