import { describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { presetCurve } from "../library/index.ts";
import type { Curve, Gate, GateOutcome, Link, Matrix, Role } from "../model/scenario.ts";
import { basisPoints } from "../units/basis-points.ts";
import { linkSentence, planStatement } from "./index.ts";

const ROLE: Role = plainRole({
  kpis: [
    plainKpi({ id: "sourced", name: "Sourced revenue", weight: basisPoints(6_000) }),
    plainKpi({ id: "objectives", name: "Strategic objectives", weight: basisPoints(4_000), curve: presetCurve("levels") }),
    plainKpi({ id: "days", name: "Days to onboard", weight: basisPoints(0), curve: null, direction: "lower" }),
  ],
});
const NOTHING: GateOutcome = { otherwise: "no-payout" };
const gate = (measuredBy: string, outcome: GateOutcome, changes: Partial<Pick<Gate, "minimum" | "appliesTo">> = {}): Link => ({ kind: "gate", measuredBy, minimum: 0.8, appliesTo: ["objectives"], ...changes, ...outcome });
const modifier = (curve: Curve): Link => ({ kind: "modifier", measuredBy: "days", appliesTo: "all", curve });
const steps = (...rungs: readonly (readonly [number, number])[]): Curve => ({ kind: "steps", cap: null, steps: rungs.map(([from, payout]) => ({ from, payout })) });

describe("a gate in words", () => {
  it.each<{ readonly link: Link; readonly says: string }>([
    { link: gate("sourced", NOTHING), says: "Pay for Strategic objectives needs Sourced revenue at 80% of target or more; below that nothing is paid." },
    { link: gate("sourced", NOTHING, { appliesTo: "all" }), says: "Pay for Strategic objectives needs Sourced revenue at 80% of target or more; below that nothing is paid." },
    { link: gate("days", NOTHING, { appliesTo: "all" }), says: "Pay for Sourced revenue and Strategic objectives needs Days to onboard at 80% attainment or more; below that nothing is paid." },
    { link: gate("sourced", { otherwise: "reduced", by: 0.5 }), says: "Pay for Strategic objectives needs Sourced revenue at 80% of target or more; below that 50% of it is paid." },
    { link: gate("sourced", { otherwise: "capped-at-target" }), says: "Pay for Strategic objectives needs Sourced revenue at 80% of target or more; below that it is at most what target pays." },
    { link: gate("sourced", { otherwise: "accelerator-blocked" }), says: "Pay for Strategic objectives needs Sourced revenue at 80% of target or more; below that it is at most what target pays." },
    { link: gate("objectives", { otherwise: "accelerator-blocked" }, { appliesTo: ["sourced"] }), says: "Pay for Sourced revenue needs Strategic objectives at 80% of target or more; below that results above target pay at most the rate below target." },
    { link: gate("sourced", NOTHING, { minimum: 0 }), says: "Pay for Strategic objectives needs Sourced revenue at 0% of target or more, which is always met." },
    { link: gate("sourced", NOTHING, { appliesTo: [] }), says: "A link looks at Sourced revenue and acts on no pay." },
    { link: gate("sourced", NOTHING, { appliesTo: ["days"] }), says: "A link looks at Sourced revenue and acts on no pay." },
  ])("$says", ({ link, says }) => {
    expect(linkSentence(ROLE, link)).toBe(says);
  });
});

describe("a modifier in words", () => {
  const opening = "Pay for Sourced revenue and Strategic objectives is multiplied by a factor set by Days to onboard: ";
  it.each<{ readonly curve: Curve; readonly says: string }>([
    { curve: steps([0, 0.9], [0.95, 1], [1.1, 1.1]), says: "0.9 below 95% attainment, 1 from 95% and 1.1 from 110%." },
    { curve: steps([0.5, 1]), says: "0 below 50% attainment and 1 from 50%." },
    { curve: steps([0, 1]), says: "1 at any result." },
    { curve: presetCurve("capped"), says: "0 at 0% attainment, 1.5 at 150%, the same above it; straight lines between." },
    { curve: presetCurve("first-unit"), says: "0 at 0% attainment, 0 just below 70% and 0.7 there, 1 at 100%, 0.02 more for each 1% above it; straight lines between." },
  ])("$says", ({ curve, says }) => {
    expect(linkSentence(ROLE, modifier(curve))).toBe(opening + says);
  });
});

describe("a matrix in words", () => {
  const matrix = (changes: Partial<Matrix> = {}): Matrix => ({ kind: "matrix", measuredBy: ["sourced", "days"], appliesTo: ["objectives"], between: "linear", rows: [0.9, 1.1], columns: [0.8, 1.2], factors: [[0.5, 1], [1, 1.5]], ...changes });
  const opening = "Pay for Strategic objectives is set by Sourced revenue and Days to onboard together: 50% to 150% of its share, ";

  it.each<{ readonly link: Link; readonly says: string }>([
    { link: matrix(), says: `${opening}100% with both at target, nothing below 90% of target and 80% attainment.` },
    { link: matrix({ between: "step", rows: [0, 1.1] }), says: `${opening}50% with both at target, nothing below 80% attainment.` },
    { link: matrix({ rows: [0, 1], columns: [0, 1] }), says: `${opening}150% with both at target.` },
    { link: matrix({ appliesTo: [] }), says: "A link looks at Sourced revenue and Days to onboard and acts on no pay." },
  ])("$says", ({ link, says }) => {
    expect(linkSentence(ROLE, link)).toBe(says);
  });

  it("is told cell by cell in the section of a KPI that it pays", () => {
    const section = (link: Matrix): readonly string[] => {
      const { sections } = planStatement({ ...ROLE, links: [link] }, plainScenario());
      return sections.find(({ id }) => id === "kpi/objectives")?.sentences.map(({ text }) => text).slice(-4) ?? [];
    };
    expect(section(matrix({ columns: [0.8, 1] }))).toEqual([
      "What it pays is read from a table of Sourced revenue and Days to onboard.",
      "With Sourced revenue at 90% of target it pays $10,000 with Days to onboard at 80% attainment and $20,000 at 100%.",
      "With Sourced revenue at 110% of target it pays $20,000 with Days to onboard at 80% attainment and $30,000 at 100%.",
      "Between these marks the pay rises and falls in straight lines; below the first it pays nothing, above the last no more than there.",
    ]);
    const places = Array.from({ length: 6 }, (_, index) => index / 5);
    expect(section(matrix({ rows: places, columns: places, factors: places.map((row) => places.map((column) => row * column)) })).at(-1)).toBe("The table has 6 by 6 cells and pays $0 to $20,000.");
  });
});
