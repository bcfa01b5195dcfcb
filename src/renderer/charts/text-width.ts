/** How wide text is drawn, known before it is drawn, so that labels find their place without a layout pass. */
import { useSyncExternalStore } from "react";
import type { Wording } from "./series/labels.ts";

export type Typeface = "small" | "small-strong" | "note";

const VARIABLE: Readonly<Record<Typeface, string>> = {
  small: "--type-small",
  "small-strong": "--type-small-strong",
  note: "--type-note",
};
/** Where there is no canvas: an average letter of the typeface in use, a little on the wide side. */
const AVERAGE_LETTER: Readonly<Record<Typeface, number>> = { small: 6.6, "small-strong": 7, note: 6.1 };

const widths = new Map<string, number>();
let generation = 0;
let pen: CanvasRenderingContext2D | null | undefined;

function measured(text: string, typeface: Typeface): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen == null) return text.length * AVERAGE_LETTER[typeface];
  const font = getComputedStyle(document.documentElement).getPropertyValue(VARIABLE[typeface]).trim();
  pen.font = font === "" ? "400 12px sans-serif" : font;
  return pen.measureText(text).width;
}

/** Width in pixels. Figures are tabular: every digit counts as a zero, so a number that changes keeps its width. */
export function textWidth(text: string, typeface: Typeface): number {
  const shape = `${typeface} ${text.replace(/\d/g, "0")}`;
  const known = widths.get(shape);
  if (known !== undefined) return known;
  const width = measured(shape.slice(typeface.length + 1), typeface);
  widths.set(shape, width);
  return width;
}

/** The text, or as much of it as fits, with an ellipsis. */
export function shortened(text: string, width: number, typeface: Typeface): string {
  if (textWidth(text, typeface) <= width) return text;
  for (let length = text.length - 1; length > 0; length -= 1) {
    const start = `${text.slice(0, length).trimEnd()}…`;
    if (textWidth(start, typeface) <= width) return start;
  }
  return "…";
}

/** A label's wording with its width: name in 600, value in 400. */
export function wording(name: string, value: string): Wording {
  const gap = name !== "" && value !== "" ? textWidth(" ", "small") : 0;
  return { name, value, width: textWidth(name, "small-strong") + gap + textWidth(value, "small") };
}

function subscribe(listener: () => void): () => void {
  function forget(): void {
    widths.clear();
    generation += 1;
    listener();
  }
  const fonts: FontFaceSet | undefined = document.fonts;
  fonts?.addEventListener("loadingdone", forget);
  return () => fonts?.removeEventListener("loadingdone", forget);
}

/** Changes when a typeface has arrived and every width has to be taken again. */
export function useTypefaces(): number {
  return useSyncExternalStore(subscribe, () => generation);
}
