/** The Compare place: who is compared on the left, their figures across the top, and why they differ. */
import type { DragEvent, ReactElement } from "react";
import { classNames } from "../../controls/class-names.ts";
import { NoticeBar } from "../../controls/NoticeBar.tsx";
import { useMediaQuery } from "../../controls/use-media-query.ts";
import { readDropped } from "../../state/compare-files.ts";
import { comparisonStore } from "../../state/comparison-store.ts";
import { useComparison, useComparisonState } from "../../state/use-stores.ts";
import { BridgeCard } from "./BridgeCard.tsx";
import { CompareHeadline } from "./CompareHeadline.tsx";
import { CompareRail } from "./CompareRail.tsx";
import { CurvesCard, YearsCard } from "./CurvesCard.tsx";
import { DifferencesCard, FiguresCard } from "./DifferencesCard.tsx";
import { WIDE } from "./window-sizes.ts";
import { PeopleCard } from "./PeopleCard.tsx";
import { PlanLook } from "./PlanLook.tsx";
import "./compare.css";

export function Compare(): ReactElement {
  const problem = useComparisonState((state) => state.problem);
  const { base, others } = useComparison();
  const file = useComparisonState(({ files, lookedAt }) => files.find(({ key }) => key === lookedAt));
  const name = [base, ...others].find(({ key }) => key === file?.key)?.name ?? file?.fileName ?? "";
  const { problems = [] } = problem !== null && "problems" in problem ? problem : {};
  return (
    <div className="compare" onDrop={takeFiles}>
      <CompareRail />
      <CompareHeadline />
      <main className={classNames("compare__main", file !== undefined && "compare__main--look")} data-region="main" aria-label="Compare">
        {problem === null ? null : (
          <div className="compare__problem">
            <NoticeBar tone="problem" message={[problem.message, ...problems.slice(0, 3).map(({ path, message }) => (path === "" ? message : `${path}: ${message}`))].join(" ")} onDismiss={() => comparisonStore.setState({ problem: null })} />
          </div>
        )}
        {file === undefined ? <Cards /> : <PlanLook key={file.key} file={file} name={name} />}
      </main>
    </div>
  );
}

function Cards(): ReactElement {
  const isWide = useMediaQuery(WIDE);
  return (
    <>
      <CurvesCard />
      <BridgeCard />
      <DifferencesCard />
      <PeopleCard />
      {isWide ? <YearsCard /> : null}
      {isWide ? <FiguresCard /> : null}
    </>
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
