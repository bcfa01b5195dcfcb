/** Windows that have room for a card of its own of what is behind a switch in others (compare.css). */
export const WIDE = "(min-width: 2000px)";
