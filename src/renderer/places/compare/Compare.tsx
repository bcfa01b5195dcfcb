/** The Compare place: who is compared on the left, their figures across the top, and why they differ. */
import type { DragEvent, ReactElement } from "react";
import { NoticeBar } from "../../controls/NoticeBar.tsx";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { readDropped } from "../../state/compare-files.ts";
import { comparisonStore } from "../../state/comparison-store.ts";
import { useComparisonState } from "../../state/use-stores.ts";
import { BridgeCard } from "./BridgeCard.tsx";
import { CompareHeadline } from "./CompareHeadline.tsx";
import { CompareRail } from "./CompareRail.tsx";
import { CurvesCard, YearsCard } from "./CurvesCard.tsx";
import { DifferencesCard, FiguresCard } from "./DifferencesCard.tsx";
import { WIDE } from "./window-sizes.ts";
import { PeopleCard } from "./PeopleCard.tsx";
import "./compare.css";

export function Compare(): ReactElement {
  const problem = useComparisonState((state) => state.problem);
  const isWide = useMediaQuery(WIDE);
  const { problems = [] } = problem !== null && "problems" in problem ? problem : {};
  return (
    <div className="compare" onDrop={takeFiles}>
      <CompareRail />
      <CompareHeadline />
      <main className="compare__main" data-region="main" aria-label="Compare">
        {problem === null ? null : (
          <div className="compare__problem">
            <NoticeBar tone="problem" message={[problem.message, ...problems.slice(0, 3).map(({ path, message }) => (path === "" ? message : `${path}: ${message}`))].join(" ")} onDismiss={() => comparisonStore.setState({ problem: null })} />
          </div>
        )}
        <CurvesCard />
        <BridgeCard />
        <DifferencesCard />
        <PeopleCard />
        {isWide ? <YearsCard /> : null}
        {isWide ? <FiguresCard /> : null}
      </main>
    </div>
  );
}

/** A file dropped here is compared, not opened. */
function takeFiles(event: DragEvent): void {
  const files = [...event.dataTransfer.files];
  if (files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  void readDropped(files);
}
