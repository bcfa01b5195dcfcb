/** Files of random bytes, the same for the same seed: refused with a reason a person can read, whatever their size. */
import { describe, expect, it } from "vitest";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { chanceOf, type Chance } from "../fuzz/mutate.ts";

const SEED = 20_260_101;
const SIZES = [1, 2, 3, 4, 16, 100, 1_000, 4_096, 65_537, 1_000_000];
const FILES_OF_EACH = 20;

const KINDS: Readonly<Record<string, (chance: Chance) => number>> = {
  "any bytes": (chance) => Math.floor(chance() * 256),
  "bytes of ASCII": (chance) => Math.floor(chance() * 128),
  "letters that can be read": (chance) => 0x20 + Math.floor(chance() * 95),
  "the signs of JSON": (chance) => '{}[]",:\\0123456789.eE+-truefalsnl \n'.charCodeAt(Math.floor(chance() * 36)),
};

/** Byte by byte, and with the opening of a scenario file in front, so that the reader gets further in. */
const FRONTS = ["", "{", '{"format":"paymix-scenario","version":1,'];

describe.each(Object.keys(KINDS))("random files: %s", (kind) => {
  it.each(SIZES)("of %i bytes are refused, and the reason is named", { timeout: 60_000 }, (size) => {
    const draw = KINDS[kind] ?? (() => 0);
    const files = size > 100_000 ? 2 : FILES_OF_EACH;
    for (let file = 0; file < files; file += 1) {
      const chance = chanceOf(SEED + size * 31 + file);
      const front = new TextEncoder().encode(FRONTS[file % FRONTS.length]);
      const bytes = new Uint8Array(front.length + size).map((_, index) => front[index] ?? draw(chance));
      const before = bytes.slice();
      const read = parseScenario(bytes);
      if (read.ok) throw new Error(`Accepted: seed ${SEED}, ${kind}, size ${size}, file ${file}`);
      expect(read.problems.length).toBeGreaterThan(0);
      for (const { message } of read.problems) expect(message).toMatch(/^[^\p{Cc}]+\.$/u);
      expect(Buffer.compare(bytes, before)).toBe(0);
    }
  });
});
