import { describe, expect, it } from "vitest";
import type { Gate, Kpi, Link, Role } from "#shared/model/scenario.ts";
import { basisPoints } from "#shared/units/basis-points.ts";
import { plainKpi, plainRole } from "../../../../tests/helpers/plain-plan.ts";
import { linkedLines } from "./linked-lines.ts";

const PAID = plainKpi({ id: "paid" });
const READ = plainKpi({ id: "read", weight: basisPoints(0), curve: null });
const GATE: Gate = { kind: "gate", measuredBy: "read", minimum: 0.8, appliesTo: ["paid"], otherwise: "no-payout" };
const MODIFIER: Link = { kind: "modifier", measuredBy: "read", appliesTo: "all", curve: { kind: "steps", cap: null, steps: [{ from: 0, payout: 0.5 }] } };

function roleWith(links: readonly Link[]): Role {
  return plainRole({ kpis: [PAID, READ], links });
}

function names(links: readonly Link[], reads: number): readonly string[] {
  return linkedLines(roleWith(links), PAID, standing(reads)).map(({ name }) => name);
}

function standing(reads: number): (kpi: Kpi) => number {
  return (kpi) => (kpi.id === "read" ? reads : 1);
}

describe("linkedLines", () => {
  it("are none where no link acts", () => {
    expect(names([], 1)).toEqual([]);
    expect(names([{ ...GATE, appliesTo: ["read"] }], 1)).toEqual([]);
  });

  it("show what a missed gate leaves, and what links make of it where the others stand", () => {
    expect(names([GATE], 1)).toEqual(["gate missed", "with links"]);
    expect(names([GATE], 0.5)).toEqual(["gate missed"]);
    expect(names([MODIFIER], 1)).toEqual(["with links"]);
    expect(names([GATE, MODIFIER], 0.5)).toEqual(["gate missed", "with links"]);
    const [missed, linked] = linkedLines(roleWith([{ ...GATE, otherwise: "reduced", by: 0.25 }, MODIFIER]), PAID, standing(1));
    expect(missed?.line.at(-1)?.payout).toBeCloseTo(1, 12);
    expect(linked?.line.at(-1)?.payout).toBeCloseTo(2, 12);
  });
});
