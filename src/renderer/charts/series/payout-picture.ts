/** The moving part of the payout chart in pixels: lines, handles, what-if marks and every label in its place. */
import type { CurveHandle } from "#shared/editing/index.ts";
import type { CurveFaults, LinePoint } from "#shared/engine/index.ts";
import { faultBoxes, faultMarks, type FaultMarks } from "./fault-marks.ts";
import { boxAround, segmentsOf, type Plane, type Segment, type Spot } from "./geometry.ts";
import { HANDLE_REACH } from "./label-places.ts";
import { placeLabels, type Line, type PlacedLabel } from "./labels.ts";
import { exitsAbove, jumpSpots, lineShape, pathThrough, runSpots, spotOf } from "./line-shape.ts";
import { labelRequests, type Marked, type PayoutWords, type WhatIfMark } from "./payout-labels.ts";

/** Half the width of a what-if diamond, half the height of the excellence tick. */
const DIAMOND_REACH = 6;
const TICK_REACH = 5;

/** A further line to compare with, such as what is paid where a gate is missed. */
export type LinkedLine = { readonly name: string; readonly line: readonly LinePoint[] };

export type PayoutDrawing = {
  readonly line: readonly LinePoint[];
  readonly handles: readonly CurveHandle[];
  readonly whatIf: readonly WhatIfMark[];
  /** What excellence pays, where no handle stands there; else null. */
  readonly excellence: LinePoint | null;
  /** The role's total over the same attainments; null where it is not shown. */
  readonly roleLine: readonly LinePoint[] | null;
  /** The saved curve; null where it does not differ. */
  readonly savedLine: readonly LinePoint[] | null;
  readonly linkedLines: readonly LinkedLine[];
  /** Of the drawn curve; null where they are not marked. */
  readonly faults: CurveFaults | null;
};

export type DrawnLine = { readonly runs: string; readonly jumps: string };

export type PayoutPicture = {
  readonly curve: DrawnLine;
  readonly roleLine: DrawnLine | null;
  readonly savedLine: DrawnLine | null;
  readonly linkedLines: readonly DrawnLine[];
  readonly faults: FaultMarks;
  readonly exits: readonly Spot[];
  readonly handles: readonly Marked<CurveHandle>[];
  readonly whatIf: readonly Marked<WhatIfMark>[];
  readonly excellence: Spot | null;
  readonly labels: readonly PlacedLabel[];
};

/** What a pixel of a line under a label costs. */
const WEIGHT = { roleLine: 0.1, savedLine: 0.1, linkedLine: 0.1, target: 0.05 };

/** A mark where it is, or at the edge of the plot it has left. */
function marked<Item extends { readonly attainment: number; readonly payout: number }>(plane: Plane, item: Item): Marked<Item> {
  const { area } = plane;
  const { x, y } = spotOf(plane, item);
  const beyond = y < area.top - 0.5 ? "above" : x > area.right + 0.5 ? "right" : x < area.left - 0.5 ? "left" : null;
  return {
    item,
    spot: { x: Math.max(area.left, Math.min(area.right, x)), y: Math.max(area.top, y) },
    beyond,
  };
}

/** The mark where it is inside the plot; null where it has left. */
function seen<Item>(mark: Marked<Item>): Marked<Item> | null {
  return mark.beyond === null ? mark : null;
}

type LaidLine = { readonly drawn: DrawnLine; readonly segments: readonly Segment[]; readonly runs: readonly (readonly Spot[])[] };

function laid(plane: Plane, points: readonly LinePoint[]): LaidLine {
  const shape = lineShape(points);
  const runs = runSpots(plane, shape);
  const jumps = jumpSpots(plane, shape);
  return {
    drawn: { runs: pathThrough(runs), jumps: pathThrough(jumps) },
    segments: [...runs, ...jumps].flatMap(segmentsOf),
    runs,
  };
}

/**
 * @param activeId the handle under the hand or with the focus: its label is always shown
 * @param kept sides the labels keep, see placeLabels
 */
export function payoutPicture(
  plane: Plane,
  drawing: PayoutDrawing,
  words: PayoutWords,
  activeId: string | null,
  kept: ReadonlyMap<string, string>,
): PayoutPicture {
  const { area } = plane;
  const curve = laid(plane, drawing.line);
  const roleLine = drawing.roleLine === null ? null : laid(plane, drawing.roleLine);
  const savedLine = drawing.savedLine === null ? null : laid(plane, drawing.savedLine);
  const linkedLines = drawing.linkedLines.map(({ name, line }) => ({ name, ...laid(plane, line) }));
  const faults = faultMarks(plane, drawing.faults);
  const handles = drawing.handles.map((handle) => marked(plane, handle));
  const whatIf = drawing.whatIf.map((mark) => marked(plane, mark));
  const excellence = drawing.excellence === null ? null : seen(marked(plane, drawing.excellence));

  const target = plane.x(1);
  const lines: Line[] = [
    { segments: curve.segments, weight: "solid" },
    { segments: roleLine?.segments ?? [], weight: WEIGHT.roleLine },
    { segments: savedLine?.segments ?? [], weight: WEIGHT.savedLine },
    ...linkedLines.map(({ segments }) => ({ segments, weight: WEIGHT.linkedLine })),
    { segments: [{ from: { x: target, y: area.top }, to: { x: target, y: area.bottom } }], weight: WEIGHT.target },
  ];
  const labels = placeLabels(
    labelRequests(
      { plane, line: drawing.line, curve: curve.segments, handles, whatIf, excellence, roleLine: roleLine?.segments ?? null, savedLine: savedLine?.segments ?? null, linkedLines, faults },
      words,
      activeId,
    ),
    {
      area: { ...area, right: area.right + 6, bottom: area.bottom - 1 },
      marks: [
        ...handles.map(({ spot }) => boxAround(spot, HANDLE_REACH)),
        ...whatIf.map(({ spot }) => boxAround(spot, DIAMOND_REACH)),
        ...faultBoxes(faults),
        ...(excellence === null ? [] : [boxAround(excellence.spot, TICK_REACH)]),
      ],
      lines,
    },
    kept,
  );

  return {
    curve: curve.drawn,
    roleLine: roleLine?.drawn ?? null,
    savedLine: savedLine?.drawn ?? null,
    linkedLines: linkedLines.map(({ drawn }) => drawn),
    faults,
    exits: exitsAbove(area, curve.runs),
    handles,
    whatIf,
    excellence: excellence?.spot ?? null,
    labels,
  };
}
