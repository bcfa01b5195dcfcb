import { describe, expect, it } from "vitest";
import { withSpread } from "#shared/editing/index.ts";
import { sampleScenario } from "#shared/library/index.ts";
import { presetOf, withPreset } from "./presets.ts";

describe("presets of where people land", () => {
  it("are recognised from the document alone", () => {
    const sample = sampleScenario();
    expect(presetOf(sample)).toBe("own");
    expect(presetOf(withPreset(sample, "designed"))).toBe("designed");
    expect(presetOf(withPreset(sample, "observed"))).toBe("observed");
    expect(presetOf(withPreset(withPreset(sample, "designed"), "observed"))).toBe("observed");
  });

  it("are left by the next change of one's own", () => {
    expect(presetOf(withSpread(withPreset(sampleScenario(), "designed"), 0.3))).toBe("own");
    expect(presetOf(withSpread(sampleScenario(), 0))).toBe("own");
    expect(presetOf({ ...sampleScenario(), roles: [] })).toBe("own");
  });
});
