/** Puts text on the clipboard. Where the page may not ask for the clipboard, through the browser's own copy command. */

function copiedByCommand(text: string): boolean {
  let put = false;
  function fill(event: ClipboardEvent): void {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    put = event.clipboardData !== null;
  }
  document.addEventListener("copy", fill, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return put;
}

/** @returns whether the text is on the clipboard */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByCommand(text);
  }
}
