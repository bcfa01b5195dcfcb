/** Each check of the register at its edges: what is just said, and what is just not. */
import { describe, expect, it } from "vitest";
import { STRAIGHT, plainKpi, plainRole, plainScenario, points } from "../../../../tests/helpers/plain-plan.ts";
import type { Curve, Kpi, Role, Scenario } from "../../model/scenario.ts";
import { basisPoints } from "../../units/basis-points.ts";
import { adviceOn } from "./advice-on.ts";
import type { Advice } from "./advice.ts";

type Said = readonly [severity: Advice["severity"], sentence: string] | null;

/** What a check says of a plan; of several, the first. */
function said(check: string, scenario: Scenario): Said {
  const advice = adviceOn(scenario).find(({ id }) => id.split("/")[0] === check);
  return advice === undefined ? null : [advice.severity, advice.sentence];
}
const ofRole = (check: string, role: Partial<Role>, rest: Partial<Scenario> = {}): Said => said(check, plainScenario({ roles: [plainRole(role)], ...rest }));
const ofKpi = (check: string, kpi: Partial<Kpi>, role: Partial<Role> = {}, rest: Partial<Scenario> = {}): Said => ofRole(check, { kpis: [plainKpi(kpi)], ...role }, rest);
const ofCurve = (check: string, curve: Curve, role: Partial<Role> = {}): Said => ofKpi(check, { curve }, role);
const weights = (...percents: readonly number[]): Partial<Role> => ({ kpis: percents.map((percent, index) => plainKpi({ id: `k${index}`, name: `KPI ${index}`, weight: basisPoints(percent * 100) })) });
const cost = (changes: Partial<Scenario["cost"]>): Partial<Scenario> => ({ cost: { ...plainScenario().cost, ...changes } });
const paid = (frequency: Scenario["payments"]["frequency"], basis: Scenario["payments"]["basis"] = "discrete"): Partial<Scenario> => ({ payments: { frequency, basis, seasonality: "equal" } });
const steps = (...corners: readonly (readonly [number, number])[]): Curve => ({ kind: "steps", cap: null, steps: corners.map(([from, payout]) => ({ from, payout })) });

describe("split", () => {
  it.each<[Partial<Role>, Said]>([
    [{ baseShare: 0.49 }, ["advice", "49/51 has less base than 50/50."]],
    [{ baseShare: 0.5 }, ["met", "50/50 is the split named for quota-carrying roles."]],
    [{ baseShare: 0.7 }, ["met", "70/30 is inside 50/50 to 70/30, a second view."]],
    [{ baseShare: 0.71 }, ["advice", "71/29 has more base than 50/50 to 70/30."]],
    [{ baseShare: 0.79, focus: "enablement", quotaCarrying: false }, ["advice", "79/21 has less base than 80/20 to 90/10."]],
    [{ baseShare: 0.8, focus: "enablement", quotaCarrying: false }, ["met", "80/20 is inside 80/20 to 90/10 for enablement roles."]],
  ])("%j", (role, expected) => expect(ofRole("split", role)).toEqual(expected));

  it.each([[0.4, false, 0.6], [0.75, false, 0.7], [0.95, true, 0.7]])("moves %d, quota %s, to the nearest edge", (baseShare, quotaCarrying, edge) => {
    const scenario = plainScenario({ roles: [plainRole({ baseShare, quotaCarrying })] });
    const advice = adviceOn(scenario).find(({ id }) => id === "split");
    expect(advice?.tryIt?.apply(scenario).roles[0]?.baseShare).toBe(edge);
    expect(advice?.tryIt?.label).toBe(`Set ${edge * 100}/${Math.round((1 - edge) * 100)}`);
  });
});

describe("focus", () => {
  const mix = (fitting: number, other: number): Partial<Role> => ({
    kpis: [plainKpi({ weight: basisPoints(fitting * 100) }), plainKpi({ id: "p", measure: "new-partners", weight: basisPoints(other * 100) })],
  });
  it.each<[string, Partial<Role>, Said]>([
    ["all on focus", mix(100, 0), ["met", "Every KPI fits what this role is meant to drive."]],
    ["half of it elsewhere", mix(50, 50), ["information", "50% of the weight fits none of what this role drives."]],
    ["more than half elsewhere", mix(49, 51), ["advice", "51% of the weight fits none of what this role drives."]],
    ["half on what it also drives", { ...mix(50, 50), alsoDrives: ["pipeline"] }, ["met", "Every KPI fits what this role is meant to drive."]],
    ["all on what it also drives", { ...mix(0, 100), alsoDrives: ["pipeline"] }, ["advice", "No KPI with weight fits the focus of this role, revenue."]],
    ["own measures only", { kpis: [plainKpi({ measure: "custom" })] }, null],
    ["no KPI", { kpis: [] }, null],
  ])("%s", (_, role, expected) => expect(ofRole("focus", role)).toEqual(expected));
});

