/** The window: title bar, notices, and the place that is open. */
import { useEffect, type DragEvent, type ReactElement } from "react";
import { Compare } from "../places/compare/Compare.tsx";
import { Cost } from "../places/cost/Cost.tsx";
import { Design } from "../places/design/Design.tsx";
import { openDropped } from "../state/documents.ts";
import { useDocument, useSession, useWindow } from "../state/use-stores.ts";
import { About } from "./about/About.tsx";
import { CloseQuestion } from "./CloseQuestion.tsx";
import { EmptyPage } from "./EmptyPage.tsx";
import { GoalSeek } from "./goal-seek/GoalSeek.tsx";
import { listenToKeys } from "./keys.ts";
import { Notices } from "./Notices.tsx";
import { RefusedFile } from "./RefusedFile.tsx";
import { SavedToast } from "./SavedToast.tsx";
import { TitleBar } from "./TitleBar.tsx";
import "./app.css";

export function App(): ReactElement | null {
  const started = useWindow((state) => state.started);
  const shell = useWindow((state) => state.shell);
  const isOpen = useDocument((state) => state.open !== null);
  const documentKey = useDocument((state) => state.open?.info.handle);
  const place = useSession((session) => session.place);
  const refused = useWindow((state) => (state.problem?.kind === "refused" ? state.problem : null));
  useEffect(() => listenToKeys(shell), [shell]);
  if (!started) return null;
  return (
    <div className="app" onDragOver={acceptFiles} onDrop={openFirstFile}>
      <TitleBar />
      <Notices />
      {refused !== null && !isOpen ? <RefusedFile refused={refused} /> : isOpen ? place === "cost" ? <Cost key={documentKey} /> : place === "compare" ? <Compare key={documentKey} /> : <Design key={documentKey} /> : <EmptyPage />}
      {refused !== null && isOpen ? <RefusedFile refused={refused} overDocument /> : null}
      <GoalSeek />
      <About />
      <CloseQuestion />
      <SavedToast />
    </div>
  );
}

function acceptFiles(event: DragEvent): void {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
}

function openFirstFile(event: DragEvent): void {
  const file = event.dataTransfer.files[0];
  if (file === undefined) return;
  event.preventDefault();
  void openDropped(file);
}
