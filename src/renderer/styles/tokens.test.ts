/** The contrast of the pairs in use, computed from the tokens themselves (WCAG 2.x, 1.4.3 and 1.4.11). */
import { describe, expect, it, vi } from "vitest";

type Theme = "light" | "dark";

// Style sheets are empty in tests, and the types of Node are not the renderer's: the file is read as it is.
const { readFileSync } = await vi.importActual<{ readonly readFileSync: (path: URL, encoding: "utf8") => string }>("node:fs");
const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** Every `--name: light-dark(#light, #dark)` of the file. */
const tokens = new Map(
  [...css.matchAll(/^ {2}--([\w-]+): light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\);$/gm)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]),
);

function colour(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`tokens.css has no colour --${name}`);
  return token[theme];
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = 4.5;
const MARK = 3;

const GROUNDS = ["surface", "bg"];
const pairs: readonly (readonly [string, string, number])[] = [
  ...["text", "text-2", "text-3", "accent", "over", "under", "advice", "s2-text", "s3-text"].flatMap((name) => GROUNDS.map((ground) => [name, ground, TEXT] as const)),
  ...["ctl", "s1", "s2", "s3", "s4", "s5", "s6", "fixed", "burden"].flatMap((name) => GROUNDS.map((ground) => [name, ground, MARK] as const)),
  ["on-accent", "accent", TEXT],
  ["on-accent", "accent-hover", TEXT],
  ["over", "over-soft", TEXT],
  ["under", "under-soft", TEXT],
  ["advice", "advice-soft", TEXT],
  ["accent", "accent-soft", TEXT],
  ["accent", "band", MARK],
  ["text-2", "hover", TEXT],
  ["text-3", "sunken", TEXT],
  ["text-3", "accent-soft", TEXT],
  ["text-2", "sunken", TEXT],
  ["text-2", "accent-soft", TEXT],
  ["text", "accent-soft", TEXT],
  ["text", "over-soft", TEXT],
  ["text", "advice-soft", TEXT],
  ["text", "selected", TEXT],
  ["grip", "thumb", MARK],
  ["ctl", "sunken", MARK],
  ["fixed", "sunken", MARK],
];

describe.each(["light", "dark"] as const)("%s", (theme) => {
  it.each(pairs)("%s on %s reaches %d", (ink, ground, least) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});

describe("the calculation", () => {
  it("is the one of the standard", () => {
    expect(contrast("#FFFFFF", "#000000")).toBe(21);
    expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
  });
});

describe("forced colours", () => {
  it("replaces every colour that has a light and a dark value", () => {
    const forced = css.slice(css.indexOf("forced-colors: active"));
    const missing = [...tokens.keys()].filter((name) => !forced.includes(`--${name}:`));
    expect(missing).toEqual([]);
  });
});