describe("kpi-count and smallest-weight", () => {
  it.each<[readonly number[], Said, Said]>([
    [[100], ["met", "1 KPI carries weight; sources say at most 3."], null],
    [[80, 10, 10], ["met", "3 KPIs carry weight; sources say at most 3."], null],
    [[80, 10, 10, 0], ["met", "3 KPIs carry weight; sources say at most 3."], null],
    [[40, 20, 20, 20], ["advice", "4 KPIs carry weight; sources say at most 3, one scorecard has 4."], null],
    [[40, 20.01, 20, 19.99], ["advice", "4 KPIs carry weight; sources say at most 3, one scorecard has 4."], ["advice", "KPI 3: 19.99% weight; one source warns below 20%."]],
    [[40, 10, 35, 15], ["advice", "4 KPIs carry weight; sources say at most 3, one scorecard has 4."], ["advice", "KPI 1: 10% weight; one source warns below 20%."]],
  ])("%j", (percents, count, smallest) => {
    expect([ofRole("kpi-count", weights(...percents)), ofRole("smallest-weight", weights(...percents))]).toEqual([count, smallest]);
  });

  it("shows the sources that disagree", () => {
    const advice = adviceOn(plainScenario({ roles: [plainRole(weights(40, 30, 20, 10))] })).filter(({ id }) => id === "kpi-count" || id === "smallest-weight/k3");
    expect(advice.map(({ sources }) => sources.map((source) => source.value))).toEqual([
      ["≤ 3", "listed as a conventional rule that may be broken", "71 % of responding organisations use ≤ 3 (2016, 246 responses)", "40/30/20/10 (sourced/influenced/enablement/strategic)"],
      ["< 20 % (with 4+ measures) is an alarm", "40/30/20/10 (sourced/influenced/enablement/strategic)"],
    ]);
  });
});

