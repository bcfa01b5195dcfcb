/** Where the amounts of a bridge and the name of its budget stand: off each other, off the bars and off the budget's line. */
import type { Box } from "./geometry.ts";
import { LABEL_HEIGHT, NO_SIDES, placeLabels, type Place, type PlacedLabel, type Wording } from "./labels.ts";

/** A bar, or the level of an end, with what it says. */
export type BridgeMark = { readonly id: string; readonly box: Box; readonly wording: Wording };

export const BUDGET_LABEL = "budget";

/** From the edge of a mark, or from the line, to the middle of a label. */
const OFF = 10;
/** What a pixel of the budget's line under a label costs, in places. */
const LINE_WEIGHT = 0.5;

/**
 * Amounts stand above their mark, over the budget's line where that runs through, else below; the budget's name at the right
 * or left end of its line, else over the mark where nothing is in its way. All of them are shown.
 * @param area where labels may stand
 * @param limit height of the budget's line in pixels; null where it is not drawn
 */
export function placeBridgeLabels(area: Box, marks: readonly BridgeMark[], limit: number | null, budget: Wording): readonly PlacedLabel[] {
  const over = limit === null ? [] : [limit - OFF];
  const amounts = marks.map(({ id, box, wording }) => {
    const x = (box.left + box.right) / 2;
    const heights = [box.top - OFF, ...over.filter((y) => y < box.top - OFF && y > box.top - OFF - 2 * LABEL_HEIGHT), box.bottom + OFF, box.top - OFF - LABEL_HEIGHT, box.bottom + OFF + LABEL_HEIGHT];
    return { id, importance: 2, always: true, wordings: [wording], places: () => heights.map((y, place): Place => ({ side: String(place), x, y, align: "middle" })) };
  });
  const ends = [{ x: area.right, align: "end" }, { x: area.left + 4, align: "start" }, ...marks.map(({ box }) => ({ x: (box.left + box.right) / 2, align: "middle" }) as const)] as const;
  const named = limit === null ? [] : [{
    id: BUDGET_LABEL, importance: 1, always: true, wordings: [budget],
    places: () => ends.flatMap(({ x, align }) => [limit - OFF, limit + OFF].map((y): Place => ({ side: `${x}/${y}`, x, y, align }))),
  }];
  const lines = limit === null ? [] : [{ segments: [{ from: { x: area.left, y: limit }, to: { x: area.right, y: limit } }], weight: LINE_WEIGHT }];
  return placeLabels([...amounts, ...named], { area, marks: marks.map(({ box }) => box), lines }, NO_SIDES);
}
