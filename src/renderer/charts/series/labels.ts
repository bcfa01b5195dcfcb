/**
 * Where labels stand on a plot: close to their mark, apart from each other, off the lines and inside the plot. Labels
 * that find no place are shortened, then hidden, the less important first.
 */
import { boxesMeet, boxHolds, lengthInside, type Box, type Segment } from "./geometry.ts";

/** Label lines stand at least this far apart, from middle to middle. */
export const LABEL_HEIGHT = 14;
/** Room kept free between two labels on one line. */
const LABEL_GAP = 6;

export type Align = "start" | "middle" | "end";

/** One place a label may stand: `y` is its middle. `side` names the place so that a label can keep it. */
export type Place = { readonly side: string; readonly x: number; readonly y: number; readonly align: Align };

/** One wording of a label with its width in pixels; `name` is drawn in 600, `value` in 400. */
export type Wording = { readonly name: string; readonly value: string; readonly width: number };

export type LabelRequest = {
  readonly id: string;
  /** A label never hides one of higher importance. */
  readonly importance: number;
  /** Shown whatever it covers: the label under the hand. */
  readonly always: boolean;
  /** Longest first. */
  readonly wordings: readonly Wording[];
  /** Best first, for each width: where a label stands may depend on how long it is. */
  readonly places: (width: number) => readonly Place[];
};

export type Line = {
  readonly segments: readonly Segment[];
  /** What a pixel of this line under a label costs, in places down the list; "solid" never runs through a label. */
  readonly weight: number | "solid";
};

export type Surroundings = {
  readonly area: Box;
  /** Handles and marks: no label covers them. */
  readonly marks: readonly Box[];
  readonly lines: readonly Line[];
};

export type PlacedLabel = {
  readonly id: string;
  readonly wording: Wording;
  readonly place: Place;
  readonly box: Box;
};

/** What a label gives up for a place, counted in places further down its list. */
const COST = { shorter: 12, otherSide: 5, out: 400, onMark: 150, onLabel: 120, onSolidLine: 4 };

function boxOf({ x, y, align }: Place, width: number): Box {
  const left = align === "start" ? x : align === "end" ? x - width : x - width / 2;
  return { left, top: y - LABEL_HEIGHT / 2, right: left + width, bottom: y + LABEL_HEIGHT / 2 };
}

function withGap(box: Box): Box {
  return { ...box, left: box.left - LABEL_GAP, right: box.right + LABEL_GAP };
}

/** The sides of labels by id: what placeLabels takes as `kept`. */
export const NO_SIDES: ReadonlyMap<string, string> = new Map();

export function sidesOf(placed: readonly PlacedLabel[]): ReadonlyMap<string, string> {
  return new Map(placed.map(({ id, place }) => [id, place.side]));
}

type Candidate = PlacedLabel & {
  /** Cost without the other labels. */
  readonly cost: number;
  /** Nothing but other labels may stand in the way. */
  readonly allowed: boolean;
};

/** What stands in the way of a box; null where it is more than a label that need not be shown may meet. */
function costOfBox(box: Box, around: Surroundings, always: boolean): { readonly cost: number; readonly allowed: boolean } | null {
  let cost = 0;
  let allowed = true;
  if (!boxHolds(around.area, box)) {
    cost += COST.out;
    allowed = false;
  }
  for (const mark of around.marks) {
    if (!boxesMeet(box, mark)) continue;
    cost += COST.onMark;
    allowed = false;
  }
  if (!allowed && !always) return null;
  for (const { segments, weight } of around.lines) {
    for (const segment of segments) {
      const length = lengthInside(box, segment);
      if (length === 0) continue;
      if (weight === "solid") {
        if (!always) return null;
        allowed = false;
      }
      cost += length * (weight === "solid" ? COST.onSolidLine : weight);
    }
  }
  return { cost, allowed };
}

