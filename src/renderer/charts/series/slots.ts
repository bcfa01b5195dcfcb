/** How each of the compared scenarios is drawn, wherever it stands: colour and dash for as long as it is open. */

export type SlotLook = {
  /** Of lines and marks. */
  readonly color: string;
  /** Of its name and values. */
  readonly text: string;
  /** `stroke-dasharray`; null for a solid line. */
  readonly dash: string | null;
};

const LOOKS: readonly SlotLook[] = [
  { color: "var(--s1)", text: "var(--s1)", dash: null },
  { color: "var(--s2)", text: "var(--s2-text)", dash: "7 4" },
  { color: "var(--s3)", text: "var(--s3-text)", dash: "2 4" },
  { color: "var(--s4)", text: "var(--s4)", dash: "10 3 2 3" },
  { color: "var(--s5)", text: "var(--s5)", dash: "1 3" },
  { color: "var(--s6)", text: "var(--s6)", dash: "12 3" },
];

/** @param slot 0 for the document, 1 to 5 for files in the order they were opened */
export function slotLook(slot: number): SlotLook {
  return LOOKS[slot] ?? { color: "var(--s6)", text: "var(--s6)", dash: "12 3" };
}
