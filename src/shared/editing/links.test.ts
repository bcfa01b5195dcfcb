import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_PAYMENTS, plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { linkArbitrary, roleArbitrary } from "../../../tests/helpers/scenario-arbitrary.ts";
import { evaluateRole } from "../engine/index.ts";
import { MOST_KPIS, MOST_LINKS } from "../model/limits.ts";
import { actsOn, measuringIds } from "../model/links.ts";
import type { Gate, Link, Matrix, Role } from "../model/scenario.ts";
import { validateScenario } from "../scenario-file/index.ts";
import { basisPoints } from "../units/basis-points.ts";
import { addGate, addKpi, addMatrix, addMeasuredKpi, addModifier, changeLink, removeKpi, removeLink } from "./index.ts";

const paid = (id: string, weight: number) => plainKpi({ id, weight: basisPoints(weight) });
const THREE = plainRole({ kpis: [paid("a", 5_000), paid("b", 3_000), paid("c", 2_000)] });
const MEASURED = plainRole({ kpis: [plainKpi({ id: "a" }), plainKpi({ id: "quality", weight: basisPoints(0), curve: null })] });
const GATE: Gate = { kind: "gate", measuredBy: "a", minimum: 0.5, appliesTo: "all", otherwise: "capped-at-target" };
const matrix = (rows: string, columns: string, appliesTo: Matrix["appliesTo"]): Matrix => ({ kind: "matrix", measuredBy: [rows, columns], appliesTo, between: "step", rows: [1], columns: [1], factors: [[1]] });
const CONTEXT = { currency: "USD", payments: PLAIN_PAYMENTS, cost: { burdenOnBase: 0, burdenOnVariable: 0, fixedPerHead: 0, budget: null, contributionMargin: null, bookedRevenue: null } };

const factorsAt = (role: Role, attainment: number): readonly number[] => evaluateRole(role, CONTEXT, () => attainment).kpis.map((kpi) => kpi.payoutFactor);
const problems = (role: Role): unknown => {
  const read = validateScenario(plainScenario({ roles: [{ ...role, kpis: role.kpis.map((kpi) => ({ ...kpi, supports: [] })) }] }));
  return read.ok ? [] : read.problems;
};

describe("adding a link", () => {
  it("adds a gate that holds all other pay until its measure reaches 80 %", () => {
    expect(addGate(THREE).links).toEqual([{ kind: "gate", measuredBy: "a", minimum: 0.8, appliesTo: "all", otherwise: "no-payout" }]);
    expect(factorsAt(addGate(THREE), 0.75)).toEqual([0.75, 0, 0]);
    expect(factorsAt(addGate(THREE), 0.8)).toEqual([0.8, 0.8, 0.8]);
  });

  it("adds a modifier that changes nothing at target", () => {
    const role = addModifier(MEASURED);
    expect([0.5, 1, 1.5].map((attainment) => factorsAt(role, attainment)[0])).toEqual([0.45, 1, 1.5 * 1.1]);
  });

  it("adds a matrix in place of the first two curves that pays 100 % with both measures at target", () => {
    const role = addMatrix(THREE);
    expect(role.links.map((link) => [link.kind, link.appliesTo, measuringIds(link)])).toEqual([["matrix", ["a", "b"], ["a", "b"]]]);
    expect([0.89, 0.9, 1, 1.1, 2].map((attainment) => factorsAt(role, attainment))).toEqual([[0, 0, 0.89], [0.5, 0.5, 0.9], [1, 1, 1], [1.5, 1.5, 1.1], [1.5, 1.5, 2]]);
  });

  it("is measured by a KPI without weight where there is one", () => {
    expect([addGate(MEASURED), addModifier(MEASURED)].map((role) => role.links.map(measuringIds))).toEqual([[["quality"]], [["quality"]]]);
    expect(addMatrix(MEASURED).links).toMatchObject([{ measuredBy: ["a", "quality"], appliesTo: ["a"] }]);
  });

  it("is measured by another KPI the next time, as long as there is another", () => {
    const gated = Array.from({ length: 4 }).reduce<Role>((role) => addGate(role), THREE);
    expect(gated.links.map(measuringIds)).toEqual([["a"], ["b"], ["c"], ["a"]]);
    expect(addModifier(gated).links.at(-1)).toMatchObject({ kind: "modifier", measuredBy: "a" });
  });

  it("adds matrices until every KPI that pays has one", () => {
    const once = addMatrix(THREE);
    const twice = addMatrix(once);
    expect(twice.links[1]).toMatchObject({ measuredBy: ["c", "a"], appliesTo: ["c"] });
    expect(addMatrix(twice)).toBe(twice);
  });

  it("adds nothing where nothing else pays, nor to a full list", () => {
    const alone = plainRole();
    expect([addGate(alone), addModifier(alone), addMatrix(alone)].every((role) => role === alone)).toBe(true);
    const none = plainRole({ kpis: [] });
    expect([addGate(none), addModifier(none), addMatrix(none), addMeasuredKpi(none)].every((role) => role === none)).toBe(true);
    const full = { ...THREE, links: Array.from({ length: MOST_LINKS }, () => GATE) };
    expect([addGate(full), addModifier(full), addMatrix(full)].every((role) => role === full)).toBe(true);
  });
});

