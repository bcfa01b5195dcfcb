import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FOCUSES, type Focus } from "../model/scenario.ts";
import { splitBands, splitReading, type SplitRole } from "./index.ts";

const role = (focus: Focus, quotaCarrying: boolean, baseShare = 0.5): SplitRole => ({ focus, quotaCarrying, baseShare });
const shape = (each: SplitRole): unknown => splitBands(each).map(({ from, to, view, sources }) => [from, to, view, sources.map((source) => source.id)]);

const QUOTA = [0.5, 0.5, "first", ["G1"]];
const QUOTA_SECOND = [0.5, 0.7, "second", ["G6", "G4"]];
const NON_QUOTA = [0.6, 0.7, "first", ["G2", "G4"]];
const SUPPORT = [0.8, 0.9, "first", ["G3", "G6"]];

describe("splitBands", () => {
  it.each([
    ["revenue", true, [QUOTA, QUOTA_SECOND]],
    ["pipeline", true, [QUOTA, QUOTA_SECOND]],
    ["enablement", true, [QUOTA, QUOTA_SECOND]],
    ["operations", true, [QUOTA, QUOTA_SECOND]],
    ["strategic", true, [QUOTA, SUPPORT, QUOTA_SECOND]],
    ["revenue", false, [NON_QUOTA]],
    ["pipeline", false, [NON_QUOTA]],
    ["enablement", false, [SUPPORT]],
    ["operations", false, [SUPPORT]],
    ["strategic", false, [SUPPORT]],
  ] as const)("%s, quota %s", (focus, quotaCarrying, bands) => {
    expect(shape(role(focus, quotaCarrying))).toEqual(bands);
  });

  it("never puts a span down to one source alone", () => {
    for (const focus of FOCUSES) {
      for (const quotaCarrying of [true, false]) {
        for (const band of splitBands(role(focus, quotaCarrying))) if (band.from < band.to) expect(band.sources.length).toBeGreaterThan(1);
      }
    }
  });
});

describe("splitReading", () => {
  it.each([
    ["revenue", true, 0.5, true, "50/50 is the split named for quota-carrying roles: Partner GTM Institute says 50/50 may fit."],
    ["revenue", true, 0.6, true, "60/40 is inside 50/50 to 70/30, a second view: Partner GTM Institute says 50/50 may fit; Xactly says 50/50–60/40 vs 80/20–90/10; Partnerled says 60–70 % base."],
    ["pipeline", false, 0.7, true, "70/30 is inside 60/40 to 70/30 for non-quota roles: Partner GTM Institute says 70/30 or 60/40; Partnerled says 60–70 % base."],
    ["strategic", false, 0.75, false, "75/25 has less base than 80/20 to 90/10: Partner GTM Institute says toward 80/20, even 90/10; Xactly says 50/50–60/40 vs 80/20–90/10."],
    ["revenue", false, 0.725, false, "72.5/27.5 has more base than 60/40 to 70/30: Partner GTM Institute says 70/30 or 60/40; Partnerled says 60–70 % base."],
    ["strategic", true, 0.85, true, "85/15 is inside 80/20 to 90/10 for strategic roles: Partner GTM Institute says toward 80/20, even 90/10; Xactly says 50/50–60/40 vs 80/20–90/10."],
  ] as const)("%s, quota %s, %d", (focus, quotaCarrying, baseShare, inside, sentence) => {
    expect(splitReading(role(focus, quotaCarrying, baseShare))).toMatchObject({ inside, sentence });
  });

  it.each([
    [0.5999, false],
    [0.6, true],
    [1 - 0.4, true],
    [0.7, true],
    [1 - 0.3, true],
    [0.7001, false],
  ])("the edges of a band are inside it: %d", (baseShare, inside) => {
    expect(splitReading(role("revenue", false, baseShare)).inside).toBe(inside);
  });

  it("is inside exactly where some band holds the split, and always names its sources", () => {
    fc.assert(fc.property(fc.constantFrom(...FOCUSES), fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), (focus, quotaCarrying, baseShare) => {
      const reading = splitReading(role(focus, quotaCarrying, baseShare));
      const held = splitBands(role(focus, quotaCarrying)).some((band) => baseShare >= band.from - 1e-9 && baseShare <= band.to + 1e-9);
      expect(reading.inside).toBe(held);
      expect(reading.sources.length).toBeGreaterThan(0);
      for (const source of reading.sources) expect(reading.sentence).toContain(source.value);
    }));
  });
});
