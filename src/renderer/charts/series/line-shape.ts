/** A line given by its corners, taken apart into what is drawn through and what is jumped. */
import type { LinePoint } from "#shared/engine/outcome.ts";
import { linePath, type Axes, type Box, type Spot } from "./geometry.ts";

export type Jump = { readonly attainment: number; readonly from: number; readonly to: number };

export type LineShape = {
  /** Stretches without a jump, each with its corners. A single corner is a stretch of no length. */
  readonly runs: readonly (readonly LinePoint[])[];
  readonly jumps: readonly Jump[];
};

/** @param points ascending corners; two consecutive ones at one attainment are a jump */
export function lineShape(points: readonly LinePoint[]): LineShape {
  const runs: LinePoint[][] = [];
  const jumps: Jump[] = [];
  let before: LinePoint | undefined;
  for (const point of points) {
    if (before !== undefined && before.attainment === point.attainment) {
      if (before.payout !== point.payout) {
        jumps.push({ attainment: point.attainment, from: before.payout, to: point.payout });
        runs.push([point]);
      }
    } else if (before === undefined) {
      runs.push([point]);
    } else {
      runs.at(-1)?.push(point);
    }
    before = point;
  }
  return { runs, jumps };
}

export function spotOf(plane: Axes, point: LinePoint): Spot {
  return { x: plane.x(point.attainment), y: plane.y(point.payout) };
}

/** The stretches of a line as spots on the plane. */
export function runSpots(plane: Axes, shape: LineShape): readonly (readonly Spot[])[] {
  return shape.runs.map((run) => run.map((point) => spotOf(plane, point)));
}

/** The jumps of a line as pairs of spots on the plane. */
export function jumpSpots(plane: Axes, shape: LineShape): readonly (readonly Spot[])[] {
  return shape.jumps.map(({ attainment, from, to }) => {
    const x = plane.x(attainment);
    return [{ x, y: plane.y(from) }, { x, y: plane.y(to) }];
  });
}

/** One path through all stretches. */
export function pathThrough(stretches: readonly (readonly Spot[])[]): string {
  return stretches.map(linePath).join("");
}

/** Where a line leaves the plot through its upper edge, to be marked with an arrow. */
export function exitsAbove(area: Box, stretches: readonly (readonly Spot[])[]): readonly Spot[] {
  const exits: Spot[] = [];
  for (const stretch of stretches) {
    for (const [index, to] of stretch.entries()) {
      const from = stretch[index - 1];
      if (from === undefined || from.y < area.top === to.y < area.top) continue;
      const x = from.x + ((area.top - from.y) / (to.y - from.y)) * (to.x - from.x);
      if (x >= area.left && x <= area.right) exits.push({ x, y: area.top });
    }
  }
  return exits;
}
