/** What a person selects on the page and copies: plain text, in which no name begins a formula where it is pasted. */
import { pasteableLines } from "#shared/report/pasteable.ts";

export function keepSelectionsPasteable(): void {
  document.addEventListener("copy", (event) => {
    const selected = document.getSelection()?.toString() ?? "";
    // What is selected in a field is the person's own text, and the field's to copy.
    const isInField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (selected === "" || isInField) return;
    event.clipboardData?.setData("text/plain", pasteableLines(selected));
    event.preventDefault();
  });
}
