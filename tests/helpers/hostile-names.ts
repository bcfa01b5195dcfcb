/** Names that mean harm somewhere: markup, formulas, templates, terminals, other directions, keys of every object. */
import { parseScenario } from "../../src/shared/scenario-file/index.ts";
import { FIXTURE } from "./changed-fixture.ts";

export const HOSTILE: readonly string[] = [
  `<img src=x onerror=alert(1)>`, `"><script>alert(1)</script>`, `</script><svg onload=alert(1)>`, `<a href="javascript:alert(1)">x</a>`,
  "{{7*7}}", "${7*7}", "javascript:alert(1)", "&lt;b&gt;&amp;", "<!--", "]]>",
  `=HYPERLINK("http://evil.test","x")`, "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1+1", "＠SUM(1)", "\t=1+1", "\r\n=1+1",
  "👩‍👩‍👧‍👦 emoji", "\u202Egnol‮ txet", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘", "\u200B\u2060zero", "\u001B[31mred\u001B[0m", "\u0000nul", "\u0008\u0008back",
  "__proto__", "constructor", "toString", "%s%n", "../../x", "CON", "a".repeat(200), "W".repeat(10_000),
];

export type Place = readonly (string | number)[];
/** The example of the format page with the texts that it leaves out. */
function wholeFile(): unknown {
  return {
    ...(JSON.parse(FIXTURE) as object),
    goals: [{ id: "growth", text: "Grow with partners" }],
    rulesOfEngagement: ["Deals are registered first"],
    dismissedAdvice: [{ id: "too-many-kpis", roleId: null, reason: "Agreed with the board" }],
  };
}

type Refusal = { readonly place: Place; readonly name: string; readonly problems: readonly string[] };

function placesOf(value: unknown, above: Place = []): Place[] {
  if (typeof value === "string") return [above];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => placesOf(inside, [...above, Array.isArray(value) ? Number(key) : key]));
}

function put(file: unknown, place: Place, text: string): void {
  const inside = place.slice(0, -1).reduce<unknown>((each, key) => (each as Record<string, unknown>)[key], file);
  (inside as Record<string, unknown>)[place.at(-1) ?? ""] = text;
}

function problemsWith(file: unknown): readonly string[] | null {
  const read = parseScenario(new TextEncoder().encode(JSON.stringify(file)));
  return read.ok ? null : read.problems.map(({ path, message }) => `${path}: ${message}`);
}

/** Where a file may hold any words: found by asking the reader, so that a new field is among them by itself. */
export function freeTextPlaces(): readonly Place[] {
  return placesOf(wholeFile()).filter((place) => {
    const file = wholeFile();
    put(file, place, "Some words, of no meaning");
    return problemsWith(file) === null;
  });
}

/** A file with a hostile name in every place that takes one, each place another; and what the reader refused, with its words. */
export function hostileFile(shift: number): { readonly text: string; readonly names: readonly string[]; readonly refusals: readonly Refusal[] } {
  const file = wholeFile();
  const names: string[] = [];
  const refusals: Refusal[] = [];
  freeTextPlaces().forEach((place, index) => {
    for (let turn = 0; turn < HOSTILE.length; turn += 1) {
      const name = HOSTILE[(index * 7 + shift + turn) % HOSTILE.length] ?? "";
      const next = structuredClone(file);
      put(next, place, name);
      const problems = problemsWith(next);
      if (problems === null) {
        put(file, place, name);
        names.push(name);
        return;
      }
      refusals.push({ place, name, problems });
    }
    throw new Error(`Nothing was taken at ${place.join(".")}.`);
  });
  return { text: JSON.stringify(file), names, refusals };
}
