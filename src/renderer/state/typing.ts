/** Whether the focus is in text, which has an undo of its own. A number in a field is a step of the document instead. */
export function isTypingText(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement) return true;
  return focused instanceof HTMLInputElement && focused.type === "text" && focused.inputMode !== "decimal";
}
