import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unreadableIn } from "../../src/shared/model/readable-text.ts";
import { parseScenario, serializeScenario } from "../../src/shared/scenario-file/index.ts";
import { freeTextPlaces, hostileFile, HOSTILE } from "./hostile-names.ts";

describe("hostile names", () => {
  it("are put into every text the reader knows", () => {
    const shape = readFileSync(new URL("../../src/shared/scenario-file/shape.ts", import.meta.url), "utf8");
    const read = [...shape.matchAll(/anyText\((?:\w+\("(\w+)"\))\)/g)].map(([, name = ""]) => name);
    expect(read.length).toBeGreaterThan(7);
    const places = freeTextPlaces().map((place) => String(place.filter((key) => typeof key === "string").at(-1)));
    for (const name of [...read, "rulesOfEngagement"]) expect(places).toContain(name);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])("are read and written as they are, turn %s", (shift) => {
    const { text, names, refusals } = hostileFile(shift);
    // Only what is too long for an id, or cannot be seen, and with its place.
    for (const { place, name, problems } of refusals) {
      const path = place.reduce<string>((above, key) => (typeof key === "number" ? `${above}[${key}]` : above === "" ? key : `${above}.${key}`), "");
      const unreadable = unreadableIn(name);
      if (unreadable === null) expect(place.at(-1)).toBe("id");
      expect(problems).toEqual([unreadable === null ? `${path}: This text has ${name.length} characters; at most 200 are allowed.` : `${path}: This text has a character that cannot be seen and changes what is shown after it (${unreadable}).`]);
    }
    expect(names).toHaveLength(freeTextPlaces().length);
    const read = parseScenario(new TextEncoder().encode(text));
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const again = parseScenario(new TextEncoder().encode(serializeScenario(read.scenario, "1.0.0")));
    expect(again).toEqual(read);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it("all come up", () => {
    const met = new Set([0, 1, 2, 3, 4, 5, 6].flatMap((shift) => hostileFile(shift).names));
    expect(HOSTILE.filter((name) => !met.has(name) && unreadableIn(name) === null)).toEqual([]);
  });
});