/** The places a label may take, the cheapest first. */
function candidatesOf(request: LabelRequest, around: Surroundings, kept: string | undefined): readonly Candidate[] {
  const candidates: Candidate[] = [];
  request.wordings.forEach((wording, wordingIndex) => {
    request.places(wording.width).forEach((place, placeIndex) => {
      const box = boxOf(place, wording.width);
      const met = costOfBox(box, around, request.always);
      if (met === null) return;
      const moved = kept !== undefined && kept !== place.side ? COST.otherSide : 0;
      const cost = placeIndex + wordingIndex * COST.shorter + moved + met.cost;
      candidates.push({ id: request.id, wording, place, box, cost, allowed: met.allowed });
    });
  });
  return candidates.sort((a, b) => a.cost - b.cost);
}

function apart(a: PlacedLabel, b: PlacedLabel): boolean {
  return !boxesMeet(withGap(a.box), b.box);
}

function free(candidate: Candidate, placed: readonly PlacedLabel[]): boolean {
  return candidate.allowed && placed.every((other) => apart(candidate, other));
}

/** The least bad place for a label that must be shown. */
function leastBad(candidates: readonly Candidate[], placed: readonly PlacedLabel[]): Candidate | undefined {
  let best: Candidate | undefined;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    const cost = candidate.cost + COST.onLabel * placed.filter((other) => !apart(candidate, other)).length;
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/**
 * Places labels. Deterministic; the order of the requests breaks ties between equally important labels.
 * @param kept the side each label stood on in the picture at rest; it is kept while nothing better is much better, so
 *   that labels do not jump about during a drag
 * @returns the labels that are shown
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  around: Surroundings,
  kept: ReadonlyMap<string, string>,
): readonly PlacedLabel[] {
  const choices = new Map<string, readonly Candidate[]>();
  const byImportance = [...requests].sort((a, b) => Number(b.always) - Number(a.always) || b.importance - a.importance);
  const placed: PlacedLabel[] = [];
  for (const request of byImportance) {
    const candidates = candidatesOf(request, around, kept.get(request.id));
    choices.set(request.id, candidates);
    const chosen = candidates.find((candidate) => free(candidate, placed)) ?? (request.always ? leastBad(candidates, placed) : undefined);
    if (chosen !== undefined) placed.push(chosen);
    else makeRoom(candidates, placed, choices);
  }
  return placed;
}

/** Shows a label that found no place, if one other label can step aside for it. Changes `placed`. */
function makeRoom(candidates: readonly Candidate[], placed: PlacedLabel[], choices: ReadonlyMap<string, readonly Candidate[]>): void {
  for (const candidate of candidates) {
    const inTheWay = placed.filter((other) => !apart(candidate, other));
    const blocker = inTheWay[0];
    if (inTheWay.length !== 1 || blocker === undefined) continue;
    const others = placed.filter((other) => other !== blocker);
    const instead = choices.get(blocker.id)?.find((choice) => free(choice, [...others, candidate]) && choice.wording === blocker.wording);
    if (instead === undefined) continue;
    placed[placed.indexOf(blocker)] = instead;
    placed.push(candidate);
    return;
  }
}

/**
 * Spreads labels along one direction: each as near to its wish as it can be, at least `pitch` apart, in the order given.
 * @param wishes ascending middles
 * @returns middles between `from` and `to`; where there is not room for all, they are evenly squeezed
 */
export function spreadApart(wishes: readonly number[], pitch: number, from: number, to: number): readonly number[] {
  const step = wishes.length > 1 ? Math.min(pitch, (to - from) / (wishes.length - 1)) : 0;
  // Neighbours closer than a step move as one block around the mean of their wishes.
  const blocks: { offsets: number; count: number; start: number }[] = [];
  const last = to - step * (wishes.length - 1);
  for (const [index, wish] of wishes.entries()) {
    const offset = wish - index * step;
    blocks.push({ offsets: offset, count: 1, start: offset });
    for (let end = blocks.length - 1; end > 0; end -= 1) {
      const block = blocks[end];
      const before = blocks[end - 1];
      if (block === undefined || before === undefined || before.start <= block.start) break;
      const offsets = before.offsets + block.offsets;
      const count = before.count + block.count;
      blocks.splice(end - 1, 2, { offsets, count, start: offsets / count });
    }
  }
  return blocks
    .flatMap(({ start, count }) => Array.from({ length: count }, () => Math.max(from, Math.min(last, start))))
    .map((start, index) => start + index * step);
}
