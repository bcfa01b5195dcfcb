import { describe, expect, it } from "vitest";
import { openerOf, placeToControl } from "./place-control.ts";

const at = (field: string, roleId: string | null = null, kpiId: string | null = null) => placeToControl({ roleId, kpiId, field });

describe("placeToControl", () => {
  it.each([
    ["onTargetEarnings", "cam", null, "cam/ote"],
    ["headcount", "cam", null, "cam/headcount"],
    ["baseShare", "cam", null, "cam/base-share"],
    ["links[1].minimum", "cam", null, "cam/links"],
    ["draw.perPeriod", "cam", null, "cam/hires-and-draw"],
    ["weight", "cam", "sourced", "cam/sourced/weight-field"],
    ["target", "cam", "sourced", "cam/sourced/target"],
    ["curve", "cam", "sourced", "cam/sourced/curve-plot"],
    ["attainment", "cam", "sourced", "cam/sourced/what-if-field"],
    ["revenue", "cam", "sourced", "cam/sourced/details"],
    ["burdenOnBase", null, null, "cost/burdenOnBase"],
    ["cost.budget", null, null, "cost/budget"],
    ["payments.frequency", null, null, "payments"],
    ["goals", null, null, "goals"],
  ])("%s of %s, %s is set by %s", (field, roleId, kpiId, control) => {
    expect(at(field, roleId, kpiId)).toBe(control);
  });

  it("answers null for what no control sets", () => {
    expect(at("notes")).toBeNull();
    expect(at("payoutCap", "cam")).toBeNull();
  });
});

describe("openerOf", () => {
  it("leads from a field in a panel to the button of the panel, and ends there", () => {
    expect(openerOf("cost/budget")).toBe("cost/assumptions");
    expect(openerOf("cost/assumptions")).toBeNull();
    expect(openerOf("cam/vacancy")).toBe("cam/drives");
    expect(openerOf("cam/drives")).toBeNull();
    expect(openerOf("cam/sourced/excellence")).toBe("cam/sourced/details");
    expect(openerOf("cam/sourced/details")).toBeNull();
  });
});
