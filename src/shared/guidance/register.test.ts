import { describe, expect, it } from "vitest";
import { ARTICLE_SCORECARD } from "../library/index.ts";
import { GUARDRAILS, guardrailById, severityOf } from "./index.ts";

describe("the guardrails register", () => {
  it("has G1 to G42, each once, in order", () => {
    expect(GUARDRAILS.map((guardrail) => guardrail.id)).toEqual(Array.from({ length: 42 }, (_, index) => `G${index + 1}`));
  });

  it.each(GUARDRAILS.map((guardrail) => [guardrail.id, guardrail] as const))("%s names what it says, who says it and where", (_, guardrail) => {
    expect(guardrail.title).not.toBe("");
    for (const statement of [guardrail, ...guardrail.others]) {
      expect(statement.value).not.toBe("");
      expect(statement.publisher).not.toBe("");
      expect(statement.source.title).not.toBe("");
      expect(["A", "B", "C"]).toContain(statement.tag);
      expect(new URL(statement.source.url).protocol).toMatch(/^https?:$/u);
    }
  });

  it("informs where the source is weak and advises otherwise; nothing is louder", () => {
    expect((["A", "B", "C"] as const).map(severityOf)).toEqual(["advice", "advice", "information"]);
  });

  it("finds a guardrail by its id", () => {
    expect(guardrailById("G9").value).toBe("< 20 % (with 4+ measures) is an alarm");
    expect(() => guardrailById("G43")).toThrow("G43");
  });

  it("cites the article of the sample scorecard at the same address", () => {
    expect(guardrailById("G10").source.url).toBe(ARTICLE_SCORECARD.source.url);
  });
});
