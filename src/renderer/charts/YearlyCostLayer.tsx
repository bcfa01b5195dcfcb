/** The moving part of the histogram of yearly cost. Only this renders while something is being dragged. */
import { useContext, useMemo, useState, type ReactNode } from "react";
import { formatMoney } from "#shared/report/format.ts";
import { ChartLabel } from "./ChartLabel.tsx";
import { usePlane } from "./Plot.tsx";
import { ProbeSurface, type Probe } from "./ProbeSurface.tsx";
import { Readout } from "./Readout.tsx";
import type { Plane } from "./series/geometry.ts";
import { histogram, type Histogram, type HistogramScale } from "./series/histogram.ts";
import { histogramPicture, type HistogramMarks, type HistogramPicture } from "./series/histogram-picture.ts";
import { NO_SIDES, sidesOf, type Wording } from "./series/labels.ts";
import { binReading, expectedText, gapText, markReading, overShareText, percentileText, yearlyCostWalk, type YearlyCost } from "./series/yearly-cost-words.ts";
import { useTypefaces, wording } from "./text-width.ts";
import { YearlyCostContext, type YearlyCostLive } from "./yearly-cost-model.ts";

const TONES = { expected: "accent", average: "accent", gap: "quiet", over: "over" } as const;

function toneOf(id: string): "accent" | "quiet" | "over" | undefined {
  return id === "expected" || id === "average" || id === "gap" || id === "over" ? TONES[id] : undefined;
}

/** Why the two differ, longest wording first; none where they do not. */
function gapWords(model: YearlyCost): readonly Wording[] {
  const { amount, reason } = gapText(model);
  return amount === "" ? [] : [wording("", `${amount} ${reason}`), wording("", amount)];
}

function overWords({ overBudget, isCoarse }: YearlyCost): readonly Wording[] {
  if (overBudget === null || overBudget <= 0) return [];
  const share = overShareText(overBudget, isCoarse);
  return [wording(`${share} of years`, "end over budget"), wording(`${share}`, "over budget")];
}

function marksOf(model: YearlyCost): HistogramMarks {
  const { budget, costAtAverage, expected, p10, p90, currency } = model;
  return {
    budget: budget === null ? null : { at: budget, wording: wording("Budget", formatMoney(budget, currency, "short")) },
    average: { at: costAtAverage, wording: wording("At average", formatMoney(costAtAverage, currency, "short")) },
    expected: { at: expected, wording: wording("Expected", expectedText(model)) },
    p10: { at: p10, wording: wording("P10", percentileText(p10, model)) },
    p90: { at: p90, wording: wording("P90", percentileText(p90, model)) },
    gap: gapWords(model),
    over: overWords(model),
  };
}

function pictureOf(plane: Plane, model: YearlyCost, years: Histogram, kept: ReadonlyMap<string, string>): HistogramPicture {
  return histogramPicture(plane, years.bins, marksOf(model), kept);
}

export function YearlyCostLayer(): ReactNode {
  const live = useContext(YearlyCostContext);
  const plane = usePlane();
  return live === null || plane === null ? null : <YearlyCostDrawing plane={plane} live={live} />;
}

function YearlyCostDrawing({ plane, live: { model, rest, scale } }: { readonly plane: Plane; readonly live: YearlyCostLive }): ReactNode {
  const typefaces = useTypefaces();
  const [probe, setProbe] = useState<Probe | null>(null);
  const years = useMemo(() => histogram(model.costs, scale), [model.costs, scale]);
  const atRest = useMemo(() => {
    const restYears = histogram(rest.costs, scale);
    return { picture: pictureOf(plane, rest, restYears, NO_SIDES), walk: yearlyCostWalk(rest, restYears.bins), typefaces };
  }, [plane, rest, scale, typefaces]);
  const sides = useMemo(() => sidesOf(atRest.picture.labels), [atRest]);
  const picture = useMemo(() => (model === rest ? atRest.picture : pictureOf(plane, model, years, sides)), [plane, model, rest, atRest, years, sides]);
  return (
    <g className="yearly-layer">
      <Bars picture={picture} />
      <ProbeSurface
        plane={plane}
        label={`${model.title}, plot. Arrow keys walk its bars, up and down lead to its marks.`}
        walk={atRest.walk}
        onProbe={setProbe}
        heightOf={() => plane.area.bottom}
      />
      <Marks plane={plane} picture={picture} />
      {probe === null || model !== rest ? null : <YearReadout plane={plane} probe={probe} model={model} years={years} scale={scale} />}
    </g>
  );
}

function Bars({ picture: { bars, tops } }: { readonly picture: HistogramPicture }): ReactNode {
  return (
    <>
      <path className="year-bars within" d={bars.within} />
      <path className="year-bars over" d={bars.over} />
      <path className="year-tops within" d={tops.within} />
      <path className="year-tops over" d={tops.over} />
    </>
  );
}

const HEAD = 4;

function Marks({ plane, picture }: { readonly plane: Plane; readonly picture: HistogramPicture }): ReactNode {
  const { area } = plane;
  const { uprights, arrow, exits, labels } = picture;
  return (
    <g className="year-marks">
      {uprights.map(({ id, x, top }) => (
        <line key={id} className={id === "budget" ? "limit" : id === "p10" || id === "p90" ? "percentile" : "average"} x1={x} y1={top} x2={x} y2={area.bottom} />
      ))}
      {arrow === null ? null : (
        <path
          className="gap-arrow"
          d={`M${arrow.from + 2},${arrow.y}H${arrow.to - 2}M${arrow.from + 2 + HEAD},${arrow.y - HEAD}l${-HEAD},${HEAD}l${HEAD},${HEAD}M${arrow.to - 2 - HEAD},${arrow.y - HEAD}l${HEAD},${HEAD}l${-HEAD},${HEAD}`}
        />
      )}
      {exits.map(({ id, side, y }) => (
        <path key={id} className="mark-exit" d={side === "left" ? `M${area.left + 4},${y - 5}l-8,5l8,5Z` : `M${area.right - 4},${y - 5}l8,5l-8,5Z`} />
      ))}
      {labels.map((label) => <ChartLabel key={label.id} label={label} tone={toneOf(label.id)} />)}
    </g>
  );
}

type ReadoutProps = { readonly plane: Plane; readonly probe: Probe; readonly model: YearlyCost; readonly years: Histogram; readonly scale: HistogramScale };

/** The bin pointed at; of the second line of the walk, the mark. The hairline starts at the bar: labels stand above. */
function YearReadout({ plane, probe, model, years, scale }: ReadoutProps): ReactNode {
  const place = Math.max(scale.from, Math.min(scale.to, probe.attainment));
  const bin = years.bins.find(({ from, to }) => place >= from && place < to) ?? years.bins.at(-1);
  if (bin === undefined) return null;
  const from = Math.max(plane.area.top, plane.y(bin.share));
  const mark = probe.at?.series === 1 ? markReading(model, probe.at.stop) : null;
  if (mark !== null) return <Readout plane={plane} attainment={place} name={mark.name} value={mark.value} from={from} marks={[]} />;
  const { name, value } = binReading(bin, model.currency);
  const over = model.budget !== null && bin.from >= model.budget;
  return <Readout plane={plane} attainment={(bin.from + bin.to) / 2} name={name} value={value} over={over} from={from} marks={[bin.share]} />;
}