describe("target-pay", () => {
  it.each<[string, Said, Said]>([
    ["pays all", ofCurve("target-pay", STRAIGHT), ["met", "At target, OTE is what is paid."]],
    ["pays 90%", ofCurve("target-pay", points([[0, 0], [1, 0.9]])), ["advice", "OTE is not what is paid at target: $5,000 less a head."]],
    ["pays 120%", ofCurve("target-pay", points([[0, 0], [1, 1.2]])), ["advice", "OTE is not what is paid at target: $10,000 more a head."]],
    ["pays 1 less", ofCurve("target-pay", points([[0, 0], [1, 0.99998]])), ["advice", "OTE is not what is paid at target: $1 less a head."]],
    ["pays half a unit less", ofCurve("target-pay", points([[0, 0], [1, 0.99999]])), ["met", "At target, OTE is what is paid."]],
    ["has no KPI", ofRole("target-pay", { kpis: [] }), ["advice", "OTE is not what is paid at target: $50,000 less a head."]],
    ["has no incentive", ofRole("target-pay", { kpis: [], baseShare: 1 }), ["met", "At target, OTE is what is paid."]],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

describe("cliff", () => {
  const jump = points([[0.7, 0.4], [1, 1]]);
  const ramp = points([[0.7, 0], [1, 1]]);
  const later = points([[0, 0], [1, 1], [1, 1.2], [1.5, 2]]);
  it.each<[string, Said, Said]>([
    ["a ramp", ofCurve("cliff", ramp), ["met", "No cliffs: no curve jumps."]],
    ["a jump at the threshold", ofCurve("cliff", jump), ["advice", "Sales: pay jumps by $20,000 at 70%."]],
    ["a jump later", ofCurve("cliff", later), ["advice", "Sales: pay jumps by $10,000 at 100%."]],
    ["a fall", ofCurve("cliff", points([[0, 0], [1, 1], [1, 0.5]])), ["advice", "Sales: pay falls by $25,000 at 100%."]],
    ["two", ofCurve("cliff", points([[0.7, 0.4], [1, 1], [1, 1.2]])), ["advice", "Sales: 2 jumps of pay, the largest $20,000 at 70%."]],
    ["objectives in steps", ofKpi("cliff", { measure: "strategic-objectives", curve: steps([0.5, 0.5], [1, 1]) }), null],
    ["objectives along a line that jumps", ofKpi("cliff", { measure: "strategic-objectives", curve: jump }), ["advice", "Sales: pay jumps by $20,000 at 70%."]],
    ["a line beside objectives in steps", ofRole("cliff", { kpis: [plainKpi({ weight: basisPoints(5_000) }), plainKpi({ id: "o", measure: "strategic-objectives", curve: steps([1, 1]), weight: basisPoints(5_000) })] }), ["met", "No cliffs outside objectives, which pay in steps."]],
    ["no incentive", ofCurve("cliff", jump, { baseShare: 1 }), ["met", "No cliffs: no curve jumps."]],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));

  it("rests on a source at the threshold only, and offers a ramp there", () => {
    const cliff = (curve: Curve): Advice | undefined => adviceOn(plainScenario({ roles: [plainRole({ kpis: [plainKpi({ curve })] })] })).find(({ id }) => id === "cliff/sales");
    expect(cliff(jump)?.sources.map((source) => source.value)).toEqual(["ramp from zero"]);
    expect(cliff(jump)?.tryIt?.apply(plainScenario({ roles: [plainRole({ kpis: [plainKpi({ curve: jump })] })] })).roles[0]?.kpis[0]?.curve).toEqual(ramp);
    expect(cliff(later)).toMatchObject({ sources: [], tryIt: null });
    expect(cliff(steps([0.7, 1]))).toMatchObject({ tryIt: null });
  });
});

describe("dead-zone", () => {
  it.each<[string, Curve, Said]>([
    ["flat between two climbs", points([[0, 0], [0.8, 0.8], [1, 0.8], [1.2, 1.2]]), ["advice", "Sales: no more pay from 80% to 100%."]],
    ["flat at the end", points([[0, 0], [1, 1], [1.5, 1]]), null],
    ["nothing below the threshold", points([[0.5, 0], [1, 1]]), null],
    ["steps", steps([0.5, 0.5], [1, 1]), null],
  ])("%s", (_, curve, expected) => expect(ofCurve("dead-zone", curve)).toEqual(expected));
});

describe("threshold", () => {
  const from = (threshold: number): Curve => points([[threshold, 0], [1, 1]]);
  it.each<[number, Said]>([
    [0, null],
    [0.5, null],
    [0.51, ["information", "Sales: pay starts at 51%; sources disagree on that."]],
    [0.75, ["information", "Sales: pay starts at 75%; sources disagree on that."]],
    [0.76, ["advice", "Sales: nothing below 76%; sources name 40% to 75%."]],
  ])("%d", (threshold, expected) => expect(ofCurve("threshold", from(threshold))).toEqual(expected));

  it("is not read off steps", () => expect(ofCurve("threshold", steps([0.9, 1]))).toBeNull());

  it.each<[number, Said, Said]>([
    [0, null, null],
    [0.1, null, ["advice", "Sales: pay starts at 10%; one source has no threshold."]],
    [0.75, null, ["advice", "Sales: pay starts at 75%; one source has no threshold."]],
    [0.76, ["advice", "Sales: nothing below 76%; sources name 40% to 75%."], null],
  ])("of a pipeline role, %d", (threshold, high, newBusiness) => {
    const role: Partial<Role> = { focus: "pipeline" };
    expect([ofCurve("threshold", from(threshold), role), ofCurve("new-business-threshold", from(threshold), role)]).toEqual([high, newBusiness]);
    expect(ofCurve("new-business-threshold", from(threshold))).toBeNull();
  });
});

describe("objective-steps", () => {
  it.each<[string, Partial<Kpi>, Said]>([
    ["objectives along a line", { measure: "strategic-objectives" }, ["advice", "Sales: it pays along a line; one source uses steps."]],
    ["objectives in steps", { measure: "strategic-objectives", curve: steps([1, 1]) }, null],
    ["bookings along a line", { measure: "bookings" }, null],
  ])("%s", (_, kpi, expected) => expect(ofKpi("objective-steps", kpi)).toEqual(expected));
});

describe("accelerator", () => {
  const past = (rate: number, from = 1.2): Curve => ({ kind: "tiers", basis: "marginal", cap: null, tiers: [{ from: 0, rate: 1 }, { from, rate }] });
  it.each<[number, number, Said]>([
    [1, 1.2, null],
    [1.49, 1.2, ["information", "Sales: 1.49× past 120%; one source says 1.5–2×."]],
    [1.5, 1.2, null],
    [2, 1.2, null],
    [2.01, 1.2, ["information", "Sales: 2.01× past 120%; one source says 1.5–2×."]],
    [2.01, 1.21, null],
    [0.5, 1.2, null],
  ])("%d from %d", (rate, from, expected) => expect(ofCurve("accelerator", past(rate, from))).toEqual(expected));
});

describe("upside and excellence", () => {
  const at = (payout: number): Curve => points([[0, 0], [1, 1], [1.3, payout]]);
  it.each<[number, Said]>([
    [1.99, ["advice", "Upside is 1.99× at excellence; one source names 2× or 3×."]],
    [2, null],
    [3, null],
    [3.01, ["advice", "Upside is 3.01× at excellence; one source names 2× or 3×."]],
  ])("%d", (payout, expected) => expect(ofCurve("upside", at(payout))).toEqual(expected));

  it("informs without a quota, and says nothing without incentive", () => {
    expect(ofCurve("upside", at(1.5), { quotaCarrying: false })).toEqual(["information", "Upside is 1.5× at excellence; one source names 2× or 3×."]);
    expect(ofCurve("upside", at(1.5), { baseShare: 1 })).toBeNull();
    expect(ofRole("upside", { kpis: [] })).toBeNull();
  });

  it.each<[number, Said]>([
    [1.19, ["advice", "Sales: excellence at 119%; examples are 120% and 150%."]],
    [1.2, null],
    [1.5, null],
    [1.51, ["advice", "Sales: excellence at 151%; examples are 120% and 150%."]],
  ])("excellence %d", (excellence, expected) => expect(ofKpi("excellence", { excellence })).toEqual(expected));
});

describe("cap and plan-cap", () => {
  it.each<[number | null, Said, Said]>([
    [null, null, null],
    [1.3, null, null],
    [1.29, ["advice", "Sales: capped from 129% on, below excellence."], ["advice", "The plan cap of 129% cuts what excellence earns."]],
  ])("%d", (cap, ofKpiCap, ofPlanCap) => {
    expect(ofCurve("cap", points([[0, 0], [1, 1]], { above: "extend", cap }))).toEqual(ofKpiCap);
    expect(ofRole("plan-cap", { payoutCap: cap })).toEqual(ofPlanCap);
  });
});

describe("margin", () => {
  // 50,000 of incentive on a target of 1,000,000: each extra unit pays 5 % times the slope.
  const kpi: Partial<Kpi> = { revenue: "credited", curve: points([[0, 0], [1, 1], [1.5, 2]], { above: "extend" }) };
  it.each<[number | null, Said]>([
    [null, null],
    [0.1, null],
    [0.099, ["advice", "Sales: 10% of extra revenue is paid, margin 9.9%."]],
  ])("%d", (contributionMargin, expected) => expect(ofKpi("margin", kpi, {}, cost({ contributionMargin }))).toEqual(expected));

  it("looks at credited revenue at and above target only", () => {
    expect(ofKpi("margin", { ...kpi, revenue: "none" }, {}, cost({ contributionMargin: 0 }))).toBeNull();
    expect(ofKpi("margin", { ...kpi, target: 0 }, {}, cost({ contributionMargin: 0 }))).toBeNull();
    expect(ofKpi("margin", { ...kpi, curve: points([[0, 0], [0.5, 1], [1, 1]]) }, {}, cost({ contributionMargin: 0.01 }))).toBeNull();
  });
});

describe("quota-to-ote", () => {
  const quota = (target: number): Partial<Kpi> => ({ revenue: "credited", target });
  it.each<[number, Said]>([
    [399_000, ["advice", "Quota is 3.99× OTE; one source calls 4–6× healthy."]],
    [400_000, null],
    [600_000, null],
    [601_000, ["advice", "Quota is 6.01× OTE; one source calls 4–6× healthy."]],
  ])("of an account executive, %d", (target, expected) => expect(ofKpi("quota-to-ote", quota(target), { archetype: "account-executive" })).toEqual(expected));

  it("only informs of any other role, and says that nothing is published for it", () => {
    expect(ofKpi("quota-to-ote", quota(500_000))).toEqual(["information", "Quota is 5× OTE; published ratios are for AEs only."]);
    expect(adviceOn(plainScenario({ roles: [plainRole({ kpis: [plainKpi(quota(500_000))] })] })).find(({ id }) => id === "quota-to-ote")?.detail).toContain("no reliable partner-role ratio found");
  });

  it.each<[string, Partial<Kpi>, Partial<Role>]>([
    ["no quota", quota(500_000), { quotaCarrying: false }],
    ["no credited revenue", {}, {}],
    ["a target of 0", quota(0), {}],
    ["an OTE of 0", quota(500_000), { onTargetEarnings: 0 }],
  ])("says nothing of %s", (_, kpi, role) => expect(ofKpi("quota-to-ote", kpi, role)).toBeNull());
});

describe("payment-frequency", () => {
  it.each<[number | null, Partial<Scenario>, Said]>([
    [null, paid("annual"), null],
    [0, paid("monthly"), null],
    [0, paid("quarterly"), ["advice", "Cycle of 0 months: one source pays monthly."]],
    [1, paid("quarterly"), null],
    [1, paid("monthly"), ["advice", "Cycle of 1 month: one source pays quarterly."]],
    [3, paid("quarterly"), null],
    [4, paid("quarterly"), ["advice", "Cycle of 4 months: one source pays quarterly on the year to date."]],
    [4, paid("quarterly", "cumulative"), null],
    [12, paid("annual"), ["advice", "Cycle of 12 months: one source pays quarterly on the year to date."]],
    [13, paid("annual"), null],
  ])("%d months, %j", (salesCycleMonths, payments, expected) => expect(ofRole("payment-frequency", { salesCycleMonths }, payments)).toEqual(expected));

  it("offers no change that would leave seasons of another frequency", () => {
    const seasonal = plainScenario({ roles: [plainRole({ salesCycleMonths: 6 })], payments: { frequency: "half-yearly", basis: "cumulative", seasonality: [0.4, 0.6] } });
    expect(adviceOn(seasonal).find(({ id }) => id === "payment-frequency")?.tryIt).toBeNull();
  });
});

describe("draw", () => {
  const draw = (perPeriod: number, periods: number, kind: "guarantee" | "recoverable" = "recoverable"): Partial<Role> => ({ draw: { kind, perPeriod, periods } });
  const monthly = 50_000 / 12;
  it.each<[string, Partial<Role>, Said]>([
    ["2 months", draw(monthly, 2), ["information", "The draw runs for 2 months; one source names 3 to 6."]],
    ["3 months", draw(monthly, 3), null],
    ["6 months", draw(monthly, 6), null],
    ["7 months", draw(monthly, 7), ["information", "The draw runs for 7 months; one source names 3 to 6."]],
    ["49%", draw(monthly * 0.49, 3), ["information", "The draw pays 49% of incentive; one source says 50–100%."]],
    ["50%", draw(monthly * 0.5, 3), null],
    ["101%", draw(monthly * 1.01, 3, "guarantee"), ["information", "The guarantee pays 101% of incentive; one source says 50–100%."]],
    ["hires without one", { newHires: [{ count: 1, startPeriod: 1, ramp: [] }] }, ["information", "New hires have no draw; one source names 3 to 6 months of one."]],
    ["none, and no hires", {}, null],
  ])("%s", (_, role, expected) => expect(ofRole("draw", role, paid("monthly"))).toEqual(expected));
});

describe("hires-without-seat", () => {
  const hires = (...counts: readonly number[]): Partial<Role> => ({ headcount: 3, newHires: counts.map((count) => ({ count, startPeriod: 1, ramp: [] })) });
  it.each<[readonly number[], Said]>([
    [[3], null],
    [[2, 2], ["advice", "1 new hire has no seat: the headcount is 3."]],
    [[4, 2], ["advice", "3 new hires have no seat: the headcount is 3."]],
  ])("%j", (counts, expected) => expect(ofRole("hires-without-seat", hires(...counts))).toEqual(expected));
});

describe("attribution", () => {
  const unclear: Said = ["advice", "All incentive rests on revenue whose attribution is unclear."];
  const two = (attribution: Kpi["attribution"]): Partial<Role> => ({ kpis: [plainKpi({ attribution: "unclear", weight: basisPoints(5_000) }), plainKpi({ id: "b", attribution, weight: basisPoints(5_000) })] });
  it.each<[string, Said, Said]>([
    ["unclear", ofKpi("attribution", { attribution: "unclear" }), unclear],
    ["clear", ofKpi("attribution", {}), null],
    ["no quota", ofKpi("attribution", { attribution: "unclear" }, { quotaCarrying: false }), null],
    ["not revenue", ofKpi("attribution", { attribution: "unclear", measure: "new-partners" }), null],
    ["both unclear", ofRole("attribution", two("unclear")), unclear],
    ["one clear", ofRole("attribution", two("clear")), null],
    ["no KPI", ofRole("attribution", { kpis: [] }), null],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

describe("goals and kpi-without-goal", () => {
  const goals = [{ id: "grow", text: "Grow" }];
  const two: Partial<Role> = { kpis: [plainKpi({ weight: basisPoints(5_000) }), plainKpi({ id: "b", weight: basisPoints(5_000) })] };
  it.each<[string, Scenario, Said, Said]>([
    ["none", plainScenario(), null, ["information", "There are no company goals for a KPI to support."]],
    ["supported", plainScenario({ goals, roles: [plainRole({ kpis: [plainKpi({ supports: ["grow"] })] })] }), null, ["met", "Every company goal has a KPI that supports it."]],
    ["not supported", plainScenario({ goals }), ["advice", "Sales: it supports no company goal."], ["advice", "No KPI with weight supports: Grow."]],
    ["two alone", plainScenario({ goals, roles: [plainRole(two)] }), ["advice", "2 KPIs support no company goal."], ["advice", "No KPI with weight supports: Grow."]],
    ["supported by a KPI without weight", plainScenario({ goals, roles: [plainRole({ kpis: [plainKpi(), plainKpi({ id: "m", weight: basisPoints(0), supports: ["grow"] })] })] }), ["advice", "Sales: it supports no company goal."], ["advice", "No KPI with weight supports: Grow."]],
    ["no role", plainScenario({ roles: [] }), null, null],
  ])("%s", (_, scenario, kpi, goal) => expect([said("kpi-without-goal", scenario), said("goals", scenario)]).toEqual([kpi, goal]));
});

describe("ccos", () => {
  it.each<[number | null, Said]>([
    [null, ["information", "There is no revenue to set pay against."]],
    [0, ["information", "There is no revenue to set pay against."]],
    [1_100_000, ["advice", "CCOS is 9.09% at target; ZS says generally 3–9%."]],
    [1_250_000, ["met", "CCOS is 8% at target; ZS says generally 3–9%."]],
    [4_000_000, ["information", "CCOS is 2.5% at target; ZS says generally 3–9%."]],
  ])("100,000 of pay on %d", (bookedRevenue, expected) => expect(ofRole("ccos", {}, cost({ bookedRevenue }))).toEqual(expected));

  it("says nothing where no role counts", () => expect(ofRole("ccos", { countsInCost: false })).toBeNull());
});

describe("shared-deals", () => {
  const executive = plainRole({ id: "ae", archetype: "account-executive" });
  const partner = (measure: Kpi["measure"]): Role => plainRole({ archetype: "partner-sales-manager", kpis: [plainKpi({ measure })] });
  const open: Said = ["advice", "AE and 1 other role may share deals; no rules of engagement."];
  it.each<[string, Partial<Scenario>, Said]>([
    ["influenced revenue", { roles: [partner("partner-influenced-revenue"), executive] }, open],
    ["sourced revenue", { roles: [partner("partner-sourced-revenue"), executive] }, open],
    ["another measure", { roles: [partner("new-partners"), executive] }, null],
    ["no account executive", { roles: [partner("bookings")] }, null],
    ["no partner role", { roles: [executive] }, null],
    ["an empty rule", { roles: [partner("bookings"), executive], rulesOfEngagement: [" "] }, open],
    ["a rule", { roles: [partner("bookings"), executive], rulesOfEngagement: ["First registered, first paid"] }, ["met", "Rules of engagement are written for deals that roles share."]],
  ])("%s", (_, scenario, expected) => expect(said("shared-deals", plainScenario(scenario))).toEqual(expected));
});

describe("burden", () => {
  const none = "There is no burden on pay; SCORE says cost is 1.25–1.4× salary.";
  it.each<[string, Partial<Scenario>, Said]>([
    ["none", {}, ["advice", none]],
    ["none, in euros: the sources are American", { currency: "EUR" }, ["information", none]],
    ["on base only", cost({ burdenOnBase: 0.2 }), ["advice", "Burden on incentive is 0%; in the US, payroll tax is 7.65% at first."]],
    ["on both", cost({ burdenOnBase: 0.2, burdenOnVariable: 0.0765 }), null],
  ])("%s", (_, scenario, expected) => expect(said("burden", plainScenario(scenario))).toEqual(expected));
});
