import { describe, expect, it } from "vitest";
import { parseScenario } from "#shared/scenario-file/index.ts";
import { fixtureWith } from "../../../tests/helpers/changed-fixture.ts";
import { checkAnswer, checkText, type AdviceAnswer } from "./check-answer.ts";

const DISMISSED = [
  { id: "kpi-count", roleId: "cam", reason: "The article has four" },
  { id: "smallest-weight/strategic", roleId: "cam", reason: "" },
  { id: "burden", roleId: null, reason: "Before\nwe had rates" },
];

function read(changes: Readonly<Record<string, unknown>> = {}): ReturnType<typeof parseScenario> {
  return parseScenario(new TextEncoder().encode(fixtureWith(changes)));
}

function advice(changes: Readonly<Record<string, unknown>> = {}): readonly AdviceAnswer[] {
  return checkAnswer(read(changes)).advice;
}

function text(changes: Readonly<Record<string, unknown>> = {}): string {
  const { ok, ...rest } = read(changes);
  if (!ok || !("scenario" in rest)) throw new Error("refused");
  return checkText(rest.scenario, "plan.paymix");
}

describe("check --json", () => {
  it("answers advice with its sources, each with its own value", () => {
    expect(advice().find((each) => each.id === "smallest-weight/strategic")).toEqual({
      id: "smallest-weight/strategic",
      role: "cam",
      severity: "advice",
      message: "Strategic objectives: 10% weight; one source warns below 20%.",
      sources: [
        { publisher: "Performio", value: "< 20 % (with 4+ measures) is an alarm", title: "Overweight incentive plans", url: "https://performio.co/insight/overweight-incentive-plans?hs_amp=true", tag: "B" },
        expect.objectContaining({ publisher: "Partner GTM Institute", tag: "B" }),
      ],
      dismissed: null,
    });
  });

  it("has the keys of its documentation, in their order", () => {
    expect(Object.keys(advice()[0] ?? {})).toEqual(["id", "role", "severity", "message", "sources", "dismissed"]);
    expect(Object.keys(advice()[0]?.sources[0] ?? {})).toEqual(["publisher", "value", "title", "url", "tag"]);
  });

  it("gives the reason of what is dismissed, an empty one too", () => {
    const dismissed = advice({ dismissedAdvice: DISMISSED }).filter((each) => each.dismissed !== null);
    expect(dismissed.map((each) => [each.id, each.dismissed])).toEqual([["kpi-count", "The article has four"], ["smallest-weight/strategic", ""]]);
  });

  it("has none for a file that is refused", () => {
    expect(checkAnswer(read({ currency: "usd" }))).toMatchObject({ problems: [{ path: "currency" }], advice: [], notes: [] });
  });
});

describe("check", () => {
  it("groups by role in document order, then the scenario", () => {
    const second = { ...(JSON.parse(fixtureWith({})) as { roles: object[] }).roles[0], id: "other", title: "Other role" };
    const first = { ...second, id: "cam", title: "First role" };
    expect(text({ roles: [first, second] }).match(/^\S.*$/gmu)).toEqual(["plan.paymix is a scenario: FY27 baseline, 2 roles.", "First role", "Other role", "The scenario"]);
  });

  it("says each in one line behind its kind, with who says it", () => {
    const lines = text().split("\n");
    expect(lines).toContain("  advice       Strategic objectives: 10% weight; one source warns below 20%. (Performio, Partner GTM Institute)");
    expect(lines).toContain("  met          At target, OTE is what is paid.");
  });

  it("says what is dismissed and why, and what no longer applies", () => {
    const lines = text({ dismissedAdvice: DISMISSED }).split("\n");
    expect(lines).toContain("  dismissed    4 KPIs carry weight; sources say at most 3, one scorecard has 4. (ecSELL, WorldatWork, Bullseye, Partner GTM Institute) Reason: The article has four");
    expect(lines).toContain("  dismissed    Strategic objectives: 10% weight; one source warns below 20%. (Performio, Partner GTM Institute)");
    expect(lines.slice(-3)).toEqual(["Dismissed, and no longer applies", "  burden (Before\uFFFDwe had rates)", ""]);
  });

  it("says nothing of a plan without roles but that it is one", () => {
    expect(text({ roles: [] })).toBe("plan.paymix is a scenario: FY27 baseline, 0 roles.\n");
  });
});
