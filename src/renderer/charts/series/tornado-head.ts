/** Where the present cost and the budget are named above the bars: beside their lines, clear of each other. */
import type { Segment } from "./geometry.ts";
import { LABEL_HEIGHT, NO_SIDES, placeLabels, type LabelRequest, type PlacedLabel, type Wording } from "./labels.ts";

/** A line and what it is called, longest wording first. `only`: the one side its name may stand on. */
export type HeadMark = { readonly x: number; readonly wordings: readonly Wording[]; readonly only?: "left" | "right" | undefined };

const OFF = 6;
/** Nearer than this a label stands across the other's line. */
const CLEAR = 3;

/** @param row where labels may stand, and the middle of their line */
export function tornadoHead(row: { readonly left: number; readonly right: number; readonly y: number }, zero: HeadMark, limit: HeadMark | null): readonly PlacedLabel[] {
  const { y } = row;
  function request(id: string, importance: number, { x, wordings, only }: HeadMark, other: number | null): LabelRequest {
    // Away from the other line first.
    const right = { side: "right", x: x + OFF, y, align: "start" } as const;
    const left = { side: "left", x: x - OFF, y, align: "end" } as const;
    const leftFirst = other === null ? id !== "zero" : x < other || (x === other && id !== "zero");
    const beyond = other === null ? [] : [
      { side: "beyond right", x: Math.max(x, other) + OFF, y, align: "start" } as const,
      { side: "beyond left", x: Math.min(x, other) - OFF, y, align: "end" } as const,
    ];
    if (only !== undefined) return { id, importance, always: false, wordings, places: () => [only === "left" ? left : right] };
    return { id, importance, always: false, wordings, places: () => [...(leftFirst ? [left, right] : [right, left]), ...beyond] };
  }
  const lines: readonly Segment[] = [zero.x, ...(limit === null ? [] : [limit.x])].flatMap((x) =>
    [x - CLEAR, x + CLEAR].map((side) => ({ from: { x: side, y: y - LABEL_HEIGHT }, to: { x: side, y: y + LABEL_HEIGHT } })));
  return placeLabels(
    [request("zero", 2, zero, limit?.x ?? null), ...(limit === null ? [] : [request("budget", 1, limit, zero.x)])],
    { area: { left: row.left, right: row.right, top: y - LABEL_HEIGHT, bottom: y + LABEL_HEIGHT }, marks: [], lines: [{ segments: lines, weight: "solid" }] },
    NO_SIDES,
  );
}
