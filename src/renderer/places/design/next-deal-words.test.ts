import { describe, expect, it } from "vitest";
import { plainKpi } from "../../../../tests/helpers/plain-plan.ts";
import { roundMoney } from "#shared/units/money.ts";
import { jumpText, pointText, timingSentence, unitText, worstSentence, type Moved, type Piece } from "./next-deal-words.ts";

const money = (dollars: number) => roundMoney(dollars, "USD");
const SALES = plainKpi({ unit: "currency", target: 1_800_000 });
const MOVED: Moved = { kpi: SALES, deal: 180_000, end: "the year’s end", isYearEnd: true, isWithinYearToDate: false, attainment: 0.95, next: 1 };

const plain = (pieces: readonly Piece[]): string => pieces.map((piece) => (typeof piece === "string" ? piece : piece.amount)).join("");

function timing(holding: number, pulling: number, share = 0.1) {
  return { share, asItFalls: money(0), held: money(holding), pulled: money(pulling), gainFromHolding: money(holding), gainFromPulling: money(pulling) };
}

describe("what a little more pays", () => {
  it.each([
    [SALES, 3.7, "$37 per $1k"],
    [SALES, 120, "$12 per $10"],
    [SALES, -3.7, "−$37 per $1k"],
    [SALES, 0, "nothing"],
    [SALES, null, "—"],
    [plainKpi({ unit: "count" }), 66_000, "$660 each"],
    [plainKpi({ unit: "count", direction: "lower" }), 66_000, "$660 each less"],
    [plainKpi({ unit: "score" }), 66_000, "$660 a point"],
  ])("a unit", (kpi, perUnit, expected) => {
    expect(unitText(kpi, perUnit, "USD")).toBe(expected);
  });

  it("a point and the next jump", () => {
    expect(pointText(money(360), "USD")).toBe("$360");
    expect(pointText(0, "USD")).toBe("nothing");
    expect(jumpText({ attainment: 0.7, below: 0, at: 0.4, amount: money(4_620) }, "USD")).toBe("+$4,620 at 70%");
  });
});

describe("what moving a deal gains", () => {
  it.each<[string, ReturnType<typeof timing>, Partial<Moved>, string]>([
    ["one way", timing(3_960, 0), {}, "Holding a $180,000 deal over the year’s end gains $3,960 at 95% attainment, next year at target; pulling it in gains nothing."],
    ["the other way", timing(-120, 40), {}, "Holding a $180,000 deal over the year’s end costs $120 at 95% attainment, next year at target; pulling it in gains $40."],
    ["neither", timing(0, 0), {}, "Moving a $180,000 deal over the year’s end gains nothing at 95% attainment, next year at target."],
    ["between periods", timing(5, 0), { end: "the end of Q1", isYearEnd: false, next: 0.95 }, "Holding a $180,000 deal over the end of Q1 gains $5 at 95% attainment; pulling it in gains nothing."],
    ["within the year to date", timing(0, 0), { end: "the end of Q1", isYearEnd: false, isWithinYearToDate: true }, "Pay follows the year to date: moving a $180,000 deal over the end of Q1 gains nothing."],
    ["more than there is", timing(0, 100, 0.97), {}, "There is not a $180,000 deal to hold over the year’s end at 95% attainment, next year at target; pulling it in gains $100."],
    ["more than there will be", timing(100, 0, 0.5), { next: 0.4 }, "Holding a $180,000 deal over the year’s end gains $100 at 95% attainment, next year at 40%; there is none to pull in."],
    ["more than ever", timing(0, 0, 4), {}, "A $180,000 deal is more than there is to move at 95% attainment, next year at target."],
    ["of something counted", timing(100, 0), { kpi: plainKpi({ unit: "count", name: "Certifications" }), deal: 2 }, "Holding 2 of Certifications over the year’s end gains $100 at 95% attainment, next year at target; pulling it in gains nothing."],
  ])("%s", (_, each, moved, expected) => {
    expect(plain(timingSentence(each, { ...MOVED, ...moved }, "USD"))).toBe(expected);
  });

  it("where it gains most", () => {
    expect(plain(worstSentence({ attainment: 1.35, side: "at", move: "hold", gain: money(10_000) }, "USD"))).toBe("Most at 135%: holding gains $10,000.");
    expect(plain(worstSentence({ attainment: 0.7, side: "below", move: "hold", gain: money(10_000) }, "USD"))).toBe("Most just below 70%: holding gains $10,000.");
    expect(plain(worstSentence(null, "USD"))).toBe("");
  });
});
