/** Window sizes at which Design shows something else, as media queries; what only looks different is in design.css. */

/** Too low for all that Design shows: the plan card floats, the curve has no spread under it. */
export const LOW_WINDOW = "(max-height: 799px)";

/** Wide enough for a third chart. */
export const WIDE_WINDOW = "(min-width: 2000px)";
