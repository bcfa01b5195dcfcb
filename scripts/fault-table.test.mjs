import { describe, expect, it } from "vitest";
import { FAULTS, resultOf } from "./fault-table.mjs";

const fault = { id: "F0", fault: "", holds: "", proofs: [/one/, /another/] };
const passed = (fullName) => ({ fullName, status: "passed" });

describe("a fault of the table", () => {
  it("holds where every proof names tests that passed", () => {
    expect(resultOf(fault, [passed("one"), passed("another"), passed("a third")])).toEqual({ holds: true, text: "2 passed" });
  });

  it("does not hold where one of its proofs names no test", () => {
    expect(resultOf(fault, [passed("one")])).toEqual({ holds: false, text: "NO TEST /another/" });
    expect(resultOf(fault, [])).toMatchObject({ holds: false });
  });

  it.each(["failed", "skipped", "pending", "todo"])("does not hold where one of its tests is %s without a reason", (status) => {
    expect(resultOf(fault, [passed("one"), passed("another"), { fullName: "another time", status }])).toMatchObject({ holds: false });
  });

  it("says what this machine cannot run, and does not hold by that alone", () => {
    const notRun = (fullName) => ({ fullName, status: "skipped", meta: { notRun: "no disk" } });
    expect(resultOf(fault, [passed("one"), notRun("another")])).toEqual({ holds: true, text: "1 passed, 1 not run here: no disk" });
    expect(resultOf(fault, [notRun("one"), notRun("another")])).toEqual({ holds: false, text: "NOT RUN: no disk" });
  });
});

it("the table has every fault once, in order, with what proves it", () => {
  expect(FAULTS.map(({ id }) => id)).toEqual(Array.from({ length: 42 }, (_, index) => `F${index + 1}`));
  for (const { proofs } of FAULTS) expect(proofs.length).toBeGreaterThan(0);
});

it("the kills while saving are proof from 200 on", () => {
  const kills = FAULTS[0].proofs[0];
  expect([30, 199, 200, 250, 1_000].filter((count) => kills.test(`after each of ${count} kills`))).toEqual([200, 250, 1_000]);
});
