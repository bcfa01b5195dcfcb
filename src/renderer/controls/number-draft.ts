/** What a number field shows and says about a text that is being typed. */
import { formatNumber } from "#shared/report/format.ts";
import { parseTyped, type NumberKind } from "#shared/report/parse-number.ts";
import { clamped } from "./stepped-value.ts";

export type Range = { readonly min: number; readonly max: number };

/** What a field takes. Its unit may be typed after the number or left out. */
export type Expected = Range & { readonly kind: NumberKind; readonly currency: string | undefined; readonly unit: string; readonly whole: boolean };

/** What typed text amounts to. `nearest` is where Enter goes; `growing`: more digits may still make it allowed. */
export type Draft =
  | { readonly state: "allowed"; readonly value: number }
  | { readonly state: "outside"; readonly nearest: number; readonly growing: boolean }
  | { readonly state: "unread"; readonly message: string }
  | { readonly state: "empty" };

export function readDraft(text: string, { min, max, kind, currency, unit, whole }: Expected): Draft {
  const trimmed = text.trim();
  if (trimmed === "") return { state: "empty" };
  const bare = kind === "number" && unit !== "" && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length) : trimmed;
  const typed = parseTyped(bare, kind, currency);
  if (!typed.ok) return { state: "unread", message: typed.message };
  const nearest = clamped(whole ? Math.round(typed.value) : typed.value, min, max);
  if (nearest === typed.value) return { state: "allowed", value: typed.value };
  return { state: "outside", nearest, growing: typed.value >= 0 && typed.value < min };
}

/** Digits a field keeps while it is edited: more than any unit of the product needs. */
const EDIT_DIGITS = 10;

/** The text to start editing from: as shown where that loses nothing, otherwise every digit. */
export function editText(value: number, shown: string, kind: NumberKind): string {
  const read = parseTyped(shown, kind);
  if (read.ok && read.value === value) return shown;
  return formatNumber(kind === "percent" ? value * 100 : value, EDIT_DIGITS);
}

/** A shown value in its number and its unit, which is drawn quieter: "60%" → "60" and "%". */
export function splitUnit(shown: string): { readonly figure: string; readonly unit: string } {
  const found = /^(.*\d)\s*(%|×)$/u.exec(shown);
  return { figure: found?.[1] ?? shown, unit: found?.[2] ?? "" };
}

/** The allowed range in words, in the field's own format. */
export function rangeInWords({ min, max }: Range, format: (value: number) => string): string {
  if (Number.isFinite(min) && Number.isFinite(max)) return `${format(min)} to ${format(max)}`;
  if (Number.isFinite(max)) return `at most ${format(max)}`;
  return `at least ${format(min)}`;
}