describe("addMeasuredKpi", () => {
  it("adds a KPI that pays nothing, with an id of its own", () => {
    const role = addMeasuredKpi(addMeasuredKpi(THREE));
    expect(role.kpis.slice(3).map(({ id, weight, curve }) => ({ id, weight, curve }))).toEqual([{ id: "satisfaction", weight: 0, curve: null }, { id: "satisfaction-2", weight: 0, curve: null }]);
    expect(role.kpis.slice(0, 3)).toEqual(THREE.kpis);
  });

  it("adds nothing to a full scorecard", () => {
    const full = Array.from({ length: MOST_KPIS }).reduce<Role>((role) => addMeasuredKpi(role), THREE);
    expect(full.kpis.length).toBe(MOST_KPIS);
    expect(addMeasuredKpi(full)).toBe(full);
  });
});

describe("changing a link", () => {
  const role = { ...THREE, links: [GATE, matrix("a", "b", ["a"]), matrix("b", "c", ["b"])] };

  it("puts another in its place", () => {
    const changed: Link = { ...GATE, minimum: 0.9, measuredBy: "b" };
    expect(changeLink(role, 0, changed).links).toEqual([changed, role.links[1], role.links[2]]);
  });

  it.each<{ readonly name: string; readonly index: number; readonly link: Link }>([
    { name: "a measure that is not there", index: 0, link: { ...GATE, measuredBy: "x" } },
    { name: "a KPI that is not there", index: 0, link: { ...GATE, appliesTo: ["x"] } },
    { name: "one measure for rows and columns", index: 1, link: matrix("b", "b", ["a"]) },
    { name: "a second matrix on a KPI", index: 1, link: matrix("a", "b", ["a", "b"]) },
    { name: "a second matrix on all", index: 1, link: matrix("a", "c", "all") },
    { name: "a link that is not there", index: 3, link: GATE },
    { name: "the same link", index: 0, link: GATE },
  ])("changes nothing with $name", ({ index, link }) => {
    expect(changeLink(role, index, link)).toBe(role);
  });

  it("keeps a matrix from all where another one is on all, though no KPI has both yet", () => {
    const two = { ...THREE, kpis: THREE.kpis.slice(0, 2), links: [matrix("a", "b", "all"), matrix("a", "b", ["a"])] };
    expect(changeLink(two, 1, matrix("a", "b", "all"))).toBe(two);
  });

  it("lets a matrix take all where it is the only one", () => {
    const alone = { ...THREE, links: [matrix("a", "b", ["a"])] };
    expect(changeLink(alone, 0, matrix("a", "b", "all")).links).toEqual([matrix("a", "b", "all")]);
  });
});

describe("removing links", () => {
  const role = { ...THREE, links: [GATE, matrix("a", "b", ["a"]), matrix("b", "c", ["b"])] };

  it("leaves the others in their order", () => {
    expect(removeLink(role, 1).links).toEqual([GATE, matrix("b", "c", ["b"])]);
  });

  it("stays where there is nothing to remove", () => {
    expect([removeLink(role, 3), removeLink(role, -1)].every((same) => same === role)).toBe(true);
  });
});

describe("removing a KPI", () => {
  it("removes the matrix that it measures, and narrows one that it only pays by", () => {
    const measured = matrix("a", "b", ["b"]);
    const paying = matrix("a", "b", ["a", "c"]);
    expect(removeKpi({ ...THREE, links: [measured] }, "a")).toMatchObject({ role: { links: [] }, removedLinks: [measured] });
    expect(removeKpi({ ...THREE, links: [paying] }, "c")).toMatchObject({ role: { links: [matrix("a", "b", ["a"])] }, narrowedLinks: [paying] });
  });
});

describe("every change of links and of what they name", () => {
  type Change = (role: Role) => Role;
  const place = fc.integer({ min: -1, max: 5 });
  const changes: fc.Arbitrary<Change> = fc.oneof(
    fc.constantFrom<Change>(addGate, addModifier, addMatrix, addMeasuredKpi),
    fc.tuple(place, linkArbitrary(["a", "b", "c", "satisfaction"])).map(([index, link]): Change => (role) => changeLink(role, index, link)),
    place.map((index): Change => (role) => removeLink(role, index)),
    fc.nat(5).map((index): Change => (role) => removeKpi(role, role.kpis[index]?.id ?? "").role),
    fc.constant<Change>((role) => addKpi(role, plainKpi({ id: "added" }))),
  );

  it("leaves a role that a file can hold", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(THREE), roleArbitrary()), fc.array(changes, { maxLength: 8 }), (start, steps) => {
        const end = steps.reduce((role, change) => change(role), start);
        expect(problems(end)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("stays one that a file can hold whatever the weights become", () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 8 }), fc.nat(9), (steps, index) => {
        const end = steps.reduce((role, change) => change(role), THREE);
        fc.pre(end.kpis.length > 0);
        const all = index % end.kpis.length;
        expect(problems({ ...end, kpis: end.kpis.map((kpi, place) => ({ ...plainKpi({ id: kpi.id }), weight: basisPoints(place === all ? 10_000 : 0) })) })).toEqual([]);
      }),
    );
  });

  it("adds links that act on something", () => {
    fc.assert(
      fc.property(roleArbitrary(), fc.constantFrom<Change>(addGate, addModifier, addMatrix), (start, add) => {
        const link = add(start).links[start.links.length];
        fc.pre(link !== undefined);
        expect(start.kpis.some((kpi) => kpi.weight > 0 && actsOn(link, kpi))).toBe(true);
      }),
    );
  });
});
